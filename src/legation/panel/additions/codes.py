"""The same states' codes in the other lists, by year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from legation.panel.additions.columns import NewColumn, numbers
from legation.panel.additions.offer import Offer, any_unit
from legation.panel.bases import FIRST_YEAR, LAST_YEAR, members
from legation.panel.lookup import Codes, find
from legation.panel.rows import Rows
from legation.panel.units import SYSTEMS

if TYPE_CHECKING:
    import pyarrow as pa


def offers() -> Iterator[Offer]:
    """Offer the crosswalk of the world's tables."""
    yield Offer("codes", "numbers in the other list, and ISO 3166 codes", (), any_unit, build)


def build(rows: Rows) -> list[NewColumn]:
    """Give each state's number in the other list in the year, and its three-letter code."""
    import pyarrow as pa

    other = next(s for s in SYSTEMS if s != rows.unit.system)
    new = []
    for side, codes in enumerate(rows.codes(other), 1):
        name = SYSTEMS[other] + (str(side) if rows.unit.sides == 2 else "")
        field = pa.field(name, pa.int16(), metadata={"unit": "code", "meaning": _CROSSED})
        new.append((field, numbers(codes, codes >= 0, "int16")))
    for side, codes in enumerate(rows.codes(rows.unit.system), 1):
        name = "iso3c" + (str(side) if rows.unit.sides == 2 else "")
        field = pa.field(name, pa.string(), metadata={"unit": "code", "meaning": _ISO})
        new.append((field, _letters(codes, rows)))
    return new


_CROSSED = "number in the other list, in the year; of two, that of more days"
_ISO = "ISO 3166-1 alpha-3, or Legation's own code where ISO has none"


def _letters(codes: Codes, rows: Rows) -> pa.Array:
    import pyarrow as pa

    keys, letters = _spells(rows.unit.system)
    places = find((codes << 16) | rows.years, keys)
    return pa.array(letters).take(pa.array(places, mask=places < 0))


@cache
def _spells(system: str) -> tuple[Codes, list[str]]:
    found = members(system, (FIRST_YEAR, LAST_YEAR))
    pairs = {(m.number << 16) | y: m.state.code for m in found
             for y in range(m.start.year, m.end.year + 1)}  # fmt: skip
    return np.array(list(pairs), dtype=np.int64), list(pairs.values())
