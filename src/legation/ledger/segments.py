"""Segments: immutable Parquet files, each sorted as its table declares."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from legation.ledger.disk import Step, whole_file
from legation.ledger.manifest import Segment
from legation.ledger.schemas import SCHEMA_VERSION, Table


def write_segment(
    folder: Path,
    table: Table,
    batches: Iterable[pa.RecordBatch],
    sequence: int,
    number: int,
    step: Step,
    *,
    shown: bool = True,
    swept: int = 0,
) -> Segment | None:
    """Write sorted rows as one segment, whole and on the disk when this returns.

    Args:
        folder: the ledger's ``segments`` folder.
        table: the table they belong to.
        batches: its rows, already in its order.
        sequence: the commit that writes it.
        number: which segment of that commit it is.
        step: told each step by name.
        shown: false for superseded rows.
        swept: see :class:`legation.ledger.manifest.Segment`.

    Returns:
        Its entry for the manifest, or None where there were no rows and so no file.

    Raises:
        OSError: it could not be written; nothing is left behind.
    """
    path = folder / f"{table.name}-{sequence:08}-{number:02}.parquet"
    parts = _fitting(table, batches)
    first = next(parts, None)
    if first is None:
        return None
    with whole_file(path, step) as temporary:
        rows = _write(temporary, table, chain([first], parts))
        size, sha256 = measure(temporary)
    return Segment(table.name, path.name, rows, size, sha256, sequence, shown, swept)


def in_order(table: Table, rows: pa.Table) -> pa.Table:
    """Sort rows as their table declares, nulls last."""
    return rows.sort_by([(name, "ascending") for name in table.order])


def measure(path: Path) -> tuple[int, str]:
    """Give the size of a file in bytes and the SHA-256 digest of them."""
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()


def _fitting(table: Table, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Give the rows in tables of the declared schema, whatever an engine made of the types."""
    schema = table.arrow.with_metadata({"legation": f"{table.name} {SCHEMA_VERSION}"})
    for batch in batches:
        if batch.num_rows:
            yield pa.Table.from_batches([batch]).cast(schema)


def _write(path: Path, table: Table, parts: Iterator[pa.Table]) -> int:
    first = next(parts)
    with pq.ParquetWriter(path, first.schema, compression="zstd") as writer:
        waiting, rows = first, 0
        for part in parts:
            rows, waiting = _full_groups(writer, table, waiting, rows)
            waiting = pa.concat_tables([waiting, part])
        writer.write_table(waiting, row_group_size=table.row_group)
    return rows + len(waiting)


def _full_groups(
    writer: pq.ParquetWriter, table: Table, waiting: pa.Table, rows: int
) -> tuple[int, pa.Table]:
    """Write what fills whole row groups; give the rows written so far and what is left."""
    full = len(waiting) // table.row_group * table.row_group
    if full:
        writer.write_table(waiting.slice(0, full), row_group_size=table.row_group)
    return rows + full, waiting.slice(full)
