"""A relation that a sentence may be stating, and how to build one from its two sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from legation.coding.party import Party
from legation.coding.status import Standing, controls, standing
from legation.model import Period, RelationKind, Status
from legation.world import organisations, states

if TYPE_CHECKING:
    from spacy.tokens import Token

Pairs = list[tuple[Party, Party]]


class Phase(StrEnum):
    """Which part of a relation's spell a sentence speaks of."""

    HOLDS = "holds"
    BEGINS = "begins"
    ENDS = "ends"
    WITHIN = "within"


@dataclass(slots=True)
class Bond:
    """One relation that a sentence may be stating.

    Args:
        kind: what holds.
        a: the claimant, gainer, occupier, sender or member; either side where mutual.
        b: the other side.
        predicate: the word that says it.
        phase: whether it holds, begins or ends at the date that the sentence gives.
        mutual: whether it holds both ways.
        status: how it is presented.
        rule: the rule that fired, for explanations.
        terms: what is claimed, agreed or traded, in the text's words.
        repeated: whether the sentence speaks of several: "two wars".
        spell: its spell, where that is known from elsewhere than the sentence.
    """

    kind: RelationKind
    a: Party
    b: Party
    predicate: Token
    phase: Phase
    mutual: bool
    status: Status
    rule: str
    terms: str | None = None
    repeated: bool = False
    spell: Period | None = None


def bonds(
    kind: RelationKind,
    pairs: Pairs,
    predicate: Token,
    phase: Phase,
    rule: str,
    terms: str | None = None,
    mutual: bool | None = None,
    aside: bool = False,
) -> list[Bond]:
    """Build a bond for each pair that can have such a relation.

    What is only asked for, threatened or refused is no relation; what two agree to do is
    planned. An end that did not come means that the relation holds.

    Args:
        kind: what holds.
        pairs: the sides.
        predicate: the word that says it; its clause gives status and date.
        phase: the part of the spell that the clause speaks of.
        rule: the rule that fired.
        terms: what is claimed, agreed or traded.
        mutual: whether it holds both ways; by the kind where None.
        aside: whether it is said in passing, so that the verb above does not bear on it.
    """
    found = Standing() if aside else standing(predicate)
    if _threatened(predicate) or _nearly(predicate):
        return []
    if found.act not in (None, "AGREE", "skip"):
        return []
    status = found.status
    if found.act == "AGREE" and status is Status.REPORTED and kind is not _RESUMED:
        status = Status.PLANNED
    if phase is Phase.ENDS and status is not Status.REPORTED:
        if status is not Status.NEGATED:
            return []
        phase, status = Phase.HOLDS, Status.REPORTED
    both = kind.mutual if mutual is None else mutual
    return [
        Bond(kind, a, b, predicate, phase, both, status, rule, terms)
        for a, b in pairs
        if a.code != b.code and _fit(kind, a, b)
    ]


def _nearly(predicate: Token) -> bool:
    """Whether something almost came about: "nearly went to war"."""
    verb = predicate if predicate.pos_ in ("VERB", "AUX") else predicate.head
    return any(c.lower_ in ("nearly", "almost") and c.dep_ == "advmod" for c in verb.children)


def _threatened(predicate: Token) -> bool:
    """Whether something is only threatened or asked for: "threatened not to conclude deals"."""
    for above in predicate.ancestors:
        if controls().get(above.lemma_.lower()) in ("THREATEN", "REQUEST"):
            return predicate.dep_ != "dobj" or above.i != predicate.head.i
        if above.dep_ not in ("xcomp", "ccomp", "dobj", "conj"):
            return False
    return False


_RESUMED = RelationKind.DIPLOMATIC_RELATIONS
"""What two governments agree to resume, they have in effect resumed."""
_OPEN_TO_BODIES = {
    RelationKind.TREATY,
    RelationKind.TRADE,
    RelationKind.SANCTIONS,
    RelationKind.RAPPROCHEMENT,
}
_PRIVATE = {"CVL", "BUS", "JRN", "REB", "NGO", "OPP", "CRM", "EDU", "REF", "AGR", "LAB", "MED"}
"""Sectors whose doings bind no state."""


def _fit(kind: RelationKind, a: Party, b: Party) -> bool:
    if {a.role, b.role} & _PRIVATE and kind is not RelationKind.TRADE:
        return False
    if kind is RelationKind.MEMBERSHIP:
        return a.code in states() and b.code in organisations()
    if kind in _OPEN_TO_BODIES:
        return a.code in states() or b.code in states()
    return a.code in states() and b.code in states()


def all_pairs(parties: Iterable[Party]) -> Pairs:
    """Pair each party with each other one."""
    listed = list(parties)
    return [(a, b) for i, a in enumerate(listed) for b in listed[i + 1 :]]


def cross(first: Iterable[Party], second: Iterable[Party]) -> Pairs:
    """Pair each of the first with each of the second."""
    others = list(second)
    return [(a, b) for a in first for b in others]


def without(parties: Iterable[Party], known: Iterable[Party]) -> list[Party]:
    """Give the parties that are not among the known ones."""
    codes = {p.code for p in known}
    return [p for p in parties if p.code not in codes]


def merged(*groups: Iterable[Party]) -> list[Party]:
    """Join groups of parties, each party once."""
    return list({p.code: p for group in groups for p in group}.values())
