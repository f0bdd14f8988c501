"""A panel's table to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from legation.panel.errors import PanelError

if TYPE_CHECKING:
    import pyarrow as pa


def write(table: pa.Table, path: Path) -> Path:
    """Write a table in the format that the file's ending names; the file is whole or not there.

    Raises:
        PanelError: the ending names no format, or Stata is wanted and pandas is not there.
    """
    ending = path.suffix.lower()
    if ending not in (".parquet", ".csv", ".arrow", ".dta"):
        raise PanelError(
            f"{path.name} names no format", "end it with .parquet, .csv, .arrow or .dta"
        )
    part = path.with_name(path.name + ".tmp")
    try:
        _write(table, part, ending)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _write(table: pa.Table, path: Path, ending: str) -> None:
    import pyarrow as pa
    from pyarrow import csv, parquet

    if ending == ".parquet":
        parquet.write_table(table, path, compression="zstd")
    elif ending == ".csv":
        csv.write_csv(table, path)
    elif ending == ".arrow":
        with pa.ipc.new_file(path, table.schema) as sink:
            sink.write_table(table)
    else:
        _stata(table, path)


def _stata(table: pa.Table, path: Path) -> None:
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        raise PanelError("writing Stata's format needs pandas", "`pip install pandas`") from error
    frame = table.to_pandas()
    labels = {f.name: (f.metadata or {}).get(b"meaning", b"").decode()[:80] for f in table.schema}
    for name in frame.columns:
        if frame[name].dtype == "category":
            frame[name] = frame[name].astype(str)
    frame.to_stata(path, write_index=False, version=118, variable_labels=labels)
