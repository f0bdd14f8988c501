"""Disputes over land, by their nouns: a border dispute, a row over islands, being at odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Pairs, Phase, all_pairs, bonds
from legation.coding.relations.clauses import carrier, heads_clause, near, preposition_of
from legation.coding.relations.land import disputed_in, is_land
from legation.coding.relations.phases import acts
from legation.coding.relations.sides import sides
from legation.model import RelationKind
from legation.world import DisputedPlace, states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_KIND = RelationKind.TERRITORIAL_CLAIM
_OVER = ("over", "about", "on", "around")


def find_disputes(noun: Token, cast: Cast) -> list[Bond]:
    """Read "a border dispute between A and B", "are in dispute over P", "at odds over P"."""
    if noun.pos_ != "NOUN" or not _is_dispute(noun) or not heads_clause(noun):
        return []
    land = _land(noun)
    if land is None and not near(noun) & words("territorial"):
        return []
    pairs = _pairs(noun, land, cast)
    terms = land.text if land is not None else None
    return [
        bond
        for predicate, phase in acts(noun)
        for bond in bonds(_KIND, pairs, predicate, phase, noun.lemma_.lower(), terms, True)
    ]


def _is_dispute(noun: Token) -> bool:
    return noun.lemma_.lower() in words("dispute") or noun.lower_ == "odds"


def _land(noun: Token) -> Token | None:
    heads = [t for p in _OVER for t in noun_frame(noun).prepositions.get(p, ())]
    verb = carrier(noun)
    if verb is not None and not heads:
        frame = verb_frame(verb)
        heads = [t for p in ("over", "about") for t in frame.prepositions.get(p, ())]
    for token in heads:
        if token.lemma_.lower() in words("territorial") or is_land(token):
            return token
        if token.i in disputed_in(token.sent):
            return token
    return None


def _pairs(noun: Token, land: Token | None, cast: Cast) -> Pairs:
    place = disputed_in(noun.sent).get(land.i) if land is not None else None
    found = sides(noun, cast, ("with",))
    if pairs := _of_states(found.pairs()):
        return _claiming(pairs, place)
    verb = carrier(noun)
    if verb is not None and preposition_of(noun) in ("in", "at"):
        frame = verb_frame(verb)
        subjects = cast.all(frame.subjects)
        others = found.partners or cast.all(frame.prepositions.get("with", ()))
        if subjects and others:
            return _claiming([(a, b) for a in subjects for b in others], place)
        if len(subjects) == 2:
            return _claiming(all_pairs(subjects), place)
    return _over(place, noun.sent, cast) if place is not None else []


def _claiming(pairs: Pairs, place: DisputedPlace | None) -> Pairs:
    """Keep those who claim or hold the place: others may quarrel over it on another's behalf."""
    if place is None:
        return pairs
    codes = {c.claimant for c in place.claims} | {place.administered_by}
    return [(a, b) for a, b in pairs if {a.code, b.code} <= codes]


def _of_states(pairs: Pairs) -> Pairs:
    return [(a, b) for a, b in pairs if a.code in states() and b.code in states()]


def _over(place: DisputedPlace, sentence: Span, cast: Cast) -> Pairs:
    """Give the claimants of a place that the sentence names, else the text's main pair."""
    sides_ = {c.claimant for c in place.claims} | {place.administered_by or ""}
    here = cast.mentions.between(sentence.start, sentence.end)
    named = list(dict.fromkeys(m.code for m in here if m.code in sides_))
    pair = named if len(named) > 1 else [c for c in cast.focus.main_pair() if c in sides_]
    parties = [Party(code, None, place.place.name, sentence.root.i) for code in pair[:2]]
    return all_pairs(parties)


def find_disputed(word: Token, cast: Cast) -> list[Bond]:
    """Read "the disputed P", "P, contested by A and B", where the sentence names two claimants."""
    if word.lower_ not in ("disputed", "contested") or word.dep_ != "amod":
        return []
    places = disputed_in(word.sent)
    place = next((places[t.i] for t in word.head.subtree if t.i in places), None)
    if place is None:
        return []
    pairs = _over(place, word.sent, cast)
    return bonds(_KIND, pairs, word.head, Phase.HOLDS, "disputed place", place.place.name, True)


def find_named_by_both(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A claims the isles, which it calls P and B calls Q": two names, two claimants."""
    if verb.lemma_ not in ("claim", "call") or verb.pos_ != "VERB":
        return []
    for place in disputed_in(verb.sent).values():
        found = _over_both_named(place, verb.sent, cast)
        if not found:
            continue
        claimants = {p.code for p in cast.all(verb_frame(verb).subjects)}
        if verb.lemma_ == "claim":
            found = [(a, b) if a.code in claimants else (b, a) for a, b in found]
        mutual = verb.lemma_ == "call" or len(claimants) > 1
        names = place.place.name
        return bonds(_KIND, found, verb, Phase.HOLDS, "disputed place", names, mutual)
    return []


def _over_both_named(place: DisputedPlace, sentence: Span, cast: Cast) -> Pairs:
    claimants = {c.claimant for c in place.claims} | {place.administered_by or ""}
    here = [m.code for m in cast.mentions.between(sentence.start, sentence.end)]
    named = [code for code in dict.fromkeys(here) if code in claimants]
    parties = [Party(code, None, place.place.name, sentence.root.i) for code in named]
    return all_pairs(parties) if len(parties) == 2 else []
