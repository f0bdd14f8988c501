"""Dates as intervals that know how precise they are."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from legation.errors import InvalidDateError


class Precision(StrEnum):
    """How exactly a date is known, finest first; ``open`` has no bound on one side."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    OPEN = "open"

    @property
    def coarseness(self) -> int:
        """The place in the order from day (0) to open (6)."""
        return list(Precision).index(self)


@dataclass(frozen=True, slots=True)
class Period:
    """An interval of days, both ends included, each end with its precision.

    Args:
        start: first day, or None where the text gives no beginning.
        end: last day, or None where the period is open.
        start_precision: how exactly ``start`` is known; None where there is no start.
        end_precision: the same of ``end``; ``Precision.OPEN`` where it is said to go on.

    Raises:
        InvalidDateError: the end lies before the start.

    Examples:
        >>> Period.decade(2000)
        Period(2000-01-01..2009-12-31 decade)
        >>> Period.since(Period.decade(1950)).precision.value
        'open'
        >>> Period.year(1904).overlaps(Period.span(Period.year(1900), Period.year(1904)))
        True
    """

    start: dt.date | None = None
    end: dt.date | None = None
    start_precision: Precision | None = None
    end_precision: Precision | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise InvalidDateError(
                f"a period from {self.start} to {self.end} ends before it starts"
            )

    def __repr__(self) -> str:
        bounds = f"{self.start or ''}..{self.end or ''}"
        return f"Period({bounds} {self.precision.value if self.precision else 'undated'})"

    @property
    def precision(self) -> Precision | None:
        """The coarser of the two ends; ``open`` where one is unbounded; None where undated."""
        if self.start is None and self.end is None:
            return None
        if self.start is None or self.end is None:
            return Precision.OPEN
        known = [p for p in (self.start_precision, self.end_precision) if p]
        return max(known, key=lambda p: p.coarseness, default=Precision.DAY)

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.start is not None or self.end is not None

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day; an open or unknown end reaches for ever."""
        first, last = dt.date.min, dt.date.max
        return (self.start or first) <= (other.end or last) and (other.start or first) <= (
            self.end or last
        )

    @classmethod
    def exact(cls, start: dt.date, end: dt.date, precision: Precision) -> Period:
        """Build a closed period with one precision for both ends."""
        return cls(start, end, precision, precision)

    @classmethod
    def day(cls, day: dt.date) -> Period:
        """Build the period of one day."""
        return cls.exact(day, day, Precision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Build the period of one calendar month."""
        last = calendar.monthrange(year, month)[1]
        return cls.exact(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> Period:
        """Build the period of one calendar year."""
        return cls.exact(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)

    @classmethod
    def decade(cls, year: int) -> Period:
        """Build the ten years that begin with ``year``."""
        return cls.exact(dt.date(year, 1, 1), dt.date(year + 9, 12, 31), Precision.DECADE)

    @classmethod
    def century(cls, number: int) -> Period:
        """Build a century by its ordinal: 19 gives 1801-01-01 to 1900-12-31."""
        first = (number - 1) * 100 + 1
        return cls.exact(dt.date(first, 1, 1), dt.date(first + 99, 12, 31), Precision.CENTURY)

    @classmethod
    def around(cls, day: dt.date, precision: Precision | None) -> Period:
        """Build the day, month, season, year, decade or century that a bound can lie in.

        Examples:
            >>> Period.around(dt.date(1905, 9, 1), Precision.MONTH)
            Period(1905-09-01..1905-09-30 month)
        """
        match precision:
            case Precision.MONTH:
                return cls.month(day.year, day.month)
            case Precision.SEASON:
                first, last = day - dt.timedelta(days=92), day + dt.timedelta(days=92)
                return cls.exact(first, last, Precision.SEASON)
            case Precision.YEAR:
                return cls.year(day.year)
            case Precision.DECADE:
                return cls.decade(day.year // 10 * 10)
            case Precision.CENTURY:
                return cls.century((day.year + 99) // 100)
        return cls.day(day)

    @classmethod
    def span(cls, first: Period, last: Period) -> Period:
        """Join two periods: from the start of the one to the end of the other."""
        return cls(first.start, last.end, first.start_precision, last.end_precision)

    @classmethod
    def since(cls, first: Period) -> Period:
        """Build the period that starts with another and is open."""
        return cls(first.start, None, first.start_precision, Precision.OPEN)

    @classmethod
    def until(cls, last: Period) -> Period:
        """Build the period that ends with another and whose start is unknown."""
        return cls(None, last.end, None, last.end_precision)


UNDATED = Period()
"""The period of what the text does not date."""


def parse_date(text: str) -> Period:
    """Read an ISO date of day, month or year precision.

    Args:
        text: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

    Raises:
        InvalidDateError: the text is none of these, or no calendar has such a day.

    Examples:
        >>> parse_date("1904-02")
        Period(1904-02-01..1904-02-29 month)
    """
    parts = text.strip().split("-")
    try:
        digits = all(p.isascii() and p.isdigit() for p in parts)
        if not digits or [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError
        numbers = [int(p) for p in parts]
        if len(numbers) == 1:
            return Period.year(numbers[0])
        if len(numbers) == 2:
            return Period.month(*numbers)
        return Period.day(dt.date(*numbers))
    except (ValueError, IndexError):
        raise InvalidDateError(
            f"{text!r} is not a date", "write it as YYYY-MM-DD, YYYY-MM or YYYY"
        ) from None
