"""Intra-state wars.

Source: Dixon and Sarkees 2016, *A Guide to Intra-State Wars*.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from legation.panel.additions.columns import NewColumn, several, zero_where_covered
from legation.panel.additions.offer import Offer, single
from legation.panel.errors import PanelError
from legation.panel.lookup import find, ints, joint
from legation.panel.rows import Rows

_DATA = "cow_war_intra"
_FLAGS = ("cowintraonset", "cowintraongoing")
_OTHERS = ("warnum", "warname", "wartype", "intnl", "outcome", "sideadeaths", "sidebdeaths")
_KINDS = ("all", "central control", "local issues", "regional internal", "intercommunal")


def offers() -> Iterator[Offer]:
    """Offer COW's intra-state wars."""
    yield Offer("civil_wars", "intra-state war in the state", (_DATA,), single, build)


def build(rows: Rows, kind: str = "all") -> list[NewColumn]:
    """Give the intra-state war of a state in a year; of several that which began, the deadliest.

    Args:
        rows: the panel's rows.
        kind: ``all``, or what it was fought for: ``central control``, ``local issues``.
    """
    import pyarrow.compute as pc

    if kind not in _KINDS:
        raise PanelError(
            f"no kind of civil war is {kind[:40]!r}", "give one of " + ", ".join(_KINDS)
        )
    table = rows.load(_DATA)
    table = table.filter(pc.and_(pc.equal(table.column("primary_state"), 1),
                                 pc.greater(table.column("ccodea"), 0)))  # fmt: skip
    if kind != "all":
        table = table.filter(pc.equal(table.column("wartype"), kind))
    deaths = sum(
        (np.maximum(ints(table.column(c), 0), 0) for c in ("sideadeaths", "sidebdeaths")),
        start=np.zeros(table.num_rows, dtype=np.int64),
    )
    table = table.take(np.lexsort((-deaths, -ints(table.column("cowintraonset")))))
    (codes,) = rows.codes("cow")
    held = joint(ints(table.column("ccodea")), ints(table.column("year")))
    places = find(joint(codes, rows.years), held)
    covered = rows.covered(_DATA)
    flags = [zero_where_covered(c, covered) for c in several(table, _FLAGS, places)]
    return [*flags, *several(table, _OTHERS, places)]
