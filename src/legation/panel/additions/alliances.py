"""Alliances: ATOP's obligations between two states in a year.

ATOP is directed: Belgium in 1832 owed France nothing, France owed Belgium its defence.

Source: Leeds, Ritter, Mitchell and Long 2002, "Alliance Treaty Obligations and Provisions,
1815-1944", International Interactions 28(3).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from legation.panel.additions.columns import (
    NewColumn,
    derived,
    numbers,
    several,
    zero_where_covered,
)
from legation.panel.additions.offer import Offer, pairs
from legation.panel.errors import PanelError
from legation.panel.lookup import find, ints, joint
from legation.panel.rows import Rows

_DATA = "atop_dyads"
_KINDS = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")


def offers() -> Iterator[Offer]:
    """Offer ATOP."""
    yield Offer(
        "atop",
        "alliance obligations of the first state to the second, or of either where pairs have no "
        "direction",
        (_DATA,),
        pairs,
        build,
    )


def build(rows: Rows, direction: str = "") -> list[NewColumn]:
    """Give the five obligations, and whether there is any alliance.

    Args:
        rows: the panel's rows.
        direction: ``owed`` by the first state, or ``either`` way; by default ``either`` where the
            panel has a pair only once.
    """
    direction = direction or ("owed" if rows.unit.directed else "either")
    if direction not in ("owed", "either"):
        raise PanelError(f"atop has no direction {direction}", "give owed or either")
    table = rows.load(_DATA)
    held = joint(*(ints(table.column(c)) for c in ("ccode1", "ccode2", "year")))
    places = find(rows.joint("cow"), held)
    new = several(table, _KINDS, places)
    if direction == "either":
        one, other = rows.codes("cow")
        back = find(joint(other, one, rows.years), held)
        new = list(map(_either, new, several(table, _KINDS, back)))
        places = np.maximum(places, back)
    covered = rows.covered(_DATA)
    any_kind = derived(
        rows, "atop_alliance", numbers(places >= 0, covered, "int8"), _DATA, "0/1",
        "the two have an alliance of any kind, whoever owes what",
    )  # fmt: skip
    return [any_kind, *(zero_where_covered(column, covered) for column in new)]


def _either(one: NewColumn, other: NewColumn) -> NewColumn:
    import pyarrow.compute as pc

    return one[0], pc.max_element_wise(one[1], other[1], skip_nulls=True)
