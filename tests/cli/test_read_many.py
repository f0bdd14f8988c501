"""Reading more documents than anybody looks through on a screen."""

from __future__ import annotations

import json

import pytest
from tests.cli.running import Shell

from legation.cli import bulk


@pytest.fixture
def folder(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(bulk, "SCREEN", 2)
    for day in (11, 15, 23):
        shell.write(f"wires/{day}.txt", f"On {day} May 2012 Russia and Japan held talks.".encode())
    return str(shell.folder / "wires")


def test_many_documents_are_counted_and_kept(shell: Shell, folder: str) -> None:
    ran = shell("read", folder)
    assert ran.code == 0
    assert "3 documents are too many to list" in ran.out
    assert "Kept: 3 new documents" in ran.err
    assert "2012-05-15" in shell("events", "--pair", "RUS", "JPN").out


def test_json_of_many_documents_comes_line_by_line(shell: Shell, folder: str) -> None:
    ran = shell("read", folder, "--json", "--jobs", "2")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["start"] for row in rows] == ["2012-05-11", "2012-05-15", "2012-05-23"]


def test_reading_again_goes_on_where_it_stopped(shell: Shell, folder: str) -> None:
    shell("read", f"{folder}/11.txt")
    assert "Kept: 2 new documents, 1 known" in shell("read", folder).err
    assert "Kept: 0 new documents, 3 known; 0 events" in shell("read", folder).err


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_processes_that_is_none_is_one_line(shell: Shell, jobs: str) -> None:
    ran = shell("read", "a.txt", "--jobs", jobs)
    assert ran.code == 2
    assert not ran.out
