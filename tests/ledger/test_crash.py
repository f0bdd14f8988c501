"""Whatever ends a writer, the ledger holds what it held before or all of what was added."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ledger.children import CHANGES, add, begin
from tests.ledger.samples import files

from legation.errors import LedgerError
from legation.ledger import Ledger, Query

ROOT = Path(__file__).parents[2]


def child(*arguments):
    command = [sys.executable, "-m", "tests.ledger.children", *map(str, arguments)]
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def state(ledger):
    everything = Query(statuses=(), superseded=True)
    return (
        list(ledger.events()),
        list(ledger.relations()),
        len(list(ledger.events(everything))),
        ledger.document("two"),
        ledger.has("one", "rules/2"),
    )


def prepared(folder, change):
    ledger = Ledger(folder, grace=0)
    begin(ledger)
    if change == "compact":
        add(ledger)
    return ledger


def steps_of(folder, change):
    names = []
    CHANGES[change](Ledger(folder, grace=0, step=names.append))
    return names


@pytest.fixture(params=list(CHANGES))
def disturbed(request, tmp_path):
    """Give a change, its steps, the states before and after it, and a copy for each step."""
    change = request.param
    base = tmp_path / "base"
    before = state(prepared(base, change))
    after = tmp_path / "after"
    shutil.copytree(base, after)
    names = steps_of(after, change)
    copies = [tmp_path / "copies" / str(n) for n in range(len(names))]
    for copy in copies:
        shutil.copytree(base, copy)
    return change, names, before, state(Ledger(after)), copies


def test_a_writer_killed_at_any_step(disturbed, tmp_path):
    change, names, before, after, copies = disturbed
    assert len(names) > 15
    child("killed", tmp_path / "copies", change)
    published = names.index("sync the folder of manifest.json")
    for number, copy in enumerate(copies):
        ledger = Ledger(copy, grace=0)
        assert state(ledger) == (after if number >= published else before), names[number]
        assert all("left over from a crash" in fault for fault in ledger.check())
        CHANGES[change](ledger)
        assert state(ledger) == after, names[number]
        assert ledger.check() == []
        assert not list(ledger.path.rglob("*.tmp")) or names[number].endswith(".json")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_writer_that_fails_at_any_step(disturbed, code):
    change, names, before, after, copies = disturbed
    published = names.index("sync the folder of manifest.json")
    for number, copy in enumerate(copies):
        failing = Ledger(copy, grace=0, step=fail_at(number, code))
        with pytest.raises(LedgerError, match="cannot write the ledger") as caught:
            CHANGES[change](failing)
        assert "\n" not in str(caught.value)
        assert state(failing) == (after if number >= published else before), names[number]
        assert not list(copy.rglob("*.tmp"))
        CHANGES[change](Ledger(copy, grace=0))
        assert state(failing) == after


def fail_at(number, code):
    steps = iter(range(10_000))

    def step(name):
        if next(steps) == number:
            raise OSError(code, os.strerror(code))

    return step


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits the size of files")
def test_a_full_disk(tmp_path):
    begin(Ledger(tmp_path / "base"))
    for size in (0, 1, 200, 1000, 3000):
        shutil.copytree(tmp_path / "base", tmp_path / "copies" / str(size))
    said = child("short_of_space", tmp_path / "copies")
    assert sum("cannot write the ledger" in line for line in said) == 5
    for copy in (tmp_path / "copies").iterdir():
        assert f"{copy.name} 3" in said
        assert files(Ledger(copy)) == files(Ledger(tmp_path / "base"))


@pytest.mark.skipif(os.name == "nt", reason="folders have modes on POSIX")
def test_a_folder_that_is_read_only(tmp_path):
    folder = tmp_path / "l"
    begin(Ledger(folder))
    (folder / "lock").unlink()
    (folder / "lock.holder").unlink()
    for path in (*reversed(folder.parents), folder, folder / "segments"):
        if path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o555 if path.is_relative_to(folder) else 0o755)
    said = child("as_nobody", folder)
    folder.chmod(0o755)
    assert said[-1] == "3"
    assert "Permission denied" in said[0] and "make the folder writable" in said[0]


def test_the_first_write_killed_before_its_manifest_leaves_a_folder_to_use(tmp_path):
    names = []
    begin(Ledger(tmp_path / "counted", step=names.append))
    for number in range(len(names)):
        with pytest.raises(LedgerError):
            begin(Ledger(tmp_path / str(number), step=fail_at(number, errno.EIO)))
        ledger = Ledger(tmp_path / str(number))
        begin(ledger)
        assert len(list(ledger.events())) == 1 and ledger.check() == []
