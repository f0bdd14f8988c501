"""One writer at a time, by a lock that the operating system drops when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from legation.errors import LedgerError

_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def writing(path: Path, wait: float) -> Iterator[None]:
    """Hold the only right to write.

    Args:
        path: the lock file, created if absent; that it exists means nothing.
        wait: how many seconds to wait for another writer.

    Raises:
        LedgerError: another process still writes after that long.
        OSError: the file cannot be opened for writing.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait_for(descriptor, path, wait)
        _sign(path.with_suffix(".holder"))
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            return _take(descriptor)
        except OSError:
            if time.monotonic() >= deadline:
                raise LedgerError(
                    f"the ledger {path.parent} is being written by {_holder(path)}",
                    f"waited {wait:g} s; try again when it has finished",
                ) from None
        time.sleep(_PAUSE)


def _sign(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.write_text(f"process {os.getpid()}", encoding="ascii")


def _holder(path: Path) -> str:
    try:
        return path.with_suffix(".holder").read_text(encoding="ascii") or "another process"
    except (OSError, ValueError):
        return "another process"
