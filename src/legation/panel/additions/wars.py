"""Inter-state wars.

Source: Sarkees and Wayman 2010, *Resort to War: 1816-2007*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from legation.panel.additions.columns import NewColumn, several, taken, zero_where_covered
from legation.panel.additions.offer import Offer, pairs
from legation.panel.lookup import Codes, find, ints, joint
from legation.panel.rows import Rows

if TYPE_CHECKING:
    import pyarrow as pa

_DATA = "cow_war_inter"
_FLAGS = ("cowinterongoing", "cowinteronset")
_OTHERS = ("sidea1", "sidea2", "initiator1", "initiator2", "outcome1", "outcome2", "batdeath1",
           "batdeath2", "resume")  # fmt: skip


def offers() -> Iterator[Offer]:
    """Offer COW's inter-state wars."""
    yield Offer("wars", "inter-state war between the two", (_DATA,), pairs, build)


def build(rows: Rows) -> list[NewColumn]:
    """Give the war of two states in a year; of several that which began, then the deadliest."""
    table = rows.load(_DATA)
    deaths = np.maximum(ints(table.column("batdeath1"), 0), 0) + np.maximum(
        ints(table.column("batdeath2"), 0), 0
    )
    order = np.lexsort((-deaths, -ints(table.column("cowinteronset"))))
    table = table.take(order)
    places = find(rows.joint("cow"), _keys(table))
    covered = rows.covered(_DATA)
    return [
        taken(table, "warnum", places),
        *(zero_where_covered(c, covered) for c in several(table, _FLAGS, places)),
        *several(table, _OTHERS, places),
    ]


def _keys(table: pa.Table) -> Codes:
    return joint(*(ints(table.column(n)) for n in ("ccode1", "ccode2", "year")))
