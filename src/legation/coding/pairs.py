"""The pairs of sides that a sentence names, each with the phrase that stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from legation.coding.party import Party
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from legation.coding.actors import Cast

MOST = 8
"""Pairs of one sentence that are looked at, the nearest ones: the rest is a list of names."""

_INSIDE = {"amod", "compound", "nmod", "poss"}


@dataclass(frozen=True, slots=True)
class Side:
    """A phrase that stands for a state or organisation.

    Args:
        party: who it is.
        start: index of the phrase's first token in the parse.
        end: index after its last token.
        head: its head word.
    """

    party: Party
    start: int
    end: int
    head: Token

    def span(self, sentence: Span) -> tuple[int, int]:
        """Give where the phrase stands in the sentence's text, in characters."""
        doc, base = self.head.doc, sentence.start_char
        last = doc[self.end - 1]
        return doc[self.start].idx - base, last.idx + len(last) - base


def find_sides(sentence: Span, cast: Cast) -> list[Side]:
    """Find the phrases that stand for a party; "they" and "both" stand for two.

    Args:
        sentence: one sentence of a parse.
        cast: who is who; already told to enter the sentence.
    """
    found: dict[int, list[Side]] = {}
    for token in sentence:
        for head in (token, _top(token)):
            parties = cast.parties(head)
            mention = cast.mentions.at(token)
            if not parties and mention is not None and head.i != token.i:
                parties = [Party(mention.code, None, token.text, token.i)]
            if parties:
                start, end = _phrase(head)
                found.setdefault(head.i, [Side(p, start, end, head) for p in parties[:2]])
                break
    sides = [side for together in found.values() for side in together]
    return [s for s in sides if not any(_holds(other, s) for other in sides)]


def find_pairs(sides: list[Side], everyone: bool = False) -> list[tuple[Side, Side]]:
    """Pair the sides of a sentence, each two parties once, by their nearest phrases.

    Args:
        sides: from :func:`find_sides`.
        everyone: pair two sides of one state as well, and two that are no states.

    Returns:
        The pairs in the order of the text; unless for everyone, at least one of the two is a
        state.
    """
    near: dict[frozenset[str], tuple[int, tuple[Side, Side]]] = {}
    for a, b in combinations(sides, 2):
        codes = frozenset((a.party.code, b.party.code))
        roles = {a.party.role, b.party.role}
        within = len(codes) == 1 and (not everyone or len(roles) == 1 or None in roles)
        if within or "JRN" in roles or _overlap(a, b) or not (everyone or codes & states().keys()):
            continue
        distance = abs(a.head.i - b.head.i)
        if codes not in near or distance < near[codes][0]:
            near[codes] = (distance, (a, b))
    nearest = sorted(near.values(), key=lambda n: n[0])[:MOST]
    return sorted((pair for _, pair in nearest), key=lambda p: (p[0].head.i, p[1].head.i))


def link(a: Side, b: Side) -> Token:
    """Give the word that binds two sides: the lowest that governs both, or the verb above it."""
    above = {t.i for t in (a.head, *a.head.ancestors)}
    token = next((t for t in (b.head, *b.head.ancestors) if t.i in above), b.head.sent.root)
    for candidate in (token, *token.ancestors):
        if candidate.pos_ in ("VERB", "AUX"):
            return candidate
    return token


def _holds(outer: Side, inner: Side) -> bool:
    """Whether a phrase stands inside another of the same party."""
    wider = outer.end - outer.start > inner.end - inner.start
    inside = outer.start <= inner.start and inner.end <= outer.end
    return wider and inside and outer.party.code == inner.party.code


def _overlap(a: Side, b: Side) -> bool:
    return a.start < b.end and b.start < a.end


def _top(token: Token) -> Token:
    """Climb from a modifier to the noun that it belongs to: "the French *minister*"."""
    while token.dep_ in _INSIDE and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def _phrase(head: Token) -> tuple[int, int]:
    """Give the stretch from a noun's first modifier to the noun, without its articles' clauses."""
    children = [c for c in head.lefts if c.dep_ in (*_INSIDE, "det", "nummod", "advmod")]
    start = min((c.left_edge.i for c in children), default=head.i)
    return start, head.i + 1
