"""Whether what a text says of a time agrees with when a thing was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from legation.checking.things import Matter, Thing
from legation.model import Period

_BEGINNING = {Matter.TREATY, Matter.MEMBERSHIP, Matter.INDEPENDENCE}
"""What a date beside it means the beginning of, not a day in its course."""


def fits(said: Period, thing: Thing, begins: bool | None = None) -> bool:
    """Whether a period that a text gives can be that of a thing, within the text's precision.

    Args:
        said: the period, dated.
        thing: what it is compared with.
        begins: whether the text tells of the beginning; by default what the matter suggests.

    Examples:
        "The war of 1904-06" does not fit that of 1904-05, "the war in 1905" does; a treaty of
        1951 fits one signed that year or in force since.
    """
    starts = begins if begins is not None else thing.matter in _BEGINNING
    if said.start is None:
        return _ends_in(said, thing)
    first = Period.around(said.start, said.start_precision)
    if said.end is None:
        return _began_in(first, thing)
    if _is_range(said) and thing.matter.lasts:
        last = Period.around(said.end, said.end_precision)
        began = _began_in(first, thing) or not thing.begun
        return began and (thing.whole.end is None or last.overlaps(_last(thing)))
    if starts or not thing.matter.lasts:
        return _began_in(said, thing)
    return said.overlaps(thing.whole)


def gap(said: Period, thing: Thing) -> float:
    """Give the years between what a text says and when a thing began or, if nearer, ended."""
    ends = [p for p in (*thing.begun, *((_last(thing),) if thing.whole.end else ())) if p.start]
    days = [_days(said, p) for p in ends]
    return min(days, default=10**6) / 365.25


def length(thing: Thing, until: dt.date | None) -> float | None:
    """Give how many years a thing lasted, up to a day where it goes on; None where unknown."""
    start = thing.begun[0].start if thing.begun else thing.whole.start
    end = thing.whole.end or until
    if start is None or end is None:
        return None
    return ((end - start).days + 1) / 365.25


def before(things: Iterable[Thing], day: dt.date, since: dt.date | None = None) -> list[Thing]:
    """Give those of some things that had begun before a day, and after another."""
    return [
        t
        for t in things
        if any(
            p.end and p.end < day and (since is None or (p.start and p.start > since))
            for p in t.begun
        )
    ]


def _is_range(said: Period) -> bool:
    """Whether a period names both its ends: 1904-05, and not the year 1904 or the 1950s."""
    if said.start is None or said.end is None:
        return False
    whole = Period.around(said.start, said.start_precision)
    return whole.end is not None and said.end > whole.end


def _began_in(said: Period, thing: Thing) -> bool:
    return any(said.overlaps(day) for day in thing.begun)


def _ends_in(said: Period, thing: Thing) -> bool:
    if said.end is None or thing.whole.end is None:
        return False
    return Period.around(said.end, said.end_precision).overlaps(_last(thing))


def _last(thing: Thing) -> Period:
    end = thing.whole.end
    assert end is not None
    if thing.whole.end_precision and thing.whole.end_precision.coarseness > 0:
        return Period.around(end, thing.whole.end_precision)
    return Period.day(end)


def _days(one: Period, other: Period) -> int:
    if one.overlaps(other):
        return 0
    first, second = (
        (one, other) if (one.start or dt.date.min) < (other.start or dt.date.min) else (other, one)
    )
    return ((second.start or dt.date.max) - (first.end or dt.date.min)).days
