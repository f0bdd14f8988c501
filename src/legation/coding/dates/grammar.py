"""Which rules may begin at which word, in the order they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from legation.coding.dates import (
    anchored,
    counted,
    days,
    decades,
    named,
    parts,
    ranges,
    relative,
    seasons,
    windows,
    years,
)
from legation.coding.dates.context import Context
from legation.coding.dates.quantities import first_words as length_words
from legation.coding.dates.readings import Reading
from legation.coding.dates.words import MONTHS, ORDINALS, SEASONS, SPACE, WEEKDAYS
from legation.errors import InvalidDateError

Rule = Callable[[Context, int], Reading | None]

_WORD = re.compile(r"[A-Za-z]+|\d+|['’‘](?=\d0s)|(?<!\w)['’‘](?=\d0['’]?s)")
_THE = re.compile(rf"(?i)(?:the|these|this|a|an){SPACE}(?:very{SPACE})?([A-Za-z]+|\d+|['’‘])")
_DEPTH = 4
"""How deep an expression may hold others: "since the end of the early 1990s" is three."""


def read(ctx: Context, at: int) -> Reading | None:
    """Read the first expression that a rule finds at an offset, with the range it may begin."""
    key = (at, ctx.depth, ctx.previous.end if ctx.previous else -1)
    if ctx.depth >= _DEPTH:
        return None
    if key not in ctx.known:
        ctx.depth += 1
        ctx.known[key] = next((r for f in rules_at(ctx, at) if (r := _try(f, ctx, at))), None)
        ctx.depth -= 1
    return ctx.known[key]


def read_extended(ctx: Context, at: int) -> Reading | None:
    """Read an expression and, where a dash or "to" follows it, the range it begins."""
    ctx.known.clear()  # the anchor may have moved since
    found = read(ctx, at)
    return ranges.extend(ctx, found) if found else None


def _try(rule: Rule, ctx: Context, at: int) -> Reading | None:
    try:
        return rule(ctx, at)
    except (ValueError, OverflowError, InvalidDateError):
        return None  # no calendar has such a day: 31 June, the year 10,000


def rules_at(ctx: Context, at: int) -> tuple[Rule, ...]:
    """Give the rules that may begin at an offset, by its first word and the one after "the"."""
    word = _WORD.match(ctx.text, at)
    if not word:
        return ()
    key = _key(word[0])
    table = rules()
    found = table.get(key, ())
    if key in ("the", "these", "this", "a", "an"):
        second = _THE.match(ctx.text, at)
        found += table.get(_key(second[1]), ()) if second else ()
    return found


def _key(word: str) -> str:
    if word[0].isdigit():
        return "#"
    return "'" if word[0] in "'’‘" else word.lower()


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Index every rule by the words that may begin it."""
    table: dict[str, list[Rule]] = {}
    for words, listed in _rules():
        for word in words:
            table.setdefault(word, []).extend(r for r in listed if r not in table.get(word, ()))
    return {word: tuple(listed) for word, listed in table.items()}


def _rules() -> list[tuple[list[str], list[Rule]]]:
    months = [m.lower() for m in MONTHS]
    weekdays = [w.lower() for w in WEEKDAYS]
    short = [w[:n] for w in weekdays for n in (3, 4, 5)]
    return [
        ([_key(w) for w in named.first_words()], [named.read_named]),
        (list(parts.HEADS), [parts.read_part_of]),
        (["between"], [ranges.read_between]),
        (["from"], [ranges.read_from]),
        (["since", "ever"], [ranges.read_then, ranges.read_since]),
        (["until", "till", "up"], [ranges.read_then, ranges.read_until]),
        (["after", "before", "prior", "post", "pre"], [ranges.read_then, ranges.read_side]),
        (["post", "postwar"], [ranges.read_post_war]),
        (["#"], [days.read_figures, days.read_day_first, years.read_year, decades.read_decade]),
        (["#", *ORDINALS, *(o.split("-")[0] for o in ORDINALS)], [decades.read_century]),
        ([*ORDINALS, *(o.split("-")[0] for o in ORDINALS)], [days.read_day_first]),
        (["'", *decades.NAMES], [decades.read_decade]),
        (["turn"], [decades.read_turn]),
        ([*months, "the"], [days.read_month_first]),
        ([*weekdays, *short], [days.read_weekday_first, relative.read_weekday]),
        (["last", "this", "next", "coming"], [relative.read_weekday, relative.read_step]),
        (["past", "last", "next", "coming", "recent"], [windows.read_window]),
        (["earlier", "later", "late", "early", "mid"], [relative.read_part_of_step]),
        (["earlier", "later", "late", "early", "mid"], [anchored.read_part_of_same]),
        (["early", "mid", "late"], [parts.read_early]),
        (["earlier", "later"], [parts.read_later_in]),
        (["q", "h"], [seasons.read_quarter]),
        (list(SEASONS), [seasons.read_season]),
        (["the"], [relative.read_today, relative.read_before_last]),
        (list(relative.TODAY), [relative.read_today]),
        (["weekend", "last", "this", "next", "the"], [relative.read_weekend]),
        (["that", "the", "this"], [anchored.read_same, anchored.read_named_turn]),
        (["following", "next", "previous", "preceding", "ensuing"], [anchored.read_following]),
        (
            ["following", "next", "previous", "preceding", "ensuing", "subsequent"],
            [anchored.read_following_many],
        ),
        (["the"], [anchored.read_followed, counted.read_the_day_after, anchored.read_the_whole]),
        (["#", *length_words()], [counted.read_counted]),
        (["within", "in"], [counted.read_within]),
        (["days", "weeks", "months", "years", "decades", "centuries"], [counted.read_vague]),
        (["on", "eve"], [parts.read_eve]),
    ]
