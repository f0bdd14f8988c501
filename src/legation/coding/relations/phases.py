"""Which acts upon a noun a sentence tells, and whether they begin or end what it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.coding.lexicon import words
from legation.coding.relations.bond import Phase
from legation.coding.relations.clauses import carrier, does, lasts, preposition_of, relatives

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPANNING = {"last", "run", "endure", "span", "stretch", "survive", "continue", "persist"}
_DATING = {"date", "stem", "go"}
_UPON = {"dobj", "nsubj", "nsubjpass"}


def acts(noun: Token) -> list[tuple[Token, Phase]]:
    """List the acts upon what a noun names, each with the word that dates it.

    "The alliance, signed in 1894, lapsed in 1917" tells two; a noun upon which nothing is done
    holds.
    """
    found = list(_acts(noun))
    return found or [(noun, Phase.WITHIN if lasts(noun) else Phase.HOLDS)]


def _acts(noun: Token) -> Iterator[tuple[Token, Phase]]:
    for clause in relatives(noun):
        if phase := _phase_of(clause, clause):
            yield clause, phase
    verb = carrier(noun)
    if verb is not None and _acts_upon(verb, noun):
        if phase := _phase_of(verb, noun):
            yield (noun if noun.dep_ == "dobj" else verb), phase
    elif noun.dep_ == "pobj" and noun.head.lower_ == "of":
        act = noun.head.head
        name = act.lemma_.lower()
        if name in words("beginning_noun"):
            yield act, Phase.BEGINS
        elif name in words("ending_noun"):
            yield act, Phase.ENDS


def _acts_upon(verb: Token, noun: Token) -> bool:
    if noun.dep_ in _UPON:
        return True
    return preposition_of(noun) in ("into", "to", "in") and verb.lemma_ in ("enter", "accede")


def _phase_of(verb: Token, noun: Token) -> Phase | None:
    lemma = verb.lemma_.lower()
    if noun.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in verb.children):
        return None
    if lemma in _SPANNING and noun.dep_ != "dobj":
        return Phase.WITHIN
    if lemma in _DATING and any(c.lower_ in ("from", "back") for c in verb.children):
        return Phase.BEGINS
    if does(verb, "ending"):
        return Phase.ENDS
    if does(verb, "beginning"):
        return Phase.BEGINS
    return Phase.WITHIN if lasts(verb) else None
