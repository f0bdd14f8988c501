"""Parts of periods: early, mid and late; the end of; halves, quarters, last days."""

from __future__ import annotations

import datetime as dt
import re

from legation.coding.dates.context import Context
from legation.coding.dates.readings import Reading
from legation.coding.dates.shifting import add, enclosing
from legation.coding.dates.words import DASH, NUMBERS, SPACE, one_of
from legation.model.dates import Period, Precision

_PREFIX = re.compile(
    rf"(?:[Tt]he{SPACE})?(?i:(?:very{SPACE})?(early|mid|late))"
    rf"(?:{DASH}|{SPACE}(?:in{SPACE}|on{SPACE}|part{SPACE}of{SPACE})?)"
)
_EDGE = re.compile(
    rf"(?i:(?:the{SPACE})?(?:very{SPACE})?"
    r"(beginning|start|outbreak|outset|dawn|middle|midst|height|end|close)"
    rf"{SPACE}of{SPACE})"
)
_FRACTION = re.compile(
    rf"(?i:(?:the{SPACE})?(first|second|third|fourth|last|final|latter|closing|opening|early){SPACE}"
    rf"(?:({one_of(list(NUMBERS)[:12])}|few){SPACE})?"
    rf"(half|quarter|third|days?|weeks?|months?|years?){SPACE}of{SPACE})"
)
_ORDER = {"first": 0, "opening": 0, "early": 0, "second": 1, "third": 2, "fourth": 3}
_FEW = 3
"""How many weeks, months or years "the last weeks of" a period are; its last days are seven."""


HEADS = (
    *("beginning", "start", "outbreak", "outset", "dawn", "middle", "midst", "height", "end"),
    *("close", "first", "second", "third", "fourth", "last", "final", "latter", "closing"),
    *("opening", "early", "very"),
)
"""The words that :func:`read_part_of` may begin with, after "the" apart."""

_LATER_IN = re.compile(rf"(?i)(?:earlier|later){SPACE}(?:in|on){SPACE}(?!the{SPACE}day)")
_EVE = re.compile(rf"(?i)(?:on{SPACE})?(?:the{SPACE})?eve{SPACE}of{SPACE}")


def read_early(ctx: Context, at: int) -> Reading | None:
    """Read ``early 2013``, ``the mid-1980s``, ``late November``, ``early in 1991``."""
    match = _PREFIX.match(ctx.text, at)
    whole = ctx.read(ctx, match.end()) if match else None
    if not match or whole is None or not _divisible(whole):
        return None
    number = ("early", "mid", "late").index(match[1].lower())
    return whole.moved(start=at).valued(cut(whole.period, 3, number), whole.rule)


def read_part_of(ctx: Context, at: int) -> Reading | None:
    """Read ``the end of March``, ``the first half of 2014``, ``the last days of the Cold War``."""
    match = _EDGE.match(ctx.text, at) or _FRACTION.match(ctx.text, at)
    whole = ctx.read(ctx, match.end()) if match else None
    if not match or whole is None or not _divisible(whole):
        return None
    word = match[1].lower()
    period = edge(whole, word) if match.re is _EDGE else _fraction(whole, word, match)
    rule = "edge" if whole.rule == "named period" else whole.rule
    return whole.moved(start=at).valued(period, rule) if period else None


def _divisible(whole: Reading) -> bool:
    return whole.period.start is not None and whole.period.end is not None


def cut(period: Period, parts: int, number: int) -> Period:
    """Give one of the equal parts of a period, counted from 0, in whole days, months or years.

    A decade's thirds are its years 0–3, 4–6 and 7–9; a month's are days 1–10, 11–20 and the rest.
    A part of a year is as precise as a season; a part of anything else as the whole.

    Examples:
        >>> cut(Period.decade(1980), 3, 1), cut(Period.year(2014), 2, 0)
        (Period(1984-01-01..1986-12-31 decade), Period(2014-01-01..2014-06-30 season))
    """
    start, end = period.start, period.end
    if start is None or end is None or period.precision is Precision.DAY:
        return period
    size, unit = _measure(start, end)
    bounds = [size * n // parts for n in range(parts)] + [size]
    if (size, parts) == (10, 3):
        bounds = [0, 4, 7, 10]
    elif unit == "day" and parts == 3 and size >= 28:
        bounds = [0, 10, 20, size]
    first = add(start, bounds[number], unit)
    last = end if number + 1 >= parts else add(start, bounds[number + 1], unit) - dt.timedelta(1)
    precision = period.precision or Precision.DAY
    return Period.exact(first, last, Precision.SEASON if precision is Precision.YEAR else precision)


def _measure(start: dt.date, end: dt.date) -> tuple[int, str]:
    """Count a period in years where it has ten or more, in months where two, else in days."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months >= 120:
        return months // 12, "year"
    return (months, "month") if months > 1 else ((end - start).days + 1, "day")


def edge(whole: Reading, word: str) -> Period | None:
    """Give the beginning, middle or end of a period.

    Of a year they are its first and last quarters and its middle third; of a century its first
    and last decades; of a month or decade thirds; of a war or era the date of its outbreak or end.
    """
    period = whole.period
    if word in ("middle", "midst", "height"):
        return cut(period, 3, 1)
    first = word not in ("end", "close")
    if whole.rule in ("named period", "years"):
        return _bound(period, first=first)
    days = (period.end - period.start).days if period.start and period.end else 0
    parts = {1: 4, 100: 10}.get(round(days / 365.25), 3)
    part = cut(period, parts, 0 if first else parts - 1)
    if parts == 10 and part.start and part.end:
        return Period.exact(part.start, part.end, Precision.DECADE)
    return part


def _bound(period: Period, *, first: bool) -> Period | None:
    day = period.start if first else period.end
    precision = period.start_precision if first else period.end_precision
    return enclosing(day, (precision or Precision.DAY).value) if day else None


def _fraction(whole: Reading, word: str, match: re.Match[str]) -> Period | None:
    said, size = match[2], match[3].lower()
    parts = {"half": 2, "quarter": 4, "third": 3}.get(size)
    if parts:
        number = _ORDER.get(word, parts - 1)
        return cut(whole.period, parts, number) if number < parts else None
    number, unit = _size(said, size)
    start, end = whole.period.start, whole.period.end
    if (
        start is None
        or end is None
        or word not in ("first", "opening", "early", "last", "final", "closing")
    ):
        return None
    one_day = dt.timedelta(days=1)
    if word in ("first", "opening", "early"):
        end = min(end, add(start, number, unit) - one_day)
    else:
        start = max(start, add(end + one_day, -number, unit))
    return Period.exact(start, end, Precision.MONTH if unit == "day" else Precision.SEASON)


def _size(said: str | None, size: str) -> tuple[int, str]:
    unit = size.rstrip("s")
    number = NUMBERS.get((said or "").lower(), 0 if size.endswith("s") else 1)
    number = number or (7 if unit == "day" else _FEW)
    return (number * 7, "day") if unit == "week" else (number, unit)


def read_later_in(ctx: Context, at: int) -> Reading | None:
    """Read ``later in 1945`` and ``earlier on Tuesday`` as the plain date."""
    match = _LATER_IN.match(ctx.text, at)
    whole = ctx.read(ctx, match.end()) if match else None
    return whole.moved(start=at) if whole else None


def read_eve(ctx: Context, at: int) -> Reading | None:
    """Read ``the eve of 3 November`` and ``on the eve of the Second World War``."""
    match = _EVE.match(ctx.text, at)
    whole = ctx.read(ctx, match.end()) if match else None
    if not match or not whole or not whole.period.start:
        return None
    if whole.period.start_precision is not Precision.DAY:
        return None
    period = Period.day(whole.period.start - dt.timedelta(days=1))
    start = match.start() + (3 if match[0].lower().startswith("on") else 0)
    return whole.moved(start=start).valued(period, "eve")
