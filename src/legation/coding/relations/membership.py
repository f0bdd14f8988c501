"""Membership of organisations: joined, held, left; and the allies that joining makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import Frame, noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Pairs, Phase, bonds, cross, merged
from legation.coding.relations.clauses import (
    antecedent,
    bodies_before,
    lasts,
    near,
    states_only,
)
from legation.coding.relations.phases import acts
from legation.coding.relations.standing_to import bearers_of
from legation.model import RelationKind
from legation.world import NameKind, allies_by_accession, memberships, organisations, states

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.MEMBERSHIP
_FOUNDING = {"founding", "founder", "charter", "original", "full", "new", "newest"}


def find_membership(token: Token, cast: Cast) -> list[Bond]:
    """Read "A joined NATO", "A, a member of the EU since 1986", "A's accession to ASEAN"."""
    if token.pos_ in ("VERB", "AUX"):
        return _enters(token, cast) + _belongs(token, cast)
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in words("membership_noun"):
        return _member(token, cast) if lemma in ("member", "signatory") else _accession(token, cast)
    return []


def bodies_among(heads: Iterable[Token], cast: Cast) -> list[Party]:
    """Give the organisations that words stand for as such, "the alliance" among them."""
    found: list[Party] = []
    for token in map(antecedent, heads):
        mention = cast.mentions.at(token)
        if mention and mention.kind is NameKind.ORGANISATION and mention.code in organisations():
            found.append(Party(mention.code, None, token.text, token.i))
        elif token.lemma_.lower() in words("body_noun") and token.pos_ == "NOUN":
            found += _the_body(token, cast)
    return found


def _the_body(noun: Token, cast: Cast) -> list[Party]:
    """Resolve "the alliance", "the bloc": the one such organisation that the text names."""
    if not any(c.lower_ in ("the", "this", "that") for c in noun.children):
        return []
    if any(c.dep_ in ("prep", "compound", "poss") for c in noun.children):
        return []
    named = {c: organisations()[c] for c in cast.focus.weights if c in organisations()}
    if noun.lemma_.lower() in ("alliance", "pact"):
        fitting = [c for c, body in named.items() if body.mutual_defence]
    else:
        fitting = [c for c, body in named.items() if c != "UNO"]
    return [Party(fitting[0], None, noun.text, noun.i)] if len(fitting) == 1 else []


def _members(heads: Iterable[Token], cast: Cast, near_by: Token) -> list[Party]:
    parties = [p for p in cast.all(heads) if p.code in states()]
    return states_only(parties, cast, near_by.sent)


def _enters(verb: Token, cast: Cast) -> list[Bond]:
    frame = verb_frame(verb)
    pairs, phase = _entering(verb, frame, cast)
    made = bonds(_KIND, pairs, verb, phase, verb.lemma_.lower())
    return made + _allies(made, verb, cast)


def _entering(verb: Token, frame: Frame, cast: Cast) -> tuple[Pairs, Phase]:
    lemma = verb.lemma_.lower()
    if lemma in words("joining"):
        heads = [
            *frame.objects,
            *(t for p in ("to", "into") for t in frame.prepositions.get(p, ())),
        ]
        return cross(_members(frame.subjects, cast, verb), bodies_among(heads, cast)), Phase.BEGINS
    if lemma in words("leaving"):
        heads = [*frame.objects, *frame.prepositions.get("from", ()), *_out_of(frame)]
        phase = Phase.ENDS
        return cross(_members(frame.subjects, cast, verb), bodies_among(heads, cast)), phase
    if lemma in words("admitting"):
        into = [t for p in ("to", "into") for t in frame.prepositions.get(p, ())]
        bodies = bodies_among(into, cast) or bodies_among(frame.subjects, cast)
        return cross(_members(frame.objects, cast, verb), bodies), Phase.BEGINS
    if lemma in words("expelling"):
        heads = [*frame.prepositions.get("from", ()), *frame.subjects]
        members = _members(frame.objects, cast, verb)
        return cross(members, bodies_among(heads, cast)), Phase.ENDS
    return [], Phase.HOLDS


def _out_of(frame: Frame) -> list[Token]:
    return [t for p in ("from", "of") for t in frame.prepositions.get(p, ())]


def _belongs(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A belongs to NATO", "A has been in the EU since", "A is part of", "sits in"."""
    frame = verb_frame(verb)
    heads: list[Token] = []
    phase = Phase.WITHIN if lasts(verb) else Phase.HOLDS
    if verb.lemma_ == "belong":
        heads = frame.prepositions.get("to", [])
    elif verb.lemma_ == "be":
        heads = [*frame.prepositions.get("in", ()), *frame.prepositions.get("inside", ())]
        parts = [t for t in frame.objects if t.lemma_ == "part"]
        heads += [t for part in parts for t in noun_frame(part).after("of")]
    elif verb.lemma_ == "take" and any(t.lemma_ == "seat" for t in frame.objects):
        seats = [t for t in frame.objects if t.lemma_ == "seat"]
        heads = [*frame.prepositions.get("in", ()), *noun_frame(seats[0]).after("in", "at")]
        phase = Phase.BEGINS
    pairs = cross(_members(frame.subjects, cast, verb), bodies_among(heads, cast))
    return bonds(_KIND, pairs, verb, phase, verb.lemma_)


def _member(noun: Token, cast: Cast) -> list[Bond]:
    """Read "is a founding member of ASEAN", "NATO members A and B", "A, a member of the EU"."""
    frame = noun_frame(noun)
    of = [t for p in ("of", "in") for t in frame.prepositions.get(p, ())]
    bodies = merged(bodies_before(noun, cast), bodies_among(of, cast))
    members = states_only(bearers_of(noun, cast), cast, noun.sent)
    made = bonds(_KIND, cross(members, bodies), noun, _phase(noun), noun.lemma_.lower())
    founding = near(noun) & {"founding", "founder", "charter", "original"}
    return made if founding else made + _allies(made, noun, cast)


def _phase(noun: Token) -> Phase:
    if noun.head.lemma_ == "become" or near(noun) & {"founding", "founder", "charter", "original"}:
        return Phase.BEGINS
    if near(noun) & {"former", "erstwhile"}:
        return Phase.ENDS
    return Phase.WITHIN if lasts(noun) or lasts(noun.head) else Phase.HOLDS


def _accession(noun: Token, cast: Cast) -> list[Bond]:
    """Read "A's accession to NATO", "the admission of A to the UN", "A's membership of"."""
    frame = noun_frame(noun)
    lemma = noun.lemma_.lower()
    to = [t for p in ("to", "into", "of", "in", "from") for t in frame.prepositions.get(p, ())]
    bodies = bodies_among(to, cast)
    bodies = bodies or bodies_before(noun, cast)
    owners = merged(cast.all(frame.subjects), cast.qualifiers(noun))
    of = cast.all(frame.prepositions.get("of", ()))
    members = [p for p in (*owners, *of) if p.code in states() and p.role is None]
    found: list[Bond] = []
    for predicate, phase in acts(noun):
        if phase is Phase.HOLDS and lemma in words("accession"):
            phase = Phase.BEGINS
        elif lemma in ("exit", "withdrawal", "departure", "suspension", "expulsion"):
            phase = Phase.ENDS
        found += bonds(_KIND, cross(members, bodies), predicate, phase, lemma)
    return found + _allies(found, noun, cast)


# Accession to an organisation whose treaty binds its members makes allies ---------------------


def _allies(joined: list[Bond], word: Token, cast: Cast) -> list[Bond]:
    """Give the alliances that an accession makes with the members whom the sentence is about.

    Those that it names, and the other of the two states that the whole text is about.
    """
    sentence = word.sent
    named_here = {m.code for m in cast.mentions.between(sentence.start, sentence.end)}
    if cast.focus.dominant():
        named_here |= set(cast.focus.main_pair())
    found: list[Bond] = []
    for bond in joined:
        if bond.phase is not Phase.BEGINS:
            continue
        named = [
            Party(code, None, bond.b.text, bond.b.token)
            for code in allies_by_accession(bond.a.code, bond.b.code, _day(bond))
            if code in named_here
        ]
        rule = f"joins {bond.b.code}"
        pairs = cross([bond.a], named)
        made = bonds(RelationKind.ALLIANCE, pairs, bond.predicate, bond.phase, rule, bond.b.text)
        known = {frozenset((b.a.code, b.b.code)) for b in found}
        found += [b for b in made if frozenset((b.a.code, b.b.code)) not in known]
    return found


_LATEST = dt.date(9999, 12, 31)


def _day(bond: Bond) -> dt.date:
    """Give the day on which the tables have a state join, else the latest."""
    starts = [
        m.period.start
        for m in memberships().get(bond.b.code, ())
        if m.state == bond.a.code and m.status == "member" and m.period.start
    ]
    return starts[-1] if starts else _LATEST
