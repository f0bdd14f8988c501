"""The packaged fact tables: CSV files that people edit and tests validate."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources

from legation.errors import TableError


def rows(room: str, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Read one packaged table, row by row.

    Args:
        room: the package whose ``tables`` folder holds it, such as ``"world"``.
        name: the file's path in that folder, such as ``"states.csv"``.
        columns: the header that the table must have, in order.

    Yields:
        One ``{column: text}`` a row; an empty cell is ``""``.

    Raises:
        TableError: the header differs or a row is too short or too long.

    Examples:
        >>> row = next(rows("model", "quads.csv", ("code", "name", "meaning")))
        >>> row["name"]
        'verbal cooperation'
    """
    file = resources.files(f"legation.{room}") / "tables" / name
    reader = csv.DictReader(file.read_text(encoding="utf-8").splitlines(), strict=True)
    if tuple(reader.fieldnames or ()) != columns:
        raise TableError(f"{room}/tables/{name} has columns {reader.fieldnames}, not {columns}")
    for row in reader:
        if None in row or None in row.values():
            raise TableError(f"{room}/tables/{name} line {reader.line_num} is not {columns}")
        yield row


def names(room: str, folder: str) -> list[str]:
    """List the CSV files of one folder of a room's tables, as paths that :func:`rows` takes."""
    path = resources.files(f"legation.{room}") / "tables" / folder
    return sorted(f"{folder}/{f.name}" for f in path.iterdir() if f.name.endswith(".csv"))
