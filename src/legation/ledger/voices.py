"""The columns that folding compares, as whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from legation.ledger.schemas import EVENTS, Table

Index = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

Period = tuple[int, int, int]
"""First day, last day and coarseness of a row."""

NO_DATE = 0
"""Stands for an unknown day; real days are counted from 1 on 0001-01-01."""

_EPOCH = 719_163
_ORDER = ("day", "month", "season", "year", "decade", "century", "open")

COMPARED = {
    "events": (
        *("event_id", "pair_a", "pair_b", "type", "status", "mutual", "actor", "recipient"),
        *("start", "end", "precision", "mode", "place", "actor_role", "recipient_role"),
        *("document_id", "dataset", "coder_version", "known", "source_id"),
    ),
    "relations": (
        *("relation_id", "pair_a", "pair_b", "kind", "status", "mutual", "a", "b"),
        *("start", "end", "start_precision", "terms"),
        *("document_id", "dataset", "coder_version", "known", "source_id"),
    ),
}
"""The columns that folding and its order need, by table."""


@dataclass(frozen=True)
class Reports:
    """Rows of events or relations as folding sees them; one entry for each row.

    Args:
        happened: true of events, false of relations.
        bucket: number of the row's bucket, rising.
        known_party: whether at least one party is known.
        start: first day counted from 1 on 0001-01-01, 0 where unknown.
        end: last day, likewise.
        coarseness: 0 day to 5 century, 6 open, 7 undated.
        voice: number of the document and coder, or data set, that speaks.
        claims: numbers of what must not conflict, -1 for null.
    """

    happened: bool
    bucket: Index
    known_party: Flags
    start: Index
    end: Index
    coarseness: Index
    voice: Index
    claims: tuple[Index, ...]

    def __len__(self) -> int:
        return len(self.bucket)

    def report(self, row: int) -> tuple[Period, int, tuple[int, ...]]:
        """Give period, voice and claims of one row."""
        return self._reports[row]

    @cached_property
    def _reports(self) -> list[tuple[Period, int, tuple[int, ...]]]:
        dates = (c.tolist() for c in (self.start, self.end, self.coarseness))
        claims = zip(*(c.tolist() for c in self.claims), strict=True)
        return list(zip(zip(*dates, strict=True), self.voice.tolist(), claims, strict=True))

    @classmethod
    def of(cls, table: Table, rows: pa.Table) -> Reports:
        """Read the rows of a table; they come in the order of their buckets."""
        happened = table is EVENTS
        start, end = _days(rows["start"]), _days(rows["end"])
        precision = rows["precision" if happened else "start_precision"]
        return cls(
            happened,
            _bucket(table, rows),
            flags(pc.not_equal(rows["pair_b"], "")),
            start,
            end,
            _coarseness(start, end, precision),
            _voice(rows),
            _claims_of_event(rows) if happened else (_codes(_plain(rows["terms"])),),
        )


def _bucket(table: Table, rows: pa.Table) -> Index:
    kind, actor = ("type", "actor") if table is EVENTS else ("kind", "a")
    mutual = flags(rows["mutual"])
    direction = np.where(mutual, -2, _codes(rows[actor]))
    change = np.zeros(len(direction), dtype=bool)
    for key in (*(_codes(rows[n]) for n in ("pair_a", "pair_b", kind, "status")), direction):
        change[1:] |= np.diff(key) != 0
    change[1:] |= mutual[1:] != mutual[:-1]
    return np.cumsum(change)


def _claims_of_event(rows: pa.Table) -> tuple[Index, ...]:
    both = pa.chunked_array(
        [*rows["actor_role"].chunks, *rows["recipient_role"].chunks], pa.string()
    )
    codes = _codes(both)
    actor, recipient = codes[: len(rows)], codes[len(rows) :]
    turned = pc.equal(rows["actor"], rows["pair_b"]).fill_null(False)
    turn = flags(turned)
    return (
        _codes(rows["mode"]),
        _codes(_plain(rows["place"])),
        np.where(turn, recipient, actor),
        np.where(turn, actor, recipient),
    )


def _voice(rows: pa.Table) -> Index:
    document, dataset = _codes(rows["document_id"]), _codes(rows["dataset"])
    name = _codes(pc.list_element(pc.split_pattern(rows["coder_version"], "/", max_splits=1), 0))
    names = int(name.max(initial=0)) + 1
    speaker = np.where(document >= 0, document, document.max(initial=0) + 1 + dataset)
    return speaker * names + name


def _coarseness(start: Index, end: Index, precision: pa.ChunkedArray) -> Index:
    known = _positions(pc.index_in(precision, pa.array(_ORDER)))
    known = np.where(known < 0, 0, known)
    known = np.where((start == NO_DATE) | (end == NO_DATE), 6, known)
    return np.where((start == NO_DATE) & (end == NO_DATE), 7, known)


def _days(column: pa.ChunkedArray) -> Index:
    days = column.cast(pa.int32()).cast(pa.int64())
    return _numbers(pc.fill_null(days, NO_DATE - _EPOCH)) + _EPOCH


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Compare a text without its capitals and outer spaces."""
    return pc.utf8_lower(pc.utf8_trim_whitespace(column))


def _codes(column: pa.ChunkedArray) -> Index:
    """Number the distinct texts of a column; null is -1."""
    return _positions(pc.dictionary_encode(_whole(column)).indices)


def _positions(indices: pa.Array) -> Index:
    return _numbers(pc.fill_null(_whole(indices).cast(pa.int64()), -1))


def _numbers(column: pa.ChunkedArray) -> Index:
    numbers: Index = _whole(column).to_numpy(zero_copy_only=False)
    return numbers


def flags(column: pa.ChunkedArray) -> Flags:
    """Turn a column of booleans without nulls into numpy's."""
    truths: Flags = _whole(column).to_numpy(zero_copy_only=False)
    return truths


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
