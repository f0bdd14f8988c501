"""Where an act took place: the place that the sentence ties to its predicate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legation.coding.places.choosing import choose
from legation.coding.places.toponyms import Toponym, find_toponyms
from legation.world import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from legation.coding.parse import Parsed

_WHERE = {"in", "at", "near", "outside", "off", "on", "around"}
_ON = {"island", "islands", "peninsula", "river", "lake", "border_crossing", "mountain", "base"}
"""Kinds of place that one is *on*; "on Japan" says what, not where."""
_FAR = 12
"""Words between an act and its place from which the tie is not believed."""


class Whereabouts:
    """The places of one document, by section and token.

    Args:
        parsed: the document's sections.
    """

    def __init__(self, parsed: Sequence[Parsed]) -> None:
        toponyms = find_toponyms(parsed)
        self._by_token: dict[tuple[int, int], tuple[Toponym, Place]] = {
            (t.section, t.token): (t, place)
            for t, place in zip(toponyms, choose(toponyms), strict=True)
            if place is not None
        }

    def of(self, section: int, predicate: Token) -> Place | None:
        """Give the place where what a predicate says took place, where the sentence says one.

        It is the nearest that a preposition of place ties to the predicate, or to what hangs on
        it: Tokyo in "held talks with the minister in Tokyo".

        Args:
            section: number of the section.
            predicate: the verb or noun of the act.
        """
        near = []
        for token in predicate.subtree:
            here = self._by_token.get((section, token.i))
            if here is not None and _tied(token, here[1], predicate):
                near.append((abs(token.i - predicate.i), token.i, here[1]))
        return min(near)[2] if near and min(near)[0] <= _FAR else None


def _tied(token: Token, place: Place, predicate: Token) -> bool:
    while token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        token = token.head
    if token.dep_ != "pobj":
        return False
    preposition = token.head
    if preposition.lower_ not in _WHERE or (preposition.lower_ == "on" and place.kind not in _ON):
        return False
    holder = preposition.head
    while holder.i != predicate.i:
        if holder.dep_ in _CLAUSE or any(c.dep_ == "poss" for c in holder.children):
            return False  # another act, or what somebody else did there
        if holder.head.i == holder.i:
            return False
        holder = holder.head
    return True


_CLAUSE = {"advcl", "ccomp", "relcl", "acl", "parataxis", "conj", "nsubj", "nsubjpass"}
