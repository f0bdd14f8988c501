"""Numbers in words and figures."""

from __future__ import annotations

import re
from functools import cache

from legation import tables


def number(text: str) -> float | None:
    """Read a number, cardinal or ordinal, in words or figures; None where it is none.

    Examples:
        >>> number("twenty-five"), number("third"), number("2nd"), number("14"), number("many")
        (25.0, 3.0, 2.0, 14.0, None)
    """
    word = text.lower().strip()
    if figures := re.fullmatch(r"(\d+(?:\.\d+)?)(?:st|nd|rd|th)?", word):
        return float(figures.group(1))
    tens, _, ones = word.partition("-")
    if ones and tens in _numbers() and ones in _numbers():
        return _numbers()[tens] + _numbers()[ones]
    return _numbers().get(word)


@cache
def _numbers() -> dict[str, float]:
    rows = tables.rows("checking", "numbers.csv", ("word", "number"))
    return {row["word"]: float(row["number"]) for row in rows}
