"""Document to coded rows: one pass over its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate
from legation.coding.candidates import find_candidates, govern
from legation.coding.confidence import confidence
from legation.coding.dates import find_dates
from legation.coding.focus import Focus
from legation.coding.fold import fold
from legation.coding.lexicon import words
from legation.coding.loose import find_loose
from legation.coding.mentions import Mentions, find_mentions
from legation.coding.named import find_named
from legation.coding.parse import Parsed, parse
from legation.coding.party import Party
from legation.coding.relations import Bond, Phase, find_bonds
from legation.coding.when import Calendar, Dated, section_days
from legation.model import (
    Document,
    Event,
    Evidence,
    Period,
    Precision,
    Relation,
    RelationKind,
    Row,
    SectionKind,
)
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Span

CODER = "rules/1"
"""Name and version of the coder; a row's ``coder`` adds the rule that fired."""


LONGEST = 300
"""Words from which a sentence is a list or noise: its parse tells nothing and costs its square."""


def code(document: Document, model: str | None = None) -> list[Row]:
    """Code a document into events and relations.

    Args:
        document: clean text with its sections and date.
        model: an installed spaCy pipeline, or None for the default.

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
    mentions = find_mentions(parsed, document.published, days)
    focus = _focus(parsed, mentions)
    rows: list[tuple[Row, str]] = []
    calendar = None
    for section, found in zip(parsed, mentions, strict=True):
        calendar = Calendar(section, dates, document.published, calendar)
        cast = Cast(found, focus)
        for sentence in section.doc.sents:
            if len(sentence) > LONGEST:
                continue
            cast.enter(sentence)
            rows += _code_sentence(document, section, sentence, cast, calendar)
            cast.leave()
            calendar.leave(sentence)
    return fold(rows)


def _focus(parsed: list[Parsed], mentions: list[Mentions]) -> Focus:
    """Count who the document is about; what a title names counts thrice."""
    focus = Focus()
    for section, found in zip(parsed, mentions, strict=True):
        weight = 3 if section.section.kind is SectionKind.TITLE else 1
        for mention in found.all:
            focus.weights[mention.code] += weight
        for sentence in section.doc.sents:
            named = {m.code for m in found.between(sentence.start, sentence.end)}
            for pair in combinations(sorted(named & states().keys()), 2):
                focus.together[pair] += weight
    focus.we = _speaker(parsed, mentions, focus)
    return focus


def _speaker(parsed: list[Parsed], mentions: list[Mentions], focus: Focus) -> str | None:
    """Say who "we" are where a text says it often.

    A state that the title names comes first; then one that the text names much, but not beside
    "we": who speaks of "us" names the others.
    """
    spoken = sum(t.lower_ in _WE for p in parsed for t in p.doc)
    if spoken < _SPEAKING:
        return None
    heads = (SectionKind.TITLE, SectionKind.SUBTITLE)
    titled = [
        m.code
        for p, found in zip(parsed, mentions, strict=True)
        if p.section.kind in heads
        for m in found.all
    ]
    company: Counter[str] = Counter()
    for p, found in zip(parsed, mentions, strict=True):
        for sentence in p.doc.sents:
            if any(t.lower_ in _WE for t in sentence):
                named = {m.code for m in found.between(sentence.start, sentence.end)}
                company.update(named)
    scores = {c: n - 2 * company[c] for c, n in focus.weights.most_common(4) if c in states()}
    likely = max(scores, key=lambda c: (c in titled, scores[c]), default=None)
    return likely


_WE = {"we", "our", "us"}
_SPEAKING = 3
"""First person plurals that make a text somebody's; fewer may be quotations."""


def _code_sentence(
    document: Document, section: Parsed, sentence: Span, cast: Cast, calendar: Calendar
) -> Iterator[tuple[Row, str]]:
    evidence = Evidence.span(
        document, section.offset + sentence.start_char, section.offset + _end(sentence)
    )
    candidates = find_candidates(sentence, cast)
    bonds = find_bonds(sentence, cast, candidates)
    if not candidates and not bonds:
        candidates = govern(find_loose(sentence, cast), cast)
    for candidate in candidates:
        if "territory" in candidate.flags and not _by_force(candidate):
            continue
        dated = calendar.of(candidate.predicate)
        for actor, recipient in candidate.pairs():
            yield _event(document, evidence, candidate, actor, recipient, dated), dated.how
    named = _pertinent(list(find_named(sentence, cast)), sentence, cast)
    for bond in (*named, *bonds):
        times = calendar.each if bond.repeated else lambda token: [calendar.of(token)]
        for dated in times(bond.predicate):
            if bond.phase is not Phase.ENDS or dated.how in ("sentence", "narrative"):
                yield _relation(document, evidence, bond, dated), dated.how


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


def _event(
    document: Document,
    evidence: Evidence,
    candidate: Candidate,
    actor: Party,
    recipient: Party,
    dated: Dated,
) -> Event:
    period = dated.period
    return Event(
        type=candidate.type,
        mode=candidate.mode,
        actor=actor.code,
        recipient=recipient.code,
        source_id=document.source.source_id,
        evidence=evidence,
        mutual=candidate.mutual,
        actor_role=actor.role,
        recipient_role=recipient.role,
        actor_text=actor.text or None,
        recipient_text=recipient.text or None,
        start=period.start,
        end=period.end,
        precision=period.precision,
        status=candidate.status,
        confidence=confidence(candidate.rule, lasting=False),
        coder=f"{CODER}:{candidate.rule}",
    )


_ENDURING = {
    RelationKind.ALLIANCE,
    RelationKind.TREATY,
    RelationKind.DIPLOMATIC_RELATIONS,
    RelationKind.MEMBERSHIP,
    RelationKind.SANCTIONS,
    RelationKind.OCCUPATION,
    RelationKind.TERRITORIAL_CLAIM,
    RelationKind.RIVALRY,
}


def _relation(document: Document, evidence: Evidence, bond: Bond, dated: Dated) -> Relation:
    spell = _spell(bond, dated)
    return Relation(
        kind=bond.kind,
        a=bond.a.code,
        b=bond.b.code,
        source_id=document.source.source_id,
        evidence=evidence,
        mutual=bond.mutual,
        start=spell.start,
        end=spell.end,
        start_precision=spell.start_precision,
        end_precision=spell.end_precision,
        terms=bond.terms,
        status=bond.status,
        confidence=confidence(bond.rule, lasting=True),
        coder=f"{CODER}:{bond.rule}",
    )


def _spell(bond: Bond, dated: Dated) -> Period:
    """Turn the date of a sentence into the spell of what it speaks of."""
    if bond.spell is not None:
        return bond.spell
    period = dated.period
    if bond.kind not in _ENDURING:
        return period if dated.how != "document" else Period()
    if bond.phase is Phase.ENDS:
        return Period.until(period) if dated.how != "document" else period
    if bond.phase is Phase.BEGINS:
        return Period.since(period)
    lasting = bond.kind is RelationKind.TERRITORIAL_CLAIM and period.end is not None
    if dated.how == "sentence" and not lasting:
        return period
    return Period(None, None, None, Precision.OPEN)
