"""Major powers, as COW's list has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import numpy as np

from legation.panel.additions.columns import NewColumn, derived, numbers
from legation.panel.additions.offer import Offer, any_unit
from legation.panel.lookup import Codes, find_spell
from legation.panel.rows import Rows

_DATA = "cow_majors"


def offers() -> Iterator[Offer]:
    """Offer COW's list of major powers."""
    yield Offer(
        "majors", "whether a state is a major power (1) or not (0)", (_DATA,), any_unit, build
    )


def build(rows: Rows) -> list[NewColumn]:
    """Say of each state whether it was a major power on any day of the period."""
    table = rows.load(_DATA).to_pylist()
    held = np.array([r["ccode"] for r in table], dtype=np.int64)
    start = np.array([_day(r, "st") for r in table])
    end = np.array([_day(r, "end") for r in table])
    new = []
    for side, codes in enumerate(rows.codes("cow"), 1):
        last = np.minimum(rows.last, int(end.max()))  # the list ends in 2016; its powers do not
        first = np.minimum(rows.first, int(end.max()))
        there = find_spell(codes, first, last, held, start, end, "first") >= 0
        ending = str(side) if rows.unit.sides == 2 else ""
        new.append(_column(rows, f"cowmaj{ending}", there, codes))
    return new


def _column(rows: Rows, name: str, there: np.ndarray, codes: Codes) -> NewColumn:
    values = numbers(there, codes > 0, "int8")
    meaning = "major power on any day of the period; powers of 2016 are held to be so since"
    return derived(rows, name, values, _DATA, "0/1", meaning)


def _day(row: dict[str, int], end: str) -> int:
    return dt.date(row[f"{end}year"], row[f"{end}month"], row[f"{end}day"]).toordinal()
