"""How much of the offices the tables know: an empty answer is not "nobody was in office"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from legation.world.offices import holders_of
from legation.world.rows import rows
from legation.world.states import states

COLUMNS = ("state", "office", "extent", "note")
OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
SINCE = dt.date(1990, 1, 1)


class Extent(StrEnum):
    """How far one state's holders of one office are listed since 1990.

    ``complete``: without gaps but for days between two holders. ``part``: the office existed
    only for a part of the time, and for that part they are complete. ``none``: the state has no
    such office. ``selective``: some holders only. ``absent``: none at all.
    """

    COMPLETE = "complete"
    PART = "part"
    NONE = "none"
    SELECTIVE = "selective"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The declared extent of one office of one state, and why where it is not complete."""

    state: str
    office: str
    extent: Extent
    note: str = ""


def coverage(state: str, office: str) -> Coverage:
    """Tell how far a state's holders of one of the four :data:`OFFICES` are listed since 1990.

    Examples:
        >>> coverage("JPN", "foreign_minister").extent.value
        'complete'
        >>> coverage("USA", "head_of_government").extent.value
        'complete'
        >>> coverage("BRA", "head_of_government").extent.value
        'none'
    """
    declared = _declared().get((state, office))
    if declared:
        return declared
    known = bool(holders_of(state, office))
    return Coverage(state, office, Extent.COMPLETE if known else Extent.ABSENT)


def share_covered(state: str, office: str, first: dt.date, last: dt.date) -> float:
    """Measure the share of the days from first to last, both included, that have a holder.

    Examples:
        >>> share_covered("DEU", "foreign_minister", dt.date(1990, 1, 1), dt.date(2020, 1, 1))
        1.0
    """
    days, reach = 0, first
    for holder in holders_of(state, office):
        start = max(holder.period.start or first, reach)
        end = min(holder.period.end or last, last)
        if end >= start:
            days += (end - start).days + 1
            reach = end + dt.timedelta(days=1)
    return days / ((last - first).days + 1)


def existed(state: str, until: dt.date) -> tuple[dt.date, dt.date] | None:
    """Give the first and last day since 1990 on which COW or GW count a state, up to a day.

    Examples:
        >>> existed("CSK", dt.date(2025, 1, 1))
        (datetime.date(1990, 1, 1), datetime.date(1992, 12, 31))
    """
    spells = [s for s in states()[state].spells if s.end is None or s.end >= SINCE]
    if not spells:
        return None
    first = max(SINCE, min(spell.start for spell in spells))
    last = min(until, max(spell.end or until for spell in spells))
    return (first, last) if first <= last else None


@cache
def _declared() -> dict[tuple[str, str], Coverage]:
    return {
        (state, office): Coverage(state, office, Extent(extent), note)
        for state, office, extent, note in rows("coverage.csv", COLUMNS, COLUMNS)
    }
