"""Days and months written out: every usual order and form, with or without a year."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from legation.coding.dates.context import Context
from legation.coding.dates.readings import Pull, Reading, YearOf
from legation.coding.dates.words import (
    DASH,
    DAY,
    DAY_NUMBER,
    FULL_MONTH,
    MONTH,
    ORDINAL_DAY,
    ORDINALS,
    SPACE,
    WEEKDAY,
    month_number,
    weekday_number,
)
from legation.coding.dates.years import year_tail
from legation.model.dates import UNDATED, Period

_ISO = re.compile(
    r"(\d{4})([-/])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_ISO_MONTH = re.compile(r"((?:1[5-9]|20)\d\d)-(0[1-9]|1[0-2])(?![\w-])")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:1\d|20)\d\d)(?![\w])(?![./-]\d)")
_TO = rf"(?:{SPACE}?(?:{DASH}|/){SPACE}?|{SPACE}(?:to|and|until|till|through|or){SPACE})"
_DAY_FIRST = re.compile(
    rf"(?:[Tt]he{SPACE})?(?:(?P<first>{DAY_NUMBER})(?:st|nd|rd|th)?(?P<to>{_TO}))?"
    rf"(?:(?:the{SPACE})?{DAY}|{ORDINAL_DAY})(?:{SPACE}(?:day{SPACE})?(?:of{SPACE})?|-){MONTH}"
)
_MONTH_DAY = re.compile(
    rf"{MONTH}{SPACE}(?:the{SPACE})?{DAY}(?:(?P<to>{_TO})(?P<last>{DAY_NUMBER})(?:st|nd|rd|th)?"
    r"(?![\w:]))?(?![:.]\d)"
)
_WEEKDAY_FIRST = re.compile(
    rf"(?:{WEEKDAY}|(?P<short>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?(?!\w)),?{SPACE}"
    rf"(?:morning,?{SPACE}|evening,?{SPACE}|afternoon,?{SPACE}|night,?{SPACE})?\(?(?=[\dA-Zt])"
)
_CARDINAL = re.compile(rf"[Tt]he{SPACE}\d{{1,2}}(?:\s|{DASH})")
_MONTH_ONLY = re.compile(MONTH)
_SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NOT_A_DATE = re.compile(
    rf"{SPACE}(?:War|Revolution|Crisis|Rising|Uprising|Coup|Group|Massacre|Agreement Party)\b"
)
_MAY_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|during|before|after|last|next|this|early|late|mid|between|through"
    r"|that|following|previous|same|by|from|to|of|for|and|or|every|each)[\s-]"
    r"|\b(?:the end|beginning|start|middle) of\s|[–-])$",
    re.IGNORECASE,
)
_BEGINS_RANGE = re.compile(rf"(?:{SPACE}(?:to|until|through){SPACE}|[-–]){FULL_MONTH}")
_ACTS = re.compile(r"\s(?:would|will|could|should|had|has|said|was|is|might|did)\b")
_SURE_BEFORE = re.compile(
    r"(?i)\b(?:in|since|until|till|during|last|next|this|early|late|mid|between|through)[\s-]$"
)


def read_figures(ctx: Context, at: int) -> Reading | None:
    """Read ``2013-11-02`` (also with a time), ``2013-11``, ``02/11/2013`` and ``2.11.2013``.

    A day and month in figures are read day first, unless a date elsewhere in the text can only
    be month first (``11/25/2013``) or this one can.
    """
    if match := _ISO.match(ctx.text, at):
        day = dt.date(int(match[1]), int(match[3]), int(match[4]))
        return Reading(at, match.end(), Period.day(day), "iso date")
    if match := _ISO_MONTH.match(ctx.text, at):
        if int(match[2]) > int(match[1]) % 100:
            return None
        return Reading(at, match.end(), Period.month(int(match[1]), int(match[2])), "iso month")
    return _read_slashed(ctx, at)


def _read_slashed(ctx: Context, at: int) -> Reading | None:
    match = _FIGURES.match(ctx.text, at)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month_first = second > 12 or (ctx.month_first and match[2] == "/" and first <= 12)
    day, month = (second, first) if month_first else (first, second)
    period = Period.day(dt.date(year, month, day))
    return Reading(at, match.end(), period, "date in figures")


def read_day_first(ctx: Context, at: int) -> Reading | None:
    """Read ``2 November 2013``, ``the 2nd of November``, ``2–4 November 2013``."""
    match = _DAY_FIRST.match(ctx.text, at)
    if not match or (match["to"] and _is_and(match["to"]) and not _after_between(ctx, at)):
        return None
    if match[0][0] in "Tt" and _CARDINAL.match(match[0]):
        return None  # in "the 19 October vote" the article belongs to the vote
    day = int(match["day"]) if match["day"] else ORDINALS[match["ordinal"].lower()]
    first = int(match["first"]) if match["first"] else day
    return _dated(ctx, (at, match.end()), month_number(match["month"]), first, day)


def read_month_first(ctx: Context, at: int) -> Reading | None:
    """Read ``November 2, 2013``, ``Nov. 2nd``, ``November 2–4``, and ``November 1990``."""
    match = _MONTH_DAY.match(ctx.text, at)
    if not match:
        return read_month(ctx, at)
    end, day, last = match.end(), int(match["day"]), int(match["last"] or match["day"])
    if match["to"] and not _is_day_span(ctx, match, day, last):
        end, last = match.start("to"), day
    return _dated(ctx, (at, end), month_number(match["month"]), day, last)


def _is_day_span(ctx: Context, match: re.Match[str], day: int, last: int) -> bool:
    if last < day or (_is_and(match["to"]) and not _after_between(ctx, match.start())):
        return False
    return not _MONTH_ONLY.match(ctx.text, _skip_gap(ctx.text, match.end()))


def _skip_gap(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at


def _is_and(joint: str) -> bool:
    return joint.strip() in ("and", "or")


def _after_between(ctx: Context, at: int) -> bool:
    return ctx.text[max(0, at - 12) : at].lower().rstrip("the ").endswith("between")


def _dated(
    ctx: Context,
    span: tuple[int, int],
    month: int,
    first: int,
    last: int,
    weekday: int | None = None,
) -> Reading | None:
    rule = "day" if first == last else "days"
    return with_year(ctx, span, partial(_days_in, month, first, last, weekday), rule)


def _days_in(month: int, first: int, last: int, weekday: int | None, year: int) -> Period | None:
    try:
        days = Period.span(*(Period.day(dt.date(year, month, d)) for d in (first, last)))
    except ValueError:
        return None
    fits = weekday is None or (days.start and days.start.weekday() == weekday)
    return days if fits else None


def with_year(
    ctx: Context, span: tuple[int, int], in_year: YearOf, rule: str, pull: Pull = Pull.FIRM
) -> Reading | None:
    """Give a day, month or season its year: the one that follows it, or the fitting one.

    Where nothing tells the year it stays undated, for a range may still give it one.
    """
    start, end = span
    if tail := year_tail(ctx, end):
        year, after, anchored, from_document = tail
        period = in_year(year)
        if period is None:
            return None
        return Reading(start, after, period, rule, anchored, pull, None, from_document)
    if placed := ctx.place(in_year, start, end):
        return Reading(start, end, placed[0], rule, placed[1], pull, in_year, not placed[1])
    return Reading(start, end, UNDATED, rule, pull=Pull.NONE, in_year=in_year)


def read_weekday_first(ctx: Context, at: int) -> Reading | None:
    """Read ``Saturday, 2 November``: the weekday helps to choose a year that is not said."""
    head = _WEEKDAY_FIRST.match(ctx.text, at)
    if not head:
        return None
    weekday = (
        weekday_number(head["weekday"]) if head["weekday"] else _SHORT_DAYS.index(head["short"][:3])
    )
    body = _DAY_FIRST.match(ctx.text, head.end()) or _MONTH_DAY.match(ctx.text, head.end())
    if not body:
        iso = read_figures(ctx, head.end())
        return iso.moved(start=at) if iso else None
    end = body.end() if not body["to"] or "last" not in body.re.groupindex else body.start("to")
    groups = body.groupdict()
    day = int(groups["day"]) if groups["day"] else ORDINALS[groups["ordinal"].lower()]
    month = month_number(groups["month"])
    fitting = _dated(ctx, (at, end), month, day, day, weekday)
    return fitting if fitting and fitting.period.dated else _dated(ctx, (at, end), month, day, day)


def read_month(ctx: Context, at: int) -> Reading | None:
    """Read ``November 1990`` or a bare ``November``; ``May`` and ``March`` need a preposition."""
    match = _MONTH_ONLY.match(ctx.text, at)
    if not match:
        return None
    name, end = match["month"], match.end()
    tail = year_tail(ctx, end)
    if tail is None and not _is_bare_month(ctx, at, end, name):
        return None
    month = month_number(name)
    return with_year(ctx, (at, end), partial(_month_in, month), "month")


def _month_in(month: int, year: int) -> Period:
    return Period.month(year, month)


def _is_bare_month(ctx: Context, start: int, end: int, name: str) -> bool:
    if len(name.rstrip(".")) < 5 and name not in ("May", "June", "July"):
        return False
    if name != "May" and name.isupper():
        return False
    before, after = ctx.text[max(0, start - 30) : start], ctx.text[end : end + 30]
    if _NOT_A_DATE.match(after) or re.search(r"\b(?:Black|Miss|Mr|Mrs|Ms|Dr)\.?\s$", before):
        return False
    if name not in ("May", "March") or _BEGINS_RANGE.match(after):
        return True
    if re.search(r"(?i)\bthe\s$", before):
        return bool(re.match(r"\s(?!on\b|to\b|of\b|for\b|against\b|in\b)[a-z]", after))
    sure = name == "March" or not (ctx.person_may or _ACTS.match(after))
    pattern = _MAY_BEFORE if sure else _SURE_BEFORE
    return bool(pattern.search(before) or (re.match(r"['’]s\s[a-z]", after) and sure))
