"""Distance between capitals, over the ellipsoid."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from legation.panel.additions.columns import NewColumn, derived, numbers
from legation.panel.additions.offer import Offer, pairs
from legation.panel.additions.slices import checked_slice
from legation.panel.geodesic import kilometres
from legation.panel.lookup import find_spell, ints
from legation.panel.rows import Rows

_DATA = {"cow": ("cow_capitals", "ccode"), "gw": ("gw_capitals", "gwcode")}


def offers() -> Iterator[Offer]:
    """Offer the distance between capitals."""
    needs = tuple(name for name, _ in _DATA.values())
    yield Offer("capital_distance", "kilometres between the two capitals", needs, pairs, build)


def build(rows: Rows, slice: str = "first") -> list[NewColumn]:
    """Give the distance between the capitals of two states.

    Args:
        rows: the panel's rows.
        slice: which capital counts where a state moved it within the period.
    """
    name, code = _DATA[rows.unit.system]
    table = rows.load(name)
    held = ints(table.column(code))
    start, end = (ints(table.column(c)) for c in ("stdate", "enddate"))
    last_day = int(end.max())
    first, last = np.minimum(rows.first, last_day), np.minimum(rows.last, last_day)
    one, other = (
        find_spell(codes, first, last, held, start, end, checked_slice(slice))
        for codes in rows.codes(rows.unit.system)
    )
    latitude, longitude = (table.column(c).to_numpy() for c in ("lat", "lng"))
    between = kilometres(latitude[:, None], longitude[:, None], latitude, longitude)
    known = (one >= 0) & (other >= 0)
    values = numbers(between[one, other], known, "float64")
    meaning = "distance between the capitals by Vincenty's formula on WGS 84"
    return [derived(rows, "capdist", values, name, "km", meaning)]
