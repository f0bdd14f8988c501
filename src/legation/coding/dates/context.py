"""Where a reading stands: the document's date, and the latest date told in the text."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from legation.coding.dates.readings import Pull, Reading, YearOf
from legation.coding.dates.tense import looks_ahead
from legation.model.dates import Period

_NEWS = re.compile(
    r"(?i)\b(?:yesterday|today|tomorrow|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{4}(?!\d)")
_PERSON_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister|Secretary) May\b")
_PLUPERFECT = re.compile(
    r"\bhad (?:been |not |already |just )?[a-z]+(?:ed|en|ne|t|ut|d)\b[^.,;:]*$"
)
_STORY = 800
"""The longest period, in days, that can lend its year to a date without one."""

_GAP = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = tuple('.!?:;…"”’)')


@dataclass(slots=True)
class Context:
    """The text, its date, and the running anchor.

    Args:
        text: the whole document.
        published: the day it was published, where known.
        read: the grammar itself, for expressions that hold others.
        sections: ``(start, end)`` of its blocks; where there are none, blank lines part them.
    """

    text: str
    published: dt.date | None
    read: Callable[[Context, int], Reading | None]
    sections: Sequence[tuple[int, int]] = ()
    anchor: Reading | None = None
    previous: Reading | None = None
    depth: int = 0
    known: dict[tuple[int, int, int], Reading | None] = field(default_factory=dict)
    news: bool = False
    month_first: bool = False
    person_may: bool = False
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.news = self.published is not None and bool(_NEWS.search(self.text))
        self.month_first = bool(_MONTH_FIRST.search(self.text))
        self.person_may = bool(_PERSON_MAY.search(self.text))
        self.sections = sorted((a, b) for a, b in self.sections if a < b) or _blocks(self.text)
        self._starts = [start for start, _ in self.sections]

    def block(self, at: int) -> int:
        """Give the number of the section that an offset lies in, or follows."""
        return bisect_right(self._starts, at) - 1

    def note(self, reading: Reading) -> None:
        """Let a reading move the anchor, as far as it pulls.

        A headline or caption line (no stop at its end) does not move it, unless it is a date
        and nothing else; a coarser date that holds the anchor leaves the finer one standing; a
        date said in passing ("the 1956 treaty") yields to one told in the same section.
        """
        self.previous = reading
        if reading.pull is Pull.NONE or not (reading.period.start and reading.period.end):
            return
        if self._is_display(reading):
            return
        held = self.anchor
        if held is None or not self._outranks(held, reading):
            self.anchor = reading

    def _in_passing(self, reading: Reading) -> bool:
        """Whether it is said in passing: "of 1904", "which Germany had annexed in 1871"."""
        before = self.text[max(0, reading.start - 60) : reading.start]
        return reading.pull is Pull.WEAK or bool(_PLUPERFECT.search(before))

    def _outranks(self, held: Reading, reading: Reading) -> bool:
        if reading.pull is Pull.WEAK and held.pull is Pull.FIRM and _days(reading.period) > _STORY:
            return True
        if self.block(held.start) != self.block(reading.start):
            return False
        if self._in_passing(reading) and not self._in_passing(held):
            return True
        return _holds(reading.period, held.period)

    def _is_display(self, reading: Reading) -> bool:
        number = self.block(reading.start)
        if number < 0:
            return False
        start, end = self.sections[number]
        line = self.text[start : min(end, start + 250)].strip()
        if end - start > 200 or line.endswith(_SENTENCE_END) or len(self.sections) == 1:
            return False
        return len(line) - (reading.end - reading.start) > 8

    def origin(self) -> Period | None:
        """Give the period that "later", "that" and "the same" count from."""
        return self.anchor.period if self.anchor else None

    def tells_story(self, at: int) -> bool:
        """Whether the text at an offset tells of an earlier year than the document's.

        News gives the year of whatever is older than a twelvemonth: its "in March" after
        something of last year is this year's.
        """
        held = self.anchor
        if held is None or held.from_document or held.period.start is None:
            return False
        if held.period.end is None or _days(held.period) > _STORY:
            return False
        if self.published is None:
            return True
        if held.period.end.year >= self.published.year - self.news:
            return False
        if self.news and held.pull is Pull.WEAK:
            return False
        here = self.block(at) == self.block(held.start) and not self._looks_back(held)
        return here or (not self.news and self.published.year - held.period.end.year > _HISTORY)

    def _looks_back(self, reading: Reading) -> bool:
        """Whether a date only says since when something lasts: the text itself is of today."""
        before = self.text[max(0, reading.start - 120) : reading.start]
        return bool(_SINCE.search(before.rsplit(". ", 1)[-1]))

    def place(self, in_year: YearOf, start: int, end: int) -> tuple[Period, bool] | None:
        """Choose the year of a date that has none.

        In a story it is the year of the anchor (the next, where the date lies half a year or
        more before it); otherwise the one nearest to the document's date, the past preferred
        two to one, or twelve to one where the words look back, unless they look ahead.

        Returns:
            The period, and whether the anchor decided it; None where nothing can decide.
        """
        ahead = looks_ahead(self.text, start, end)
        story = self.tells_story(start) and not (ahead and self.news)
        if story and self.anchor:
            told = _in_story(in_year, self.anchor.period)
            return (told, True) if told else None
        if self.published is None:
            return None
        found = _nearest(in_year, self.published, ahead)
        return (found, False) if found else None


_HISTORY = 15
"""Years before the document from which a story goes on over the end of a paragraph."""
_SINCE = re.compile(r"(?i)\bsince\b")


def _days(period: Period) -> int:
    return (period.end - period.start).days if period.start and period.end else 0


def _blocks(text: str) -> list[tuple[int, int]]:
    bounds = [0, *(m.end() for m in _GAP.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def _holds(outer: Period, inner: Period) -> bool:
    if not (outer.start and outer.end and inner.start and inner.end):
        return False
    proper = (outer.start, outer.end) != (inner.start, inner.end)
    return proper and outer.start <= inner.start and inner.end <= outer.end


def _in_story(in_year: YearOf, anchor: Period) -> Period | None:
    assert anchor.start and anchor.end
    here = in_year(anchor.start.year)
    if here and here.start and (anchor.start - here.start).days >= 183:
        spans_year = (anchor.end - anchor.start).days >= 300
        return here if spans_year else in_year(anchor.start.year + 1)
    return here or in_year(anchor.start.year + 1)


def _nearest(in_year: YearOf, day: dt.date, ahead: bool | None) -> Period | None:
    for reach in (1, 8):  # 29 February, and a weekday that must fit, may need the wider one
        years = range(max(1, day.year - reach), min(9999, day.year + reach) + 1)
        if found := [p for y in years if (p := in_year(y))]:
            return min(found, key=lambda p: _cost(p, day, ahead))
    return None


def _cost(period: Period, day: dt.date, ahead: bool | None) -> int:
    assert period.start and period.end
    if period.start <= day <= period.end:
        return 0
    if period.end < day:
        return (day - period.end).days * (3 if ahead else 1)
    weight = {True: 1, None: 2, False: 12}[ahead]
    return (period.start - day).days * weight
