"""What the lexicon knows a verb or noun of a text by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.lexicon import Noun, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token


def lemma_of(verb: Token) -> tuple[str, ...]:
    """Give the lexicon keys of a verb, the one with its particle first.

    The particle may be parsed as an adverb or preposition ("called off", "pulled out of").
    """
    base = verb.lemma_.lower()
    particles = [
        c.lower_
        for c in verb.children
        if c.dep_ in ("prt", "advmod", "prep")
        and c.i > verb.i
        and (c.i <= verb.i + 3 or c.lower_ == "together")
    ]
    return (*(f"{base} {p}" for p in particles), base)


def noun_readings(noun: Token) -> tuple[Noun, ...]:
    """Give the lexicon's readings of a noun, with the word before it where the two are one."""
    left = noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""
    lemma = noun.lemma_.lower()
    return nouns().get(f"{left} {lemma}") or nouns().get(lemma, ())


def whole_lemma(verb: Token) -> tuple[str, ...]:
    """Give the lexicon keys of a verb; one with a particle is never the bare verb."""
    keys = lemma_of(verb)
    return keys[:-1] if any(c.dep_ == "prt" for c in verb.children) else keys


def is_war(token: Token) -> bool:
    """Whether a noun is a war, which is a relation before it is an event."""
    return token.lemma_.lower() == "war"
