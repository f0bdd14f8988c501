"""Files of machine-coded events: GDELT 1.0 and 2.0 and ICEWS, as they are and in one layout.

Sources: Leetaru and Schrodt 2013, "GDELT: Global data on events, location and tone", and the
codebooks of GDELT 1.0 (2015) and 2.0 (2015); Boschee et al. 2015, ICEWS coded event data.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, cast

from legation import tables
from legation.datasets.errors import DatasetError

if TYPE_CHECKING:
    import pyarrow as pa

Version = Literal[1, 2]
TIDY = ("event_key", "date", "actor", "recipient", "actor_role", "recipient_role", "type", "code",
        "intensity", "mentions", "latitude", "longitude", "place", "source")  # fmt: skip
"""The columns of the one layout: states by code, PLOVER's type, the producer's own code."""

_COLUMNS = ("column", "type", "versions", "meaning")
_BLOCK = 1 << 20  # bytes parsed at a time: what fits the cache is parsed twice as fast
_BEFORE_2013 = 57  # columns of files without the address of the article
_CAMEO_TO_ISO = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "YUG": "YUG", "SCG": "YUG"}


def gdelt_columns(version: Version) -> tuple[str, ...]:
    """Name the columns of a GDELT file, in order.

    Examples:
        >>> len(gdelt_columns(1)), len(gdelt_columns(2))
        (58, 61)
    """
    found = tables.rows("datasets", "gdelt_columns.csv", _COLUMNS)
    return tuple(r["column"] for r in found if str(version) in r["versions"].split("|"))


def read_gdelt(
    path: Path, version: Version = 2, columns: Sequence[str] | None = None
) -> Iterator[pa.RecordBatch]:
    """Read a GDELT file of events piece by piece, plain, gzipped or zipped.

    A line with too few or too many cells is left out.

    Args:
        path: one file, such as ``20200101.export.CSV.zip``.
        version: 1 (57 or 58 columns, to this day) or 2 (61 columns, from 2015).
        columns: some of :func:`gdelt_columns`; by default all.

    Yields:
        Batches of rows. An empty cell is null; other cells are as they stand.

    Raises:
        DatasetError: it cannot be read, is empty, or is not of that version.
    """
    with _opened(path) as file:
        first = file.readline()
        names = _names(path, first, version)
        yield from _batches(path, file, first, names, columns, _types(names))


def gdelt_events(path: Path, version: Version = 2) -> Iterator[pa.RecordBatch]:
    """Read a GDELT file into the one layout, taking only the columns that it needs."""
    return tidy_gdelt(read_gdelt(path, version, _NEEDED))


_NEEDED = (
    *("GLOBALEVENTID", "SQLDATE", "Actor1CountryCode", "Actor2CountryCode", "Actor1Type1Code"),
    *("Actor2Type1Code", "EventCode", "GoldsteinScale", "NumMentions", "ActionGeo_Lat"),
    *("ActionGeo_Long", "ActionGeo_FullName"),
)


def read_icews(path: Path) -> Iterator[pa.RecordBatch]:
    """Read an ICEWS file of events piece by piece, with the columns that its first line names.

    Raises:
        DatasetError: it cannot be read, is empty, or has no ``CAMEO Code``.
    """
    with _opened(path) as file:
        head = file.readline().decode("utf-8", "replace").rstrip("\r\n").split("\t")
        if "CAMEO Code" not in head:
            raise DatasetError(
                f"{path.name} is no ICEWS file", "its first line should name columns"
            )
        yield from _batches(path, file, b"", head, None, {})


def tidy_gdelt(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Put GDELT's rows into the one layout, states by code and PLOVER's types."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for batch in batches:
        text = {n: batch.column(n) for n in batch.schema.names}
        day = pc.strptime(text["SQLDATE"], format="%Y%m%d", unit="s", error_is_null=True)
        yield _tidy(
            pc.cast(text["GLOBALEVENTID"], pa.string()), pc.cast(day, pa.date32()),
            _mapped(text["Actor1CountryCode"], _state_of_cameo),
            _mapped(text["Actor2CountryCode"], _state_of_cameo), text["Actor1Type1Code"],
            text["Actor2Type1Code"], text["EventCode"], text["GoldsteinScale"],
            text["NumMentions"], text["ActionGeo_Lat"], text["ActionGeo_Long"],
            text["ActionGeo_FullName"], text.get("SOURCEURL"),
        )  # fmt: skip


def tidy_icews(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Put ICEWS's rows into the one layout."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for batch in batches:
        text = {n: pc.cast(batch.column(n), pa.string()) for n in batch.schema.names}
        day = pc.strptime(text["Event Date"], format="%Y-%m-%d", unit="s", error_is_null=True)
        ones = pa.array([1] * batch.num_rows, pa.int32())
        yield _tidy(
            text["Event ID"], pc.cast(day, pa.date32()),
            _mapped(text["Source Country"], _state_called),
            _mapped(text["Target Country"], _state_called), text["Source Sectors"],
            text["Target Sectors"], text["CAMEO Code"], pc.cast(text["Intensity"], pa.float64()),
            ones, pc.cast(text["Latitude"], pa.float64()), pc.cast(text["Longitude"], pa.float64()),
            text["City"], text["Publisher"],
        )  # fmt: skip


@cache
def plover_of(cameo: str) -> str | None:
    """Give PLOVER's type of a CAMEO code, by its longest known beginning.

    Examples:
        >>> plover_of("0841"), plover_of("080"), plover_of("190"), plover_of("010")
        ('RETREAT', 'CONCEDE', 'ASSAULT', None)
    """
    for length in range(len(cameo), 1, -1):
        if cameo[:length] in _plover():
            return _plover()[cameo[:length]] or None
    return None


@cache
def _plover() -> dict[str, str]:
    found = tables.rows("datasets", "cameo_plover.csv", ("cameo", "plover", "note"))
    return {r["cameo"]: r["plover"] for r in found}


def _names(path: Path, first: bytes, version: Version) -> list[str]:
    names, cells = list(gdelt_columns(version)), first.count(b"\t") + 1
    if not first.strip():
        raise DatasetError(f"{path.name} is empty", "get it again")
    if version == 1 and cells == _BEFORE_2013:
        return names[:-1]
    if cells != len(names):
        raise DatasetError(
            f"{path.name} has {cells} columns, not {len(names)}",
            f"it is no file of GDELT {version}.0",
        )
    return names


@cache
def _declared() -> dict[str, str]:
    return {r["column"]: r["type"] for r in tables.rows("datasets", "gdelt_columns.csv", _COLUMNS)}


def _types(names: Sequence[str]) -> dict[str, pa.DataType]:
    import pyarrow as pa

    return {n: getattr(pa, _declared()[n])() for n in names}


def _batches(
    path: Path, file: IO[bytes], first: bytes, names: Sequence[str],
    columns: Sequence[str] | None, types: dict[str, pa.DataType],
) -> Iterator[pa.RecordBatch]:  # fmt: skip
    import pyarrow as pa
    from pyarrow import csv

    strange = [c for c in columns or () if c not in names]
    if strange:
        raise DatasetError(f"{path.name} has no column {strange[0]}", ", ".join(names)[:200])
    wanted = list(columns or names)
    try:
        with csv.open_csv(
            _Joined(first, file),
            read_options=csv.ReadOptions(
                column_names=list(names), block_size=_BLOCK, use_threads=False
            ),
            parse_options=csv.ParseOptions(
                delimiter="\t", quote_char=False, invalid_row_handler=lambda _: "skip"
            ),
            convert_options=csv.ConvertOptions(
                column_types=types or dict.fromkeys(names, pa.string()),
                include_columns=wanted,
                null_values=[""],
                strings_can_be_null=True,
                check_utf8=False,
            ),
        ) as reader:
            yield from map(_readable, reader)
    except (pa.ArrowException, OSError, EOFError, zipfile.BadZipFile) as error:
        raise DatasetError(f"{path.name} is not a whole file of events", "get it again") from error


def _readable(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Give a batch with text that is text: bytes that are no UTF-8 are taken for Latin-1."""
    import pyarrow as pa

    try:
        batch.validate(full=True)
    except pa.ArrowInvalid:
        columns = [_latin(c) if pa.types.is_string(c.type) else c for c in batch.columns]
        return pa.RecordBatch.from_arrays(columns, schema=batch.schema)
    return batch


def _latin(column: pa.Array) -> pa.Array:
    import pyarrow as pa

    return pa.array(map(_text, column.cast(pa.binary(), safe=False).to_pylist()), pa.string())


def _text(data: bytes | None) -> str | None:
    if data is None:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


class _Joined(io.RawIOBase):
    """A file whose first line was read already, whole again."""

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._first:
            return self._rest.readinto(buffer)  # type: ignore[attr-defined, no-any-return]
        data = self._first[: len(buffer)]
        self._first = self._first[len(data) :]
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive, archive.open(archive.infolist()[0]) as inside:
                yield inside
        elif path.suffix == ".gz":
            with gzip.open(path) as packed:
                yield cast("IO[bytes]", packed)
        else:
            with path.open("rb") as plain:
                yield plain
    except (OSError, EOFError, zipfile.BadZipFile, IndexError) as error:
        raise DatasetError(f"cannot read {path.name}", "check the path, or get it again") from error


def _tidy(*values: pa.Array | None) -> pa.RecordBatch:
    import pyarrow as pa

    key, day, actor, recipient, role, other_role, code, *rest = values
    rows = len(key)  # type: ignore[arg-type]
    columns = [key, day, actor, recipient, role, other_role, _mapped(code, plover_of), code, *rest]
    filled = [pa.nulls(rows, pa.string()) if c is None else c for c in columns]
    return pa.RecordBatch.from_arrays(filled, names=list(TIDY))


def _mapped(column: pa.Array, give: object) -> pa.Array:
    """Map the distinct values of a column, and so each of its cells."""
    import pyarrow as pa

    coded = column.dictionary_encode()
    mapped = [give(v) if v is not None else None for v in coded.dictionary.to_pylist()]  # type: ignore[operator]
    return pa.array(mapped, pa.string()).take(coded.indices)


@cache
def _state_of_cameo(code: str) -> str | None:
    from legation.world.states import states

    found = _CAMEO_TO_ISO.get(code, code)
    return found if found in states() else None


@cache
def _state_called(name: str) -> str | None:
    from legation.errors import UnknownStateError
    from legation.world import find_state

    try:
        return find_state(name).code
    except UnknownStateError:
        return None
