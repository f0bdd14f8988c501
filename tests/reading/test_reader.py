import datetime as dt
import hashlib
import io
import sys

import pytest

from legation.errors import LegationError, UnreadableError
from legation.model import digest
from legation.reading import limits, paths, read, read_bytes, read_text

MET = "Russia and Japan met in Tokyo."


def test_a_document_and_its_source():
    data = MET.encode()
    (d,) = read_bytes(data, "a.txt", published=dt.date(2013, 11, 10))
    assert d.document_id == digest(d.text)
    assert d.source.sha256 == hashlib.sha256(data).hexdigest()
    assert d.source.source_id == digest("a.txt", d.source.sha256)
    assert d.source.retrieved.tzinfo is dt.UTC
    assert (d.source.kind, d.source.address, d.published) == (
        "text",
        "a.txt",
        dt.date(2013, 11, 10),
    )


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MET.encode())))
    (d,) = read("-")
    assert d.text == MET and d.source.address == "-"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x00" * 100, "is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "PNG image"),
        (b"PK\x03\x04" + b"x" * 50, "office file"),
        (b"\x7fELF" + b"\x00" * 50, "a program"),
        (bytes(range(256)) * 20, "binary"),
        (b'{"row": "event", "type": "CONSULT"}', "JSON data"),
        (b"text" + b"\x00\x01\x02" * 500, "binary"),
    ],
)
def test_what_is_no_text_has_one_clear_line(data, message):
    with pytest.raises(UnreadableError, match=message) as raised:
        read_bytes(data, "a.bin")
    assert "\n" not in str(raised.value) and "a.bin" in str(raised.value)


def test_a_stray_zero_does_not_make_a_text_binary():
    (d,) = read_bytes(MET.encode().replace(b"and", b"a\0nd"), "a.txt")
    assert d.text == MET


@pytest.mark.parametrize("name", ["nowhere.txt", "a\0b", "nowhere/"])
def test_a_missing_file(name):
    with pytest.raises(UnreadableError):
        list(read(name))


def test_too_big(monkeypatch):
    monkeypatch.setattr("legation.reading.reader.MAX_BYTES", 100)
    with pytest.raises(UnreadableError, match="too big: more than 100 bytes"):
        read_bytes(MET.encode() * 10, "a.txt")
    monkeypatch.setattr("legation.reading.reader.MAX_CHARACTERS", 10)
    with pytest.raises(UnreadableError, match="too big: more than 10 characters"):
        read_text(MET)
    assert limits.MAX_BYTES == 50_000_000


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(MET)
    (tmp_path / "a.html").write_text(f"<html><body><p>{MET}</p>")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\nxx")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "e.txt").write_text("They parted in Kyoto.")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "logo.gif").write_bytes(b"GIF89a")
    return tmp_path


def test_a_folder_is_read_in_order_without_hidden_files_and_companions(folder):
    assert [p.relative_to(folder).as_posix() for p in paths(folder)] == [
        "a.html",
        "b.txt",
        "c.png",
        "d/e.txt",
    ]


def test_problems_do_not_lose_the_rest(folder):
    problems = []
    found = list(read(folder, on_problem=lambda address, error: problems.append((address, error))))
    assert [d.text for d in found] == [MET, MET, "They parted in Kyoto."]
    assert [a for a, _ in problems] == [str(folder / "c.png")]
    assert isinstance(problems[0][1], LegationError)


def test_without_a_callback_the_problems_are_named_at_the_end(folder):
    found = []
    with pytest.raises(UnreadableError, match=r"1 of 4 files could not be read .*c\.png"):
        for d in read(str(folder)):
            found.append(d)
    assert len(found) == 3


def test_an_empty_or_missing_folder(tmp_path):
    with pytest.raises(UnreadableError):
        list(read(tmp_path))
    with pytest.raises(UnreadableError):
        paths(tmp_path / "nowhere")


def test_reading_twice_gives_the_same():
    first, second = read_text(MET), read_text(MET)
    assert (first.document_id, first.sections) == (second.document_id, second.sections)
