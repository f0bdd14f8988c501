"""Moving periods along the calendar."""

from __future__ import annotations

import calendar
import datetime as dt

from legation.model.dates import Period, Precision

DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "generation": 300}


def add_months(day: dt.date, months: int) -> dt.date:
    """Move a day by months, to the month's last day where it has no such day.

    Raises:
        ValueError: the result lies outside the calendar.

    Examples:
        >>> add_months(dt.date(2000, 3, 31), -1)
        datetime.date(2000, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"year {year} lies outside the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: dt.date, number: int, unit: str) -> dt.date:
    """Move a day by a number of units, whose names are singular."""
    if unit in MONTHS:
        return add_months(day, number * MONTHS[unit])
    return day + dt.timedelta(days=number * DAYS.get(unit, 0))


def shift(origin: Period, number: int, unit: str) -> Period:
    """Give the period some units after (or, below zero, before) another.

    The answer is as coarse as the coarser of the unit and the origin: a year after a day is a
    year; three days after a month is a month's length of days.

    Raises:
        ValueError: the origin is open, or too coarse to count days from, or the result lies
            outside the calendar.

    Examples:
        >>> shift(Period.day(dt.date(1956, 10, 19)), 2, "year")
        Period(1958-01-01..1958-12-31 year)
        >>> shift(Period.day(dt.date(1998, 9, 19)), -3, "day")
        Period(1998-09-16..1998-09-16 day)
    """
    if origin.start is None or origin.end is None:
        raise ValueError("an open period has no place to count from")
    known = origin.precision or Precision.DAY
    near = origin.end if number > 0 else origin.start
    moved, fine = add(near, number, unit), known.coarseness
    if unit in DAYS and fine >= Precision.YEAR.coarseness:
        raise ValueError("days cannot be counted from a year")
    if MONTHS.get(unit, 0) >= 12 and fine <= Precision.YEAR.coarseness:
        return Period.year(moved.year)
    if unit == "month" and fine <= Precision.MONTH.coarseness:
        return Period.month(moved.year, moved.month)
    if unit not in MONTHS and fine == 0:
        return Period.day(moved)
    return Period.exact(add(origin.start, number, unit), add(origin.end, number, unit), known)


def window(end: dt.date, number: int, unit: str) -> Period:
    """Give the stretch of some units that ends (or, below zero, begins) on a day.

    Examples:
        >>> window(dt.date(2013, 11, 2), 20, "year")
        Period(1993-11-02..2013-11-02 year)
    """
    other = add(end, -number, unit)
    precision = unit_precision(unit)
    first, last = sorted((other, end))
    if number > 0:
        return Period(first, last, precision, Precision.DAY)
    return Period(first, last, Precision.DAY, precision)


def unit_precision(unit: str) -> Precision:
    """Give the precision that counting in a unit allows."""
    if unit in ("year", "decade", "century", "month"):
        return Precision(unit)
    return Precision.YEAR if unit == "generation" else Precision.DAY


def week(day: dt.date) -> Period:
    """Give the week, Monday to Sunday, that a day falls in."""
    monday = day - dt.timedelta(days=day.weekday())
    return Period.exact(monday, monday + dt.timedelta(days=6), Precision.DAY)


def weekend(day: dt.date) -> Period:
    """Give the Saturday and Sunday of the week that a day falls in."""
    monday = day - dt.timedelta(days=day.weekday())
    return Period.exact(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), Precision.DAY)


def enclosing(day: dt.date, unit: str) -> Period:
    """Give the day, week, month, year, decade or century that a day falls in.

    Examples:
        >>> enclosing(dt.date(1956, 10, 19), "decade")
        Period(1950-01-01..1959-12-31 decade)
    """
    if unit == "week":
        return week(day)
    if unit == "month":
        return Period.month(day.year, day.month)
    if unit == "year":
        return Period.year(day.year)
    if unit == "decade":
        return Period.decade(day.year // 10 * 10)
    if unit == "century":
        return Period.century((day.year + 99) // 100)
    return Period.day(day)


def months(year: int, first: int, number: int, precision: Precision) -> Period:
    """Give whole months from the ``first`` of a year, which may run into the next."""
    start = dt.date(year, first, 1)
    return Period.exact(start, add_months(start, number) - dt.timedelta(days=1), precision)
