"""Which states and years each table of the record covers, and whether wholly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation import tables

COLUMNS = ("table", "states", "from", "to", "extent", "note")


@dataclass(frozen=True, slots=True)
class Extent:
    """What one table covers.

    Args:
        table: its name.
        states: whose relations are in it, in words.
        first: the year from which on.
        last: the year up to which.
        complete: whether everything of its kind is in it; otherwise a selection.
        note: what is in it, and what is not.
    """

    table: str
    states: str
    first: int
    last: int
    complete: bool
    note: str


@cache
def coverage() -> dict[str, Extent]:
    """Give what each table covers.

    Examples:
        >>> coverage()["wars"].complete, coverage()["treaties"].complete
        (True, False)
    """
    return {
        row["table"]: Extent(
            row["table"], row["states"], int(row["from"]), int(row["to"]),
            row["extent"] == "complete", row["note"],
        )
        for row in tables.rows("record", "coverage.csv", COLUMNS)
    }  # fmt: skip
