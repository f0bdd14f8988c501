"""What a document's claims are compared with, looked up once for each pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legation.checking.finding import Proof
from legation.checking.things import Matter, Thing, memberships_of, place_things, things_of
from legation.ledger import Ledger
from legation.model import Document, Pair

FEW = 6
"""Parties up to which a treaty is one of the two, and not one of many that both are in."""
_AKIN = {
    Matter.WAR: {Matter.WAR},
    Matter.CRISIS: {Matter.CRISIS, Matter.WAR},
    Matter.TREATY: {Matter.TREATY, Matter.ALLIANCE},
    Matter.ALLIANCE: {Matter.ALLIANCE, Matter.TREATY},
    Matter.LAND: {Matter.LAND, Matter.INDEPENDENCE, Matter.OCCUPATION},
    Matter.OCCUPATION: {Matter.OCCUPATION, Matter.LAND},
    Matter.CLAIM: {Matter.CLAIM},
}
"""What may stand in the record for a matter besides itself."""


class Known:
    """The record and the ledger, as one document's claims ask for them.

    Args:
        document: what is checked; its own rows in the ledger are no proof of it.
        ledger: what was read before, or None.
    """

    def __init__(self, document: Document, ledger: Ledger | None) -> None:
        self.document = document
        self._ledger = ledger
        self._pairs: dict[Pair, tuple[Thing, ...]] = {}

    def things(self, a: str, b: str, *matters: Matter) -> list[Thing]:
        """Give what is known of two states, of some matters only if any are given."""
        found = [t for pair in _pairs(a, b) for t in self._of(pair)]
        return [t for t in found if not matters or t.matter in matters]

    def _of(self, pair: Pair) -> tuple[Thing, ...]:
        if pair not in self._pairs:
            but = self.document.document_id
            self._pairs[pair] = things_of(pair, self._ledger, but)
        return self._pairs[pair]

    def like(self, matter: Matter, a: str, b: str) -> list[Thing]:
        """Give what is known of two sides that can stand for a matter."""
        if matter is Matter.MEMBERSHIP:
            return [t for t in memberships_of(a) if t.b == b]
        alike = self.things(a, b, *akin(matter))
        return sorted(alike, key=lambda t: (t.parties > FEW, t.matter is not matter))


_BEFORE = {"KOR": "XKR", "PRK": "XKR", "CZE": "CSK", "SVK": "CSK"}
"""States that writers call by the name of the one before them: Korea of 1910."""


def _pairs(a: str, b: str) -> list[Pair]:
    """Pair two states, and each with whom the other was before."""
    ones, others = ([c, _BEFORE[c]] if c in _BEFORE else [c] for c in (a, b))
    return [Pair.of(x, y) for x in ones for y in others if x != y]


def akin(matter: Matter) -> set[Matter]:
    """Give the matters that may stand in the record for one, itself among them."""
    return _AKIN.get(matter, {matter})


def shared_words(name: str, text: str) -> int:
    """Count the proper words of a name that a text has, as it writes them.

    Examples:
        >>> shared_words("southern Sakhalin", "Japan ceded southern Sakhalin in 1945")
        1
    """
    words = set(re.findall(r"[^\W\d_]+", text))
    return len({w for w in re.findall(r"[^\W\d_]{4,}", name) if w[0].isupper()} & words - _COMMON)


_COMMON = {
    "Island", "Islands", "Province", "North", "South", "East", "West", "Northern", "Southern",
    "Eastern", "Western", "Strip", "Valley", "River", "Republic", "Kingdom", "Empire", "State",
    "States", "United", "Zone", "Territory", "Treaty", "Coast", "Bank", "Great", "Upper", "Lower",
}  # fmt: skip


@cache
def lands() -> tuple[Thing, ...]:
    """Give every change, claim and occupation of land, whoever's."""
    return tuple(place_things())


def lands_named(text: str, matters: set[Matter]) -> Iterator[Thing]:
    """Give those of them whose place a text names."""
    for thing in lands():
        if thing.matter in matters and shared_words(thing.name, text):
            yield thing


def proofs(things: list[Thing], most: int = 5) -> tuple[Proof, ...]:
    """Give the rows of some things, each once."""
    return tuple(dict.fromkeys(t.proof for t in things))[:most]
