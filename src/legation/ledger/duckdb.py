"""DuckDB as the ledger's engine: offline, bounded in memory, confined to the ledger's folder."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from legation.ledger.engine import EngineError, Input

_MARK = re.compile(r"(?<!:):([a-z_][a-z_0-9]*)")
_BATCH = 65_536
_FAILURES = (duckdb.Error, pa.ArrowException, OSError)


class DuckDBEngine:
    """Run the ledger's queries in this process.

    The database lives in memory and may read below ``root`` only; it never installs or loads
    an extension, and its settings are locked once made. Large sorts spill to the system's
    temporary directory.

    Args:
        root: the folder whose Parquet files it may read.
        memory: the most memory it may use.
        threads: how many threads; None leaves the choice to DuckDB.

    Examples:
        >>> engine = DuckDBEngine(Path("."))
        >>> numbers = pa.table({"n": [1, 2, 3]})
        >>> engine.run("SELECT max(n) AS m FROM numbers WHERE n < :high",
        ...            {"numbers": numbers}, {"high": 3})["m"].to_pylist()
        [2]
    """

    def __init__(self, root: Path, memory: str = "2GB", threads: int | None = None) -> None:
        self._root, self._memory, self._threads = root.resolve(), memory, threads
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._process = 0
        self._opening = threading.Lock()

    def run(
        self, sql: str, inputs: Mapping[str, Input], parameters: Mapping[str, Any] | None = None
    ) -> pa.Table:
        """Run a query; see :meth:`legation.ledger.engine.Engine.run`."""
        try:
            return self._relation(sql, inputs, parameters).to_arrow_table()
        except _FAILURES as error:
            raise EngineError(f"DuckDB: {error}", sql) from error

    def stream(
        self, sql: str, inputs: Mapping[str, Input], parameters: Mapping[str, Any] | None = None
    ) -> Iterator[pa.RecordBatch]:
        """Run a query batch by batch; see :meth:`legation.ledger.engine.Engine.stream`."""
        try:
            yield from self._relation(sql, inputs, parameters).to_arrow_reader(_BATCH)
        except _FAILURES as error:
            raise EngineError(f"DuckDB: {error}", sql) from error

    def _relation(
        self, sql: str, inputs: Mapping[str, Input], parameters: Mapping[str, Any] | None
    ) -> duckdb.DuckDBPyRelation:
        cursor = self._open().cursor()
        values = dict(parameters or {})
        named = []
        for name, given in inputs.items():
            if isinstance(given, pa.Table):
                cursor.register(name, given)
            else:
                mark = f"files_of_{name}"
                values[mark] = [str(path) for path in given]
                files = f"read_parquet(${mark}, hive_partitioning = false)"
                named.append(f"{name} AS (SELECT * FROM {files})")
        body = _MARK.sub(r"$\1", sql)
        query = f"WITH {', '.join(named)} {body}" if named else body
        return cursor.sql(query, params=values or None)

    def _open(self) -> duckdb.DuckDBPyConnection:
        """Give this process its connection; one inherited by a fork must not be used."""
        with self._opening:
            if self._connection is None or self._process != os.getpid():
                self._connection, self._process = self._confined(), os.getpid()
            return self._connection

    def _confined(self) -> duckdb.DuckDBPyConnection:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "memory_limit": self._memory,
            "temp_directory": _spill_folder(),
        }
        if self._threads:
            settings["threads"] = self._threads
        connection = duckdb.connect(":memory:", config=settings)
        root = str(self._root).replace("'", "''")
        connection.execute(f"SET allowed_directories = ['{root}']")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        return connection


def _spill_folder() -> str:
    """Name a folder that nobody could have made before; DuckDB makes it when it must spill."""
    try:
        return str(Path(tempfile.gettempdir()) / f"legation-{secrets.token_hex(8)}")
    except FileNotFoundError:  # Nowhere to write, as on a full disk: reading goes on without.
        return ""
