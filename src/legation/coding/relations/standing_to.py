"""What somebody is to somebody: an ally, a rival, a trading partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import group, noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Phase, all_pairs, bonds, cross, without
from legation.coding.relations.clauses import in_sport, lasts, near, states_only
from legation.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {
    "ally": RelationKind.ALLIANCE,
    "rival": RelationKind.RIVALRY,
    "trading_partner": RelationKind.TRADE,
}
_TRADING = {"trading", "trade", "commercial", "economic", "export", "import", "gas", "oil"}
_FORMER = {"former", "erstwhile", "onetime", "ex", "sometime"}
_OF = ("of", "to", "for", "with")


def find_standing(noun: Token, cast: Cast) -> list[Bond]:
    """Read "A is B's ally", "A and B, rivals since 1947", "B's biggest export market, A"."""
    kind = _kind(noun)
    if kind is None or in_sport(noun.sent) or _is_title(noun):
        return []
    bearers = _stately(bearers_of(noun, cast), noun, cast)
    owners = without(_stately(_owners(noun, cast), noun, cast), bearers)
    if _mistaken(noun, owners, bearers):
        return []
    pairs = cross(bearers, owners) if owners else all_pairs(bearers)
    return bonds(kind, pairs, noun, _phase(noun), f"is {noun.lemma_.lower()}")


def _kind(noun: Token) -> RelationKind | None:
    if noun.pos_ != "NOUN" and not (noun.pos_ == "ADJ" and noun.lower_ in words("ally")):
        return None
    lemma = noun.lemma_.lower()
    for name, kind in _KINDS.items():
        if lemma in words(name):
            return kind if kind is not RelationKind.TRADE or _of_trade(noun) else None
    return None


def _of_trade(noun: Token) -> bool:
    of = {t.lower_ for t in noun_frame(noun).after("of", "for")}
    return bool((near(noun) | of) & _TRADING) or noun.lemma_ in ("supplier", "importer", "exporter")


def _is_title(noun: Token) -> bool:
    """Whether the word is part of a name: "the Allies", "Rivals FC"."""
    return noun.text[0].isupper() and noun.i > noun.sent.start


def _mistaken(noun: Token, owners: list[Party], bearers: list[Party]) -> bool:
    """Whether one is only somebody's among others: "the rival of a French singer in Spain"."""
    single = noun.tag_ == "NN" and not owners
    return single and len(bearers) > 1


def _stately(parties: list[Party], noun: Token, cast: Cast) -> list[Party]:
    return states_only(parties, cast, noun.sent)


def _owners(noun: Token, cast: Cast) -> list[Party]:
    frame = noun_frame(noun)
    owners = cast.qualifiers(noun) + cast.all(t for p in _OF for t in frame.prepositions.get(p, ()))
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("have", "find", "see", "gain", "lose"):
        owners += cast.all(verb_frame(noun.head).subjects) if frame.after("in") else []
    return owners


def _phase(noun: Token) -> Phase:
    if near(noun) & _FORMER:
        return Phase.ENDS
    verb = noun.head if noun.dep_ in ("attr", "oprd", "dobj") else None
    if verb is not None and verb.lemma_ == "become":
        return Phase.BEGINS
    if lasts(noun) or (verb is not None and lasts(verb)):
        return Phase.WITHIN
    return Phase.HOLDS


def bearers_of(noun: Token, cast: Cast) -> list[Party]:
    """Give who is said to be a thing: "are allies", "B, its ally", "as an ally of", "ally B"."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "ADJ"):
        top = top.head
    named = [t for c in noun.children if c.dep_ == "appos" for t in group(c)]
    if noun.dep_ in ("compound", "nmod"):
        named += group(noun.head)
    if named and (found := cast.all(named)):
        return found
    if top.dep_ == "appos":
        return cast.all(group(top.head))
    if top.dep_ == "pobj":
        return _after_preposition(top, cast)
    if top.dep_ in ("attr", "oprd", "acomp", "dobj"):
        return _complemented(top, cast)
    if top.dep_ == "nsubj":
        return _beside_subject(top, cast)
    return []


def _after_preposition(noun: Token, cast: Cast) -> list[Party]:
    """Read "regards B as its rival", "counts B among its allies", "as allies of A, B and C"."""
    preposition, verb = noun.head, noun.head.head
    if preposition.lower_ not in ("as", "among", "amongst", "of") or preposition.dep_ != "prep":
        return []
    if preposition.lower_ == "of":
        one = verb.lower_ in ("one", "some", "two", "both") and verb.dep_ in ("attr", "appos")
        return bearers_of(verb, cast) if one else []
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    frame = verb_frame(verb)
    if preposition.i < verb.i and preposition.lower_ == "as":
        return cast.all(frame.subjects or frame.objects)
    return cast.all(frame.objects or (frame.subjects if verb.lemma_ in ("be", "remain") else []))


def _complemented(noun: Token, cast: Cast) -> list[Party]:
    """Read "are allies", "became rivals", "makes them allies", "had an ally in B"."""
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if noun.dep_ == "dobj" and verb.lemma_ not in ("become", "remain", "stay"):
        has = verb.lemma_ in ("have", "find", "see", "gain", "lose")
        return cast.all(noun_frame(noun).after("in")) if has else []
    frame = verb_frame(verb)
    objects = [t for t in frame.objects if t.i != noun.i and t.dep_ not in ("attr",)]
    if noun.dep_ == "oprd" and objects:
        return cast.all(objects)
    return cast.all(frame.subjects or objects)


def _beside_subject(noun: Token, cast: Cast) -> list[Party]:
    """Read "its only ally is B", and the appositions that the parse takes for subjects."""
    verb = noun.head
    if verb.lemma_ in ("be", "remain") and noun.i < verb.i:
        attributes = [t for c in verb.children if c.dep_ == "attr" for t in group(c)]
        if found := cast.all(attributes):
            return found
    others = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < noun.i]
    if others and others[-1].i < noun.i and noun.nbor(-1).lower_ in (",", "both", "all", "two"):
        return cast.all(t for t in group(others[-1]))
    if any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children):
        complement = [o for c in noun.children if c.lower_ == "of" for o in c.children]
        return cast.all(t for o in complement for t in group(o)[1:])
    return []
