"""What stands around a noun: the verb that carries it, its modifiers, its dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import modifiers
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.world import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_STATELY = {NameKind.CAPITAL, NameKind.METONYM}


def verb_lemma(verb: Token) -> str:
    """Give a verb's lemma with its particle, if any: "break off", "give up"."""
    for child in verb.children:
        if child.dep_ == "prt" or (
            child.dep_ == "advmod" and child.lower_ in _PARTICLES and child.i == verb.i + 1
        ):
            return f"{verb.lemma_.lower()} {child.lower_}"
    return verb.lemma_.lower()


_PARTICLES = {"off", "up", "over", "back", "out", "down"}


def does(verb: Token, name: str) -> bool:
    """Whether a verb, with its particle or without, is in a word list."""
    return verb_lemma(verb) in words(name) or verb.lemma_.lower() in words(name)


def carrier(noun: Token) -> Token | None:
    """Give the verb that a noun is the subject, the object or a complement of."""
    head = noun.head
    while noun.dep_ == "conj" and head != noun:
        noun, head = head, head.head
    if noun.dep_ == "pobj":
        if head.dep_ not in ("prep", "agent"):
            return None
        head = head.head
    elif noun.dep_ not in ("dobj", "attr", "oprd", "nsubj", "nsubjpass", "dative"):
        return None
    return head if head.pos_ in ("VERB", "AUX") else None


def preposition_of(noun: Token) -> str:
    """Give the preposition that a noun stands after, or nothing."""
    return noun.head.lower_ if noun.dep_ == "pobj" else ""


def near(noun: Token) -> set[str]:
    """Give the words before a noun that qualify it, in lower case."""
    return {t.lower_ for t in modifiers(noun)}


def heads_clause(noun: Token) -> bool:
    """Whether a noun stands for itself: not the "war" of "war crimes"."""
    return noun.dep_ not in ("compound", "nmod", "amod", "npadvmod")


def year_of(noun: Token) -> bool:
    """Whether a noun bears its year: "the treaty of 1959", "the 1967 war"."""
    after = [o for c in noun.children if c.lower_ == "of" for o in c.children]
    return any(_is_year(t) for t in (*after, *modifiers(noun)))


def _is_year(token: Token) -> bool:
    text = token.text[:4]
    dated = text.isdigit() and 1400 < int(text) < 2200
    return dated or (token.ent_type_ == "DATE" and any(c.text[:4].isdigit() for c in token.subtree))


def lasts(token: Token) -> bool:
    """Whether a clause gives an end beside or instead of a beginning: "until 1945", "from… to"."""
    for child in token.children:
        word = child.lower_
        if word in ("until", "till", "through"):
            return True
        if word == "from" and any(
            c.lower_ in ("to", "until", "till") and _dates_below(c) for c in child.children
        ):
            return True
        if word == "from" and any(
            c.lower_ in ("to", "until", "till") and _dates_below(c) and c.i > child.i
            for c in token.children
        ):
            return True
        if word == "between" and _dates_below(child):
            return True
    return False


def _dates_below(preposition: Token) -> bool:
    return any(t.text[:4].isdigit() and len(t.text) >= 4 for t in preposition.subtree)


def antecedent(token: Token) -> Token:
    """Give the noun that "which" stands for after a preposition: "to which A belongs"."""
    if token.tag_ not in ("WDT", "WP") or token.dep_ != "pobj":
        return token
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else token


def bodies_before(noun: Token, cast: Cast) -> list[Party]:
    """Give the organisations among the words before a noun: "UN sanctions", "a NATO member"."""
    found: dict[str, Party] = {}
    for token in modifiers(noun):
        mention = cast.mentions.at(token)
        if mention and mention.kind is NameKind.ORGANISATION:
            found[mention.code] = Party(mention.code, None, token.text, token.i)
    return list(found.values())


def states_only(parties: list[Party], cast: Cast, sentence: Span) -> list[Party]:
    """Keep those that stand for a state or body as such: not a minister, not a fan."""
    kept = []
    for party in parties:
        mention = cast.mentions.at(sentence.doc[party.token])
        realm = sentence.doc[party.token].lemma_.lower() in words("realm")
        if party.role in (None, "IGO") or realm or (mention and mention.kind in _STATELY):
            kept.append(party)
    return kept


def sentence_words(sentence: Span) -> set[str]:
    """Give a sentence's words, in lower case, with their lemmas."""
    return {w for t in sentence for w in (t.lower_, t.lemma_.lower())}


def in_sport(sentence: Span) -> bool:
    """Whether a sentence is about a game."""
    return bool(sentence_words(sentence) & words("sport"))


def phrase(noun: Token) -> str:
    """Give a noun with its modifiers and what closely follows it, for a bond's terms."""
    last = min(noun.right_edge.i, noun.i + 6)
    text: str = noun.doc[noun.left_edge.i : last + 1].text
    return text


def relatives(noun: Token) -> Iterator[Token]:
    """Give the verbs of the clauses that say something of a noun: "which A signed", "signed by"."""
    for child in noun.children:
        if child.dep_ in ("relcl", "acl") and child.pos_ in ("VERB", "AUX", "ADJ"):
            yield child
            yield from (c for c in child.children if c.dep_ == "conj" and c.pos_ == "VERB")
