"""Files as producers give them, to Arrow tables as they stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from legation.datasets.errors import DatasetError

if TYPE_CHECKING:
    import pyarrow as pa

_INFLATED = 8_000_000_000  # bytes; V-Dem, the largest in the catalogue, inflates to 0.4 GB


def read_file(path: Path, form: str, member: str = "") -> pa.Table:
    """Read one file of a data set.

    Args:
        path: the file.
        form: its format, as :class:`legation.datasets.entries.File` names it.
        member: the file within an archive; by default its only table.

    Raises:
        DatasetError: it is not in that format, is cut off, or needs a package that is not there.
    """
    if form not in _READERS:
        raise DatasetError(f"files of format {form!r} cannot be read", "give it as CSV or Parquet")
    try:
        if form == "zip":
            return _zip(path, member)
        with path.open("rb") as file:
            return _READERS[form](file, path)
    except DatasetError:
        raise
    except ImportError as error:
        raise DatasetError(
            f"reading {path.name} needs {error.name}", "`pip install 'legation[datasets]'`"
        ) from error
    except MemoryError:
        raise
    except Exception as error:  # the readers of others' formats raise all kinds on broken bytes
        raise DatasetError(
            f"{path.name} is not a whole {form} file", "get it again, or compare its size"
        ) from error


def form_of(name: str) -> str:
    """Give the format of a file by the ending of its name."""
    ending = Path(name).suffix.lower().lstrip(".")
    return {"txt": "tsv", "tab": "tsv", "dat": "tsv", "rdata": "rda"}.get(ending, ending)


def _parquet(file: IO[bytes], path: Path) -> pa.Table:
    import pyarrow.parquet as pq

    return pq.read_table(file)


def _delimited(delimiter: str) -> Callable[[IO[bytes], Path], pa.Table]:
    def read(file: IO[bytes], path: Path) -> pa.Table:
        from pyarrow import csv

        data = file.read()
        table = csv.read_csv(
            io.BytesIO(data),
            read_options=csv.ReadOptions(encoding=_encoding(data)),
            parse_options=csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            # In text "NA" may be Namibia's code, so that only numbers can be missing by it.
            convert_options=csv.ConvertOptions(null_values=["", "NA", "."]),
        )
        return _without_empty(table)

    return read


def _without_empty(table: pa.Table) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    for place, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            column = table.column(place)
            empty = pc.equal(column, "")
            table = table.set_column(
                place, field, pc.if_else(empty, pa.scalar(None, field.type), column)
            )
    return table


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"


def _zip(path: Path, member: str) -> pa.Table:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = _member(archive, member, path)
            if inside.file_size > _INFLATED:
                raise DatasetError(f"{path.name} inflates to {inside.file_size:,} bytes", "refused")
            with archive.open(inside) as file:
                data = io.BytesIO(file.read())
    except (zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise DatasetError(f"{path.name} is not a whole zip file", "get it again") from error
    form = form_of(inside.filename)
    if form == "zip" or form not in _READERS:
        raise DatasetError(
            f"{inside.filename} in {path.name} is no table", "unpack it and use --from"
        )
    return _READERS[form](data, Path(inside.filename))


def _member(archive: zipfile.ZipFile, member: str, path: Path) -> zipfile.ZipInfo:
    tables = [i for i in archive.infolist() if form_of(i.filename) in _READERS
              and not i.filename.startswith("__MACOSX")]  # fmt: skip
    if member:
        tables = [i for i in tables if Path(i.filename).name == member]
    if not tables:
        raise DatasetError(f"{path.name} holds no {member or 'table'}", "unpack it and use --from")
    return max(tables, key=lambda i: i.file_size)


def _r(file: IO[bytes], path: Path) -> pa.Table:
    import tempfile

    import pyreadr

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"file{path.suffix}"
        copy.write_bytes(file.read())
        frames = list(pyreadr.read_r(str(copy)).values())
    if len(frames) != 1:
        raise DatasetError(f"{path.name} holds {len(frames)} tables", "give a file with one")
    return _frame(frames[0])


def _stata(file: IO[bytes], path: Path) -> pa.Table:
    import pandas as pd

    return _frame(pd.read_stata(file, convert_categoricals=False))


def _excel(file: IO[bytes], path: Path) -> pa.Table:
    import pandas as pd

    return _frame(pd.read_excel(file))


def _frame(frame: Any) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)


_READERS: dict[str, Callable[[IO[bytes], Path], pa.Table]] = {
    "parquet": _parquet,
    "csv": _delimited(","),
    "tsv": _delimited("\t"),
    "rda": _r,
    "rds": _r,
    "dta": _stata,
    "xls": _excel,
    "xlsx": _excel,
    "zip": lambda file, path: _zip(path, ""),
}
