"""Rugged terrain, which has no years.

Source: Nunn and Puga 2012, "Ruggedness: the blessing of bad geography in Africa", Review of
Economics and Statistics 94(1).
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.panel.additions.columns import NewColumn, taken
from legation.panel.additions.offer import Offer, any_unit
from legation.panel.lookup import find, ints
from legation.panel.rows import Rows
from legation.panel.units import SYSTEMS

_DATA = "rugged_terrain"


def offers() -> Iterator[Offer]:
    """Offer the terrain of Nunn and Puga, and of Gibler and Miller."""
    yield Offer(
        "rugged_terrain", "ruggedness, and log share of mountains", (_DATA,), any_unit, build
    )


def build(rows: Rows) -> list[NewColumn]:
    """Give each state's terrain, the same in all its years."""
    table = rows.load(_DATA)
    held = ints(table.column(SYSTEMS[rows.unit.system]), -2)
    new = []
    for name in ("rugged", "newlmtnest"):
        for side, codes in enumerate(rows.codes(rows.unit.system), 1):
            ending = str(side) if rows.unit.sides == 2 else ""
            new.append(taken(table, name, find(codes, held), name + ending))
    return new
