"""What the ledger asks of a query engine: SQL over named tables, answered in Arrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import pyarrow as pa

from legation.errors import LedgerError

Input: TypeAlias = Sequence[Path] | pa.Table
"""A named table of a query: Parquet files that share a schema, or an Arrow table."""


class EngineError(LedgerError):
    """The engine refused or failed; ``sql`` is the whole query."""

    def __init__(self, problem: str, sql: str) -> None:
        super().__init__(problem, f"while running\n{sql}")
        self.sql = sql


class Engine(Protocol):
    """A query engine.

    SQL is portable: ``:name`` marks a parameter, tables go by the names of ``inputs``, and
    month arithmetic, hashes and medians are left to Python because engines differ there.
    """

    def run(
        self, sql: str, inputs: Mapping[str, Input], parameters: Mapping[str, Any] | None = None
    ) -> pa.Table:
        """Run a query.

        Args:
            sql: one SELECT.
            inputs: the tables it names; a sequence of files is never empty.
            parameters: ``{name: value}`` for its ``:name`` marks; lists are allowed.

        Returns:
            The whole result.

        Raises:
            EngineError: with the whole SQL.
        """
        ...

    def stream(
        self, sql: str, inputs: Mapping[str, Input], parameters: Mapping[str, Any] | None = None
    ) -> Iterator[pa.RecordBatch]:
        """Run a query as :meth:`run` does, and hand its result over batch by batch."""
        ...
