"""Arms races.

Source: Gibler, Rider and Hutchison 2005, "Taking arms against a sea of troubles: conventional arms
races during periods of rivalry", JPR 42(2).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from legation.panel.additions.columns import NewColumn, derived, numbers
from legation.panel.additions.offer import Offer, pairs
from legation.panel.lookup import find_spell, ints, joint
from legation.panel.rows import Rows

_DATA = "arms_races"


def offers() -> Iterator[Offer]:
    """Offer the arms races of Gibler and others."""
    yield Offer("arms_races", "whether the two were in an arms race", (_DATA,), pairs, build)


def build(rows: Rows) -> list[NewColumn]:
    """Say of each pair and year whether it was in an arms race."""
    table = rows.load(_DATA)
    one, other = rows.codes("cow")
    firsts, seconds = (ints(table.column(c)) for c in ("ccode1", "ccode2"))
    places = find_spell(
        joint(np.minimum(one, other), np.maximum(one, other)), rows.years, rows.years,
        joint(np.minimum(firsts, seconds), np.maximum(firsts, seconds)),
        ints(table.column("styear")), ints(table.column("endyear")), "first",
    )  # fmt: skip
    values = numbers(places >= 0, rows.covered(_DATA), "int8")
    return [derived(rows, "armsrace", values, _DATA, "0/1", "the two were in an arms race")]
