"""Diplomatic relations: established, broken off, restored, never had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Pairs, Phase, all_pairs, bonds, cross, without
from legation.coding.relations.clauses import antecedent, carrier, does, near, relatives
from legation.coding.relations.phases import acts
from legation.coding.relations.sides import sides
from legation.model import RelationKind
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.DIPLOMATIC_RELATIONS


def find_diplomatic(token: Token, cast: Cast) -> list[Bond]:
    """Read "established diplomatic relations with B", "severed ties", "were restored"."""
    if token.pos_ == "NOUN" and token.lemma_ in ("relation", "tie", "link"):
        return _relations(token, cast) if _is_diplomatic(token) else []
    if token.lower_ in ("they", "these", "which") and token.dep_ == "nsubjpass":
        return _they(token, cast)
    if token.pos_ == "NOUN" and token.lemma_ in ("embassy", "mission") and token.tag_ == "NNS":
        return _embassies(token, cast)
    return []


def _is_diplomatic(noun: Token) -> bool:
    around = near(noun)
    if around & {"diplomatic", "ambassadorial", "consular"}:
        return True
    if any(c.dep_ in ("amod", "compound") and not _at_large(c) for c in noun.children):
        return False
    verb = carrier(noun)
    verbs = list(relatives(noun))
    if verb is not None and noun.dep_ in ("dobj", "nsubjpass"):
        verbs.append(verb)
    return any(does(v, "breaking_ties") or does(v, "restoring_ties") for v in verbs)


def _at_large(modifier: Token) -> bool:
    """Whether a word before "relations" leaves them relations at large: "all", "Soviet-Israeli"."""
    return modifier.lower_ in ("all", "full", "formal", "official", "normal") or (
        modifier.text[0].isupper() or modifier.ent_type_ in ("NORP", "GPE")
    )


def _relations(noun: Token, cast: Cast) -> list[Bond]:
    pairs = _pairs(noun, cast)
    if not pairs:
        told = [phase for _, phase in acts(noun)]
        if any(phase is not Phase.HOLDS for phase in told):
            pairs = _completed(noun, cast)
    return [
        bond
        for predicate, phase in acts(noun)
        for bond in bonds(_KIND, pairs[:1], predicate, phase, "diplomatic relations")
    ]


def _pairs(noun: Token, cast: Cast) -> Pairs:
    found = sides(noun, cast, ("with", "to"))
    if pairs := _of_states(found.pairs()):
        return pairs
    verb = carrier(noun)
    if verb is None:
        return []
    frame = verb_frame(verb)
    subjects = _states(cast.all(t for t in frame.subjects if t.i != noun.i))
    others = without(
        _states(cast.all(map(antecedent, frame.prepositions.get("with", ())))), subjects
    )
    others = others or without(found.partners, subjects)
    if others and subjects:
        return cross(subjects, others)
    return all_pairs(subjects) if len(subjects) == 2 else []


def _completed(noun: Token, cast: Cast) -> Pairs:
    """Give the two whose relations begin or end, where the sentence names one side or none."""
    verb = carrier(noun)
    found = sides(noun, cast, ("with", "to"))
    known = _states([*found.owners, *found.partners, *found.between, *found.doers])
    if verb is not None:
        frame = verb_frame(verb)
        actors = [t for t in frame.subjects if t.i != noun.i]
        known = known or _states(cast.all(actors))
        others = [*frame.prepositions.get("with", ()), *noun_frame(noun).after("with")]
        others = [antecedent(t) for t in others]
        proper = [t for t in actors if t.pos_ in ("PROPN", "PRON")]
        if (proper and not known) or (others and not cast.all(others)):
            return []
    if len({p.code for p in known}) > 1:
        return []
    first, second, _ = cast.complete(known, [], noun)
    return all_pairs(_states([*first, *second])[:2])


def _states(parties: list[Party]) -> list[Party]:
    return [p for p in parties if p.code in states()]


def _of_states(pairs: Pairs) -> Pairs:
    return [(a, b) for a, b in pairs if a.code in states() and b.code in states()]


def _they(pronoun: Token, cast: Cast) -> list[Bond]:
    """Read "They were restored in 1988" after a sentence on diplomatic relations or ties."""
    verb = pronoun.head
    restored, broken = does(verb, "restoring_ties"), does(verb, "breaking_ties")
    if pronoun.lower_ == "which" or not (restored or broken):
        return []
    before = pronoun.doc[max(0, pronoun.sent.start - 60) : pronoun.sent.start]
    if not {t.lemma_.lower() for t in before} & {"relation", "tie"}:
        return []
    pair = cast.focus.pair or cast.focus.main_pair()
    parties = [Party(code, None, pronoun.text, pronoun.i) for code in pair]
    phase = Phase.BEGINS if restored else Phase.ENDS
    return bonds(_KIND, all_pairs(parties), verb, phase, "they were restored")


def _embassies(noun: Token, cast: Cast) -> list[Bond]:
    """Read "embassies were reopened by A and B", "A and B reopened embassies"."""
    verb = carrier(noun)
    if verb is None or verb.lemma_ not in ("reopen", "open", "re-open"):
        return []
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return []
    frame = verb_frame(verb)
    actors = _states(cast.all(t for t in frame.subjects if t.i != noun.i))
    actors = actors or _states(cast.all(noun_frame(noun).subjects))
    mutual = {t.lower_ for t in verb.subtree} & {"two", "both", "each", "mutual"}
    if not actors and mutual and verb.lemma_ == "reopen":
        actors = cast.both(noun)
    pairs = all_pairs(actors) if len(actors) == 2 else []
    return bonds(_KIND, pairs, verb, Phase.BEGINS, "reopen embassies")
