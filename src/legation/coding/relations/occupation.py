"""Occupation: whose forces hold whose land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import group, noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Phase, bonds, cross, merged, without
from legation.coding.relations.clauses import carrier, lasts, preposition_of
from legation.coding.relations.land import disputed_in, is_land, other_side, owners
from legation.coding.relations.phases import acts
from legation.coding.sides import weighty
from legation.model import RelationKind
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.OCCUPATION


def find_occupation(token: Token, cast: Cast) -> list[Bond]:
    """Read "A occupied B", "B, occupied by A since", "A's occupation of B", "A-occupied B"."""
    if token.lemma_ == "occupy" and token.pos_ in ("VERB", "ADJ"):
        return _compound(token, cast) if token.dep_ == "amod" else _occupies(token, cast)
    if token.lemma_.lower() == "occupation" and token.pos_ == "NOUN":
        return _occupation(token, cast)
    return []


def _occupies(verb: Token, cast: Cast) -> list[Bond]:
    frame = verb_frame(verb)
    occupiers = [p for p in cast.all(frame.subjects) if p.role in (None, "MIL", "GOV")]
    found: list[Bond] = []
    phase = Phase.WITHIN if lasts(verb) else Phase.BEGINS
    for land in map(weighty, frame.objects):
        pairs = cross(occupiers, _occupied(land, cast, occupiers))
        found += bonds(_KIND, pairs, verb, phase, "occupy", land.text)
    return found


def _occupied(land: Token, cast: Cast, occupiers: list[Party]) -> list[Party]:
    """Give whose land is held: the state itself, the owner of a place, the text's other side."""
    if place := disputed_in(land.sent).get(land.i):
        claimants = [c.claimant for c in place.claims if cast.focus.weights[c.claimant]]
        other = [Party(c, None, land.text, land.i) for c in dict.fromkeys(claimants)]
        if other := without(other, occupiers):
            return other[:1]
    if whole := without((p for p in cast.all([land]) if p.code in states()), occupiers):
        return whole if land.pos_ != "NOUN" or is_land(land) or _is_epithet(land) else []
    if not is_land(land):
        return []
    if found := owners(land, cast, occupiers):
        return found
    definite = any(c.lower_ in ("the", "these", "those") for c in land.children)
    if len(occupiers) == 1 and (land.pos_ == "PROPN" or definite):
        return other_side(occupiers, land, cast)
    return []


def _is_epithet(land: Token) -> bool:
    return land.lemma_.lower() in ("country", "neighbour", "neighbor", "kingdom", "republic")


def _compound(participle: Token, cast: Cast) -> list[Bond]:
    """Read "the A-occupied regions of B"."""
    occupiers = [
        Party(m.code, None, t.text, t.i)
        for t in participle.children
        if t.dep_ in ("npadvmod", "compound", "amod") and (m := cast.mentions.at(t))
    ]
    land = participle.head
    occupied = without(cast.all([land]), occupiers) or owners(land, cast, occupiers)
    return bonds(_KIND, cross(occupiers, occupied), land, Phase.HOLDS, "occupied", land.text)


def _occupation(noun: Token, cast: Cast) -> list[Bond]:
    frame = noun_frame(noun)
    occupiers = merged(cast.all(frame.subjects), cast.qualifiers(noun))
    verb = carrier(noun)
    heads = [*frame.prepositions.get("of", ())]
    occupiers = occupiers or cast.all(t for land in heads for t in noun_frame(land).subjects)
    if preposition_of(noun) in ("under", "in"):
        above = noun.head.head
        subjects = verb_frame(above).subjects if above.pos_ in ("VERB", "AUX") else group(above)
        objects = verb_frame(above).objects if above.pos_ in ("VERB", "AUX") else []
        if preposition_of(noun) == "under":
            heads += [*objects, *subjects] if not heads else []
        else:
            occupiers = occupiers or cast.all(subjects)
    elif verb is not None and noun.dep_ == "dobj" and not occupiers:
        occupiers = cast.all(verb_frame(verb).subjects)
    found: list[Bond] = []
    pairs = [p for land in heads for p in cross(occupiers, _occupied(land, cast, occupiers))]
    pairs = pairs or _of_a_city(noun, occupiers, cast)
    for predicate, phase in _acts(noun):
        aside = preposition_of(noun) == "under" and verb is not None and verb.lemma_ == "have"
        found += bonds(_KIND, pairs, predicate, phase, "occupation", aside=aside)
    return found


def _acts(noun: Token) -> list[tuple[Token, Phase]]:
    """Give what dates it; "under occupation since" is dated by its preposition's clause."""
    told = acts(noun)
    verb = carrier(noun)
    if told[0][1] is Phase.HOLDS and preposition_of(noun) in ("under", "in"):
        lasting = lasts(noun) or lasts(noun.head) or (verb is not None and lasts(verb))
        return [(noun, Phase.WITHIN if lasting else Phase.HOLDS)]
    return told


def _of_a_city(noun: Token, occupiers: list[Party], cast: Cast) -> list[tuple[Party, Party]]:
    """Read "the Chilean occupation of the capital": that of the text's other side."""
    of = [t for t in noun_frame(noun).prepositions.get("of", ()) if t.lemma_ in words("land")]
    if len(occupiers) != 1 or not of:
        return []
    return cross(occupiers, cast.complete(occupiers, [], noun)[1])
