from __future__ import annotations

import csv
import errno
import io
import json
import socket
import sys
from pathlib import Path

import pytest
from tests.briefing.samples import HOSTILE
from tests.briefing.test_rendering import audited
from tests.briefing.test_schema import faults
from tests.cli.running import WIRE, Shell, is_one_line

from legation.briefing.schema import schema

BAD_FILES = {
    "empty": b"",
    "blank": b" \n\t\n ",
    "binary": bytes(range(256)) * 40,
    "zip": b"PK\x03\x04" + b"\x00" * 200,
    "png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 200,
    "broken pdf": b"%PDF-1.7\nnothing here",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_gives_no_text_is_one_line(shell: Shell, name: str) -> None:
    ran = shell("read", shell.write("bad", BAD_FILES[name]))
    assert is_one_line(ran, 2), ran
    assert not shell.ledger.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.txt"], "no such file"),
        (["\x00"], "cannot open"),
        (["ftp://example.org/a"], "will not fetch ftp"),
        (["file:///etc/passwd"], "will not fetch file"),
        (["javascript://x"], "will not fetch"),
        (["http://127.0.0.1/"], "not public"),
        (["http://[::1]/"], "not public"),
        (["http://10.0.0.1/"], "not public"),
        (["http://169.254.169.254/latest/meta-data"], "not public"),
        (["http://user@example.org/"], "user name"),
        (["a.txt", "--date", "2013-02-30"], "not a date"),
        (["a.txt", "--date", "yesterday"], "not a date"),
        (["a.txt", "--types", "CONSLT"], "did you mean CONSULT?"),
        (["a.txt", "--json", "--csv"], "exclude each other"),
        (["a.txt", "--text", "--csv"], "no CSV form"),
        (["a.txt", "--nonsense"], "--nonsense"),
        ([], "Missing argument"),
    ],
)
def test_a_mistake_is_one_line_and_changes_nothing(
    shell: Shell, arguments: list[str], says: str
) -> None:
    ran = shell("read", *arguments)
    assert is_one_line(ran, 2), ran
    assert says in ran.err
    assert not shell.ledger.exists()


def test_no_network_is_one_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "no network")

    monkeypatch.setattr(socket, "getaddrinfo", unreachable)
    ran = shell("read", "https://example.org/a")
    assert is_one_line(ran, 2)
    assert "check the address and the network" in ran.err


def test_a_folder_without_files_is_one_line(shell: Shell) -> None:
    (shell.folder / "empty").mkdir()
    assert is_one_line(shell("read", shell.folder / "empty"), 2)


def test_a_file_over_the_limit_is_one_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.reading.reader.MAX_BYTES", 20)
    ran = shell("read", shell.write("huge.txt", WIRE * 10))
    assert is_one_line(ran, 2)
    assert "too big" in ran.err


def test_rows_are_shown_and_kept_once(shell: Shell) -> None:
    article = shell.write("a.txt", WIRE)
    first = shell("read", article)
    assert first.code == 0
    assert "2013-11-02" in first.out and "CONSULT" in first.out
    assert "Kept: 1 new document, 0 known; 1 event and 0 relations new." in first.err
    again = shell("read", article)
    assert "Kept: 0 new documents, 1 known; 0 events and 0 relations new." in again.err
    assert again.out == first.out


def test_no_keep_keeps_nothing(shell: Shell) -> None:
    ran = shell("read", "--no-keep", shell.write("a.txt", WIRE))
    assert ran.code == 0 and "Kept" not in ran.err
    assert not shell.ledger.exists()


def test_json_is_the_published_form_one_object_a_line(shell: Shell) -> None:
    ran = shell("read", "--json", shell.write("a.txt", WIRE))
    [row] = [json.loads(line) for line in ran.out.splitlines()]
    assert faults(row, schema(), schema()) == []
    assert (row["type"], row["start"], row["mutual"]) == ("CONSULT", "2013-11-02", True)


def test_csv_has_every_field(shell: Shell) -> None:
    ran = shell("read", "--csv", shell.write("a.txt", WIRE))
    [row] = csv.DictReader(io.StringIO(ran.out))
    assert row["evidence_quote"] == WIRE.strip()
    assert row["mutual"] == "true"


def test_types_choose_what_is_shown_and_not_what_is_kept(shell: Shell) -> None:
    article = shell.write("a.txt", WIRE)
    assert shell("read", article, "--types", "aid", "--json").out == ""
    assert len(shell("events", "--json").out.splitlines()) == 1


def test_explain_marks_who_did_it_and_names_the_rule(shell: Shell) -> None:
    text = "In May 2013 China criticised Japan.\n"
    ran = shell("read", "--explain", shell.write("a.txt", text))
    assert "[actor: China] criticised [recipient: Japan]" in ran.out
    assert "rule “" in ran.out and "coder legation/2" in ran.out


def test_text_shows_the_sections(shell: Shell) -> None:
    article = shell.write("a.txt", f"Talks in Tokyo\n\n{WIRE}")
    ran = shell("read", "--text", article)
    assert "title" in ran.out and "paragraph" in ran.out
    [document] = [
        json.loads(x) for x in shell("read", "--text", "--json", article).out.splitlines()
    ]
    for section in document["sections"]:
        assert document["text"][section["start_char"] : section["end_char"]].strip()


@pytest.mark.parametrize(("date", "hinted"), [([], True), (["--date", "2013-11-02"], False)])
def test_a_document_without_a_date_gets_a_hint(shell: Shell, date: list[str], hinted: bool) -> None:
    ran = shell("read", shell.write("a.txt", "Russia and Japan met last week.\n"), *date)
    assert ("--date YYYY-MM-DD helps" in ran.err) is hinted


def test_bad_files_in_a_folder_are_listed_and_stop_nothing(shell: Shell) -> None:
    shell.write("news/a.txt", WIRE)
    shell.write("news/b.bin", BAD_FILES["binary"])
    shell.write("news/c.txt", b"")
    ran = shell("read", shell.folder / "news")
    assert ran.code == 0
    assert "CONSULT" in ran.out
    assert "Not read (2):" in ran.err and "b.bin" in ran.err and "c.txt" in ran.err


def test_a_folder_of_which_nothing_can_be_read_is_a_mistake(shell: Shell) -> None:
    shell.write("news/b.bin", BAD_FILES["binary"])
    ran = shell("read", shell.folder / "news")
    assert ran.code == 2 and not ran.out


def test_one_bad_address_of_several_stops_nothing(shell: Shell) -> None:
    ran = shell("read", shell.folder / "missing.txt", shell.write("a.txt", WIRE))
    assert ran.code == 0
    assert "CONSULT" in ran.out and "no such file" in ran.err


def test_standard_input_is_read(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(WIRE.encode())

    monkeypatch.setattr(sys, "stdin", Input)
    assert "CONSULT" in shell("read", "-").out


READABLE = {
    "latin-1": "Le 2 novembre. Russia and Japan held talks on 2 November 2013 — déjà vu.".encode(
        "cp1252"
    ),
    "wrongly named": b"\xff\xfe" + WIRE.encode("utf-16-le"),
    "half a character": WIRE.encode() + b"\xc3",
    "cut html": b"<html><body><article><p>" + WIRE.encode() * 6 + b"<p>Then the mini",
    "hostile html": (
        "<html><head><title>" + HOSTILE.replace("\ud800", "") + "</title></head><body><p>"
        + WIRE * 3 + "<script>alert(1)</script><p onclick=x>" + HOSTILE.replace("\ud800", "")
    ).encode(),
    "null bytes in html": b"<html><p>" + WIRE.encode() * 3 + b"\x00</p>",
}  # fmt: skip


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("form", ["--json", "--csv", "--html", "--markdown", "--explain", "--text"])
def test_odd_but_readable_input_is_harmless_in_every_form(
    shell: Shell, name: str, form: str
) -> None:
    ran = shell("read", shell.write("odd", READABLE[name]), form)
    assert ran.code in (0, 2), ran.err
    assert "Traceback" not in ran.err
    assert not any(c in ran.out + ran.err for c in "\x1b\x9b\x07\x00\u202e")
    if form == "--html" and ran.code == 0:
        assert not audited(ran.out).tags & {"script", "img"}


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_ledger_that_cannot_be_written_loses_no_row(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    shell("read", shell.write("old.txt", "On 3 May 2012 China and Japan held talks.\n"))
    before = shell.kept()

    def refuse(path: Path) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr("legation.ledger.disk._sync", refuse)
    ran = shell("read", shell.write("a.txt", WIRE))
    assert ran.code == 1
    assert "CONSULT" in ran.out
    [line] = [x for x in ran.err.splitlines() if x.startswith("legation: ")]
    assert "was not kept" in line and "Kept" not in ran.err
    assert shell.kept() == before


def test_an_interruption_keeps_what_was_read(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from legation import reading

    def interrupted(address: str, **given: object):  # type: ignore[no-untyped-def]
        yield reading.read_text(WIRE, address=address)
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read", interrupted)
    ran = shell("read", "a.txt")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.startswith("legation: interrupted")
    assert len(shell("events", "--json").out.splitlines()) == 1


def test_a_text_in_another_language_is_said_not_to_be_coded(shell: Shell) -> None:
    french = (
        "Le 2 novembre 2013, les ministres des affaires étrangères de la Russie et du Japon se "
        "sont réunis à Tokyo. Les deux pays ont signé un accord sur la pêche dans la mer."
    )
    ran = shell("read", shell.write("fr.txt", french.encode()), "--no-keep")
    assert ran.code == 0
    assert "Only English is coded" in ran.err
