"""Files that are either wholly there or not there at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from legation.errors import LedgerError

Step = Callable[[str], None]
"""Called with the name of each step before it is taken; a test may kill or fail there."""

TEMPORARY = ".tmp"
"""The ending of a file that is still being written."""


def no_step(name: str) -> None:
    """Take every step as it comes."""


@contextlib.contextmanager
def whole_file(path: Path, step: Step) -> Iterator[Path]:
    """Write a file under a temporary name, then move it into place once it is on the disk.

    Args:
        path: where it goes.
        step: told each step by name.

    Yields:
        The temporary path to write to.
    """
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        step(f"write {path.name}")
        yield temporary
        step(f"sync {path.name}")
        _sync(temporary)
        step(f"rename {path.name}")
        temporary.replace(path)
        step(f"sync the folder of {path.name}")
        _sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


@contextlib.contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about writing below a path into one clear line.

    Raises:
        LedgerError: in place of an OSError.
    """
    try:
        yield
    except OSError as error:
        raise LedgerError(
            f"cannot write the ledger {path}: {os.strerror(error.errno) if error.errno else error}",
            _remedy(error),
        ) from error


def _remedy(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "what was stored stays; free some space and run it again"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "make the folder writable or name another ledger"
    return "what was stored stays; check the disk and run it again"


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(path: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; NTFS journals the rename itself.
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
