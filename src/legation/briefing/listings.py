"""Rows as listings: one line for each event or relation, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from legation.briefing.explaining import explained
from legation.briefing.periods import compact
from legation.briefing.structure import Cell, Listing, Span, cell
from legation.briefing.wording import what, who
from legation.model import Row, Status

if TYPE_CHECKING:
    from legation.ledger import Recorded  # loads the query engine, which `read --no-keep` spares

COLUMNS = ("When", "What", "Who", "Status", "Evidence")


def rows_listing(title: str, rows: Iterable[Row], explain: bool = False) -> Listing:
    """List rows as they were coded.

    Args:
        title: what they are.
        rows: events and relations.
        explain: whether to mark the parties in the evidence and name the rule behind each.
    """
    listed = tuple(_line(row, explain) for row in rows)
    notes = (_LEGEND,) if explain and listed else ()
    return Listing(title, COLUMNS, listed, notes, long=True)


def recorded_listing(title: str, found: Iterable[Recorded], limit: int | None = None) -> Listing:
    """List rows on record, with how many sources report each."""
    lines = tuple(_recorded_lines(found))
    notes = (f"Only the first {limit:,} are shown.",) if limit is not None == len(lines) else ()
    columns = (*COLUMNS[:4], "Sources", "Evidence")
    return Listing(title, columns, lines, notes, long=True)


_LEGEND = "In the evidence, the words that name the actor and the recipient are marked."


def _recorded_lines(found: Iterable[Recorded]) -> Iterator[tuple[Cell, ...]]:
    for recorded in found:
        line = _line(recorded.row, explain=False)
        sources = {c.source_id for c in recorded.sources}
        yield (*line[:4], cell(str(len(sources))), line[4])


def _line(row: Row, explain: bool) -> tuple[Cell, ...]:
    status = cell(row.status.value, "" if row.status is Status.REPORTED else "warn")
    when = cell(compact(row.period) or "undated", "" if row.period.dated else "quiet")
    evidence = explained(row) if explain else _evidence(row)
    return when, cell(what(row)), cell(who(row)), status, evidence


def _evidence(row: Row) -> Cell:
    quote = row.evidence.quote or f"{row.evidence.dataset} {row.evidence.row_key}"
    return (Span(" ".join(quote.split())),)
