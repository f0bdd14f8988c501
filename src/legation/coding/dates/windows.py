"""Stretches that end or begin now: ``the past 20 years``, ``the coming days``."""

from __future__ import annotations

import re

from legation.coding.dates.context import Context
from legation.coding.dates.quantities import UNIT, read_length
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.shifting import window
from legation.coding.dates.words import SPACE

RECENT = 3
"""How many units "recent years", "the past few months", "the coming days" are taken to be."""

_PAST = ("past", "last", "recent")
_HEAD = re.compile(
    rf"(?i)(?:(?:the|these|this){SPACE})?(past|last|next|coming|recent)(?:{SPACE})(?:or{SPACE}so{SPACE})?"
)
_THE = re.compile(r"(?i)(?:the|these|this)\b")
_SEVERAL = re.compile(
    rf"(?i)(?:(?:few|several|couple{SPACE}of){SPACE})?({UNIT})(ies|y|s)?(?!\w)(?!{SPACE}of\b)"
)


def read_window(ctx: Context, at: int) -> Reading | None:
    """Read a stretch of time up to, or on from, the document's date."""
    head = _HEAD.match(ctx.text, at)
    if not head or ctx.published is None:
        return None
    found = _length(ctx, head)
    if not found:
        return None
    number, unit, end = found
    sign = 1 if head[1].lower() in _PAST else -1
    period = window(ctx.published, sign * number, unit)
    return Reading(at, end, period, "window", pull=Pull.NONE, from_document=True)


def _length(ctx: Context, head: re.Match[str]) -> tuple[int, str, int] | None:
    word, articled = head[1].lower(), bool(_THE.match(head[0]))
    several = _SEVERAL.match(ctx.text, head.end())
    if several and several[1].lower() not in ("minute", "hour", "night"):
        unit = several[1].lower().replace("centur", "century")
        many = several[2] in ("s", "ies")
        if many:
            return RECENT, unit, several.end()
        if (articled and word == "coming") or (word == "past" or (word == "last" and articled)):
            return None if unit == "day" and word == "last" else (1, unit, several.end())
        return None
    length = read_length(ctx.text, head.end())
    if not length or length.unit in ("minute", "night") or word == "recent":
        return None
    if length.unit == "hour":
        return max(1, length.high // 24), "day", length.end
    return RECENT if length.low != length.high else length.low, length.unit, length.end
