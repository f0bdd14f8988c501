"""A document sentence by sentence, each with who is who in it and what dates it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.coding.about import about
from legation.coding.actors import Cast
from legation.coding.dates import find_dates
from legation.coding.introductions import introduce
from legation.coding.mentions import find_mentions
from legation.coding.parse import Parsed, parse
from legation.coding.places import Whereabouts
from legation.coding.when import Calendar, section_days
from legation.model import Document, Evidence
from legation.world import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 300
"""Words from which a sentence is a list or noise: its parse tells nothing and costs its square."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document, as a reader understands it who has read up to it.

    Args:
        document: what it stands in.
        section: the parse of its section.
        sentence: its words.
        cast: who its phrases stand for; valid until the next passage is asked for.
        calendar: what dates its predicates.
        places: where its predicates take place.
        number: which section it stands in.
    """

    document: Document
    section: Parsed
    sentence: Span
    cast: Cast
    calendar: Calendar
    places: Whereabouts
    number: int

    @property
    def evidence(self) -> Evidence:
        """The whole sentence, as evidence."""
        return self.quote(self.sentence.start, self.sentence.end)

    def quote(self, start: int, end: int) -> Evidence:
        """Quote its words from one token index of the section to before another."""
        words = self.section.doc[start:end]
        first = self.section.offset + words.start_char
        return Evidence.span(self.document, first, first + len(words.text.rstrip()))

    def place(self, predicate: Token) -> Place | None:
        """Give where the act of a predicate takes place, if the sentence says so."""
        return self.places.of(self.number, predicate)


def passages(
    document: Document, model: str | None = None, *, everyone: bool = False
) -> Iterator[Passage]:
    """Go through a document, sentence by sentence.

    Args:
        document: clean text with its sections and date.
        model: an installed spaCy pipeline, or None for the default.
        everyone: find parties, rebels, firms and crowds as well.
    """
    parsed = parse(document, model)
    sections = [(p.section.start_char, p.section.end_char) for p in parsed]
    dates = find_dates(document.text, document.published, sections)
    days = section_days(sections, dates, document.published)
    mentions = introduce(parsed, find_mentions(parsed, document.published, days, everyone))
    focus = about(parsed, mentions)
    where = Whereabouts(parsed)
    calendar = None
    for number, (section, found) in enumerate(zip(parsed, mentions, strict=True)):
        calendar = Calendar(section, dates, document.published, calendar)
        cast = Cast(found, focus)
        for sentence in section.doc.sents:
            if len(sentence) <= LONGEST:
                cast.enter(sentence)
                yield Passage(document, section, sentence, cast, calendar, where, number)
                cast.leave()
                calendar.leave(sentence)
