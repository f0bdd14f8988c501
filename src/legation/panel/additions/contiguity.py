"""Contiguity by land and by up to 400 miles of sea.

Source: Stinnett, Tir, Schafer, Diehl and Gochman 2002, "The Correlates of War Project Direct
Contiguity Data, Version 3", CMPS 19(2).
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.panel.additions.columns import NewColumn, taken, zero_where_covered
from legation.panel.additions.offer import Offer, pairs
from legation.panel.additions.slices import checked_slice
from legation.panel.lookup import find_spell, ints, joint
from legation.panel.rows import Rows

_DATA = "cow_contiguity"


def offers() -> Iterator[Offer]:
    """Offer COW's contiguity."""
    yield Offer(
        "contiguity",
        "0 not contiguous, 1 by land, 2 to 5 by up to 12, 24, 150 or 400 miles of sea",
        (_DATA,),
        pairs,
        build,
    )


def build(rows: Rows, slice: str = "first") -> list[NewColumn]:
    """Give the kind of contiguity of two states.

    Args:
        rows: the panel's rows.
        slice: which kind counts where it changed within the period, ``first`` or ``last``.
    """
    table = rows.load(_DATA)
    places = find_spell(
        joint(*rows.codes("cow")),
        rows.first,
        rows.last,
        joint(ints(table.column("ccode1")), ints(table.column("ccode2"))),
        ints(table.column("stdate")),
        ints(table.column("enddate")),
        checked_slice(slice),
    )
    return [zero_where_covered(taken(table, "conttype", places), rows.covered(_DATA))]
