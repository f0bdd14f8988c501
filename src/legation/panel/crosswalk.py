"""Numbers of states in one list to their numbers in another, by year."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np

from legation.model import Spell
from legation.panel.lookup import MISSING, Codes, find
from legation.world.states import states

_LAST = dt.date(2100, 12, 31)


def cross(codes: Codes, years: Codes, source: str, target: str) -> Codes:
    """Give the number that each state had in another list in a year, or -1.

    A state that had two numbers in a year (Germany and Yemen in 1990) has that which it had for
    more of its days.

    Args:
        codes: numbers in the first list.
        years: the year of each.
        source: the first list, ``"cow"`` or ``"gw"``.
        target: the other.

    Examples:
        >>> cross(np.array([678, 260]), np.array([2000, 2000]), "gw", "cow").tolist()
        [679, 255]
    """
    keys, numbers = _pairs(source, target)
    places = find((codes << 16) | years, keys)
    return np.where(places >= 0, numbers[places], MISSING)


@cache
def _pairs(source: str, target: str) -> tuple[Codes, Codes]:
    days: dict[tuple[int, int], dict[int, int]] = {}
    for state in states().values():
        ours = [s for s in state.spells if s.system == source]
        theirs = [s for s in state.spells if s.system == target]
        for a in ours:
            for b in theirs:
                _share(days, a, b)
    keys, numbers = [], []
    for (code, year), shares in days.items():
        keys.append((code << 16) | year)
        numbers.append(min(shares, key=lambda n: (-shares[n], n)))
    return np.array(keys, dtype=np.int64), np.array(numbers, dtype=np.int64)


def _share(days: dict[tuple[int, int], dict[int, int]], a: Spell, b: Spell) -> None:
    """Count, year by year, the days that two spells share."""
    first, last = max(a.start, b.start), min(a.end or _LAST, b.end or _LAST)
    for year in range(first.year, last.year + 1 if first <= last else first.year):
        start, end = max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31))
        shares = days.setdefault((a.number, year), {})
        shares[b.number] = shares.get(b.number, 0) + (end - start).days + 1
