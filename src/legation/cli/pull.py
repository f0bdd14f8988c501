"""``legation pull``: get established data sets, verified and with their terms."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.errors import LegationError, UserError

if TYPE_CHECKING:
    from legation.datasets import Dataset, Receipt, Store
    from legation.datasets.download import Progress

SHORT = "Get data sets."

EXAMPLES = """Examples:

legation pull nmc atop_dyads

legation pull --from ~/Downloads/cow"""


def run(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Data sets; all of a folder with --from.",
                       show_default=False),
    ] = None,
    at_hand: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE|DIR", show_default=False,
                     help="Take a file, or files of a folder, that you have; nothing is fetched."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Also what is at hand already.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Accept the terms unasked.")] = False,
) -> None:  # fmt: skip
    """Get data sets from their producers, or from files at hand; each is verified and kept.

    Terms are shown before. What has no known hash is said to be unverified.
    """
    from legation.cli import output
    from legation.datasets import Store, dataset

    store = Store()
    wanted = [dataset(n) for n in _names(names, at_hand)]
    new = [d for d in wanted if again or not store.holds(d.name)]
    for data in wanted:
        if data not in new:
            output.note(f"{data.name} {data.version} is at hand; --again gets it again.")
    _agree(new, yes)
    failed = [d for d in new if not _got(d, store, at_hand, alone=len(new) == 1)]
    if failed:
        raise UserError(
            f"{len(failed)} of {len(new)} data sets could not be got",
            "each says why above; the others are kept",
        )


def _names(names: list[str] | None, at_hand: Path | None) -> list[str]:
    from legation import datasets

    if names:
        if at_hand is not None and at_hand.is_file() and len(names) > 1:
            raise UserError("one file is one data set", "name one, or give a folder")
        return list(dict.fromkeys(names))
    if at_hand is None:
        raise UserError("no data set is named", "`legation datasets` lists them")
    if not at_hand.is_dir():
        raise UserError(f"{at_hand} is no folder", "name the data set that the file is")
    found = datasets.in_folder(at_hand, datasets.names())
    if not found:
        raise UserError(f"{at_hand} holds no file of a known data set",
                        "`legation datasets NAME` names its files")  # fmt: skip
    return found


def _agree(new: list[Dataset], yes: bool) -> None:
    """Show the terms of what is to come, and ask where somebody is there to answer."""
    from legation.cli import output

    for data in new:
        output.note(f"{data.name} {data.version}: {data.terms} ({data.terms_url})")
    asked = sys.stdin.isatty() and sys.stderr.isatty()
    if new and not yes and asked and not typer.confirm("Accept these terms?", err=True):
        raise UserError("nothing was got", "the terms were not accepted")


def _got(data: Dataset, store: Store, at_hand: Path | None, alone: bool) -> bool:
    from legation.cli import output
    from legation.datasets import pull

    try:
        with _bar(data.name) as progress:
            receipt = pull(data.name, store, at_hand, progress=progress)
    except LegationError as error:
        if alone:
            raise
        output.note(f"{data.name}: {error}")
        return False
    output.write(_line(receipt))
    return True


def _line(receipt: Receipt) -> str:
    checked = f"verified by {receipt.verified}" if receipt.verified else (
        f"unverified, no hash is known; SHA-256 {receipt.sha256[:12]}…")  # fmt: skip
    return f"{receipt.name} {receipt.version}: {receipt.rows:,} rows, {checked}"


@contextlib.contextmanager
def _bar(name: str) -> Iterator[Progress | None]:
    """Show how much of a file has come, where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(),
               TransferSpeedColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
