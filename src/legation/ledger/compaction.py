"""Merging segments: fewer files to open, and superseded rows set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pyarrow as pa

from legation.ledger.commit import Commit
from legation.ledger.engine import Input
from legation.ledger.manifest import Segment
from legation.ledger.query import Query
from legation.ledger.schemas import EVENTS, RELATIONS, SUPERSEDED, TABLES, Table
from legation.ledger.selecting import UNSUPERSEDED
from legation.ledger.snapshot import Snapshot

CROWD = 16
"""So many segments of like size are merged by the next commit."""


def compact(commit: Commit, snapshot: Snapshot) -> None:
    """Merge every table into one segment, and one of superseded rows where there are any."""
    for table in TABLES.values():
        segments = snapshot.manifest.of(table.name)
        stale = any(s.swept < snapshot.manifest.superseded_at for s in segments)
        if len(segments) > 1 or (stale and table in (EVENTS, RELATIONS)):
            merge(commit, snapshot, table, segments)


def tidy(commit: Commit, snapshot: Snapshot) -> None:
    """Merge the segments of one size class once there is a crowd of them.

    A merge lifts its rows into the next class, which is sixteen times larger, so that a row of
    a table of n rows is written anew about log16(n) times.
    """
    for table in TABLES.values():
        crowd = crowded(snapshot.manifest.of(table.name))
        if crowd:
            merge(commit, snapshot, table, crowd)


def crowded(segments: Iterable[Segment]) -> list[Segment]:
    """Find the segments of the smallest size class that has a crowd, or none.

    Examples:
        >>> sizes = [Segment("events", str(n), 1 + n % 2, 0, "", 1) for n in range(CROWD)]
        >>> len(crowded(sizes)), len(crowded(sizes[1:]))
        (16, 0)
    """
    classes: defaultdict[int, list[Segment]] = defaultdict(list)
    for segment in segments:
        classes[segment.rows.bit_length() // 4].append(segment)
    return next((c for _, c in sorted(classes.items()) if len(c) >= CROWD), [])


def merge(commit: Commit, snapshot: Snapshot, table: Table, segments: Sequence[Segment]) -> None:
    """Write some segments of a table as one, and their superseded rows as another."""
    swept = snapshot.manifest.sequence
    hidden = snapshot.files(SUPERSEDED)
    split = table in (EVENTS, RELATIONS) and bool(hidden)
    shown = _rows(snapshot, table, segments, UNSUPERSEDED if split else "")
    commit.write(table, shown, swept=swept)
    if split:
        aside = _rows(snapshot, table, segments, f"NOT ({UNSUPERSEDED})")
        commit.write(table, aside, swept=swept, shown=False)
    commit.drop(segments)


def _rows(
    snapshot: Snapshot, table: Table, segments: Sequence[Segment], condition: str
) -> Iterable[pa.RecordBatch]:
    inputs: dict[str, Input] = {table.name: snapshot.paths(segments)}
    if condition:
        inputs["superseded"] = snapshot.files(SUPERSEDED)
    order = ", ".join(f'r."{name}" NULLS LAST' for name in table.order)
    columns = ", ".join(f'r."{name}"' for name in table.names)
    rows = table in (EVENTS, RELATIONS)
    for part in snapshot.parts(table, Query()) if rows else [None]:
        conditions = [condition] if condition else []
        values = {}
        if part is not None:
            conditions.append("r.pair_a BETWEEN :first_code AND :last_code")
            values = {"first_code": part.first, "last_code": part.last}
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        sql = f"SELECT {columns} FROM {table.name} r{where} ORDER BY {order}"
        yield from snapshot.stream(sql, inputs, values)
