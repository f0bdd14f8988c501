"""Dates in running text, each with the days it denotes and how it was read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.coding.dates import grammar
from legation.coding.dates.context import Context
from legation.coding.dates.readings import Reading
from legation.model.dates import Period

_START = re.compile(r"(?<![\w])(?:[A-Za-z]+|\d+|['’‘](?=\d0))")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in a text.

    Args:
        start_char: offset of its first character; the preposition before it is left out, except
            one that changes the value ("since the 1950s", "from 1941 until 1945").
        end_char: offset after its last character.
        period: the days it denotes.
        rule: the name of the rule that read it.
        anchored: whether it depended on an earlier date in the text, not on the document's.
    """

    start_char: int
    end_char: int
    period: Period
    rule: str
    anchored: bool


def find_dates(
    text: str, published: dt.date | None, sections: Sequence[tuple[int, int]] = ()
) -> list[DateMention]:
    """Find every date expression in a document and work out the days it denotes.

    Args:
        text: the whole document.
        published: the day it was published; without it, what counts from that day ("last
            week") is left out, and what counts from a date in the text is still read.
        sections: ``(start, end)`` offsets of its titles, paragraphs and captions.

    Returns:
        The mentions in order, none overlapping.

    Examples:
        >>> text = "The war of 1904–05 ended in September 1905. Two years later they signed."
        >>> for m in find_dates(text, None):
        ...     print(text[m.start_char : m.end_char], m.period, m.anchored)
        1904–05 Period(1904-01-01..1905-12-31 year) False
        September 1905 Period(1905-09-01..1905-09-30 month) False
        Two years later Period(1907-01-01..1907-12-31 year) True
    """
    context = Context(text, published, grammar.read, sections)
    return [DateMention(r.start, r.end, r.period, r.rule, r.anchored) for r in _readings(context)]


def _readings(context: Context) -> Iterator[Reading]:
    done = 0
    for word in _START.finditer(context.text):
        if word.start() < done:
            continue
        reading = grammar.read_extended(context, word.start())
        if reading and reading.period.dated:
            context.note(reading)
            done = reading.end
            yield reading
