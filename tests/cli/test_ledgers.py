"""Every command that opens a ledger, on every kind of ledger that is not sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.running import WIRE, Shell, is_one_line

COMMANDS = {
    "read": ["read", "a.txt"],
    "brief": ["brief", "RUS", "JPN"],
    "events": ["events"],
    "relations": ["relations"],
    "document": ["document", "x"],
    "cite": ["cite"],
    "check": ["ledger", "check"],
    "check text": ["check", "a.txt"],
    "add": ["add", "war", "FIN", "RUS", "--start", "1939", "--said", "x", "--source", "y"],
    "export": ["ledger", "export", "out.jsonl"],
    "import": ["ledger", "import", "in.jsonl"],
    "compact": ["ledger", "compact"],
    "summary": ["ledger", "summary"],
}
EMPTY_EXPORT = '{"format": "legation-export", "version": 1}\n'
WRITING = ("read", "document", "check text", "add", "import", "export")
"""Commands that write, or need something to be there."""


def _garbage(ledger: Path) -> None:
    (ledger / "manifest.json").write_bytes(b"\x00\xff garbage")


def _half(ledger: Path) -> None:
    manifest = ledger / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:100])


def _foreign(ledger: Path) -> None:
    (ledger / "manifest.json").write_text('{"format": "another", "version": 1}')


def _newer(ledger: Path) -> None:
    (ledger / "manifest.json").write_text('{"format": "legation-ledger", "version": 99}')


def _missing(ledger: Path) -> None:
    (ledger / "manifest.json").unlink()


BROKEN = {f.__name__.strip("_"): f for f in (_garbage, _half, _foreign, _newer, _missing)}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_broken_manifest_is_one_line_and_left_alone(
    shell: Shell, command: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder)
    shell("read", shell.write("a.txt", WIRE))
    shell.write("in.jsonl", EMPTY_EXPORT)
    BROKEN[how](shell.ledger)
    before = shell.kept()
    ran = shell(*COMMANDS[command])
    assert is_one_line(ran, 1), ran
    assert shell.kept() == before


@pytest.mark.parametrize("command", ["brief", "events", "check"])
def test_a_damaged_segment_is_one_line(shell: Shell, command: str) -> None:
    shell("read", shell.write("a.txt", WIRE))
    [segment] = shell.ledger.glob("segments/events-*.parquet")
    segment.write_bytes(b"PAR1 damaged")
    assert is_one_line(shell(*COMMANDS[command]), 1)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_in_place_of_a_ledger_is_one_line(
    shell: Shell, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder)
    shell.write("a.txt", WIRE)
    shell.write("in.jsonl", EMPTY_EXPORT)
    ran = shell(*COMMANDS[command], "--ledger", shell.write("notes.txt", "mine"))
    assert is_one_line(ran, 1), ran
    assert (shell.folder / "notes.txt").read_text() == "mine"


def test_a_folder_of_other_files_is_not_written_to(shell: Shell) -> None:
    mine = shell.write("papers/thesis.tex", "mine").parent
    ran = shell("read", shell.write("a.txt", WIRE), "--ledger", mine)
    assert ran.code == 1
    assert "no ledger's" in ran.err and "CONSULT" in ran.out
    assert [p.name for p in mine.iterdir()] == ["thesis.tex"]


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in WRITING])
def test_an_absent_ledger_is_an_empty_one_and_is_not_made(shell: Shell, command: str) -> None:
    if command == "compact":
        pytest.skip("compacting writes a manifest")
    ran = shell(*COMMANDS[command])
    assert ran.code == 0, ran.err
    assert not shell.ledger.exists()


def test_check_compact_and_summary_of_a_sound_ledger(shell: Shell) -> None:
    shell("read", shell.write("a.txt", WIRE))
    shell("read", shell.write("b.txt", "On 3 May 2012 China and Japan held talks.\n"))
    before = shell("events", "--json").out
    assert shell("ledger", "check").out.endswith(": sound\n")
    assert "merged" in shell("ledger", "compact").out
    assert shell("events", "--json").out == before
    assert "2 documents from 2 sources" in shell("ledger", "summary").out
    assert '"documents": 2' in shell("ledger", "summary", "--json").out
