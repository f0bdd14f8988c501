"""Wars between states: fought, declared, waged, lost, ended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Pairs, Phase, all_pairs, bonds, cross, without
from legation.coding.relations.clauses import (
    carrier,
    does,
    heads_clause,
    near,
    phrase,
    preposition_of,
    year_of,
)
from legation.coding.relations.phases import acts
from legation.coding.relations.sides import sides
from legation.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST = ("with", "against", "on", "upon")


def find_wars(noun: Token, cast: Cast) -> list[Bond]:
    """Read "the war between A and B", "A's war with B", "A went to war with B", "at war"."""
    if not _is_war(noun) or _averted(noun):
        return []
    pairs = _pairs(noun, cast)
    plural = noun.tag_ in ("NNS", "NNPS")
    found: list[Bond] = []
    for predicate, phase in acts(noun):
        predicate = _dating(noun, predicate)
        made = bonds(RelationKind.WAR, pairs, predicate, phase, noun.lemma_.lower(), phrase(noun))
        found += [replace(bond, repeated=plural) for bond in made]
    return found


def _is_war(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or not heads_clause(noun):
        return False
    around = near(noun)
    if around & words("not_a_war"):
        return False
    if lemma == "conflict":
        return bool(around & {"armed", "military", "border"})
    if lemma not in ("war", "hostility") or (lemma == "hostility" and noun.tag_ != "NNS"):
        return False
    of = {t.lemma_.lower() for t in noun_frame(noun).after("of")}
    return not of & words("not_a_war_of")


def _averted(noun: Token) -> bool:
    """Whether a war is only feared, avoided or near: "the risk of war", "close to war"."""
    verb = carrier(noun)
    if verb is not None and does(verb, "averting"):
        return True
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    if head.lemma_.lower() in words("averting"):
        return True
    return noun.dep_ == "pobj" and any(
        c.lower_ in ("close", "closer", "near") for c in (*head.children, noun.head.head)
    )


def _pairs(noun: Token, cast: Cast) -> Pairs:
    if _against_a_thing(noun, cast):
        return []
    found = sides(noun, cast, _AGAINST)
    if not found.partners and (where := noun_frame(noun).prepositions.get("in")):
        place = without(cast.all(where), found.owners)
        if len(found.owners) == 1 and len(place) == 1:
            found.partners = place
    if pairs := found.pairs():
        return pairs
    return _at_war(noun, cast) or _beaten(noun, cast) or _of_the_two(noun, cast)


def _against_a_thing(noun: Token, cast: Cast) -> bool:
    """Whether a war is on something that is no state: drugs, terror, poverty."""
    verb = carrier(noun)
    heads = [t for p in ("on", "against") for t in noun_frame(noun).prepositions.get(p, ())]
    if verb is not None and noun.dep_ == "dobj":
        frame = verb_frame(verb)
        heads += [t for p in ("on", "against") for t in frame.prepositions.get(p, ())]
    things = [t for t in heads if t.ent_type_ not in ("DATE", "TIME") and not t.like_num]
    return bool(things) and not any(cast.parties(t) for t in things)


def _at_war(noun: Token, cast: Cast) -> Pairs:
    """Read "A is at war with B", "A and B went to war", "A, at war with B since"."""
    preposition = preposition_of(noun)
    verb = carrier(noun)
    if verb is None and noun.dep_ == "pobj" and preposition == "at":
        parties = cast.all([noun.head.head])
        return cross(parties, sides(noun, cast, _AGAINST).partners)
    if verb is None or preposition not in ("at", "to", "into"):
        return []
    if verb.lemma_ not in ("go", "be", "remain", "come", "lead", "enter") and preposition != "at":
        return []
    frame = verb_frame(verb)
    subjects = cast.all(frame.subjects)
    others = sides(noun, cast, _AGAINST).partners or cast.all(
        t for p in _AGAINST for t in frame.prepositions.get(p, ())
    )
    others = without(others, subjects)
    return cross(subjects, others) if others else all_pairs(subjects)


def _beaten(noun: Token, cast: Cast) -> Pairs:
    """Read "A defeated B in a war", "A was beaten by B in the war of 1864"."""
    verb = carrier(noun)
    if verb is None or preposition_of(noun) not in ("in", "during", "after"):
        return []
    if not does(verb, "beating"):
        return []
    frame = verb_frame(verb)
    return cross(cast.all(frame.subjects), cast.all([*frame.objects, *frame.after("against")]))


def _of_the_two(noun: Token, cast: Cast) -> Pairs:
    """Give the text's own two for "the war of 1965", which names no side."""
    verb = carrier(noun)
    definite = any(c.lower_ == "the" for c in noun.children)
    named = [p for p in _named(noun, cast) if p]
    if not definite or not year_of(noun) or named or noun.pos_ != "NOUN":
        return []
    return all_pairs(cast.both(noun)) if verb is None or not does(verb, "judging") else []


def _named(noun: Token, cast: Cast) -> list[Party]:
    found = sides(noun, cast, _AGAINST)
    return [*found.owners, *found.partners, *found.between]


def _dating(noun: Token, predicate: Token) -> Token:
    """Give the verb of "went to war", "fought a war": its dates are the war's."""
    verb = carrier(noun)
    if predicate != noun or verb is None or year_of(noun):
        return predicate
    carried = noun.dep_ == "dobj" or preposition_of(noun) in ("at", "to", "into", "in")
    return verb if carried and verb.lemma_ != "have" else predicate


def find_fighting(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A fought B from 1965 to 1973", "A fought against B"."""
    if verb.lemma_ != "fight" or verb.pos_ != "VERB":
        return []
    frame = verb_frame(verb)
    if any(t.lemma_.lower() in ("war", "battle", "election") for t in frame.objects):
        return []
    subjects = _forces(cast.all(frame.subjects))
    against = frame.objects or frame.prepositions.get("against", [])
    others = _forces(cast.all(t for t in against if t.lower_ != "other"))
    if any(t.lower_ == "other" for t in against) and len(subjects) == 2:
        pairs = all_pairs(subjects)
    else:
        pairs = cross(subjects, without(others, subjects))
    sport = {t.lower_ for t in verb.sent} & words("sport")
    return [] if sport else bonds(RelationKind.WAR, pairs, verb, Phase.WITHIN, "fight")


def _forces(parties: list[Party]) -> list[Party]:
    return [p for p in parties if p.role in (None, "MIL")]
