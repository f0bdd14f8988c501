"""What all rows out of data sets share: whose codes, which days, what they cite."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from legation.datasets.entries import Dataset
from legation.datasets.store import Receipt
from legation.model import Evidence, Period, Precision, Source, digest
from legation.world.states import by_number, states

CODER = "dataset/1"
"""What rows out of data sets name as their coder."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A data set as the rows made of it cite it."""

    data: Dataset
    receipt: Receipt

    @property
    def source(self) -> Source:
        """Give the source of its rows. It has no day: what it says was known in its own time."""
        return Source(
            self.source_id, "dataset", self.data.landing_page,
            f"{self.data.title}, version {self.data.version}", self.data.producer,
            sha256=self.receipt.sha256, terms=self.data.terms,
        )  # fmt: skip

    @property
    def source_id(self) -> str:
        """Give the id of that source."""
        return digest("dataset", self.data.name, self.receipt.sha256)

    def evidence(self, key: object, said: str) -> Evidence:
        """Cite one of its rows, with what it says in words."""
        return Evidence(quote=said, dataset=f"{self.data.name} {self.data.version}",
                        row_key=str(key))  # fmt: skip


def code_of(number: int | None, day: dt.date) -> str | None:
    """Give the code of a state by its COW number on a day, or by any spell that it ever had.

    Examples:
        >>> day = dt.date(1950, 1, 1)
        >>> code_of(365, day), code_of(265, dt.date(1816, 1, 1)), code_of(-9, day)
        ('RUS', 'DDR', None)
    """
    if number is None or number <= 0:
        return None
    state = by_number(number, "cow", day)
    if state is not None:
        return state.code
    held = (c for c, s in states().items() if any(
        p.system == "cow" and p.number == number for p in s.spells))  # fmt: skip
    return next(held, None)


def called(code: str) -> str:
    """Give the usual name of a state.

    Examples:
        >>> called("RUS")
        'Russia'
    """
    return states()[code].name


def when(year: int | None, month: int | None = None, day: int | None = None) -> Period:
    """Give a date as exactly as a data set knows it; numbers that no calendar has are unknown.

    Examples:
        >>> when(1941, 12, 7).precision.value, when(1941, 12, -9).precision.value
        ('day', 'month')
        >>> when(1941, 99).start
        datetime.date(1941, 1, 1)
        >>> when(-9).start is None
        True
    """
    if year is None or not 1000 <= year <= 2100:
        return Period()
    if month is None or not 1 <= month <= 12:
        return Period.year(year)
    if day is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return Period.month(year, month)
    return Period.day(dt.date(year, month, day))


def spell(first: Period, last: Period) -> Period:
    """Join a first and a last date; without a last it goes on, or its end is not known."""
    if last.end is None or (first.start and last.end < first.start):
        open_end = Precision.OPEN if first.start else None
        return Period(first.start, None, first.start_precision, open_end)
    return Period(first.start, last.end, first.start_precision, last.end_precision)
