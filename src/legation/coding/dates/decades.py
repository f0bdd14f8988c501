"""Decades and centuries, in figures and in words."""

from __future__ import annotations

import re

from legation.coding.dates.context import Context
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.words import DASH, ORDINALS, SPACE, one_of
from legation.model.dates import Period, Precision

_THE = rf"(?:[Tt]he{SPACE})?"
_FIGURES = re.compile(rf"{_THE}((?:1\d|20)\d)0['’]?s(?!\w)")
_SHORT = re.compile(rf"({_THE})['’‘]?([1-9]0)['’]?s(?!\w)")
NAMES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_NAMED = re.compile(rf"[Tt]he{SPACE}(?i:({'|'.join(NAMES)}))(?!\w)")
_CENTURY = re.compile(
    rf"{_THE}(?:(\d{{1,2}})(?:st|nd|rd|th)|(?i:({one_of(ORDINALS)})))"
    rf"(?:{SPACE}|{DASH})(?i:centur(?:y|ies))(?!\w)(?!{SPACE}BC)"
)
_AND_CENTURY = re.compile(
    rf"{_THE}(?:(\d{{1,2}})(?:st|nd|rd|th)|(?i:({one_of(ORDINALS)})))"
    rf"{SPACE}(?:and|to|or){SPACE}(?:\w{{4,11}}|\d\d(?:st|th)){SPACE}centuries(?!\w)"
)
_TURN = re.compile(
    rf"(?i:{_THE}turn{SPACE}of{SPACE}(?:the|this|last){SPACE}"
    rf"(?:(\d\d)(?:st|th){SPACE}|({one_of(ORDINALS)}){SPACE})?century)(?!\w)"
)


def read_decade(ctx: Context, at: int) -> Reading | None:
    """Read ``the 1950s``, ``the '90s``, ``the nineties``; ``the 1800s`` is the hundred years."""
    if match := _FIGURES.match(ctx.text, at):
        first = int(match[1]) * 10
        period = _hundred(first) if first % 100 == 0 and first < 2000 else Period.decade(first)
        return Reading(at, match.end(), period, "decade")
    if match := _NAMED.match(ctx.text, at):
        return _short(ctx, at, match.end(), NAMES[match[1].lower()])
    match = _SHORT.match(ctx.text, at)
    if not match:
        return None
    marked = "'" in match[0] or "’" in match[0] or "‘" in match[0]
    after_decade = ctx.previous and ctx.previous.rule == "decade" and at - ctx.previous.end < 12
    if not (marked or after_decade or match[1]):
        return None
    return _short(ctx, at, match.end(), int(match[2]))


def _short(ctx: Context, start: int, end: int, tens: int) -> Reading:
    """Place a decade in its century: that of a decade just named, else the latest one begun."""
    near = ctx.previous
    if near and near.rule == "decade" and start - near.end < 12 and near.period.start:
        century = near.period.start.year // 100 * 100
    else:
        last = ctx.published.year if ctx.published else 1999
        century = last // 100 * 100 if last % 100 > tens else last // 100 * 100 - 100
    return Reading(start, end, Period.decade(century + tens), "decade")


def _hundred(first: int) -> Period:
    years = Period.span(Period.year(first), Period.year(first + 99))
    assert years.start and years.end
    return Period.exact(years.start, years.end, Precision.CENTURY)


def read_century(ctx: Context, at: int) -> Reading | None:
    """Read ``the 19th century``, ``nineteenth-century`` and ``the 18th and 19th centuries``."""
    match = _CENTURY.match(ctx.text, at)
    plural = None if match else _AND_CENTURY.match(ctx.text, at)
    found = match or plural
    if not found:
        return None
    number = int(found[1]) if found[1] else ORDINALS[found[2].lower()]
    if not 1 <= number <= 22:
        return None
    end = found.end() if match else found.end(1 if found[1] else 2) + (2 if found[1] else 0)
    return Reading(at, end, Period.century(number), "century", pull=Pull.WEAK)


def read_turn(ctx: Context, at: int) -> Reading | None:
    """Read ``the turn of the century``: five years on either side of the year ending in 00."""
    match = _TURN.match(ctx.text, at)
    if not match:
        return None
    if match[1] or match[2]:
        number = int(match[1]) if match[1] else ORDINALS[match[2].lower()]
        return _turn(at, match.end(), (number - 1) * 100, anchored=False)
    origin = ctx.origin()
    if origin and origin.start:
        return _turn(at, match.end(), round(origin.start.year / 100) * 100, anchored=True)
    if ctx.published is None:
        return None
    return _turn(at, match.end(), round(ctx.published.year / 100) * 100, anchored=False)


def _turn(start: int, end: int, year: int, *, anchored: bool) -> Reading | None:
    years = Period.span(Period.year(year - 5), Period.year(year + 5))
    if not (years.start and years.end):
        return None
    period = Period.exact(years.start, years.end, Precision.DECADE)
    return Reading(start, end, period, "turn of the century", anchored, Pull.WEAK)
