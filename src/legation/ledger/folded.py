"""Rows after folding: groups of reports, each with the row kept for them first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from legation.ledger.folding import fold
from legation.ledger.query import Query
from legation.ledger.recorded import Recorded, recorded
from legation.ledger.schemas import Table, folded_schema
from legation.ledger.voices import Flags, Index, Reports, flags

_BATCH = 2_048


@dataclass(frozen=True)
class Folded:
    """Some groups of reports.

    Args:
        table: events or relations.
        rows: their rows, group by group, the kept row first in each.
        bounds: position of the first row of each group, and at last the number of rows.
    """

    table: Table
    rows: pa.Table
    bounds: Index

    @classmethod
    def of(cls, table: Table, rows: pa.Table) -> Folded:
        """Fold rows that :func:`legation.ledger.selecting.select` put in order."""
        kept_for = fold(Reports.of(table, rows))
        order = np.argsort(kept_for, kind="stable")
        if (order[1:] < order[:-1]).any():
            rows = rows.take(order)
        edges = np.flatnonzero(np.diff(kept_for[order])) + 1
        bounds = np.concatenate(([0], edges, [len(rows)])) if len(rows) else np.zeros(1, int)
        return cls(table, rows, bounds)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def kept(self) -> pa.Table:
        """Give the kept rows."""
        return self.rows.take(self.bounds[:-1])

    def choose(self, groups: Index) -> Folded:
        """Keep some groups, in that order."""
        sizes = np.diff(self.bounds)[groups]
        bounds = np.concatenate(([0], np.cumsum(sizes)))
        shift = np.repeat(self.bounds[groups] - bounds[:-1], sizes)
        return Folded(self.table, self.rows.take(np.arange(bounds[-1]) + shift), bounds)

    def within(self, query: Query) -> Folded:
        """Keep the groups whose kept row lies in the query's window."""
        if not query.bounded:
            return self
        inside = _inside(self.rows.select(["start", "end"]).take(self.bounds[:-1]), query)
        return self if inside.all() else self.choose(np.flatnonzero(inside))

    def told_before(self, ids: pa.ChunkedArray) -> int:
        """Count the rows of these ids whose event another row reports too.

        Where only rows of these ids report it, all but one of them do.
        """
        mine = flags(pc.is_in(self.rows[self.table.id], ids))
        ours = np.add.reduceat(mine.astype(int), self.bounds[:-1])
        return int(np.where(ours == np.diff(self.bounds), np.maximum(ours - 1, 0), ours).sum())

    def shown(self) -> pa.Table:
        """Give the folded table: kept rows with the number and sources of their reports."""
        sources = self.rows["source_id"].combine_chunks()
        lists = pa.ListArray.from_arrays(pa.array(self.bounds, pa.int32()), sources)
        whole = self.kept().append_column("reports", pa.array(np.diff(self.bounds)))
        return whole.append_column("sources", lists).cast(folded_schema(self.table))


def by_date(folds: list[Folded], limit: int | None) -> Iterator[Recorded]:
    """Give the rows of all groups from the earliest; undated ones last, ties by id."""
    order = _dates(folds).sort_by([(n, "ascending") for n in ("start", "end", "id")])
    order = order.slice(0, limit)
    for first in range(0, len(order), _BATCH):
        yield from _batch(folds, order.slice(first, _BATCH))


def _dates(folds: list[Folded]) -> pa.Table:
    parts = []
    for number, folded in enumerate(folds):
        columns = folded.rows.select(["start", "end", folded.table.id])
        kept = columns.take(folded.bounds[:-1]).rename_columns(["start", "end", "id"])
        kept = kept.append_column("fold", pa.array(np.full(len(folded), number)))
        parts.append(kept.append_column("group", pa.array(np.arange(len(folded)))))
    return pa.concat_tables(parts)


def _batch(folds: list[Folded], order: pa.Table) -> Iterator[Recorded]:
    fold_of, group_of = order["fold"].to_numpy(), order["group"].to_numpy()
    built: dict[tuple[int, int], Recorded] = {}
    for number in np.unique(fold_of).tolist():
        groups = group_of[fold_of == number]
        chosen = folds[number].choose(groups)
        found = recorded(chosen.table, chosen.rows, chosen.bounds.tolist())
        built |= zip(((number, group) for group in groups.tolist()), found, strict=True)
    for key in zip(fold_of.tolist(), group_of.tolist(), strict=True):
        yield built[key]


def _inside(dates: pa.Table, query: Query) -> Flags:
    start, end = dates["start"], dates["end"]
    never, always = pa.scalar(dt.date.min, pa.date32()), pa.scalar(dt.date.max, pa.date32())
    early = pc.less_equal(pc.fill_null(start, never), query.until or always)
    late = pc.greater_equal(pc.fill_null(end, always), query.since or never)
    dated = pc.or_(pc.is_valid(start), pc.is_valid(end))
    inside = pc.and_(pc.and_(early, late), dated)
    if query.include_undated:
        inside = pc.or_(inside, pc.invert(dated))
    return flags(inside)
