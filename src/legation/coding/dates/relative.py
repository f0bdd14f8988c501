"""Dates counted from the document's own: weekdays, today, last month, the past 20 years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from legation.coding.dates.context import Context
from legation.coding.dates.parts import cut
from legation.coding.dates.readings import Reading
from legation.coding.dates.seasons import season_in
from legation.coding.dates.shifting import add, enclosing, weekend, window
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
from legation.model.dates import Period

_STEP = {"last": -1, "this": 0, "next": 1}
_WEEKDAY = re.compile(
    rf"(?:(?i:(?P<step>last|this|next|this past|this coming|coming)){SPACE})?{WEEKDAY}"
)
_WEEK_AFTER = re.compile(rf"{SPACE}(?i:(last|next|this){SPACE}week)(?!\w)")
_TODAY = re.compile(
    rf"(?i)(?:(the{SPACE}day{SPACE}(?:before{SPACE}yesterday|after{SPACE}tomorrow))|(today|tonight"
    rf"|yesterday|tomorrow|overnight|(?:this{SPACE}(?:morning|afternoon|evening))|last{SPACE}night))(?!\w)"
)
_TODAY_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}
TODAY = ("today", "tonight", "yesterday", "tomorrow", "overnight", "this", "last")
"""The words that :func:`read_today` may begin with, after "the" apart."""

_STEP_UNIT = re.compile(rf"(?i)(last|this|next){SPACE}(week|month|year|decade|century)(?!\w)")
_STEP_MONTH = re.compile(
    rf"(?:(?P<step>[Ll]ast|[Tt]his|[Nn]ext){SPACE})(?P<month>{FULL_MONTH})(?!{SPACE}\d)"
)
_STEP_SEASON = re.compile(
    rf"(?P<step>(?i:last|this|next)){SPACE}{SEASON}(?!{SPACE}(?:of{SPACE})?\d)"
)
_PART_UNIT = re.compile(
    rf"(?i)(earlier|later|late|early){SPACE}(?:in{SPACE}|on{SPACE})?(this|last|next){SPACE}(week|month|year)(?!\w)"
)
_WEEKEND = re.compile(
    rf"(?i)(?:(last|this|next|the|the{SPACE}past|the{SPACE}coming){SPACE})weekend(?!\w)"
)
_BEFORE_LAST = re.compile(rf"(?i)the{SPACE}(week|month|year){SPACE}before{SPACE}last(?!\w)")


def _today(ctx: Context, start: int, end: int, period: Period, rule: str) -> Reading:
    return Reading(start, end, period, rule, from_document=True)


def read_weekday(ctx: Context, at: int) -> Reading | None:
    """Read a weekday as the day nearest to the document's date.

    It is the latest such day, the document's own included, unless the words look ahead; then the
    next. "Last Tuesday" is always before, "next Friday" always after, the document's day.
    """
    match = _WEEKDAY.match(ctx.text, at)
    if not match or ctx.published is None:
        return None
    wanted = weekday_number(match["weekday"])
    if turn := _WEEK_AFTER.match(ctx.text, match.end()):
        day = _in_week(ctx.published, wanted, _STEP[turn[1].lower()])
        return _today(ctx, at, turn.end(), Period.day(day), "weekday")
    day = _weekday_near(ctx, match, wanted)
    return _today(ctx, at, match.end(), Period.day(day), "weekday")


def _in_week(published: dt.date, weekday: int, step: int) -> dt.date:
    return published + dt.timedelta(days=7 * step + weekday - published.weekday())


def _weekday_near(ctx: Context, match: re.Match[str], wanted: int) -> dt.date:
    assert ctx.published
    since = (ctx.published.weekday() - wanted) % 7
    step = " ".join((match["step"] or "").lower().split())
    if step in ("last", "this past"):
        return ctx.published - dt.timedelta(days=since or 7)
    if step in ("next", "this coming", "coming"):
        return ctx.published + dt.timedelta(days=7 - since)
    ahead = looks_ahead(ctx.text, match.start(), match.end())
    if ahead and since:
        return ctx.published + dt.timedelta(days=7 - since)
    if step == "this" and ahead is None and since > 3:
        return ctx.published + dt.timedelta(days=7 - since)
    return ctx.published - dt.timedelta(days=since)


def read_today(ctx: Context, at: int) -> Reading | None:
    """Read ``today``, ``yesterday``, ``tomorrow``, ``overnight``, ``the day before yesterday``."""
    match = _TODAY.match(ctx.text, at)
    if not match or ctx.published is None:
        return None
    if match[1]:
        step = -2 if "yesterday" in match[1].lower() else 2
    else:
        step = _TODAY_DAYS.get(" ".join(match[2].lower().split()), 0)
    period = Period.day(ctx.published + dt.timedelta(days=step))
    if match[0].lower() == "overnight" and not ctx.news:
        return None
    if match[0].lower() == "overnight":
        period = Period.span(Period.day(ctx.published - dt.timedelta(days=1)), period)
    return _today(ctx, at, match.end(), period, "today")


def read_step(ctx: Context, at: int) -> Reading | None:
    """Read ``last week``, ``this month``, ``next year``, ``last March``, ``next summer``."""
    if ctx.published is None:
        return None
    if match := _STEP_UNIT.match(ctx.text, at):
        period = _stepped(ctx.published, _STEP[match[1].lower()], match[2].lower())
        return _today(ctx, at, match.end(), period, "step")
    if match := _STEP_MONTH.match(ctx.text, at):
        month = month_number(match["month"])
        period = _named_step(ctx, match, partial(Period.month, month=month))
        return _today(ctx, at, match.end(), period, "step")
    if match := _STEP_SEASON.match(ctx.text, at):
        first = SEASONS[match["season"].lower()]
        period = _named_step(ctx, match, partial(season_in, first))
        return _today(ctx, at, match.end(), period, "step")
    return None


def _stepped(day: dt.date, step: int, unit: str) -> Period:
    if unit == "decade" and step:
        return window(day, -step, "decade")
    return enclosing(add(day, step, unit), unit)


def _named_step(ctx: Context, match: re.Match[str], in_year: Callable[[int], Period]) -> Period:
    assert ctx.published
    step, day = _STEP[match["step"].lower()], ctx.published
    years = range(day.year - 2, day.year + 3)
    found: list[Period] = [in_year(year) for year in years]
    past = [p for p in found if p.end and p.end < day]
    coming = [p for p in found if p.start and p.start > day]
    if step:
        return past[-1] if step < 0 else coming[0]
    return next((p for p in found if p.start and p.start.year == day.year), coming[0])


def read_part_of_step(ctx: Context, at: int) -> Reading | None:
    """Read ``earlier this month`` (up to the document's day) and ``later this year``."""
    match = _PART_UNIT.match(ctx.text, at)
    if not match or ctx.published is None:
        return None
    period = _stepped(ctx.published, _STEP[match[2].lower()], match[3].lower())
    part, this = match[1].lower(), match[2].lower() == "this"
    if this and part == "earlier":
        period = Period(period.start, ctx.published, period.start_precision, period.end_precision)
    elif this and part == "later":
        period = Period(ctx.published, period.end, period.start_precision, period.end_precision)
    elif not part.endswith("r") and match[3].lower() != "week":
        period = cut(period, 3, 0 if part == "early" else 2)
    return _today(ctx, at, match.end(), period, "part of step")


def read_weekend(ctx: Context, at: int) -> Reading | None:
    """Read ``over the weekend``: the latest begun, or the next where the words look ahead."""
    match = _WEEKEND.match(ctx.text, at)
    if not match or ctx.published is None:
        return None
    word = " ".join(match[1].lower().split())
    this_week = weekend(ctx.published)
    begun = bool(this_week.start and this_week.start <= ctx.published)
    ahead = word in ("next", "the coming") or looks_ahead(ctx.text, at, match.end())
    step = (1 if begun and word == "next" else 0) if ahead else (0 if begun else -1)
    if word == "last":
        step = -1
    elif word == "this" and ahead is None:
        step = 0
    period = weekend(ctx.published + dt.timedelta(days=7 * step))
    return _today(ctx, at, match.end(), period, "weekend")


def read_before_last(ctx: Context, at: int) -> Reading | None:
    """Read ``the year before last``."""
    match = _BEFORE_LAST.match(ctx.text, at)
    if not match or ctx.published is None:
        return None
    period = enclosing(add(ctx.published, -2, match[1].lower()), match[1].lower())
    return _today(ctx, at, match.end(), period, "step")
