"""Periods in words, no more exact than they are known."""

from __future__ import annotations

import datetime as dt

from legation.briefing.structure import MONTHS, day_text
from legation.model import Period, Precision

UNDATED_TEXT = "undated"


def period_text(period: Period) -> str:
    """Write a period in words.

    Examples:
        >>> period_text(Period.decade(2000)), period_text(Period.since(Period.decade(1950)))
        ('the 2000s', 'since the 1950s')
        >>> period_text(Period.span(Period.year(1904), Period.year(1905)))
        '1904 to 1905'
        >>> period_text(Period.century(19)), period_text(Period.month(1904, 2))
        ('the 19th century', 'February 1904')
        >>> period_text(Period())
        'undated'
    """
    start, end = period.start, period.end
    if start is None and end is None:
        return UNDATED_TEXT
    if start is None:
        return f"until {bound_text(end, period.end_precision, last=True)}"
    first = bound_text(start, period.start_precision)
    if end is None:
        return f"since {first}"
    last = bound_text(end, period.end_precision, last=True)
    return first if first == last else f"{first} to {last}"


def clip(period: Period, day: dt.date) -> Period:
    """Leave the end out where it comes after a day, which could not know it.

    Examples:
        >>> spell = Period.span(Period.year(1997), Period.year(2014))
        >>> period_text(clip(spell, dt.date(2013, 1, 1)))
        'since 1997'
    """
    if period.end is not None and period.end > day and (period.start or day) <= day:
        return Period.since(period)
    return period


def bound_text(day: dt.date | None, precision: Precision | None, *, last: bool = False) -> str:
    """Write one end of a period at its precision; ``last`` says that it is the end.

    Examples:
        >>> bound_text(dt.date(1904, 3, 1), Precision.SEASON)
        'spring 1904'
    """
    if day is None:
        return "an unknown day"
    if precision is Precision.MONTH:
        return f"{MONTHS[day.month - 1]} {day.year}"
    if precision is Precision.SEASON:
        return _season(day, last)
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.DECADE:
        return f"the {day.year // 10 * 10}s"
    if precision is Precision.CENTURY:
        return f"the {ordinal((day.year - 1) // 100 + 1)} century"
    if precision is Precision.OPEN and (day.month, day.day) == (1, 1):
        return str(day.year)  # an open event keeps no precision of its own start
    return day_text(day)


def ordinal(number: int) -> str:
    """Write an ordinal number.

    Examples:
        >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 19, 21)]
        ['1st', '2nd', '3rd', '4th', '11th', '19th', '21st']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def compact(period: Period) -> str:
    """Write a period for a narrow column: ISO dates cut to what is known.

    Examples:
        >>> compact(Period.year(1904)), compact(Period.month(2013, 11))
        ('1904', '2013-11')
        >>> compact(Period.since(Period.decade(1950))), compact(Period.until(Period.year(1905)))
        ('1950s–', '–1905')
    """
    if not period.dated:
        return "–" if period.end_precision is Precision.OPEN else ""
    first = _short(period.start, period.start_precision)
    last = _short(period.end, period.end_precision)
    return first if first == last else f"{first}–{last}"


def _short(day: dt.date | None, precision: Precision | None) -> str:
    if day is None:
        return ""
    if precision is Precision.MONTH:
        return f"{day:%Y-%m}" if day.year > 999 else day.isoformat()[:7]
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.DECADE:
        return f"{day.year // 10 * 10}s"
    if precision is Precision.CENTURY:
        return f"{ordinal((day.year - 1) // 100 + 1)} c."
    return day.isoformat()


def _season(day: dt.date, last: bool) -> str:
    month = (day.month - 2) % 12 if last else day.month  # the season's first month
    names = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
    month = month or 12
    if month not in names:
        return f"{MONTHS[day.month - 1]} {day.year}"
    return f"{names[month]} {day.year - (last and month == 12)}"
