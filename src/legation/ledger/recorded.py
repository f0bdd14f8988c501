"""What a reader gets back: a row together with every source that reports it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from legation.ledger import encoding
from legation.ledger.schemas import Table
from legation.model import Evidence, Row


@dataclass(frozen=True, slots=True)
class Citation:
    """One report of a row.

    Args:
        row_id: id of the row as that report gave it.
        source_id: its source; :meth:`legation.ledger.Ledger.source` tells what that is.
        evidence: the span or data row.
        coder: coder, version and rule, or None.
        known: day the source was published, or else retrieved; None where neither is known.
    """

    row_id: str
    source_id: str
    evidence: Evidence
    coder: str | None = None
    known: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row on record.

    Args:
        row: the event or relation that is kept for all that report it.
        sources: their citations, the kept row's first, then by rank.
    """

    row: Row
    sources: tuple[Citation, ...]


def recorded(table: Table, reports: pa.Table, bounds: list[int]) -> Iterator[Recorded]:
    """Build the rows to show.

    Args:
        table: events or relations.
        reports: the stored rows, group by group, the kept row first in each.
        bounds: position of the first row of each group, and at last the number of rows.
    """
    columns = reports.to_pydict()
    cited = (columns[name] for name in ("coder", "known"))
    evidence = encoding.to_evidence(columns)
    citations = list(map(Citation, columns[table.id], columns["source_id"], evidence, *cited))
    kept = encoding.to_rows(table, reports.take(bounds[:-1]))
    for row, first, last in zip(kept, bounds, bounds[1:], strict=False):
        yield Recorded(row, tuple(citations[first:last]))
