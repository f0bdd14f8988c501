"""Document to coded rows: one pass over its sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from legation.coding.about import about
from legation.coding.actors import Cast
from legation.coding.candidate import Candidate
from legation.coding.candidates import find_candidates, govern
from legation.coding.dates import find_dates
from legation.coding.fold import fold
from legation.coding.introductions import introduce
from legation.coding.judging import Open, judge, open_pairs
from legation.coding.lexicon import words
from legation.coding.loose import find_loose
from legation.coding.making import event, relation
from legation.coding.mentions import find_mentions
from legation.coding.named import find_named
from legation.coding.parse import Parsed, parse
from legation.coding.places import Whereabouts
from legation.coding.relations import Bond, Phase, find_bonds
from legation.coding.scored import pairings
from legation.coding.when import Calendar, section_days
from legation.model import Document, Evidence, Row
from legation.world import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 300
"""Words from which a sentence is a list or noise: its parse tells nothing and costs its square."""


def code(
    document: Document,
    model: str | None = None,
    *,
    everyone: bool = False,
    scoring: bool = True,
) -> list[Row]:
    """Code a document into events and relations.

    Args:
        document: clean text with its sections and date.
        model: an installed spaCy pipeline, or None for the default.
        everyone: code parties, rebels, firms and crowds as well, and what two sides of one
            state do to each other; otherwise only what passes between states.
        scoring: ask the trained scorer as well; otherwise the rules alone decide.

    Returns:
        The rows in the order of their evidence; repeated mentions folded into one row.

    Examples:
        >>> from legation.reading import read_text
        >>> text = "On 2 November 2013 Russia and Japan held talks in Tokyo."
        >>> row = code(read_text(text))[0]
        >>> row.type, {row.actor, row.recipient} == {"RUS", "JPN"}, str(row.start)
        ('CONSULT', True, '2013-11-02')
    """
    parsed = parse(document, model)
    sections = [(p.section.start_char, p.section.end_char) for p in parsed]
    dates = find_dates(document.text, document.published, sections)
    days = section_days(sections, dates, document.published)
    mentions = introduce(parsed, find_mentions(parsed, document.published, days, everyone))
    focus = about(parsed, mentions)
    where = Whereabouts(parsed)
    rows: list[tuple[Row, str]] = []
    pairs: list[Open] = []
    calendar = None
    for number, (section, found) in enumerate(zip(parsed, mentions, strict=True)):
        calendar = Calendar(section, dates, document.published, calendar)
        cast = Cast(found, focus)
        for sentence in section.doc.sents:
            if len(sentence) > LONGEST:
                continue
            cast.enter(sentence)
            evidence = _evidence(document, section, sentence)
            at = partial(where.of, number)
            said = list(_code_sentence(document, evidence, sentence, cast, calendar, at))
            rows += said
            found_here = pairings(sentence, cast, everyone) if scoring else []
            pairs += open_pairs(evidence, found_here, calendar, at, said)
            cast.leave()
            calendar.leave(sentence)
    rows += judge(document, pairs)
    rows.sort(key=lambda row: row[0].evidence.start_char or 0)
    return fold(rows)


def _evidence(document: Document, section: Parsed, sentence: Span) -> Evidence:
    return Evidence.span(
        document, section.offset + sentence.start_char, section.offset + _end(sentence)
    )


def _code_sentence(
    document: Document,
    evidence: Evidence,
    sentence: Span,
    cast: Cast,
    calendar: Calendar,
    at: Callable[[Token], Place | None],
) -> Iterator[tuple[Row, str]]:
    candidates = find_candidates(sentence, cast)
    bonds = find_bonds(sentence, cast, candidates)
    if not candidates and not bonds:
        candidates = govern(find_loose(sentence, cast), cast)
    for candidate in candidates:
        if "territory" in candidate.flags and not _by_force(candidate):
            continue
        dated, place = calendar.of(candidate.predicate), at(candidate.predicate)
        for actor, recipient in candidate.pairs():
            yield event(document, evidence, candidate, actor, recipient, dated, place), dated.how
    named = _pertinent(list(find_named(sentence, cast)), sentence, cast)
    for bond in (*named, *bonds):
        times = calendar.each if bond.repeated else lambda token: [calendar.of(token)]
        for dated in times(bond.predicate):
            if bond.phase is not Phase.ENDS or dated.how in ("sentence", "narrative"):
                yield relation(document, evidence, bond, dated), dated.how


def _pertinent(bonds: list[Bond], sentence: Span, cast: Cast) -> list[Bond]:
    """Keep, of a named treaty's many pairs, those that the sentence or the document is about."""
    if len(bonds) < _MANY:
        return bonds
    start, end = sentence.start, sentence.end
    here = {m.code for m in cast.mentions.between(start, end)}
    main = set(cast.focus.main_pair())
    return [
        b for b in bonds if {b.a.code, b.b.code} in (main, here) or {b.a.code, b.b.code} <= here
    ]


_MANY = 3


def _by_force(candidate: Candidate) -> bool:
    """Whether land changes hands by an act of its own: seized, or handed over."""
    return candidate.type != "ASSAULT" or candidate.predicate.lemma_ in words("seizing")


def _end(sentence: Span) -> int:
    return sentence.start_char + len(sentence.text.rstrip())
