"""Coming closer, and enmity: rapprochement, thaw, mended ties, rivalry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import verb_frame
from legation.coding.lexicon import is_of, words
from legation.coding.relations.bond import Bond, Pairs, Phase, all_pairs, bonds, cross, merged
from legation.coding.relations.clauses import (
    does,
    heads_clause,
    in_sport,
    near,
    phrase,
    states_only,
    verb_lemma,
)
from legation.coding.relations.phases import acts
from legation.coding.relations.sides import sides
from legation.model import RelationKind, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.RAPPROCHEMENT
_NEARER = {"closer", "nearer"}


def find_rapprochement(token: Token, cast: Cast) -> list[Bond]:
    """Read "A's rapprochement with B", "ties have thawed", "moved closer", "buried the hatchet"."""
    if in_sport(token.sent):
        return []
    if token.pos_ == "NOUN" and token.lemma_.lower() in words("rapprochement"):
        found = _nearness(token, cast)
    elif token.pos_ == "VERB":
        found = _closer(token, cast) or _mended(token, cast) or _reconciled(token, cast)
    else:
        return []
    return [bond for bond in found if bond.status is not Status.PLANNED]


def _nearness(noun: Token, cast: Cast) -> list[Bond]:
    if not heads_clause(noun):
        return []
    pairs = sides(noun, cast, ("with", "between", "to")).pairs()
    predicate = acts(noun)[0][0]
    return bonds(_KIND, pairs, predicate, Phase.WITHIN, noun.lemma_.lower(), phrase(noun))


def _closer(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A and B moved closer", "A drew closer to B", "C pushed A and B together"."""
    nears = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "acomp", "prt", "oprd")}
    frame = verb_frame(verb)
    met = any(is_of(t.lemma_.lower(), "meeting") for t in frame.subjects)
    if verb.lemma_ not in words("coming_closer") or not (
        nears & _NEARER or ("together" in nears and not met)
    ):
        return []
    moved = verb.lemma_ in ("bring", "pull", "push", "draw", "drive") and frame.objects
    parties = cast.all(frame.objects if moved else frame.subjects)
    parties = states_only(parties, cast, verb.sent)
    others = cast.all(t for p in ("to", "with", "towards") for t in frame.prepositions.get(p, ()))
    pairs = cross(parties, others) if others else all_pairs(parties)
    return bonds(_KIND, pairs, verb, Phase.WITHIN, f"{verb.lemma_} closer")


def _mended(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A and B mended ties", "relations between A and B have thawed"."""
    if verb.lemma_ not in words("mending"):
        return []
    frame = verb_frame(verb)
    heads = [*frame.objects, *([] if frame.objects else frame.subjects)]
    ties = [t for t in heads if t.lemma_ in ("relation", "tie", "relationship", "link", "fence")]
    if not ties or near(ties[0]) & {"trade", "economic", "military", "commercial"}:
        return []
    pairs = _of_ties(ties[0], verb, cast)
    return bonds(_KIND, pairs, verb, Phase.WITHIN, f"{verb.lemma_} relations")


def _of_ties(noun: Token, verb: Token, cast: Cast) -> Pairs:
    found = sides(noun, cast, ("with", "to"))
    if pairs := found.pairs():
        return pairs
    frame = verb_frame(verb)
    actors = cast.all(t for t in frame.subjects if t.i != noun.i)
    others = cast.all(frame.prepositions.get("with", ()))
    parties = merged(actors, found.owners, found.partners, others)
    return all_pairs(parties) if len(parties) == 2 else []


def _reconciled(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A and B were reconciled", "made it up", "buried the hatchet"."""
    frame = verb_frame(verb)
    objects = {t.lemma_.lower() for t in frame.objects}
    made_up = verb_lemma(verb) == "make up" and objects <= {"it"}
    buried = verb.lemma_ == "bury" and bool(objects & {"hatchet", "difference"})
    settled = verb.lemma_ == "reconcile" and not objects & {"difference", "account", "view"}
    if not (made_up or buried or settled) or does(verb, "averting"):
        return []
    parties = cast.all(frame.subjects) or cast.all(frame.objects)
    if frame.passive:
        parties = cast.all([*frame.objects, *frame.subjects])
    parties = states_only(parties, cast, verb.sent)
    others = cast.all(frame.prepositions.get("with", ()))
    pairs = cross(parties, others) if others else all_pairs(parties)
    return bonds(_KIND, pairs, verb, Phase.WITHIN, verb.lemma_)


def find_rivalry(noun: Token, cast: Cast) -> list[Bond]:
    """Read "the rivalry between A and B", "A's enmity with B", "the enmity of A and B"."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma not in words("rivalry") or not heads_clause(noun):
        return []
    if in_sport(noun.sent):
        return []
    pairs = sides(noun, cast, ("with", "to", "towards", "toward")).pairs()
    return [
        bond
        for predicate, phase in acts(noun)
        for bond in bonds(RelationKind.RIVALRY, pairs, predicate, phase, lemma, phrase(noun))
    ]
