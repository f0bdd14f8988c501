"""The dates of an answered row to a period."""

from __future__ import annotations

from typing import Any

from legation.errors import InvalidDateError
from legation.model import UNDATED, Period, Precision, parse_date


def event_period(start: Any, end: Any, precision: Any) -> Period:
    """Read when an event happened; where only one end is told, it serves for both.

    Args:
        start: ISO date, also of a month or year, or None.
        end: likewise.
        precision: how exactly they are known; the days are widened to it.

    Raises:
        InvalidDateError: a date that no calendar has, or an end before the start.
        ValueError: a precision that there is not.

    Examples:
        >>> event_period("2013-11-02", None, "day")
        Period(2013-11-02..2013-11-02 day)
        >>> event_period("1950", "1959", "decade")
        Period(1950-01-01..1959-12-31 decade)
        >>> event_period("2016", None, "open")
        Period(2016-01-01.. open)
    """
    first, last = _bound(start, precision), _bound(end, precision)
    if precision != Precision.OPEN:
        first, last = first or last, last or first
    return Period.span(first or UNDATED, last or UNDATED)


def relation_period(start: Any, end: Any, start_precision: Any, end_precision: Any) -> Period:
    """Read the spell of a relation; an end that is not told is open where its precision says so.

    Raises:
        InvalidDateError: as of an event.
        ValueError: as of an event.

    Examples:
        >>> relation_period("1956-10-19", None, "day", "open").end_precision.value
        'open'
    """
    first, last = _bound(start, start_precision), _bound(end, end_precision)
    if last is None and end_precision == Precision.OPEN:
        return Period.since(first or UNDATED)
    return Period.span(first or UNDATED, last or UNDATED)


def _bound(text: Any, precision: Any) -> Period | None:
    wanted = Precision(precision) if precision is not None else None
    if text is None:
        return None
    if not isinstance(text, str):
        raise InvalidDateError(f"{text!r} is not a date")
    told = parse_date(text)
    if wanted is None or wanted is Precision.OPEN:
        return told
    return _widened(told, wanted)


def _widened(told: Period, precision: Precision) -> Period:
    """Widen a date to a coarser precision: 5 November, known to the month, is all November."""
    day = told.start
    if day is None or (told.precision or precision).coarseness >= precision.coarseness:
        return told
    if precision is Precision.MONTH:
        return Period.month(day.year, day.month)
    if precision is Precision.SEASON:
        return Period(told.start, told.end, precision, precision)
    if precision is Precision.YEAR:
        return Period.year(day.year)
    if precision is Precision.DECADE:
        return Period.decade(day.year // 10 * 10)
    return Period.century((day.year - 1) // 100 + 1)
