"""``legation events``: events on record."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli import asking, options
from legation.cli.options import (
    AsCsv,
    AsHtml,
    AsJson,
    AsMarkdown,
    AsOf,
    LedgerFolder,
    Limit,
    PairOf,
    Since,
    States,
    Statuses,
    Until,
    form,
)

SHORT = "List events on record."

EXAMPLES = """Examples:

legation events --pair RUS JPN --since 2013

legation events --state China --type ACCUSE,THREATEN --csv > events.csv"""


def run(
    state: States = None,
    pair: PairOf = None,
    type_: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="PLOVER types, such as CONSULT.",
                     show_default=False),
    ] = None,
    status: Statuses = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Limit = None,
    ledger: LedgerFolder = None,
    json: AsJson = False,
    csv: AsCsv = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:  # fmt: skip
    """List events in the ledger, reports of one event folded into one."""
    from legation.api import Legation
    from legation.model import codebook

    shape = form(json=json, csv=csv, html=html, markdown=markdown)
    kinds = options.chosen(type_, codebook().types, "event type")
    filters = asking.wanted(state, pair, kinds, status, since, until, as_of, limit)
    legation = Legation(ledger)
    asking.show("Events", legation.events(**filters), shape, legation.path, limit)
