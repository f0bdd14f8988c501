"""Tables that are joined as they stand: one row for each state or pair and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from legation import tables
from legation.panel.additions.columns import NewColumn, several
from legation.panel.additions.offer import Fits, Offer
from legation.panel.lookup import find, ints, joint
from legation.panel.rows import Rows
from legation.panel.units import SYSTEMS

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = ("name", "sides", "dataset", "system", "ways", "meaning")

Row = dict[str, str]


def offers() -> Iterator[Offer]:
    """Offer every table that is joined as it stands."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in tables.rows("panel", "plain_additions.csv", COLUMNS):
        by_name[row["name"]].append(row)
    for name, choices in by_name.items():
        meaning = "; ".join(dict.fromkeys(c["meaning"] for c in choices))
        needs = tuple(c["dataset"] for c in choices)
        yield Offer(name, meaning, needs, _fits(choices), _builder(choices))


def joined(rows: Rows, name: str, system: str, one_way: bool = False) -> list[NewColumn]:
    """Join a table that has one row for each state, or each pair, and year.

    Args:
        rows: the panel's rows.
        name: the data set.
        system: the list that its numbers are of.
        one_way: whether it has a pair only once, the lower number first.
    """
    table = rows.load(name)
    code = SYSTEMS[system]
    if code in table.column_names:
        return _of_states(rows, table, code, system)
    return _of_pairs(rows, table, code, system, one_way)


def _of_states(rows: Rows, table: pa.Table, code: str, system: str) -> list[NewColumn]:
    held = joint(ints(table.column(code)), ints(table.column("year")))
    wanted = [c for c in table.column_names if c not in (*SYSTEMS.values(), "year")]
    new = []
    for side, codes in enumerate(rows.codes(system), 1):
        places = find(joint(codes, rows.years), held)
        ending = str(side) if rows.unit.sides == 2 else ""
        new += several(table, wanted, places, ending)
    return new if rows.unit.sides == 1 else _paired(new, wanted)


def _paired(new: list[NewColumn], wanted: list[str]) -> list[NewColumn]:
    """Put the two states' values of each column side by side."""
    by_name = {f.name: (f, a) for f, a in new}
    return [by_name[c + side] for c in wanted for side in "12"]


def _of_pairs(
    rows: Rows, table: pa.Table, code: str, system: str, one_way: bool
) -> list[NewColumn]:
    first, second = (ints(table.column(f"{code}{i}")) for i in "12")
    year = ints(table.column("year"))
    one, other = rows.codes(system)
    wanted = [c for c in table.column_names if c not in (f"{code}1", f"{code}2", "year")]
    held = joint(first, second, year)
    if not one_way:
        places = find(rows.joint(system), held)
        return several(table, wanted, places)
    places = find(joint(np.minimum(one, other), np.maximum(one, other), rows.years), held)
    return _turned(several(table, wanted, places), one > other)


def _turned(new: list[NewColumn], turned: NDArray[np.bool_]) -> list[NewColumn]:
    """Where the pair is the other way round, give each state the other's value."""
    import pyarrow as pa
    import pyarrow.compute as pc

    own, mask = {f.name: values for f, values in new}, pa.array(turned)
    twins = {n: n[:-1] + {"1": "2", "2": "1"}.get(n[-1], "") for n in own}
    return [
        (f, pc.if_else(mask, own[twins[f.name]], values) if twins[f.name] in own else values)
        for f, values in new
    ]


def _fits(choices: list[Row]) -> Fits:
    return lambda unit: any(int(c["sides"]) <= unit.sides for c in choices)


def _builder(choices: list[Row]) -> Callable[..., list[NewColumn]]:
    def build(rows: Rows) -> list[NewColumn]:
        fitting = [c for c in choices if int(c["sides"]) <= rows.unit.sides]
        best = max(fitting, key=lambda c: (int(c["sides"]), c["system"] == rows.unit.system))
        return joined(rows, best["dataset"], best["system"], best["ways"] == "one")

    return build
