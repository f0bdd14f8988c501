"""Sanctions: imposed, in force, lifted; who sends them to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate
from legation.coding.grammar import group, noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Phase, bonds, cross, merged, without
from legation.coding.relations.clauses import (
    antecedent,
    bodies_before,
    carrier,
    does,
    heads_clause,
    phrase,
    preposition_of,
    relatives,
)
from legation.coding.relations.phases import acts
from legation.model import RelationKind, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.SANCTIONS
_ON = ("on", "against", "upon", "to")


def find_sanctions(token: Token, cast: Cast) -> list[Bond]:
    """Read "A imposed sanctions on B", "B has been under A's embargo since", "A sanctioned B"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in ("sanction", "embargo", "blacklist"):
        return _sanctions(token, cast)
    if token.pos_ == "NOUN" and lemma in words("sanction") and heads_clause(token):
        return _noun(token, cast)
    return []


def find_imposed(candidate: Candidate) -> list[Bond]:
    """Read what an event of imposing tariffs or a blacklist leaves in force."""
    if candidate.status is not Status.REPORTED or "act" in candidate.flags:
        return []
    if candidate.type != "SANCTION" or "sanction" not in candidate.flags:
        return []
    noun = candidate.noun
    if noun is not None and noun.lemma_.lower() in words("sanction"):
        return []
    pairs = list(candidate.pairs())
    return bonds(_KIND, pairs, candidate.predicate, Phase.BEGINS, candidate.rule)


def _sanctions(verb: Token, cast: Cast) -> list[Bond]:
    frame = verb_frame(verb)
    senders = [p for p in cast.all(frame.subjects) if p.role in (None, "GOV", "IGO")]
    targets = [p for p in cast.all(frame.objects) if p.role is None]
    return bonds(_KIND, cross(senders, targets), verb, Phase.BEGINS, verb.lemma_)


def _noun(noun: Token, cast: Cast) -> list[Bond]:
    senders, targets = _sides(noun, cast)
    senders = [p for p in senders if p.role in (None, "GOV", "IGO", "LEG")]
    pairs = cross(senders, without(targets, senders))
    return [
        bond
        for predicate, phase in _acts(noun)
        for bond in bonds(_KIND, pairs, predicate, phase, noun.lemma_.lower(), phrase(noun))
    ]


def _sides(noun: Token, cast: Cast) -> tuple[list[Party], list[Party]]:
    """Give who sends a sanction and whom it hits, by the noun, its clauses and its verb."""
    frame = noun_frame(noun)
    senders = merged(cast.all(frame.subjects), cast.qualifiers(noun), bodies_before(noun, cast))
    targets = _hit(frame.prepositions, cast)
    if noun.lemma_.lower() in ("boycott", "blockade"):
        targets = targets or cast.all(frame.prepositions.get("of", ()))
    verbs = [v for v in relatives(noun) if does(v, "sanctioning")]
    verb = carrier(noun)
    if verb is not None and noun.dep_ in ("dobj", "nsubjpass") and does(verb, "sanctioning"):
        verbs.append(verb)
    for above in verbs:
        around = verb_frame(above)
        senders = senders or cast.all(t for t in around.subjects if t.i != noun.i)
        targets = targets or _hit(around.prepositions, cast)
    if preposition_of(noun) == "under" or _is_subject_to(noun):
        over = _under(noun, cast)
        targets = targets or without(over, senders)
        placing = verb or _placing(noun)
        if placing is not None and not senders:
            senders = without(cast.all(verb_frame(placing).subjects), targets)
    return senders, targets


def _hit(prepositions: dict[str, list[Token]], cast: Cast) -> list[Party]:
    return [
        p
        for name in _ON
        for t in map(antecedent, prepositions.get(name, ()))
        for p in cast.all([t]) or (cast.involved(t) if t.pos_ == "NOUN" else [])
    ]


def _under(noun: Token, cast: Cast) -> list[Party]:
    """Give who is "under sanctions": the object of "place", the subject, or the noun above."""
    above = _placing(noun) or noun.head.head
    if _is_subject_to(noun):
        above = above.head
    if above.pos_ not in ("VERB", "AUX"):
        return cast.all(group(above))
    frame = verb_frame(above)
    objects = [p for t in frame.objects for p in cast.involved(t)]
    return objects or cast.all(frame.subjects)


def _is_subject_to(noun: Token) -> bool:
    """Whether it stands in "subject to sanctions"."""
    return preposition_of(noun) == "to" and noun.head.head.lower_ == "subject"


def _placing(noun: Token) -> Token | None:
    """Give the verb of "puts A and B under sanctions", where "under" hangs on B."""
    above = noun.head.head
    while above.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        above = above.head
    if above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_ in ("place", "put", "bring"):
        return above.head
    return None


def _acts(noun: Token) -> list[tuple[Token, Phase]]:
    told = acts(noun)
    verb = carrier(noun) or (_placing(noun) if preposition_of(noun) == "under" else None)
    told = [(v, p) for v, p in told if v.lemma_ != "break"] or [(noun, Phase.HOLDS)]
    if preposition_of(noun) == "under" and verb is not None:
        placed = verb.lemma_ in ("place", "put", "bring", "come", "fall")
        return [(verb, Phase.BEGINS if placed else Phase.HOLDS)]
    extended = verb is not None and verb.lemma_ in words("prolonging")
    if extended and noun.dep_ in ("dobj", "nsubjpass"):
        return [(verb or noun, Phase.HOLDS)]
    return told
