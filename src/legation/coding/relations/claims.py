"""Claims to land: who claims it, and who holds what they claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.lexicon import is_of, words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Phase, all_pairs, bonds, cross, merged, without
from legation.coding.relations.clauses import carrier, does, in_sport, lasts, near
from legation.coding.relations.land import disputed_in, holders_said, is_land, owners
from legation.coding.relations.phases import acts
from legation.model import RelationKind
from legation.world import DisputedPlace, states

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.TERRITORIAL_CLAIM
_EACH = {"other", "another"}
_MEANT = {"it", "them", "they", "which", "that"}


def find_claims(token: Token, cast: Cast) -> list[Bond]:
    """Read "A claims P", "P, claimed by A and held by B", "A's claim to P", "laid claim to P"."""
    if token.lemma_ == "claim" and token.pos_ in ("VERB", "NOUN") and not in_sport(token.sent):
        return _verb(token, cast) if token.pos_ == "VERB" else _noun(token, cast)
    if token.lemma_ in ("contest", "challenge", "dispute", "reject") and token.pos_ == "VERB":
        return _contested(token, cast)
    return []


def _verb(verb: Token, cast: Cast) -> list[Bond]:
    frame = verb_frame(verb)
    claimants = _states(cast.all(frame.subjects))
    objects = list(frame.objects)
    if not objects and verb.dep_ == "conj" and verb.head.dep_ == "acl":
        objects = [verb.head.head]
    land = _claimed(objects, cast, claimants) or (_following(verb) if not objects else None)
    if land is None or not claimants:
        return []
    said = _states(cast.all(frame.prepositions.get("from", ())))
    return _claim(claimants, land, said, verb, _phase(verb), cast, "claim")


def _following(verb: Token) -> Token | None:
    """Give the disputed place named right after a verb whose object the parse has lost."""
    places = disputed_in(verb.sent)
    near_by = [i for i in sorted(places) if verb.i < i <= verb.i + 4]
    return verb.doc[near_by[-1]] if near_by else None


def _phase(verb: Token) -> Phase:
    """Tell a claim that ended, "claimed it until 1994", from one that holds."""
    if lasts(verb) and not any(c.lower_ in ("from", "since", "between") for c in verb.children):
        return Phase.ENDS
    return Phase.WITHIN if lasts(verb) else Phase.HOLDS


def _states(parties: Iterable[Party]) -> list[Party]:
    return [p for p in parties if p.code in states()]


def _claimed(heads: Iterable[Token], cast: Cast, claimants: list[Party]) -> Token | None:
    """Give the land among what is claimed: a place, a state, "it" where that is a place."""
    for token in heads:
        title = token.lemma_.lower() in ("sovereignty", "ownership")
        of_what = noun_frame(token).after("over", "of") if title else []
        if inner := _claimed(of_what, cast, claimants):
            return inner
        named = token.pos_ == "PROPN" or cast.mentions.at(token) is not None
        whole = named and _states(cast.parties(token))
        if whole or is_land(token) or token.i in disputed_in(token.sent):
            return token
        beside = [c for c in token.children if c.dep_ == "appos"]
        if inner := next((c for c in beside if c.i in disputed_in(token.sent)), None):
            return inner
        if token.lower_ in _MEANT and _meant(token, claimants) is not None:
            return token
    return None


def _meant(pronoun: Token, claimants: list[Party]) -> DisputedPlace | None:
    """Give the disputed place that "it" or "them" stands for: the last named that they claim."""
    codes = {p.code for p in claimants}
    span = pronoun.doc[max(0, pronoun.sent.start - 120) : pronoun.i]
    known = [p for _, p in sorted(disputed_in(span).items())] if len(span) else []
    fitting = [p for p in known if codes & {c.claimant for c in p.claims}]
    return fitting[-1] if fitting else None


def _claim(
    claimants: list[Party],
    land: Token,
    said: list[Party],
    predicate: Token,
    phase: Phase,
    cast: Cast,
    rule: str,
) -> list[Bond]:
    """Build the claim of one or of several upon land, from whoever holds it."""
    if len(claimants) > 1 and not said:
        holders = _codes(holders_said(land.sent, cast, []))
        if not holders - _codes(claimants):
            return bonds(_KIND, all_pairs(claimants), predicate, phase, rule, land.text, True)
    holders_ = without(said, claimants) or _holders(claimants, land, cast)
    return bonds(_KIND, cross(claimants, holders_), predicate, phase, rule, land.text)


def _codes(parties: list[Party]) -> set[str]:
    return {p.code for p in parties}


def _holders(claimants: list[Party], land: Token, cast: Cast) -> list[Party]:
    """Give who holds claimed land: as said, as known of a disputed place, or the other side."""
    if said := _states(holders_said(land.sent, cast, claimants)):
        return said
    place = disputed_in(land.sent).get(land.i) or _meant(land, claimants)
    if place is not None and (code := _holder(place, claimants, cast)):
        return [Party(code, None, place.place.name, land.i)]
    if whole := without(_states(cast.all([land])), claimants):
        return whole
    if found := owners(land, cast, claimants):
        return found
    definite = any(c.lower_ in ("the", "these", "those", "whole") for c in land.children)
    if len(claimants) == 1 and (definite or land.lower_ in _MEANT or land.pos_ == "PROPN"):
        return _states(cast.complete(claimants, [], land)[1])
    return []


def _holder(place: DisputedPlace, claimants: list[Party], cast: Cast) -> str | None:
    """Give the state that holds a disputed place, of those that the text names."""
    rivals = [place.administered_by, *(c.claimant for c in place.claims)]
    others = [c for c in rivals if c and c not in _codes(claimants) and cast.focus.weights[c]]
    return others[0] if others else None


def _noun(noun: Token, cast: Cast) -> list[Bond]:
    """Read "A's claim to P", "A has no territorial claims on B", "A laid claim to P"."""
    verb = carrier(noun)
    claimants, heads = _sides(noun, cast)
    territorial = bool(near(noun) & words("territorial"))
    land = _claimed(heads, cast, claimants)
    if land is None and territorial and heads and cast.parties(heads[0]):
        land = heads[0]
    if len(claimants) == 2 and territorial and any(t.lower_ in _EACH for t in heads):
        return bonds(_KIND, all_pairs(claimants), noun, Phase.HOLDS, "claims", None, True)
    if land is None or not claimants:
        return []
    if len(claimants) == 2 and cast.all([land]) and _codes(cast.all([land])) <= _codes(claimants):
        return bonds(_KIND, all_pairs(claimants), noun, Phase.HOLDS, "claims", None, True)
    return [
        bond
        for predicate, phase in _acts(noun, verb)
        for bond in _claim(claimants, land, [], predicate, phase, cast, "claim to")
    ]


def _sides(noun: Token, cast: Cast) -> tuple[list[Party], list[Token]]:
    """Give who makes a claim, and the heads of what it is to."""
    frame = noun_frame(noun)
    verb = carrier(noun)
    claimants = merged(cast.all(frame.subjects), cast.qualifiers(noun))
    heads = [t for p in ("to", "on", "upon", "over") for t in frame.prepositions.get(p, ())]
    if verb is not None and noun.dep_ == "dobj":
        above = verb_frame(verb)
        if does(verb, "party_verb") or does(verb, "pressing"):
            claimants = claimants or cast.all(above.subjects)
        heads = heads or [t for p in ("to", "on") for t in above.prepositions.get(p, ())]
    claimants = _states(claimants)
    heads = heads or [c for c in noun.children if c.dep_ == "acl" and cast.mentions.at(c)]
    return claimants, heads


def _acts(noun: Token, verb: Token | None) -> list[tuple[Token, Phase]]:
    if verb is not None and noun.dep_ == "dobj" and verb.lemma_ in ("lay", "stake"):
        return [(verb, Phase.BEGINS)]
    return acts(noun)


def _contested(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A contests B's sovereignty over P", "A and B dispute P", "P is disputed by A and B"."""
    frame = verb_frame(verb)
    subjects = _states(cast.all(frame.subjects))
    for token in frame.objects:
        rule = f"{verb.lemma_} land"
        if token.lemma_ in ("sovereignty", "ownership", "possession"):
            held = _states(merged(cast.all(noun_frame(token).subjects), cast.qualifiers(token)))
            return bonds(_KIND, cross(subjects, held), verb, _phase(verb), rule, token.text)
        if verb.lemma_ in ("dispute", "contest") and (_is_border(token) or _is_claimable(token)):
            if len(subjects) == 2:
                pairs = all_pairs(subjects)
                return bonds(_KIND, pairs, verb, _phase(verb), rule, token.text, True)
            if len(subjects) == 1 and _is_claimable(token):
                return _claim(subjects, token, [], verb, _phase(verb), cast, rule)
    return []


def _is_claimable(token: Token) -> bool:
    return is_land(token) or token.i in disputed_in(token.sent)


def _is_border(token: Token) -> bool:
    return token.lemma_.lower() in words("territorial") or is_of(token.lemma_.lower(), "territory")
