"""Several disputes of one pair in one year to one row, by rules that are named and ordered.

Source: Miller 2022, "peacesciencer: an R package for quantitative peace science research", CMPS
39(6), whose seven rules these are; rows that tie stay, but for the last rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from legation.panel.errors import PanelError
from legation.panel.lookup import Codes, ints, joint

if TYPE_CHECKING:
    import pyarrow as pa

RULES = (
    "onsets",
    "fatality",
    "hostility",
    "mindur",
    "maxdur",
    "reciprocation",
    "startmonth",
    "one",
)
"""Each rule keeps, of the rows of one pair and year: those in which a dispute began; the most
fatal (unknown counts between none and some); the most hostile; the longest, by the least and by
the most that it may have lasted; those in which both sides acted; those that began earliest in
their year; the one with the lowest number."""

ORDERS = {
    "whittled": RULES,
    "most_severe": ("fatality", "hostility", "mindur", "maxdur", "reciprocation", "onsets", "one"),
    "first": ("startmonth", "one"),
    "last": ("latest", "one"),
}
"""Orders of rules that have a name."""

_UNKNOWN_FATALITY = 0.5


def whittle(table: pa.Table, rules: str | Sequence[str], onset: str = "") -> pa.Table:
    """Keep, of the rows of each pair and year, those that the rules prefer, one after another.

    Args:
        table: dispute-years, with ``ccode1``, ``ccode2``, ``year`` and what the rules look at:
            ``fatality``, ``hostlev``, ``mindur``, ``maxdur``, ``recip``, ``stmon``, ``dispnum``.
        rules: some of :data:`RULES` in the order in which they apply, or the name of an order.
        onset: the column that is 1 where the dispute began; by default the one whose name ends so.

    Raises:
        PanelError: no such rule, or the table lacks what it looks at.

    Examples:
        >>> import pyarrow as pa
        >>> rows = {"ccode1": [2, 2], "ccode2": [200, 200], "year": [1903, 1903],
        ...         "dispnum": [2, 3301], "disponset": [0, 1]}
        >>> whittle(pa.table(rows), "onsets").column("dispnum").to_pylist()
        [3301]
    """
    for rule in _ordered(rules):
        group = _groups(table)
        score = _score(table, rule, onset)
        best = np.full(group.max(initial=-1) + 1, -np.inf)
        np.maximum.at(best, group, score)
        table = table.filter(score == best[group])
    return table


def duplicates(table: pa.Table, key: Sequence[str] = ("ccode1", "ccode2", "year")) -> pa.Table:
    """Give the rows whose unit and year are not theirs alone, in order of them."""
    counts = table.group_by(list(key)).aggregate([([], "count_all")])
    several = counts.filter(np.array(counts.column("count_all")) > 1)
    found = table.join(several.select(list(key)), list(key), join_type="left semi")
    return found.sort_by([(k, "ascending") for k in key])


def _ordered(rules: str | Sequence[str]) -> tuple[str, ...]:
    named = ORDERS.get(rules) if isinstance(rules, str) else None
    listed = named or ((rules,) if isinstance(rules, str) else tuple(rules))
    strange = [r for r in listed if r not in (*RULES, "latest")]
    if strange:
        raise PanelError(
            f"no rule is called {strange[0][:40]!r}", "give some of " + ", ".join([*RULES, *ORDERS])
        )
    return listed


def _groups(table: pa.Table) -> Codes:
    keys = joint(*(ints(table.column(c)) for c in ("ccode1", "ccode2", "year")))
    return np.unique(keys, return_inverse=True)[1]


def _score(table: pa.Table, rule: str, onset: str) -> np.ndarray:
    """Give a number for each row, higher where the rule prefers it."""
    if rule == "onsets":
        column = onset or next((c for c in table.column_names if c.endswith("onset")), "onset")
        return _numbers(table, column)
    if rule == "fatality":
        found = _numbers(table, "fatality")
        return np.where(found == -9, _UNKNOWN_FATALITY, found)
    if rule == "one":
        numbers = _numbers(table, "dispnum" if "dispnum" in table.column_names else "warnum")
        return -(numbers + np.arange(len(numbers)) / (len(numbers) + 1.0))
    columns = {"hostility": "hostlev", "reciprocation": "recip",
               "startmonth": "stmon", "latest": "stmon"}  # fmt: skip
    found = _numbers(table, columns.get(rule, rule))
    return -found if rule == "startmonth" else found


def _numbers(table: pa.Table, column: str) -> np.ndarray:
    if column not in table.column_names:
        raise PanelError(
            f"the dispute-years have no column {column}", "add it, or leave its rule out"
        )
    return ints(table.column(column)).astype(float)
