"""How much a ledger holds, of what kind, and for which years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from legation.ledger.schemas import DOCUMENTS, EVENTS, RELATIONS, SOURCES, SUPERSEDED, Table
from legation.ledger.selecting import UNSUPERSEDED
from legation.ledger.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the sources of one kind report.

    Args:
        events: rows of events that are shown, before folding and of any status.
        relations: rows of relations, likewise.
        first: earliest start of an event, or None.
        last: latest start of an event, or None.
    """

    events: int = 0
    relations: int = 0
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A ledger in numbers.

    Args:
        documents: distinct texts stored.
        sources: sources known.
        all: coverage of everything.
        by_kind: coverage by kind of source, such as ``html`` or ``dataset``.
        segments: files that count.
        size: their bytes.
    """

    documents: int = 0
    sources: int = 0
    all: Coverage = field(default_factory=Coverage)
    by_kind: Mapping[str, Coverage] = field(default_factory=dict)
    segments: int = 0
    size: int = 0


def summarise(snapshot: Snapshot) -> Summary:
    """Count what a ledger holds."""
    events, relations = (_by_kind(snapshot, table) for table in (EVENTS, RELATIONS))
    nothing = (0, None, None)
    kinds = {}
    for kind in sorted(events.keys() | relations.keys()):
        rows, first, last = events.get(kind, nothing)
        kinds[kind] = Coverage(rows, relations.get(kind, nothing)[0], first, last)
    segments = snapshot.manifest.segments
    return Summary(
        _documents(snapshot),
        snapshot.manifest.rows(SOURCES.name),
        _total(list(kinds.values())),
        kinds,
        len(segments),
        sum(s.size for s in segments),
    )


def _by_kind(
    snapshot: Snapshot, table: Table
) -> dict[str, tuple[int, dt.date | None, dt.date | None]]:
    if not snapshot.files(table):
        return {}
    hidden = [SUPERSEDED] if snapshot.files(SUPERSEDED) else []
    where = f" WHERE {UNSUPERSEDED}" if hidden else ""
    sql = (
        f'SELECT s.kind, sum(r.n) AS n, min(r.first) AS "first", max(r.last) AS "last" FROM'
        f' (SELECT r.source_id, count(*) AS n, min(r."start") AS first, max(r."start") AS last'
        f" FROM {table.name} r{where} GROUP BY r.source_id) r"
        " JOIN sources s ON s.source_id = r.source_id GROUP BY s.kind"
    )
    found = snapshot.run(sql, [table, SOURCES, *hidden]).to_pylist()
    return {f["kind"]: (int(f["n"]), f["first"], f["last"]) for f in found}


def _documents(snapshot: Snapshot) -> int:
    if not snapshot.files(DOCUMENTS):
        return 0
    sql = "SELECT count(DISTINCT d.document_id) AS n FROM documents d"
    return int(snapshot.run(sql, [DOCUMENTS])["n"][0].as_py())


def _total(parts: list[Coverage]) -> Coverage:
    return Coverage(
        sum(c.events for c in parts),
        sum(c.relations for c in parts),
        min((c.first for c in parts if c.first), default=None),
        max((c.last for c in parts if c.last), default=None),
    )
