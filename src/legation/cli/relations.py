"""``legation relations``: relations on record."""

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

SHORT = "List relations on record."

EXAMPLES = """Examples:

legation relations --pair RUS JPN

legation relations --state Japan --kind alliance,territorial_claim --csv > relations.csv"""


def run(
    state: States = None,
    pair: PairOf = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="Kinds, such as alliance.",
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
    """List relations in the ledger, reports of one relation folded into one."""
    from legation.api import Legation
    from legation.model import RelationKind

    shape = form(json=json, csv=csv, html=html, markdown=markdown)
    kinds = options.chosen(kind, [k.value for k in RelationKind], "relation kind")
    filters = asking.wanted(state, pair, kinds, status, since, until, as_of, limit)
    legation = Legation(ledger)
    asking.show("Relations", legation.relations(**filters), shape, legation.path, limit)
