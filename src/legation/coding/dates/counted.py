"""Lengths counted from a date: ``20 years ago``, ``two days later``, ``a year after 1945``."""

from __future__ import annotations

import datetime as dt
import re

from legation.coding.dates.context import Context
from legation.coding.dates.quantities import Length, read_length
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.shifting import add, shift, unit_precision
from legation.coding.dates.words import SPACE
from legation.model.dates import Period, Precision

_AGO = re.compile(rf"(?i){SPACE}ago(?!\w)")
_AHEAD = re.compile(rf"(?i){SPACE}(?:from{SPACE}(?:now|today)|hence)(?!\w)")
_LATER = re.compile(
    rf"(?i){SPACE}(?:later|afterwards?|after{SPACE}that|thereafter|on(?={SPACE}?[,.;]))(?!\w)"
)
_EARLIER = re.compile(
    rf"(?i){SPACE}(?:earlier|previously|before{SPACE}that|before(?=[,.;)]|$)|beforehand)(?!\w)"
)
_BESIDE = re.compile(rf"(?i){SPACE}(after|before|into){SPACE}(?:the{SPACE}day{SPACE})?")
_NOUNS = "independence|partition|unification|reunification|liberation|annexation|accession"
_EVENT = re.compile(
    rf"(?:(?:the|its|his|her|their|this|that|these|those){SPACE}|(?={_NOUNS}))"
    rf"[\w-]+(?:['’]s?{SPACE}[\w-]+)?",
    re.IGNORECASE,
)
_LINK = re.compile(rf"(?i){SPACE}(?:in|of|on){SPACE}")
_SAME_SENTENCE = re.compile(r"[^.!?\n]{0,120},\s")
_WITHIN = re.compile(
    rf"(?i)(?:with)?in{SPACE}(?:the{SPACE}space{SPACE}of{SPACE})?(?:(?:the|a){SPACE}(?:next|following){SPACE})?"
)
_TIME = re.compile(rf"['’]?{SPACE}time(?!\w)")
_VAGUE = re.compile(
    rf"(?i)(days|weeks|months|years|decades|centuries){SPACE}(later|afterwards?|ago|earlier)(?!\w)"
)
_THE_DAY = re.compile(
    rf"(?i)the{SPACE}(day|week|month|year|decade|evening|night|morning){SPACE}(after|before)(?!\w)(?:{SPACE})?"
)


def read_counted(ctx: Context, at: int) -> Reading | None:
    """Read a length of time with the word that says from where it counts."""
    length = read_length(ctx.text, at)
    if not length:
        return None
    if _AGO.match(ctx.text, length.end) or _AHEAD.match(ctx.text, length.end):
        return _from_document(ctx, at, length)
    later = _LATER.match(ctx.text, length.end)
    turned = later or _EARLIER.match(ctx.text, length.end)
    if turned:
        return _from_anchor(ctx, at, turned.end(), length, 1 if later else -1)
    return _beside(ctx, at, length)


def _from_document(ctx: Context, at: int, length: Length) -> Reading | None:
    if ctx.published is None:
        return None
    ago = _AGO.match(ctx.text, length.end)
    end = ago.end() if ago else _end(_AHEAD, ctx, length.end)
    period = _moved(Period.day(ctx.published), length, -1 if ago else 1)
    return Reading(at, end, period, "ago" if ago else "from now", from_document=True)


def _end(pattern: re.Pattern[str], ctx: Context, at: int) -> int:
    match = pattern.match(ctx.text, at)
    return match.end() if match else at


def _from_anchor(ctx: Context, at: int, end: int, length: Length, sign: int) -> Reading | None:
    origin = ctx.origin()
    if origin:
        return Reading(at, end, _moved(origin, length, sign), "later", anchored=True)
    if ctx.published is None:
        return None
    period = _moved(Period.day(ctx.published), length, sign)
    return Reading(at, end, period, "later", from_document=True)


def _moved(origin: Period, length: Length, sign: int) -> Period:
    if length.unit in ("minute", "hour"):
        days = length.low // 24 if length.unit == "hour" else 0
        return shift(origin, sign * days, "day") if days else origin
    ends = [shift(origin, sign * n, length.unit) for n in (length.low, length.high)]
    return Period.span(*ends[::sign])


def _beside(ctx: Context, at: int, length: Length) -> Reading | None:
    """Read ``two years after 1945``, ``three days before the Cold War``, ``… after the war``."""
    turn = _BESIDE.match(ctx.text, length.end)
    if not turn or turn[1].lower() == "into":
        return None
    return _turned(ctx, at, turn.end(), length, 1 if turn[1].lower() == "after" else -1)


def _turned(ctx: Context, at: int, inner: int, length: Length, sign: int) -> Reading | None:
    dated = ctx.read(ctx, inner)
    if dated and dated.period.start and dated.period.end:
        period = _moved(dated.period, length, sign)
        return Reading(at, dated.end, period, "counted", dated.anchored)
    event = _EVENT.match(ctx.text, inner)
    origin = ctx.origin()
    if event and (own := _own_date(ctx, event.end())):
        return Reading(at, own.end, _moved(own.period, length, sign), "counted", own.anchored)
    if not event or origin is None or _is_apposition(ctx, at):
        return None
    return Reading(at, event.end(), _moved(origin, length, sign), "counted", anchored=True)


def _own_date(ctx: Context, at: int) -> Reading | None:
    """Read the date of the event itself: "a month after the coup in 1953"."""
    link = _LINK.match(ctx.text, at)
    own = ctx.read(ctx, link.end()) if link else None
    return own if own and own.period.start and own.period.end else None


def _is_apposition(ctx: Context, at: int) -> bool:
    """Whether it only explains a date: "on Sunday …, a day after the attack" is that Sunday."""
    last = ctx.previous
    if last is None or (ctx.anchor and ctx.anchor.from_document):
        return True
    return bool(_SAME_SENTENCE.fullmatch(ctx.text[last.end : min(at, last.end + 200)]))


def read_the_day_after(ctx: Context, at: int) -> Reading | None:
    """Read ``the day before``, ``the year after``, ``the day after the 3 November vote``."""
    match = _THE_DAY.match(ctx.text, at)
    if not match:
        return None
    unit = match[1].lower()
    unit = "day" if unit in ("evening", "night", "morning") else unit
    sign = 1 if match[2].lower() == "after" else -1
    length = Length(1, 1, unit, match.end(1))
    dated = ctx.read(ctx, match.end())
    if dated and dated.period.start and dated.period.end:
        return Reading(at, dated.end, _moved(dated.period, length, sign), "counted", dated.anchored)
    origin = ctx.origin()
    if origin is None:
        return None
    return Reading(at, match.end(2), _moved(origin, length, sign), "counted", anchored=True)


def read_within(ctx: Context, at: int) -> Reading | None:
    """Read ``within a decade`` and ``in eleven days' time``."""
    match = _WITHIN.match(ctx.text, at)
    length = read_length(ctx.text, match.end()) if match else None
    if not match or not length:
        return None
    if time := _TIME.match(ctx.text, length.end):
        if ctx.published is None:
            return None
        period = _moved(Period.day(ctx.published), length, 1)
        return Reading(at, time.end(), period, "from now", from_document=True)
    if not match[0].lower().startswith("with"):
        return None
    return _within(ctx, at, length)


def _within(ctx: Context, at: int, length: Length) -> Reading | None:
    origin = ctx.origin()
    if ctx.anchor and ctx.anchor.from_document:
        origin = None
    anchored = origin is not None and origin.end is not None
    first = origin.end if origin and origin.end else ctx.published
    if first is None or length.unit in ("minute", "hour"):
        return None
    last = add(first, length.high, length.unit)
    known = origin.end_precision if origin else Precision.DAY
    period = Period(first, last, known, unit_precision(length.unit))
    return Reading(at, length.end, period, "within", anchored, Pull.NONE, None, not anchored)


def read_vague(ctx: Context, at: int) -> Reading | None:
    """Read ``years later``: open, from the day after the anchor."""
    match = _VAGUE.match(ctx.text, at)
    origin = ctx.origin()
    if not match or not origin or not origin.end:
        return None
    if match[2].lower() in ("ago", "earlier"):
        return None
    return Reading(at, match.end(), after(origin), "later", anchored=True, pull=Pull.NONE)


def after(period: Period) -> Period:
    """Give the open period that begins on the day after another."""
    if period.end is None:
        return period
    first = period.end + dt.timedelta(days=1)
    return Period(first, None, period.end_precision, Precision.OPEN)


def before(period: Period) -> Period:
    """Give the period of no known beginning that ends on the day before another."""
    if period.start is None:
        return period
    last = period.start - dt.timedelta(days=1)
    return Period(None, last, None, period.start_precision)
