"""Counts of folded events by pair, type and period."""

from __future__ import annotations

from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from legation.ledger.query import Query
from legation.ledger.schemas import COUNT, DAY, EVENTS, TEXT
from legation.ledger.snapshot import Snapshot
from legation.ledger.voices import COMPARED

By = Literal["day", "month", "year"]

COUNTS = pa.schema(
    [
        pa.field("pair_a", TEXT, nullable=False),
        pa.field("pair_b", TEXT, nullable=False),
        pa.field("type", TEXT, nullable=False),
        pa.field("period", DAY),
        pa.field("events", COUNT, nullable=False),
    ]
)


def count(snapshot: Snapshot, query: Query, by: By) -> pa.Table:
    """Count events; see :meth:`legation.ledger.Ledger.counts`."""
    parts = [COUNTS.empty_table()]
    keys = [(name, "ascending") for name in COUNTS.names[:-1]]
    for part in snapshot.parts(EVENTS, query):
        kept = snapshot.folded(EVENTS, query, COMPARED["events"], part).kept()
        labelled = kept.select(COUNTS.names[:3]).append_column("period", _period(kept, by))
        counted = labelled.group_by(COUNTS.names[:4]).aggregate([([], "count_all")])
        parts.append(counted.rename_columns(COUNTS.names).cast(COUNTS).sort_by(keys))
    return pa.concat_tables(parts)


def _period(rows: pa.Table, by: By) -> pa.ChunkedArray:
    first, last = (pc.floor_temporal(rows[name], unit=by) for name in ("start", "end"))
    return pc.if_else(pc.equal(first, last), first, pa.scalar(None, pa.date32()))
