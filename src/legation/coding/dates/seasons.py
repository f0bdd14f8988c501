"""Seasons and quarters of years."""

from __future__ import annotations

import re
from functools import partial

from legation.coding.dates.context import Context
from legation.coding.dates.days import with_year
from legation.coding.dates.readings import Reading
from legation.coding.dates.shifting import months
from legation.coding.dates.words import DASH, SEASON, SEASONS, SPACE, YEAR_NUMBER
from legation.model.dates import Period, Precision

_WINTER = re.compile(
    rf"(?:[Tt]he{SPACE})?(?i:winter){SPACE}(?:of{SPACE})?(1\d\d\d|20\d\d)(?:{DASH}|/)(\d\d(?:\d\d)?)(?!\w)"
)
_SEASON = re.compile(rf"(?P<the>[Tt]he{SPACE})?{SEASON}")
_DATED = re.compile(
    rf"(?:,?{SPACE}(?:of{SPACE})?)(?:{YEAR_NUMBER}"
    r"|(?:that|the same|this|last|next|the following) year)"
)
_AFTER_IN = re.compile(
    r"(?i)\b(?:in|during|by|since|until|till|before|after|over|through|early|late|mid|of)[\s-]$"
)
_NO_SEASON = re.compile(rf"{SPACE}(?:of|in|to|from|offensive|water|into)\b")
_Q = re.compile(rf"Q([1-4])(?!\w)(?:{SPACE}(?=(?:of{SPACE})?{YEAR_NUMBER}))?")
_H = re.compile(rf"H([12]){SPACE}(?={YEAR_NUMBER})")


def read_season(ctx: Context, at: int) -> Reading | None:
    """Read ``spring 1990``, ``the winter of 1939–40`` and ``in the summer``.

    A winter begins in the December of its year: that of 1939 ends in February 1940.
    """
    if match := _WINTER.match(ctx.text, at):
        return Reading(at, match.end(), season_in(12, int(match[1])), "season")
    match = _SEASON.match(ctx.text, at)
    if not match or not _is_season(ctx, match):
        return None
    in_year = partial(season_in, SEASONS[match["season"].lower()])
    return with_year(ctx, (at, match.end()), in_year, "season")


def _is_season(ctx: Context, match: re.Match[str]) -> bool:
    before, end = ctx.text[max(0, match.start() - 16) : match.start()], match.end()
    if re.search(r"[A-Z][\w-]+\s$", before) and match["season"][0].isupper():
        return False
    if _DATED.match(ctx.text, end):
        return True
    if (
        not match["the"]
        and match["season"].lower() != "winter"
        and not re.search(r"(?i)\bin\s$", before)
    ):
        return False
    return bool(_AFTER_IN.search(before)) and not _NO_SEASON.match(ctx.text, end)


def season_in(first_month: int, year: int) -> Period:
    """Give the season that begins in a month of a year."""
    return months(year, first_month, 3, Precision.SEASON)


def read_quarter(ctx: Context, at: int) -> Reading | None:
    """Read ``Q3 2012``, ``Q3`` and ``H1 2014``."""
    if match := _Q.match(ctx.text, at):
        end = match.end() - (len(match[0]) - len(match[0].rstrip()))
        return with_year(ctx, (at, end), partial(season_in, int(match[1]) * 3 - 2), "quarter")
    if match := _H.match(ctx.text, at):
        year = int(ctx.text[match.end() : match.end() + 4])
        period = months(year, int(match[1]) * 6 - 5, 6, Precision.SEASON)
        return Reading(at, match.end() + 4, period, "half-year")
    return None
