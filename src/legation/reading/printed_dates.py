"""Dates as they are printed in a line: which day, and where in the line."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from legation import tables

_EARLIEST = 1450  # printing; a "year" below it is a count of something
_LATEST = 2100


class PrintedDate(NamedTuple):
    """A day and the span of characters that states it; ``year_given`` is false for "Nov. 2"."""

    day: dt.date
    start: int
    end: int


def find(line: str) -> PrintedDate | None:
    """Find the first full date of a line: day, month and year.

    ``10/11/2013`` could be either of two days and is not taken; ``25/11/2013`` is.

    Examples:
        >>> find("Published: 10 Nov 2013 08:15").day, find("10/11/2013")
        (datetime.date(2013, 11, 10), None)
    """
    found = [
        PrintedDate(day, match.start(), match.end())
        for pattern in _patterns()
        for match in pattern.finditer(line[:1000])
        if (day := _day(match))
    ]
    return min(found, key=lambda f: (f.start, -f.end), default=None)


def month_day() -> str:
    """Give the pattern of a day and month, the year optional, for datelines."""
    month = rf"(?:{'|'.join(_months())})\b\.?"
    return rf"(?:{month}\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:de\s+)?{month})(?:,?\s+(?:de\s+)?\d{{4}})?"


def _day(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    month = groups.get("month")
    if month is None:
        first, second = int(groups["first"]), int(groups["second"])
        if first == second or second > 12:
            day_number, month_number = second, first
        elif first > 12:
            day_number, month_number = first, second
        else:
            return None
    else:
        day_number = int(groups["day"])
        month_number = int(month) if month.isdecimal() else _months()[re.escape(month.casefold())]
    year = int(groups["year"])
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return dt.date(year, month_number, day_number)
    except ValueError:
        return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{'|'.join(_months())})\b\.?"
    sources = (
        r"(?<![\d./-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<![\d./-])(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])",
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        r"(?<![\d./-])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?![\d.])",
        r"(?<![\d./-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?![\d/])",
        rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]+(?:of\s+|de\s+)?{month}"
        rf",?[\s-]+(?:de\s+)?(?P<year>\d{{4}})(?!\d)",
        rf"\b{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
    )
    return tuple(re.compile(source, re.I) for source in sources)


@cache
def _months() -> dict[str, int]:
    """Give ``{escaped casefolded name: number}``, longer names first so that they win."""
    names = {
        re.escape(name.casefold()): int(row["month"])
        for row in tables.rows("reading", "months.csv", ("language", "month", "names"))
        for name in row["names"].split("|")
    }
    return dict(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
