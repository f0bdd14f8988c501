"""Tab-separated files of any size, read piece by piece into typed batches.

Texts from outside are data: lines with too few or too many cells are left out and counted, cells
that are not of their column's type become null and are counted, bytes that are no UTF-8 are taken
for Windows' Western code page. Memory is bounded by a piece, whatever the size of the file.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from legation.datasets.errors import DatasetError
from legation.datasets.tidying import arrow_type

if TYPE_CHECKING:
    import pyarrow as pa

_PIECE = 1 << 21  # bytes; larger pieces leave the processor's cache and are read slower
_HEAD = 1 << 18  # bytes in which a file must show what it is
_LINE = 1 << 24  # bytes that a line may have before the file is taken for something else
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError)
_WESTERN = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}
"""What the bytes mean that Python's ``surrogateescape`` keeps."""
_SHAPES = {
    "bool": r"^[01]$",
    "int8": r"^-?\d{1,2}$",
    "int16": r"^-?\d{1,4}$",
    "int32": r"^-?\d{1,9}$",
    "int64": r"^-?\d{1,18}$",
    "float64": r"^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$",
}
"""Texts that can be cast without fail."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a file are.

    Args:
        names: the columns that every line has, in order, each name once.
        types: the columns to take, in order, each with its Arrow type by name.
        headed: whether the first line is names.
        nulls: texts that say that there is nothing.
    """

    names: tuple[str, ...]
    types: dict[str, str]
    headed: bool = False
    nulls: tuple[str, ...] = ("",)


class EventBatches(Iterator["pa.RecordBatch"]):
    """The rows of one file, batch by batch, and what did not fit so far.

    Args:
        path: the file.
        layout: its columns.
        finish: what is done with each batch before it is given.

    Attributes:
        rows: lines read so far.
        skipped: lines left out so far, since they have too few or too many cells.
        blanked: cells made null so far, since they are not of their column's type.

    Raises:
        DatasetError: the file is missing, broken, cut off, or most lines do not fit.
    """

    def __init__(
        self, path: Path, layout: Layout, finish: Callable[[pa.RecordBatch], pa.RecordBatch]
    ) -> None:
        self.rows = self.skipped = self.blanked = 0
        self._path, self._layout, self._finish = path, layout, finish
        self._batches = self._read()

    def __next__(self) -> pa.RecordBatch:
        return next(self._batches)

    def _read(self) -> Iterator[pa.RecordBatch]:
        as_declared = _parser(self._layout, self._layout.types, self._skip)
        with _opened(self._path) as file:
            for piece in _pieces(file, self._path, self._layout):
                batch = self._batch(_utf8(piece), as_declared)
                self._check()
                if batch.num_rows:
                    yield self._finish(batch)

    def _batch(self, text: bytes, as_declared: Callable[[bytes], pa.RecordBatch]) -> pa.RecordBatch:
        import pyarrow as pa

        skipped = self.skipped
        try:
            batch = as_declared(text)
        except pa.ArrowInvalid:  # a cell is not of its type: find out which
            self.skipped = skipped
            strings = dict.fromkeys(self._layout.types, "string")
            batch = self._typed(_parser(self._layout, strings, self._skip)(text))
        self.rows += batch.num_rows
        return batch

    def _skip(self, row: Any) -> str:
        self.skipped += 1
        return "skip"

    def _check(self) -> None:
        if self.skipped > self.rows:
            raise DatasetError(
                f"most lines of {self._path.name} do not have {len(self._layout.names)} cells",
                "get it again, or compare its size",
            )

    def _typed(self, texts: pa.RecordBatch) -> pa.RecordBatch:
        import pyarrow as pa

        columns = []
        for text, kind in zip(texts.columns, self._layout.types.values(), strict=True):
            try:
                column = text.cast(arrow_type(kind))
            except pa.ArrowInvalid:
                column = _fitting(text, kind)
            self.blanked += column.null_count - text.null_count
            columns.append(column)
        return pa.RecordBatch.from_arrays(columns, names=texts.schema.names)


def first_lines(path: Path) -> list[str]:
    """Give the first lines of a file, a hundred at most, as text.

    Raises:
        DatasetError: it is missing, broken or empty.
    """
    with _opened(path) as file:
        data = file.read(_HEAD)
    lines = _utf8(data).decode().split("\n")
    lines = [line.rstrip("\r") for line in lines[:-1] or lines][:100]
    if not any(line.strip() for line in lines):
        raise DatasetError(f"{path.name} is empty", "get it again")
    return lines


def width(path: Path, lines: list[str]) -> int:
    """Give the number of cells that most lines have.

    Raises:
        DatasetError: there are no lines.
    """
    counts = Counter(line.count("\t") + 1 for line in lines if line.strip())
    if not counts:
        raise DatasetError(f"{path.name} holds no events", "get it again")
    return counts.most_common(1)[0][0]


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        with path.open("rb") as raw:
            start = raw.read(4)
            raw.seek(0)
            if start == b"PK\x03\x04" or path.suffix.lower() == ".zip":
                with zipfile.ZipFile(raw) as archive, _member(archive, path) as file:
                    yield file
            elif start[:2] == b"\x1f\x8b" or path.suffix.lower() == ".gz":
                with gzip.GzipFile(fileobj=raw) as packed:
                    yield packed  # type: ignore[misc]
            else:
                yield raw
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise DatasetError(f"cannot open {path}", "check the path") from error
    except _BROKEN as error:
        raise DatasetError(f"{path.name} is broken or cut off", "get it again") from error


def _member(archive: zipfile.ZipFile, path: Path) -> IO[bytes]:
    inside = [i for i in archive.infolist()
              if not i.is_dir() and not i.filename.startswith("__MACOSX")]  # fmt: skip
    if len(inside) != 1:
        raise DatasetError(f"{path.name} holds {len(inside)} files, not one", "unpack it")
    return archive.open(inside[0])


def _pieces(file: IO[bytes], path: Path, layout: Layout) -> Iterator[bytes]:
    """Give the lines of a file, but for names, some thousand at a time."""
    if layout.headed:
        file.readline(_LINE)
    while data := file.read(_PIECE):
        if not data.endswith(b"\n"):
            data += file.readline(_LINE)
        if not data.endswith(b"\n"):
            last = data[data.rfind(b"\n") + 1 :]
            if len(last) >= _LINE:
                raise DatasetError(f"{path.name} has no lines", "this is another file")
            if last.strip() and last.count(b"\t") + 1 < len(layout.names):
                raise DatasetError(f"{path.name} is cut off in its last line", "get it again")
        if not data.isspace():
            yield data


def _utf8(data: bytes) -> bytes:
    """Give text as UTF-8, whatever it was."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.isascii() or _is_utf8(data):
        return data
    return data.decode(errors="surrogateescape").translate(_WESTERN).encode()


def _is_utf8(data: bytes) -> bool:
    import pyarrow as pa

    # Arrow looks at the bytes as they are; decoding them would make a copy first.
    ends = pa.array([0, len(data)], pa.int32()).buffers()[1]
    text = pa.StringArray.from_buffers(1, ends, pa.py_buffer(data))
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _fitting(text: pa.Array, kind: str) -> pa.Array:
    import pyarrow.compute as pc

    fits = pc.match_substring_regex(text, _SHAPES[kind])
    return pc.if_else(fits, text, None).cast(arrow_type(kind))


def _parser(
    layout: Layout, types: dict[str, str], skip: Callable[[Any], str]
) -> Callable[[bytes], pa.RecordBatch]:
    """Make what parses lines, one at a time on one core."""
    import pyarrow as pa
    from pyarrow import csv

    read = csv.ReadOptions(
        use_threads=False, block_size=_PIECE + _LINE + 1, column_names=layout.names
    )
    parse = csv.ParseOptions(delimiter="\t", quote_char=False, invalid_row_handler=skip)
    convert = csv.ConvertOptions(
        check_utf8=False,
        include_columns=list(types),
        column_types={name: arrow_type(kind) for name, kind in types.items()},
        null_values=layout.nulls,
        strings_can_be_null=True,
    )

    def parsed(text: bytes) -> pa.RecordBatch:
        table = csv.read_csv(pa.BufferReader(text), read, parse, convert)
        batches = table.to_batches()  # one, as the text is one block
        return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)

    return parsed
