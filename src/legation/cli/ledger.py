"""``legation ledger``: is it sound, what does it hold; merge, feed and exchange its files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.options import AsJson, LedgerFolder

app = typer.Typer(
    help="Check, compact, summarise, feed, export or import the ledger.", rich_markup_mode=None
)


@app.command(epilog="Example: legation ledger check --ledger ./demo/ledger")
def check(ledger: LedgerFolder = None) -> None:
    """Compare every file of the ledger with its digest."""
    from legation.api import Legation
    from legation.cli.output import note, write
    from legation.errors import LedgerError

    legation = Legation(ledger)
    faults = legation.ledger.check()
    if not faults:
        write(f"{legation.path}: sound")
        return
    for fault in faults[1:]:
        note(fault)
    raise LedgerError(
        faults[0], "restore the file from a backup, or read its sources into a new ledger"
    )


@app.command(epilog="Example: legation ledger feed cow_war_dyads atop_members")
def feed(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", show_default=False,
                       help="Data sets at hand; all that say things of pairs by default."),
    ] = None,
    ledger: LedgerFolder = None,
) -> None:  # fmt: skip
    """Keep what data sets at hand say of pairs: wars, alliances, disputes, sanctions, rivalries."""
    from legation.api import Legation
    from legation.cli.output import write
    from legation.errors import UserError

    legation = Legation(ledger)
    added = legation.feed(*(names or ()))
    if not names and not (added.events or added.relations) and not legation.ledger.sources():
        raise UserError("no data set that says things of pairs is at hand",
                        "get some: `legation pull cow_war_dyads atop_members`")  # fmt: skip
    write(f"{legation.path}: {added.events:,} events and {added.relations:,} relations new")


@app.command(epilog="Example: legation ledger compact")
def compact(ledger: LedgerFolder = None) -> None:
    """Merge the ledger's files, which makes queries faster; nothing is lost."""
    from legation.api import Legation
    from legation.cli.output import write

    legation = Legation(ledger)
    before = legation.ledger.summary().segments
    legation.ledger.compact()
    write(f"{legation.path}: {before} files merged into {legation.ledger.summary().segments}")


@app.command(epilog="Example: legation ledger summary --json")
def summary(ledger: LedgerFolder = None, json: AsJson = False) -> None:
    """Count what the ledger holds, by kind of source."""
    from legation.api import Legation
    from legation.briefing import ledger_page, render_json
    from legation.cli import output
    from legation.cli.options import Form

    legation = Legation(ledger)
    held = legation.ledger.summary()
    if json:
        output.write(render_json.line(ledger_page.summary_data(held)))
    else:
        output.show(ledger_page.summary_listing(held, str(legation.path)), Form.TERMINAL)


@app.command(epilog="Example: legation ledger export ours.jsonl.gz")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Compressed if it ends in .gz.")],
    ledger: LedgerFolder = None,
) -> None:
    """Write all that the ledger shows into one file, for another ledger to take in."""
    from legation.api import Legation
    from legation.cli.output import note
    from legation.ledger.exchange import export as write

    rows = write(Legation(ledger).ledger, file)
    note(f"Written: {rows} rows to {file}.")


@app.command(name="import", epilog="Example: legation ledger import theirs.jsonl.gz")
def take_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `ledger export` wrote.")],
    ledger: LedgerFolder = None,
) -> None:
    """Add what another ledger's export holds; what is here already adds nothing."""
    from legation.api import Legation
    from legation.cli.output import note
    from legation.errors import UnreadableError
    from legation.ledger.exchange import take_in as take

    if not file.is_file():
        raise UnreadableError(f"{file}: no such file", "name a file that `ledger export` wrote")
    added = take(Legation(ledger).ledger, file)
    note(f"Kept: {added.documents} new documents, {added.events} events and "
         f"{added.relations} relations new.")  # fmt: skip
