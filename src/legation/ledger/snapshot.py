"""The ledger as one manifest names it: what every query of a reader runs against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from legation.errors import LedgerError
from legation.ledger import manifest as manifests
from legation.ledger.engine import Engine, EngineError, Input
from legation.ledger.folded import Folded
from legation.ledger.manifest import Manifest, Segment
from legation.ledger.query import Query
from legation.ledger.schemas import SUPERSEDED, Table
from legation.ledger.segments import measure
from legation.ledger.selecting import Slice, select

Answer = TypeVar("Answer")

SLICE_ROWS = 1_000_000
"""A query of the whole ledger folds about this many rows at a time, to bound its memory."""

_TRIES = 5


class Snapshot:
    """Run queries against the segments of one manifest.

    Args:
        folder: the ledger's folder.
        manifest: which segments count.
        engine: what runs the SQL.
    """

    def __init__(self, folder: Path, manifest: Manifest, engine: Engine) -> None:
        self.manifest = manifest
        self._folder, self._engine = folder, engine

    def run(
        self,
        sql: str,
        tables: Iterable[Table],
        parameters: Mapping[str, Any] | None = None,
        given: Mapping[str, Input] | None = None,
    ) -> pa.Table:
        """Run SQL over some of the ledger's tables, none of which is empty, and Arrow tables."""
        inputs: dict[str, Input] = {t.name: self.files(t) for t in tables}
        return self._engine.run(sql, inputs | dict(given or {}), parameters)

    def stream(
        self, sql: str, inputs: Mapping[str, Input], parameters: Mapping[str, Any] | None = None
    ) -> Iterator[pa.RecordBatch]:
        """Run SQL over chosen files, batch by batch."""
        return self._engine.stream(sql, inputs, parameters)

    def files(self, table: Table, superseded: bool = False) -> list[Path]:
        """List the files of a table."""
        return self.paths(self.manifest.of(table.name, superseded))

    def paths(self, segments: Iterable[Segment]) -> list[Path]:
        """Give the paths of segments."""
        return [self._folder / "segments" / s.name for s in segments]

    def find(
        self,
        table: Table,
        column: str,
        values: Iterable[str],
        columns: Sequence[str] | None = None,
    ) -> pa.Table:
        """Look rows up by one column of texts."""
        names = columns or table.names
        wanted = pa.table({"value": pa.array(sorted(set(values)), pa.string())})
        if not (len(wanted) and self.files(table)):
            return table.arrow.empty_table().select(names)
        listed = ", ".join(f'r."{name}"' for name in names)
        sql = (
            f"SELECT {listed} FROM {table.name} r WHERE EXISTS"
            f" (SELECT 1 FROM wanted w WHERE w.value = r.{column})"
            f" AND r.{column} BETWEEN :first AND :last"
        )
        ends = {"first": wanted["value"][0].as_py(), "last": wanted["value"][-1].as_py()}
        found = self.run(sql, [table], ends, {"wanted": wanted})
        return found.cast(pa.schema([table.arrow.field(n) for n in names]))

    def folded(
        self,
        table: Table,
        query: Query,
        columns: Sequence[str] | None = None,
        part: Slice | None = None,
        pairs: pa.Table | None = None,
    ) -> Folded:
        """Select rows, fold them, and keep those in the query's window.

        Args:
            table: events or relations.
            query: what is asked, but for its limit.
            columns: the columns to read, those that folding compares among them.
            part: only this stretch of pairs.
            pairs: only pairs with a row here, columns ``pair_a`` and ``pair_b``.
        """
        names = list(columns or table.names)
        schema = pa.schema([table.arrow.field(n) for n in names])
        files = self.files(table, query.superseded)
        if not files:
            return Folded.of(table, schema.empty_table())
        hide = not query.superseded and self._unswept(table)
        sql, values = select(
            table, query, names, hide_superseded=hide, part=part, listed=pairs is not None
        )
        inputs: dict[str, Input] = {table.name: files}
        if hide:
            inputs["superseded"] = self.files(SUPERSEDED)
        if pairs is not None:
            inputs["listed"] = pairs
        rows = self._engine.run(sql, inputs, values)
        return Folded.of(table, rows.cast(schema)).within(query)

    def parts(self, table: Table, query: Query) -> list[Slice | None]:
        """Cut the table into stretches of pairs that are small enough to fold at once."""
        if query.pair or self.manifest.rows(table.name) <= SLICE_ROWS:
            return [None]
        sql = (
            f"SELECT r.pair_a, count(*) AS n FROM {table.name} r GROUP BY r.pair_a"
            " ORDER BY r.pair_a"
        )
        files = self.files(table, query.superseded)
        counts = self._engine.run(sql, {table.name: files}, {})
        slices: list[Slice | None] = []
        first, held = None, 0
        for code, rows in zip(*(counts[c].to_pylist() for c in ("pair_a", "n")), strict=True):
            first, held = code if first is None else first, held + rows
            if held >= SLICE_ROWS:
                slices.append(Slice(first, code))
                first, held = None, 0
        if first is not None:
            slices.append(Slice(first, code))
        return slices

    def explain(self, error: EngineError) -> LedgerError:
        """Say which segment is to blame for what an engine could not do; else give the error."""
        fault = next((f for s in self.manifest.segments if (f := self._fault(s))), None)
        if fault is None:
            return error
        return LedgerError(
            fault, "restore that file from a backup, or read its sources into a new ledger"
        )

    def faults(self) -> list[str]:
        """Compare every segment with its size and digest; one line for each that differs."""
        return [f for s in self.manifest.segments if (f := self._fault(s))]

    def _fault(self, segment: Segment) -> str | None:
        path = self._folder / "segments" / segment.name
        try:
            size, sha256 = measure(path)
        except FileNotFoundError:
            return f"{path} is missing"
        except OSError as error:
            return f"{path} cannot be read: {error.strerror}"
        if size != segment.size:
            return f"{path} has {size} bytes, not {segment.size}"
        return None if sha256 == segment.sha256 else f"{path} does not match its digest"

    def _unswept(self, table: Table) -> bool:
        swept = min((s.swept for s in self.manifest.of(table.name)), default=0)
        return swept < self.manifest.superseded_at


def reading(folder: Path, engine: Engine, answer: Callable[[Snapshot], Answer]) -> Answer:
    """Answer from the newest state, again if a merge took its segments away meanwhile.

    Raises:
        LedgerError: the manifest or a segment is broken, and which.
        EngineError: the engine failed although every segment is sound.
    """
    for attempt in range(_TRIES):
        snapshot = Snapshot(folder, manifests.load(folder) or Manifest(), engine)
        try:
            return answer(snapshot)
        except EngineError as error:
            newest = manifests.load(folder) or Manifest()
            if newest.sequence != snapshot.manifest.sequence and attempt < _TRIES - 1:
                continue
            raise snapshot.explain(error) from error
    raise AssertionError("the last try returns or raises")
