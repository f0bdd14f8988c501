"""A bar on standard error while a folder is read, where that is a terminal."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legation.errors import LegationError
    from legation.model import Document

Advance = Callable[["Document"], None]
Stumble = Callable[[str, "LegationError"], None]


@contextlib.contextmanager
def progress(addresses: list[str]) -> Iterator[tuple[Advance, Stumble]]:
    """Show how far reading got.

    Yields:
        What to call with each document that was read, and with each address that could not be.
    """
    total = count(addresses) if sys.stderr.isatty() else 0
    if total < 2:
        yield (lambda _: None), (lambda *_: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from legation.briefing.escaping import one_line

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
               TextColumn("{task.fields[name]}", markup=False))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=total, name="")
        read: set[str] = set()

        def step(address: str) -> None:
            new = address not in read  # a feed gives several documents of one file
            read.add(address)
            bar.update(task, advance=int(new), name=one_line(address)[-40:])

        yield (lambda d: step(d.source.address)), (lambda address, _: step(address))


def count(addresses: list[str]) -> int:
    """Count the files and addresses that are to be read, those in folders one by one."""
    folders = [a for a in addresses if "://" not in a and Path(a).is_dir()]
    if not folders:
        return len(addresses)
    from legation.reading import paths

    return len(addresses) - len(folders) + sum(len(paths(f)) for f in folders)
