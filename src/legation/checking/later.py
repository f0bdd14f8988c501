"""Times that a text counts from what it told before: "four years later", "the year after"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from legation.checking.numbers import number
from legation.coding.passages import Passage
from legation.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Span

_LATER = re.compile(
    r"\b(?:(?P<count>[\w-]+) years? (?P<way>later|after(?:wards)?|on|earlier|before(?:hand)?)"
    r"|the (?:following|next) year|the year (?P<near>after|before))\b",
    re.IGNORECASE,
)
_BACK = ("earlier", "before", "beforehand")


def offset_in(words: Span, passage: Passage) -> Period | None:
    """Give the year that some words count from the date before them; None where they count none."""
    found = _LATER.search(words.text)
    if found is None:
        return None
    before = _before(words, passage)
    if before is None:
        return None
    years = number(found["count"]) if found["count"] else 1
    if years is None or not 0 < years < 200:
        return None
    back = (found["way"] or found["near"] or "").lower() in _BACK
    year = before + (-int(years) if back else int(years))
    return Period.year(year) if 1000 < year < 2100 else None


def _before(words: Span, passage: Passage) -> int | None:
    """Give the year of the last date before some words, or where the story has got to."""
    earlier = [p for p, w in passage.calendar.here(passage.sentence) if w.start < words.start]
    for period in reversed(earlier):
        if period.end:
            return period.end.year
    dated = passage.calendar.of(words.root)
    last = dated.period.end if dated.how == "narrative" else None
    return last.year if last else None
