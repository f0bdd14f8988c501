"""What the world tables rest on, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.world.rows import rows

COLUMNS = ("table", "source", "address", "terms", "citation")


@dataclass(frozen=True, slots=True)
class Terms:
    """One source of one table.

    Args:
        table: the file, or the folder of files, in ``world/tables``.
        source: what it was taken from.
        address: where that is.
        terms: licence or terms of use, in short.
        citation: how to cite it.
    """

    table: str
    source: str
    address: str
    terms: str
    citation: str


@cache
def terms() -> tuple[Terms, ...]:
    """Give the terms of every source of every world table.

    Examples:
        >>> [t.terms for t in terms() if t.table == "cities.csv"]
        ['CC BY 4.0']
    """
    return tuple(Terms(*row) for row in rows("terms.csv", COLUMNS, COLUMNS))
