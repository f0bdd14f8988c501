"""The closed words of English dates, and the pattern pieces made of them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

MONTHS = {name: n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: n for name, n in tuple(MONTHS.items())} | {"Sept": 9}
WEEKDAYS = {name: n for n, name in enumerate(calendar.day_name)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Each season's first month; the northern hemisphere's, as most of the press means them."""

SPACE = r"(?:[ \t\xa0\u2009\u202f]{1,3}|[ \t]{0,2}\r?\n[ \t]{0,4})"
"""One gap between words: it may cross a line break, never a blank line, so never a section."""

DASH = r"[-\u2010-\u2014]"

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_UNITS += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(_UNITS.split(), 1)}
NUMBERS |= {word: n * 10 for n, word in enumerate(_TENS.split(), 2)}
NUMBERS |= {
    f"{ten}-{unit}": NUMBERS[ten] + NUMBERS[unit]
    for ten in _TENS.split()
    for unit in _UNITS.split()[:9]
}
NUMBERS |= {"a": 1, "an": 1, "dozen": 12, "a dozen": 12, "a hundred": 100, "one hundred": 100}

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS += " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)} | {"twentieth": 20}
ORDINALS |= {f"twenty-{word}": 20 + n for word, n in tuple(ORDINALS.items())[:9]}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}


def one_of(words: Iterable[str]) -> str:
    """Write an alternation of words, longest first, as one unnamed group.

    Examples:
        >>> one_of(["a", "ab"])
        '(?:ab|a)'
    """
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return f"(?:{'|'.join(re.escape(w) for w in longest_first)})"


_FULL_MONTHS = [m for m in MONTHS if len(m) > 4 or m in ("May", "June", "July")]
_SHORT_MONTHS = [m for m in MONTHS if len(m) <= 4 and m not in ("May", "June", "July")]
FULL_MONTH = one_of([*_FULL_MONTHS, *(m.upper() for m in _FULL_MONTHS)]) + r"(?![\w])"
SHORT_MONTH = one_of([*_SHORT_MONTHS, *(m.upper() for m in _SHORT_MONTHS)]) + r"(?![\w])\.?"
MONTH = rf"(?P<month>{FULL_MONTH}|{SHORT_MONTH})"
WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)|"
WEEKDAY += r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY(?!\w))"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
DAY = rf"(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?!\w)"
ORDINAL_DAY = rf"(?P<ordinal>(?i:{one_of(ORDINALS)}))(?!\w)"
YEAR_NUMBER = r"(?:1\d|20|21)\d\d(?!\w)(?![.,]\d)"
SEASON = rf"(?P<season>(?i:{one_of(SEASONS)}))(?!\w)"


def month_number(text: str) -> int:
    """Give a month's number from its name or abbreviation, in any case.

    Examples:
        >>> month_number("Sept."), month_number("MAY")
        (9, 5)
    """
    return MONTHS[text.rstrip(".").capitalize()]


def weekday_number(text: str) -> int:
    """Give a weekday's number, Monday being 0."""
    return WEEKDAYS[text.capitalize()]


def count(text: str) -> int:
    """Give the value of a number in digits or words.

    Examples:
        >>> count("twenty five"), count("An"), count("20")
        (25, 1, 20)
    """
    folded = " ".join(text.lower().split())
    if folded.isdigit():
        return int(folded)
    return NUMBERS[folded] if folded in NUMBERS else NUMBERS[folded.replace(" ", "-")]
