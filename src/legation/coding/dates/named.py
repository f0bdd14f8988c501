"""Wars, eras and holidays that a general reader dates surely."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from functools import cache, partial

from legation.coding.dates.context import Context
from legation.coding.dates.days import with_year
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.words import SPACE
from legation.model.dates import Period, Precision, parse_date
from legation.tables import rows

COLUMNS = ("name", "start", "end", "source")
_ANOTHER = re.compile(r"(?i)\b(?:new|another|second|third|a|modern|next|so-called|renewed)\s$")
_FIRST_WORD = re.compile(r"[A-Za-z]+|\d+")


@cache
def named_periods() -> dict[str, Period | tuple[int, int]]:
    """Load the named periods; a holiday, which comes every year, is its ``(month, day)``."""
    return {row["name"]: _value(row) for row in rows("coding", "named_periods.csv", COLUMNS)}


def _value(row: dict[str, str]) -> Period | tuple[int, int]:
    if row["start"].startswith("--"):
        month, day = row["start"][2:].split("-")
        return int(month), int(day)
    return Period.span(parse_date(row["start"]), parse_date(row["end"]))


@cache
def first_words() -> dict[str, re.Pattern[str]]:
    """Give, for each lower-case first word of a name, the pattern of the names it begins."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for name in sorted(named_periods(), key=len, reverse=True):
        word = _FIRST_WORD.match(name)
        grouped[word[0].lower() if word else name].append(name)
    return {word: _pattern(names) for word, names in grouped.items()}


def _pattern(names: list[str]) -> re.Pattern[str]:
    spaced = "|".join(re.escape(n).replace(r"\ ", SPACE).replace("'", "['’]") for n in names)
    return re.compile(rf"(?:[Tt]he{SPACE})?({spaced})(?![\w])")


def read_named(ctx: Context, at: int) -> Reading | None:
    """Read ``the Cold War``, ``WWII``, ``Christmas 1941``, ``New Year's Day``."""
    word = _FIRST_WORD.match(ctx.text, at)
    if word and word[0].lower() == "the":
        word = _FIRST_WORD.search(ctx.text, word.end(), word.end() + 20)
    pattern = first_words().get(word[0].lower()) if word else None
    match = pattern.match(ctx.text, at) if pattern else None
    if not match or _ANOTHER.search(ctx.text[max(0, at - 12) : at]):
        return None
    value = named_periods()[" ".join(match[1].split()).replace("’", "'")]
    if isinstance(value, Period):
        return Reading(at, match.end(), value, "named period", pull=Pull.WEAK)
    return with_year(ctx, (at, match.end()), partial(_holiday, *value), "holiday")


def _holiday(month: int, day: int, year: int) -> Period | None:
    if (month, day) == (2, 29) and year % 4:
        return None
    first = dt.date(year, month, day)
    return Period.exact(first, first, Precision.DAY)
