"""``legation check``, ``add`` and the exchange of ledgers, as a user meets them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from tests.briefing.samples import HOSTILE
from tests.briefing.test_rendering import audited
from tests.cli.running import WIRE, Shell, is_one_line

TEXT = "Turkey joined NATO in 1955.\n\nJapan and Russia signed the Treaty of Portsmouth in 1905.\n"


def test_a_check_tells_verdicts_and_keeps_nothing(shell: Shell) -> None:
    ran = shell("check", shell.write("a.txt", TEXT))
    assert ran.code == 0
    assert "differs" in ran.out
    assert "on record" in ran.out
    assert "1952-02-18" in ran.out
    assert not shell.ledger.exists()


def test_json_is_one_object_a_line_with_its_citations(shell: Shell) -> None:
    ran = shell("check", shell.write("a.txt", TEXT), "--json")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert {f["verdict"] for f in found} == {"differs", "on_record"}
    for f in found:
        assert f["claim"]["quote"] in TEXT
        assert f["why"]
        assert all(c["address"] for c in f["citations"])


def test_html_marks_the_text_and_lets_nothing_in(shell: Shell) -> None:
    text = f"{TEXT}\n{HOSTILE}\n".encode(errors="replace")
    ran = shell("check", shell.write("a.txt", text), "--html")
    audited(ran.out)
    assert 'class="v differs"' in ran.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.txt"], "no such file"),
        (["http://127.0.0.1/"], "not public"),
        (["a.txt", "--date", "2013-02-30"], "not a date"),
        (["a.txt", "--json", "--html"], "exclude each other"),
        ([], "Missing argument"),
    ],
)
def test_a_mistake_is_one_line(shell: Shell, arguments: list[str], says: str) -> None:
    ran = shell("check", *arguments)
    assert is_one_line(ran, 2), ran
    assert says in ran.err


GOOD = ["--start", "2014-05-03", "--said", "talks in Lomé", "--source", "https://example.org/a"]


def test_what_is_added_by_hand_is_shown_with_its_source(shell: Shell) -> None:
    assert shell("add", "CONSULT", "Togo", "Gabon", *GOOD, "--mutual").code == 0
    again = shell("add", "CONSULT", "Togo", "Gabon", *GOOD, "--mutual")
    assert "Known already" in again.err
    [event] = [json.loads(x) for x in shell("events", "--json").out.splitlines()]
    assert (event["actor"], event["recipient"], event["start"]) == ("TGO", "GAB", "2014-05-03")
    assert "https://example.org/a" in shell("cite").out
    claim = shell.write("claim.txt", "Togo and Gabon held talks on 3 May 2014.")
    assert "on record" in shell("check", claim).out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["CONSLT", "TGO", "GAB", *GOOD], "did you mean CONSULT?"),
        (["CONSULT", "TGO", "Atlantis", *GOOD], "no state is called"),
        (["CONSULT", "TGO", "TGO", *GOOD], "both sides are TGO"),
        (["CONSULT", "TGO", "GAB", *GOOD, "--mode", "nonsense"], "no mode"),
        (["war", "TGO", "GAB", *GOOD, "--place", "Lomé"], "is a relation"),
        (["CONSULT", "TGO", "GAB", "--said", "x", "--source", "y"], "needs a date"),
        (["CONSULT", "TGO", "GAB", *GOOD, "--end", "2014-05-01"], "ends before it starts"),
        (["CONSULT", "TGO", "GAB", "--start", "2014-05-03", "--said", " ", "--source", "y"],
         "needs evidence"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_one_line(shell: Shell, arguments: list[str], says: str) -> None:
    ran = shell("add", *arguments)
    assert is_one_line(ran, 2), ran
    assert says in ran.err
    assert not shell.ledger.exists()


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_ledger_goes_over_whole(shell: Shell, name: str, tmp_path: Path) -> None:
    shell("read", shell.write("a.txt", WIRE))
    shell("add", "CONSULT", "Togo", "Gabon", *GOOD)
    file = shell.folder / name
    assert shell("ledger", "export", file).code == 0
    other = tmp_path / "other"
    assert shell("ledger", "import", file, "--ledger", other).code == 0
    again = shell("ledger", "import", file, "--ledger", other)
    assert "0 events" in again.err
    for command in ("events", "relations"):
        theirs = shell(command, "--json", "--status", "all", "--ledger", other).out
        assert shell(command, "--json", "--status", "all").out == theirs


BROKEN = {
    "not an export": b"Tokyo and Moscow\n",
    "empty": b"",
    "cut off": b'{"format": "legation-export", "version": 1}\n{"source": {"sou',
    "another version": b'{"format": "legation-export", "version": 9}\n',
    "not a row": b'{"format": "legation-export", "version": 1}\n{"source": 3, "rows": []}\n',
    "cut gzip": gzip.compress(b'{"format": "legation-export", "version": 1}\n' * 99)[:40],
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_export_is_one_line(shell: Shell, how: str) -> None:
    name = "in.jsonl.gz" if how == "cut gzip" else "in.jsonl"
    ran = shell("ledger", "import", shell.write(name, BROKEN[how]))
    assert is_one_line(ran, 2), ran


def test_an_export_that_cannot_be_written_leaves_the_old_one(shell: Shell) -> None:
    shell("read", shell.write("a.txt", WIRE))
    ran = shell("ledger", "export", shell.folder / "no" / "such" / "folder.jsonl")
    assert is_one_line(ran, 1), ran
