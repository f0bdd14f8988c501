"""Lengths of time: ``20 years``, ``a fortnight``, ``half a century``, ``several months``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.coding.dates.words import NUMBERS, SPACE, count, one_of

_FEW = {
    "a couple of": (2, 2), "couple of": (2, 2), "a few": (2, 5), "few": (2, 5),
    "several": (2, 9), "some": (2, 9), "many": (2, 9),
}  # fmt: skip
_NUMBER = rf"\d{{1,3}}|{one_of(_FEW).replace(chr(92) + ' ', SPACE)}|{one_of(NUMBERS)}"
_TENS = one_of(w for w in NUMBERS if w.endswith("ty"))
_SPOKEN = rf"{_TENS}{SPACE}{one_of(list(NUMBERS)[:9])}"
UNIT = r"minute|hour|day|night|week|fortnight|month|year|decade|generation|centur"
_LENGTH = re.compile(
    rf"(?i)({_SPOKEN}|{_NUMBER})(?:{SPACE}|-)(?:short{SPACE}|full{SPACE}|long{SPACE}|more{SPACE})?"
    rf"({UNIT})(?:ies|y|s)?(?:['’])?(?!\w)"
)
_PART_CENTURY = re.compile(
    rf"(?i)(half(?:{SPACE}a|-a|-)?|(?:a|three){SPACE}quarters?{SPACE}of{SPACE}a)(?:{SPACE}|-)?century(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: from ``low`` to ``high`` units; ``end`` is the offset after it."""

    low: int
    high: int
    unit: str
    end: int


def read_length(text: str, at: int) -> Length | None:
    """Read a length of time at an offset.

    "A few" is two to five, "several" and "some" two to nine.

    Examples:
        >>> read_length("twenty-five years later", 0)
        Length(low=25, high=25, unit='year', end=17)
        >>> read_length("half a century ago", 0)
        Length(low=50, high=50, unit='year', end=14)
    """
    if match := _PART_CENTURY.match(text, at):
        years = {"h": 50, "a": 25, "t": 75}[match[1][0].lower()]
        return Length(years, years, "year", match.end())
    match = _LENGTH.match(text, at)
    if not match:
        return None
    said = " ".join(match[1].lower().split())
    low, high = _FEW[said] if said in _FEW else (count(said),) * 2
    unit = match[2].lower()
    unit = "century" if unit == "centur" else unit
    return Length(low, high, unit, match.end())


def first_words() -> set[str]:
    """Give the words that a length of time may begin with."""
    return {re.split(r"[ -]", w)[0] for w in (*NUMBERS, *_FEW)} | {"half", "three"}
