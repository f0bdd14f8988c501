"""Militarised interstate disputes, as COW has them and as Gibler, Miller and Little do.

Sources: Palmer et al. 2022, "The MID5 Dataset, 2011-2014", CMPS 39(4); Gibler, Miller and Little
2016, "An analysis of the Militarized Interstate Dispute (MID) dataset, 1816-2001", ISQ 60(4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from legation.panel.additions.columns import (
    NewColumn,
    derived,
    numbers,
    several,
    taken,
    zero_where_covered,
)
from legation.panel.additions.offer import Offer, any_unit
from legation.panel.lookup import Codes, find, ints, joint
from legation.panel.rows import Rows
from legation.panel.whittling import whittle

if TYPE_CHECKING:
    import pyarrow as pa

    from legation.datasets import Store

_OF_DISPUTE = ("fatality", "hostlev", "mindur", "maxdur", "recip", "stmon")
_OF_STATE = ("sidea", "fatality", "fatalpre", "hiact", "hostlev", "orig")


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection of disputes: its tables, and how its columns are called."""

    name: str
    years: str
    disputes: str
    prefix: str
    ongoing: str
    onset: str


COLLECTIONS = {
    "mids": Collection("mids", "cow_mid_dirdisps", "cow_mid_disputes", "cowmid", "dispongoing",
                       "disponset"),
    "gml_mids": Collection("gml_mids", "gml_mid_dirdisps", "gml_mid_disputes", "gmlmid",
                           "midongoing", "midonset"),
}  # fmt: skip


def offers() -> Iterator[Offer]:
    """Offer both collections."""
    for c, who in ((COLLECTIONS["mids"], "COW 5.0"), (COLLECTIONS["gml_mids"], "GML 2.2.1")):
        meaning = f"militarised disputes ({who}); several in a year by `collapse`"
        yield Offer(c.name, meaning, (c.years, c.disputes), any_unit, _builder(c))


def dispute_years(name: str, store: Store | None = None) -> pa.Table:
    """Give every dispute of every pair and year, both ways round, with what is known of it.

    Args:
        name: ``mids`` (COW) or ``gml_mids``.
        store: the data sets at hand; by default the user's own.

    Returns:
        One row for each dispute, state, other state and year; a pair with several disputes in a
        year has several rows.
    """
    from legation.datasets import load

    c = COLLECTIONS[name]
    return _with_disputes(load(c.years, store), lambda: load(c.disputes, store))


def _with_disputes(years: pa.Table, disputes: Callable[[], pa.Table]) -> pa.Table:
    missing = [c for c in _OF_DISPUTE if c not in years.column_names]
    if missing:
        table = disputes()
        places = find(ints(years.column("dispnum")), ints(table.column("dispnum")))
        for field, values in several(table, missing, places):
            years = years.append_column(field, values)
    return years


def _builder(c: Collection) -> Callable[..., list[NewColumn]]:
    def build(rows: Rows, collapse: str | Sequence[str] = "whittled") -> list[NewColumn]:
        every = _with_disputes(rows.load(c.years), lambda: rows.load(c.disputes))
        if rows.unit.sides == 1:
            return _of_states(rows, every, c)
        return _of_pairs(rows, every, whittle(every, collapse, c.onset), c)

    return build


def _of_pairs(rows: Rows, every: pa.Table, kept: pa.Table, c: Collection) -> list[NewColumn]:
    wanted = rows.joint("cow")
    places = find(wanted, _keys(kept))
    covered = rows.covered(c.years)
    flags = [
        zero_where_covered(taken(kept, name, places, f"{c.prefix}{what}"), covered)
        for name, what in ((c.ongoing, "ongoing"), (c.onset, "onset"))
    ]
    others = [n + i for n in _OF_STATE for i in "12"]
    details = several(kept, ("dispnum", *others, *_OF_DISPUTE), places)
    return [details[0], *flags, *details[1:], _count(rows, wanted, every, covered, c)]


def _count(
    rows: Rows, wanted: Codes, every: pa.Table, covered: np.ndarray, c: Collection
) -> NewColumn:
    keys, counts = np.unique(_keys(every), return_counts=True)
    places = find(wanted, keys)
    found = np.where(places >= 0, counts[places], 0)
    return derived(rows, f"{c.prefix}count", numbers(found, covered, "int8"), c.years, "count",
                   "disputes of the two in the year, before any rule chose among them")  # fmt: skip


def _of_states(rows: Rows, every: pa.Table, c: Collection) -> list[NewColumn]:
    """Say of each state and year whether it was in, and whether it began, a dispute."""
    state_years = joint(ints(every.column("ccode1")), ints(every.column("year")))
    began, on_side_a = (ints(every.column(n)) == 1 for n in (c.onset, "sidea1"))
    (codes,) = rows.codes("cow")
    wanted, covered = joint(codes, rows.years), rows.covered(c.years)
    asked = {
        "ongoing": (np.ones(len(state_years), bool), "in a dispute"),
        "onset": (began, "entered a dispute"),
        "ongoing_init": (on_side_a, "in a dispute on side A, which acted first"),
        "onset_init": (began & on_side_a, "entered a dispute on side A, which acted first"),
    }
    return [
        derived(rows, f"{c.prefix}{name}",
                numbers(np.isin(wanted, state_years[where]), covered, "int8"),
                c.years, "0/1", f"the state {meaning} in the year")
        for name, (where, meaning) in asked.items()
    ]  # fmt: skip


def _keys(table: pa.Table) -> Codes:
    return joint(*(ints(table.column(n)) for n in ("ccode1", "ccode2", "year")))
