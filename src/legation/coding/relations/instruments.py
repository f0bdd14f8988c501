"""Treaties and alliances by their nouns: signed, held, denounced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.relations.bond import Bond, Pairs, Phase, all_pairs, bonds
from legation.coding.relations.clauses import (
    carrier,
    does,
    heads_clause,
    near,
    phrase,
    preposition_of,
    relatives,
    year_of,
)
from legation.coding.relations.phases import acts
from legation.coding.relations.sides import bound, sides
from legation.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARD = ("with", "to")
_ENDURING = {"non-aggression", "nonaggression", "trade", "cooperation", "aggression", "commercial"}


def find_instruments(noun: Token, cast: Cast) -> list[Bond]:
    """Read "a treaty between A and B", "A signed a pact with B", "bound to B by an alliance"."""
    kind = _kind(noun)
    if kind is None:
        return []
    rule, terms = noun.lemma_.lower(), phrase(noun)
    if tied := bound(noun, cast):
        verb, pairs = tied
        if any(t.lemma_ in ("defend", "protect") for t in verb.subtree):
            kind = RelationKind.ALLIANCE
        told = [(v, p) for v, p in acts(noun) if not _holds(p) and v.i != verb.i]
        told = told or [(verb, Phase.BEGINS if year_of(noun) else Phase.HOLDS)]
    else:
        pairs, told = _pairs(noun, cast), acts(noun)
    found: list[Bond] = []
    for predicate, phase in told:
        if phase is Phase.HOLDS and year_of(noun):
            phase = Phase.BEGINS
        found += bonds(kind, pairs, predicate, phase, rule, terms)
    return found


def _holds(phase: Phase) -> bool:
    return phase is Phase.HOLDS


def _kind(noun: Token) -> RelationKind | None:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or not heads_clause(noun) or _not_of_states(noun):
        return None
    if lemma in words("alliance_noun"):
        return RelationKind.ALLIANCE
    hard, soft = lemma in words("treaty_noun"), lemma in words("soft_treaty_noun")
    if not hard and not (soft and (_made(noun) or noun.pos_ == "PROPN")):
        return None
    return RelationKind.ALLIANCE if _is_defensive(noun) else RelationKind.TREATY


def _not_of_states(noun: Token) -> bool:
    """Whether it is a company's, or of all the world: "an airline alliance", "a climate treaty"."""
    of = {t.lemma_.lower() for t in noun_frame(noun).after("of", "on")}
    return bool((near(noun) | of) & words("not_a_treaty"))


def _is_defensive(noun: Token) -> bool:
    around = near(noun)
    of = {t.lemma_.lower() for t in noun_frame(noun).after("of")}
    of |= {c.lemma_.lower() for t in noun_frame(noun).after("of") for c in t.subtree}
    if "alliance" in of or "alliance" in around or "allied" in of:
        return True
    if around & _ENDURING or any(w.startswith("non") for w in around):
        return False
    mutual = bool((around | of) & {"mutual", "collective"})
    return bool(around & words("allying")) or (mutual and bool(of & words("allying")))


def _made(noun: Token) -> bool:
    """Whether a softer instrument is said to have been made, not only talked of."""
    verb = carrier(noun)
    clauses = list(relatives(noun))
    if verb is not None and noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
        clauses.append(verb)
    made = any(does(v, "beginning") or does(v, "ending") for v in clauses)
    return made or (year_of(noun) and preposition_of(noun) in ("under", "by"))


def _pairs(noun: Token, cast: Cast) -> Pairs:
    found = sides(noun, cast, _TOWARD)
    if pairs := found.pairs():
        return pairs
    if preposition_of(noun) in ("under", "by", "in") and (year_of(noun) or list(relatives(noun))):
        return _parties_to(noun, cast)
    return []


def _parties_to(noun: Token, cast: Cast) -> Pairs:
    """Read "A and B divided it under a treaty of 1959", "By a treaty… A ceded it to B"."""
    verb = carrier(noun)
    if verb is None or cast.qualifiers(noun):
        return []
    frame = verb_frame(verb)
    subjects = cast.all(frame.subjects)
    others = cast.all(frame.after("to"))
    if len(subjects) == 2:
        return all_pairs(subjects)
    return [(a, b) for a in subjects for b in others] if len(subjects) == 1 else []
