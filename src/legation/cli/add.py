"""``legation add``: one event or relation by hand, with its source."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import LedgerFolder

SHORT = "Add one event or relation by hand."

EXAMPLES = """Examples:

legation add CONSULT Russia Japan --start 2013-11-02 --mutual --place Tokyo \\
    --said "First two-plus-two" --source https://www.mofa.go.jp/page3e_000113.html

legation add alliance AUS USA --start 1952-04-29 --said "ANZUS in force" --source "ATOP 3225" """


def run(
    kind: Annotated[str, typer.Argument(metavar="TYPE", help="An event type or a relation kind.")],
    a: Annotated[str, typer.Argument(metavar="A", help="Who does it, or has it.")],
    b: Annotated[str, typer.Argument(metavar="B", help="To whom, or with whom.")],
    said: Annotated[str, typer.Option(metavar="TEXT", help="What the source says, in words.")],
    source: Annotated[str, typer.Option(metavar="ADDRESS", help="Where that can be looked up.")],
    start: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", show_default=False, help="Its day, month or year; or its first."
        ),
    ] = None,
    end: Annotated[
        str | None, typer.Option(metavar="DATE", show_default=False, help="Its last.")
    ] = None,
    mode: Annotated[
        str | None, typer.Option(metavar="MODE", show_default=False, help="The event's mode.")
    ] = None,
    mutual: Annotated[
        bool, typer.Option("--mutual", help="Both did the event to each other.")
    ] = False,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", show_default=False, help="Where it happened.")
    ] = None,
    terms: Annotated[
        str | None,
        typer.Option(metavar="TEXT", show_default=False, help="What a relation is about."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", show_default=False, help="The day of the source; today if unknown."
        ),
    ] = None,
    ledger: LedgerFolder = None,
) -> None:
    """Keep one event or relation that you found yourself, with the source that says so."""
    from legation.api import Legation
    from legation.cli.options import chosen
    from legation.cli.output import note
    from legation.model import RelationKind, codebook

    known = [*codebook().types, *(k.value for k in RelationKind)]
    [exact] = chosen([kind], known, "type or kind")
    added = Legation(ledger).add(
        exact, a, b, said=said, source=source, start=start, end=end, mode=mode, mutual=mutual,
        place=place, terms=terms, published=published,
    )  # fmt: skip
    kept = added.events + added.relations
    note("Kept: 1 row." if kept else "Known already: nothing was added.")
