"""Dates counted from the latest one told: ``that year``, ``the next day``."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from legation.coding.dates.context import Context
from legation.coding.dates.counted import after
from legation.coding.dates.parts import cut
from legation.coding.dates.quantities import UNIT, read_length
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.seasons import season_in
from legation.coding.dates.shifting import add, enclosing, shift, unit_precision, weekend
from legation.coding.dates.tense import looks_ahead
from legation.coding.dates.words import (
    FULL_MONTH,
    SEASON,
    SEASONS,
    SPACE,
    WEEKDAY,
    month_number,
    weekday_number,
)
from legation.model.dates import Period, Precision

_DAY_PARTS = "day|night|evening|morning|afternoon"
_UNITS = rf"{_DAY_PARTS}|week|weekend|month|year|decade|century"
_SAME = re.compile(
    rf"(?i)(?:that(?:{SPACE}(?:same|very))?|(?:the|this){SPACE}same){SPACE}({_UNITS})(?!\w)"
)
_FOLLOWING = re.compile(
    rf"(?i)the{SPACE}(?:very{SPACE})?(following|next|previous|preceding|ensuing){SPACE}({_UNITS})(?!\w)"
)
_MANY = re.compile(
    rf"(?i)(?:the|these){SPACE}(following|ensuing|next|subsequent|previous|preceding){SPACE}"
    r"(?:(days|weeks|months|years|decades|centuries)(?!\w))?"
)
_FOLLOWED = re.compile(
    rf"(?i)the{SPACE}({UNIT})(ies|y|s)?{SPACE}(?:that{SPACE}(?:followed|follow)|which{SPACE}followed"
    rf"|following|afterwards?|thereafter|to{SPACE}come)(?!\w)"
)
_NAMED = re.compile(
    rf"(?P<turn>(?i:that|the{SPACE}same|the{SPACE}following|the{SPACE}next|the{SPACE}previous"
    rf"|the{SPACE}preceding)){SPACE}(?:(?P<month>{FULL_MONTH})"
    rf"(?!{SPACE}(?:would|will|could|should|had|has|said|was|is|might|did)\b)|{SEASON}|{WEEKDAY})"
)
_PART = re.compile(
    rf"(?i)(later|earlier|late|early|mid){SPACE}(?:in{SPACE}|on{SPACE})?(?:that|the{SPACE}same)(?:{SPACE}same)?"
    rf"{SPACE}(day|week|month|year|decade|century)(?!\w)"
)
_WHOLE = re.compile(rf"(?i)the{SPACE}(year|month|decade|century)(?!\w)")
_OF_THE = re.compile(
    r"(?i)\b(?:(?:end|start|beginning|half|quarter|middle|close|months|weeks|days|turn) of"
    r"|(?:earlier|later|late|early) in)\s$"
)


def read_same(ctx: Context, at: int) -> Reading | None:
    """Read ``that year``, ``the same day``, ``later that month``."""
    match = _SAME.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.start or not origin.end:
        return None
    unit = _unit(match[1])
    if unit == "day":
        if (origin.precision or Precision.DAY).coarseness > Precision.MONTH.coarseness:
            return None
        return Reading(at, match.end(), origin, "same", True, Pull.NONE)
    if unit == "weekend":
        return Reading(at, match.end(), weekend(origin.end), "same", True)
    period = origin if _coarser(origin, unit) else enclosing(origin.end, unit)
    return Reading(at, match.end(), period, "same", anchored=True)


def _unit(word: str) -> str:
    folded = word.lower()
    return "day" if folded in _DAY_PARTS.split("|") else folded


def _coarser(origin: Period, unit: str) -> bool:
    precision = origin.precision or Precision.DAY
    return unit != "week" and precision.coarseness > unit_precision(unit).coarseness


def read_following(ctx: Context, at: int) -> Reading | None:
    """Read ``the next day``, ``the following year``, ``the previous month``.

    After a decade, the following decade is the next by the calendar; after a year or day it is
    the ten years that follow.
    """
    match = _FOLLOWING.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.start or not origin.end:
        return None
    unit = _unit(match[2])
    sign = -1 if match[1].lower().startswith("pre") else 1
    return Reading(at, match.end(), _next(origin, unit, sign), "following", anchored=True)


def _next(origin: Period, unit: str, sign: int) -> Period:
    assert origin.start and origin.end
    near = origin.end if sign > 0 else origin.start
    if unit == "weekend":
        return weekend(near + dt.timedelta(days=7 * sign))
    if unit in ("week", "century"):
        return enclosing(add(near, sign, unit), unit)
    if unit == "decade":
        return _next_decade(origin, sign)
    return shift(origin, sign, unit)


def _next_decade(origin: Period, sign: int) -> Period:
    assert origin.start and origin.end
    if (origin.precision or Precision.DAY).coarseness >= Precision.DECADE.coarseness:
        near = origin.end if sign > 0 else origin.start
        return enclosing(near + dt.timedelta(days=sign), "decade")
    first = origin.end.year + 1 if sign > 0 else origin.start.year - 10
    return Period.decade(first)


def read_following_many(ctx: Context, at: int) -> Reading | None:
    """Read ``the following decades`` (open) and ``the following two years`` (closed)."""
    match = _MANY.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.start or not origin.end:
        return None
    back, story = match[1].lower().startswith("pre"), match[1].lower() != "next"
    if not (story or ctx.tells_story(at)):
        return None
    if match[2]:
        if back:
            return None
        return Reading(at, match.end(), after(origin), "following", True, Pull.NONE)
    length = read_length(ctx.text, match.end())
    if not length or length.unit in ("minute", "hour"):
        return None
    period = _stretch(origin, -length.high if back else length.high, length.unit)
    return Reading(at, length.end, period, "following", True, Pull.NONE)


def _stretch(origin: Period, number: int, unit: str) -> Period:
    """Give the units that adjoin a period, after it or (below zero) before it."""
    assert origin.start and origin.end
    one_day = dt.timedelta(days=1)
    precision = max(
        unit_precision(unit), origin.precision or Precision.DAY, key=lambda p: p.coarseness
    )
    if number > 0:
        first, last = origin.end + one_day, add(origin.end, number, unit)
    else:
        first, last = add(origin.start, number, unit), origin.start - one_day
    return Period.exact(first, last, precision)


def read_followed(ctx: Context, at: int) -> Reading | None:
    """Read ``the decade that followed`` (closed) and ``the years that followed`` (open)."""
    match = _FOLLOWED.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.end or match[1].lower() in ("minute", "hour"):
        return None
    unit = match[1].lower().replace("centur", "century")
    many = match[2] in ("s", "ies")
    period = after(origin) if many else _stretch(origin, 1, unit)
    return Reading(at, match.end(), period, "following", True, Pull.NONE)


def read_named_turn(ctx: Context, at: int) -> Reading | None:
    """Read ``that spring``, ``the following March``, ``the next Monday``."""
    match = _NAMED.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.start or not origin.end:
        return None
    turn = match["turn"].lower().split()[-1]
    if match["weekday"]:
        period = _weekday_by(origin, weekday_number(match["weekday"]), turn)
    elif match["month"]:
        period = _by_turn(partial(_month_in, month_number(match["month"])), origin, turn)
    else:
        period = _by_turn(partial(season_in, SEASONS[match["season"].lower()]), origin, turn)
    return Reading(at, match.end(), period, "named turn", True) if period else None


def _month_in(month: int, year: int) -> Period:
    return Period.month(year, month)


def _weekday_by(origin: Period, weekday: int, turn: str) -> Period | None:
    if (origin.precision or Precision.DAY) is not Precision.DAY or origin.end is None:
        return None
    if turn in ("previous", "preceding"):
        return Period.day(origin.end - dt.timedelta(days=(origin.end.weekday() - weekday) % 7 or 7))
    ahead = (weekday - origin.end.weekday()) % 7
    return Period.day(
        origin.end + dt.timedelta(days=ahead if turn in ("that", "same") else ahead or 7)
    )


def _by_turn(in_year: partial[Period], origin: Period, turn: str) -> Period | None:
    assert origin.start and origin.end
    if turn in ("that", "same"):
        return in_year(origin.end.year)
    years = range(origin.start.year - 1, origin.end.year + 3)
    found = [in_year(year) for year in years]
    if turn in ("previous", "preceding"):
        return next((p for p in reversed(found) if p.end and p.end < origin.start), None)
    return next((p for p in found if p.start and p.start > origin.end), None)


def read_part_of_same(ctx: Context, at: int) -> Reading | None:
    """Read ``later that year``: from the anchor on; ``late that year``: its last third."""
    match = _PART.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.start or not origin.end:
        return None
    unit, part = match[2].lower(), match[1].lower()
    if unit == "day":
        return Reading(at, match.end(), origin, "same", True, Pull.NONE)
    whole = origin if _coarser(origin, unit) else enclosing(origin.end, unit)
    return Reading(at, match.end(), _part(whole, origin, part), "same", anchored=True)


def _part(whole: Period, origin: Period, part: str) -> Period:
    if part in ("early", "mid", "late"):
        return cut(whole, 3, ("early", "mid", "late").index(part))
    fine = whole != origin and (origin.precision or Precision.DAY) is not whole.precision
    if not fine:
        return whole
    if part == "later":
        return Period(origin.start, whole.end, origin.start_precision, whole.end_precision)
    return Period(whole.start, origin.end, whole.start_precision, origin.end_precision)


def read_the_whole(ctx: Context, at: int) -> Reading | None:
    """Read ``the year`` in "the end of the year": the anchor's in a story, else the document's."""
    match = _WHOLE.match(ctx.text, at)
    if not match or not _OF_THE.search(ctx.text[max(0, at - 20) : at]):
        return None
    origin = ctx.origin()
    ahead = ctx.published and looks_ahead(ctx.text, at, match.end())
    if not ahead and ctx.tells_story(at) and origin and origin.end:
        return Reading(at, match.end(), enclosing(origin.end, match[1].lower()), "same", True)
    if ctx.published is None:
        return None
    period = enclosing(ctx.published, match[1].lower())
    return Reading(at, match.end(), period, "step", from_document=True)
