"""When: which of a text's dates belongs to which predicate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.coding.dates import DateMention
from legation.model import UNDATED, Period, Precision

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from legation.coding.parse import Parsed

_SUBORDINATE = {"relcl", "acl", "advcl", "ccomp", "csubj", "parataxis"}
_HERE_AND_NOW = {"VBZ", "VBP", "VBG"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A period with how it was come by: ``sentence``, ``narrative``, ``document`` or ``none``."""

    period: Period
    how: str


class Calendar:
    """The dates of one section, and what the narrative has reached.

    Args:
        parsed: the section.
        dates: the document's date mentions.
        published: the document's date.
        before: the calendar of the section before, whose year an undated text stays in.
    """

    def __init__(
        self,
        parsed: Parsed,
        dates: list[DateMention],
        published: dt.date | None,
        before: Calendar | None = None,
    ) -> None:
        self._doc = parsed.doc
        self._published = published
        self._carried: Period | None = None
        self._year = before.year if before and published is None else None
        self._heading: Period | None = None
        self._mentions: list[tuple[Span, DateMention]] = []
        for mention in dates:
            if parsed.section.start_char <= mention.start_char < parsed.offset:
                self._heading = mention.period
            start, end = mention.start_char - parsed.offset, mention.end_char - parsed.offset
            if start >= 0 and end <= len(parsed.doc.text):
                span = parsed.doc.char_span(start, end, alignment_mode="expand")
                if span is not None and len(span):
                    self._mentions.append((span, mention))

    @property
    def year(self) -> Period | None:
        """The year that the narrative has reached at the end of the section."""
        last = self._carried and self._carried.end
        return Period.year(last.year) if last else self._year

    def of(self, predicate: Token) -> Dated:
        """Date a predicate by its own sentence, else by the narrative, else by the document."""
        near = self._near(predicate)
        if near:
            return Dated(near[0], "sentence")
        if self._heading is not None and self._carried is None:
            return Dated(self._heading, "sentence")
        if self._carried is not None and _past(predicate):
            return Dated(self._carried, "narrative")
        if self._published is not None:
            return Dated(_lately(self._published), "document")
        if self._year is not None and _past(predicate):
            return Dated(self._year, "narrative")
        return Dated(UNDATED, "none")

    def each(self, predicate: Token) -> list[Dated]:
        """Date a predicate that happened several times: "two wars, in 1965 and 1971"."""
        closed = [p for p in self._near(predicate) if p.start and p.end]
        return [Dated(p, "sentence") for p in closed] or [self.of(predicate)]

    def _near(self, predicate: Token) -> list[Period]:
        """List the dates of a predicate's sentence that can be its own, the nearest first."""
        near = [
            (self._distance(predicate, span) + 3 * mention.anchored, i, mention.period)
            for i, (span, mention) in enumerate(self._mentions)
            if span.sent.start == predicate.sent.start and mention.period.dated
        ]
        return [
            period for distance, _, period in sorted(near, key=lambda n: n[:2]) if distance < 90
        ]

    def here(self, sentence: Span) -> list[tuple[Period, Span]]:
        """List the dates of a sentence, each with its words."""
        return [(m.period, s) for s, m in self._mentions if s.sent.start == sentence.start]

    def leave(self, sentence: Span) -> None:
        """End a sentence: what it dated last carries on into the next."""
        here = [m.period for s, m in self._mentions if s.sent.start == sentence.start]
        closed = [p for p in here if p.start and p.end]
        if closed:
            self._carried = closed[-1]

    def _distance(self, predicate: Token, span: Span) -> int:
        """Count the steps between a predicate and a date in the tree; more across clauses.

        A date in the predicate's own clause comes first; one in a clause beside or below it is
        another's.
        """
        up = [predicate, *predicate.ancestors]
        places = {t.i: n for n, t in enumerate(up)}
        token, steps = span.root, 0
        while token.i not in places:
            if token.head == token:
                return 99
            if token.dep_ == "relcl":
                return 99
            if token.dep_ in _SUBORDINATE:
                steps += 8
            elif token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
                steps += 6
            token, steps = token.head, steps + 1
        climbed = places[token.i]
        crossed = sum(1 for t in up[:climbed] if t.dep_ in _SUBORDINATE)
        beside = sum(1 for t in up[:climbed] if t.dep_ == "conj" and t.pos_ in ("VERB", "AUX"))
        return steps + 2 * climbed + 2 * crossed + 3 * beside


def _lately(published: dt.date) -> Period:
    """Give the week up to a document's day: what it reports without a date is that recent."""
    return Period.exact(published - dt.timedelta(days=7), published, Precision.MONTH)


def section_days(
    sections: list[tuple[int, int]], dates: list[DateMention], published: dt.date | None
) -> list[dt.date | None]:
    """Give the day that each section tells of, at which its names are to be read.

    Vienna in a paragraph on 1866 is Austria-Hungary's, whenever the page was published. A
    section without dates of its own tells of the document's day or, in an undated text, of the
    same time as the section before.
    """
    found: list[dt.date | None] = []
    last = published
    for start, end in sections:
        told = [
            m.period.start
            for m in dates
            if start <= m.start_char < end and m.period.start and m.period.end
        ]
        past = [d for d in told if published is None or (published - d).days > _LONG_AGO]
        day = max(past) if past and len(past) == len(told) else published
        last = day or last
        found.append(last)
    return found


_LONG_AGO = 30 * 365
"""Days after which a dated text that tells of nothing later is taken as history."""


def _past(token: Token) -> bool:
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    auxiliaries = {c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"VBZ", "VBP", "MD"}:
        return False
    return verb.tag_ in ("VBD", "VBN") or "VBD" in auxiliaries
