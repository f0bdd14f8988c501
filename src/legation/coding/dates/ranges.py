"""Two dates joined, and dates open on one side: between, from … to, since, until, after."""

from __future__ import annotations

import datetime as dt
import re

from legation.coding.dates.context import Context
from legation.coding.dates.counted import after, before
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.words import DASH, SPACE
from legation.model.dates import Period

_BETWEEN = re.compile(rf"(?i)between{SPACE}")
_FROM = re.compile(
    rf"(?i)from{SPACE}(?:about{SPACE}|around{SPACE}|as{SPACE}early{SPACE}as{SPACE}|at{SPACE}least{SPACE})?"
)
_AND = re.compile(rf"(?i){SPACE}and{SPACE}")
_TO = re.compile(
    rf"(?i)(?:,?{SPACE}(?:(?:right{SPACE}|down{SPACE}|up{SPACE})?(?:to|until|till|through|thru)){SPACE}|{DASH})"
    rf"(?:about{SPACE}|around{SPACE}|at{SPACE}least{SPACE})?"
)
_SPACED_DASH = re.compile(rf"[ \xa0]{DASH}[ \xa0]")
_ON = re.compile(
    rf"(?i){SPACE}(?:on(?:wards?)?(?!\w)(?!{SPACE}(?:the|a|its|his)\b)|forwards?(?!\w))"
)
_SINCE = re.compile(
    rf"(?i)(?:(?:ever{SPACE})?since|dating{SPACE}(?:back{SPACE})?(?:from|to)(?={SPACE}never)){SPACE}"
    rf"(?:about{SPACE}|around{SPACE}|roughly{SPACE}|circa{SPACE}|(?:at{SPACE})?least{SPACE}|as{SPACE}(?:early|far{SPACE}back){SPACE}as{SPACE})?"
)
_UNTIL = re.compile(
    rf"(?i)(?:up{SPACE})?(?:until|till|to(?={SPACE}(?:1|20)\d))(?:{SPACE}and{SPACE}including)?{SPACE}"
    rf"(?:about{SPACE}|around{SPACE}|(?:at{SPACE})?least{SPACE}|as{SPACE}late{SPACE}as{SPACE}|well{SPACE}into{SPACE})?"
)
_NOT = re.compile(r"(?i)\b(?:not|n['’]t|only|never)\s$|\bnot\s\w{1,12}\s$")
_SIDE = re.compile(
    rf"(?i)(after|before|prior{SPACE}to|post-|pre-){SPACE}?(?:about{SPACE}|around{SPACE})?"
)
_THEN = re.compile(
    rf"(?i)(?:(?:ever{SPACE})?(since|until|till|before|after){SPACE}then(?!\w)"
    rf"|ever{SPACE}(since)(?=[.,;]))"
)
_POST_WAR = re.compile(r"(?i)(?:the\s)?post-?war(?![\w-])")
_WAR_END = dt.date(1945, 9, 3)
_FUNCTION_WORDS = (
    "in on and or to the a an by that when as at for with of is was were are had has have did will"
    " would its his their but he she it they we between until from which who after before no many"
    " most all some both this these not only did could may might"
)
_ATTRIBUTE = re.compile(rf"['’]s?(?!\w)|[ ](?!(?:{'|'.join(_FUNCTION_WORDS.split())})\b)[a-z]")
_UNDATED_SIDES = frozenset({"window", "within", "ago"})


def read_between(ctx: Context, at: int) -> Reading | None:
    """Read ``between 1894 and 1895``, ``between March and May 1990``."""
    match = _BETWEEN.match(ctx.text, at)
    return _joined(ctx, at, match.end(), _AND) if match else None


def read_from(ctx: Context, at: int) -> Reading | None:
    """Read ``from 1941 until 1945``, ``from 2 to 4 November``, ``from 1990 onwards``."""
    match = _FROM.match(ctx.text, at)
    if not match:
        return None
    if days := _day_span(ctx, match.end()):
        return days.moved(start=at)
    return _joined(ctx, at, match.end(), _TO) or _onwards(ctx, at, match.end())


def _day_span(ctx: Context, at: int) -> Reading | None:
    first = ctx.read(ctx, at)
    return first if first and first.rule in ("days", "years", "range") else None


def _joined(ctx: Context, at: int, inner: int, joint: re.Pattern[str]) -> Reading | None:
    first = ctx.read(ctx, inner)
    if first and first.rule in ("days", "years", "range"):
        return first.moved(start=at)
    return join(ctx, first, joint, at) if first else None


def join(ctx: Context, first: Reading, joint: re.Pattern[str], at: int) -> Reading | None:
    """Read the second half of a range and join it to the first, which may take its year from it."""
    to = joint.match(ctx.text, first.end)
    if not to:
        return None
    held, ctx.previous = ctx.previous, first
    last = ctx.read(ctx, to.end())
    ctx.previous = held
    if not last:
        return None
    begun, last = _in_year_of(first, last), _in_week_of(first, last)
    if not (begun.start and last.period.end and begun.start <= last.period.end):
        return None
    pull = Pull.WEAK if Pull.WEAK in (first.pull, last.pull) else Pull.FIRM
    anchored = last.anchored or (first.anchored and begun is first.period)
    return Reading(
        at,
        last.end,
        Period.span(begun, last.period),
        "range",
        anchored,
        pull,
        None,
        last.from_document,
    )


def _in_week_of(first: Reading, last: Reading) -> Reading:
    """Move the second of two weekdays a week on where it would come before the first."""
    day, begun = last.period.start, first.period.start
    if first.rule != "weekday" or last.rule != "weekday" or not day or not begun or day >= begun:
        return last
    return last.valued(Period.day(day + dt.timedelta(days=7)), last.rule)


def _in_year_of(first: Reading, last: Reading) -> Period:
    end = last.period.end
    if first.in_year is None or end is None:
        return first.period
    for year in (end.year, end.year - 1):
        moved = first.in_year(year)
        if moved and moved.start and moved.start <= end:
            return moved
    return first.period


def _onwards(ctx: Context, at: int, inner: int) -> Reading | None:
    first = ctx.read(ctx, inner)
    on = _ON.match(ctx.text, first.end) if first else None
    if not first or not on:
        return None
    return first.moved(at, on.end()).valued(Period.since(first.period), "since", Pull.WEAK)


def extend(ctx: Context, first: Reading) -> Reading:
    """Go on from a date to the end of a range: ``1980 to 1988``, ``October 30 – November 4``."""
    if first.rule in ("range", "since", "until", "side") or not (first.period.end or first.in_year):
        return first
    spaced = _SPACED_DASH.match(ctx.text, first.end)
    joined = join(ctx, first, _SPACED_DASH if spaced else _TO, first.start)
    if not joined or (spaced and not _alike(first, joined)):
        return first
    return joined


def _alike(first: Reading, joined: Reading) -> bool:
    floating = first.in_year is not None and not first.period.dated
    return floating or first.period.end_precision is joined.period.end_precision


def read_since(ctx: Context, at: int) -> Reading | None:
    """Read ``since the 1950s``: open, from the start; after a war or era, from its end."""
    match = _SINCE.match(ctx.text, at)
    first = ctx.read(ctx, match.end()) if match else None
    if not first or first.rule in _UNDATED_SIDES or first.period.start is None:
        return None
    period = after(first.period) if first.rule == "named period" else Period.since(first.period)
    return first.moved(start=at).valued(period, "since", Pull.WEAK)


def read_until(ctx: Context, at: int) -> Reading | None:
    """Read ``until 1945``; "not until 1945" is 1945 itself."""
    match = _UNTIL.match(ctx.text, at)
    last = ctx.read(ctx, match.end()) if match else None
    if not last or last.rule in _UNDATED_SIDES or last.period.end is None:
        return None
    if _NOT.search(ctx.text[max(0, at - 20) : at]):
        return last
    period = Period.until(last.period)
    if last.rule == "named period":
        period = before(last.period)
    return last.moved(start=at).valued(period, "until", Pull.WEAK)


def read_side(ctx: Context, at: int) -> Reading | None:
    """Read ``after 1945`` (from 1946) and ``before 1914`` (to 1913).

    A date that only tells which thing is meant ("after the 1956 declaration", "before Tuesday's
    vote") is left as it is.
    """
    match = _SIDE.match(ctx.text, at)
    whole = ctx.read(ctx, match.end()) if match else None
    if not match or not whole or whole.rule in _UNDATED_SIDES:
        return None
    attribute = _ATTRIBUTE.match(ctx.text, whole.end)
    word = match[1].lower()
    if attribute and not word.endswith("-") and whole.rule != "named period":
        return None
    period = after(whole.period) if word in ("after", "post-") else before(whole.period)
    return whole.moved(start=at).valued(period, "side", Pull.WEAK)


def read_then(ctx: Context, at: int) -> Reading | None:
    """Read ``since then`` and ``until then``, counted from the anchor."""
    match = _THEN.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.start or not origin.end:
        return None
    word = (match[1] or match[2]).lower()
    period = Period.since(origin) if word == "since" else Period.until(origin)
    period = {"after": after, "before": before}.get(word, lambda _: period)(origin)
    return Reading(at, match.end(), period, "since" if word == "since" else "side", True, Pull.NONE)


def read_post_war(ctx: Context, at: int) -> Reading | None:
    """Read ``post-war`` as the time after the Second World War."""
    match = _POST_WAR.match(ctx.text, at)
    if not match:
        return None
    period = after(Period.day(_WAR_END - dt.timedelta(days=1)))
    return Reading(at, match.end(), period, "side", pull=Pull.NONE)
