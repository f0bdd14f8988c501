"""Several readers while one process writes, and one writer at a time."""

import multiprocessing as mp
import os

import pytest
from tests.ledger import children
from tests.ledger.samples import document, event

from legation.errors import LedgerError
from legation.ledger import Ledger

SPAWN = mp.get_context("spawn")
LONG = 120


@pytest.fixture
def start(monkeypatch):
    """Start processes, and see to it that none outlives the test."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(children.Path.cwd()), "src"]))
    started = []

    def begin(act, *arguments):
        process = SPAWN.Process(target=act, args=arguments, daemon=True)
        process.start()
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.is_alive():
            process.kill()
        process.join(LONG)


def test_readers_see_whole_commits_while_another_writes_and_merges(tmp_path, start):
    path = tmp_path / "l"
    ledger = Ledger(path, grace=0)
    stop, answers = SPAWN.Event(), SPAWN.Queue()
    for _ in range(2):
        start(children.read_while, path, stop, answers)
    for n in range(30):
        one = document(f"d{n}")
        ledger.add([one], [event(one, kind, actor=f"A{n}") for kind in ("AID", "ACCUSE")])
        if n % 5 == 4:
            ledger.compact()
    stop.set()
    for _ in range(2):
        seen = answers.get(timeout=LONG)
        assert seen == sorted(seen) and seen[-1] == (60, 60, 60)
        assert all(events % 2 == 0 and events == cited for events, cited, _ in seen)


def test_two_writers_take_turns(tmp_path, start):
    path = tmp_path / "l"
    writers = [start(children.add_many, path, first, 8) for first in (0, 100)]
    for writer in writers:
        writer.join(LONG)
        assert writer.exitcode == 0
    ledger = Ledger(path)
    assert len(list(ledger.events())) == 32 and ledger.check() == []


def test_a_second_writer_is_told_who_writes_and_a_dead_one_holds_nothing(tmp_path, start):
    path = tmp_path / "l"
    children.begin(Ledger(path))
    ready, release = SPAWN.Event(), SPAWN.Event()
    holder = start(children.hold, path, ready, release)
    assert ready.wait(LONG)
    with pytest.raises(LedgerError, match=f"is being written by process {holder.pid}"):
        children.add(Ledger(path, wait=0.1))
    assert len(list(Ledger(path).events())) == 1
    holder.kill()
    holder.join(LONG)
    children.add(Ledger(path, wait=0))
    assert Ledger(path).check() == []


def test_a_reader_whose_segments_are_merged_away_asks_again(tmp_path, monkeypatch):
    path = tmp_path / "l"
    reader, writer = Ledger(path), Ledger(path, grace=0)
    children.begin(writer)
    children.add(writer)
    before = list(reader.events())
    run, merged = reader._engine.run, []

    def run_late(*arguments):
        if not merged:
            merged.append(True)
            writer.compact()
            children.add_many(path, 0, 1)
        return run(*arguments)

    monkeypatch.setattr(reader._engine, "run", run_late)
    assert [r for r in reader.events() if r.row.type == "CONSULT"] == before


def test_merged_segments_stay_for_their_grace(tmp_path):
    ledger = Ledger(tmp_path / "l", grace=3600)
    children.begin(ledger)
    children.add(ledger)
    old = {p for p in (ledger.path / "segments").iterdir() if not p.match("superseded-*")}
    ledger.compact()
    assert old <= set((ledger.path / "segments").iterdir())
    hasty = Ledger(ledger.path, grace=0)
    one = document("three")
    hasty.add([one], [event(one)])
    assert not old & set((ledger.path / "segments").iterdir())
    assert ledger.check() == []
