"""Document to coded rows: one pass over its sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate
from legation.coding.candidates import find_candidates, govern
from legation.coding.fold import fold
from legation.coding.judging import Open, judge, open_pairs
from legation.coding.lexicon import words
from legation.coding.loose import find_loose
from legation.coding.making import event, relation
from legation.coding.named import find_named
from legation.coding.passages import passages
from legation.coding.relations import Bond, Phase, find_bonds
from legation.coding.scored import pairings
from legation.coding.when import Calendar
from legation.model import Document, Event, Evidence, Row
from legation.world import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


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
    rows: list[tuple[Row, str]] = []
    pairs: list[Open] = []
    for passage in passages(document, model, everyone=everyone):
        sentence, cast, calendar = passage.sentence, passage.cast, passage.calendar
        evidence = passage.evidence
        said = list(_code_sentence(document, evidence, sentence, cast, calendar, passage.place))
        rows += said
        found = pairings(sentence, cast, everyone) if scoring else []
        pairs += open_pairs(evidence, found, calendar, passage.place, said)
    added, doubted = judge(document, pairs)
    rows = [r for r in rows if _row_id(r[0]) not in doubted] + added
    rows.sort(key=lambda row: row[0].evidence.start_char or 0)
    return fold(rows)


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


def _row_id(row: Row) -> str:
    return row.event_id if isinstance(row, Event) else row.relation_id


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
