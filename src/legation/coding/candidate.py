"""What a sentence may be saying: one candidate for an event, and its parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legation.coding.party import Party
from legation.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Candidate:
    """One thing that a sentence may be saying.

    Args:
        type: PLOVER type.
        mode: PLOVER mode, or None.
        predicate: the word that says it.
        actors: who does it.
        recipients: to whom; empty where ``mutual`` and all are actors.
        mutual: whether both sides do it to each other.
        status: how it is presented.
        rule: the rule that fired, for explanations.
        noun: the event noun that carries it, where there is one.
        flags: the lexicon's flags, for what builds on candidates.
    """

    type: str
    mode: str | None
    predicate: Token
    actors: list[Party]
    recipients: list[Party]
    mutual: bool
    status: Status
    rule: str
    noun: Token | None = None
    flags: frozenset[str] = field(default_factory=frozenset)

    def pairs(self) -> Iterator[tuple[Party, Party]]:
        """Give each actor with each recipient; all pairs of actors where there is none."""
        if self.recipients:
            for actor in self.actors:
                for recipient in self.recipients:
                    if actor.code != recipient.code:
                        yield actor, recipient
        elif self.mutual:
            for i, actor in enumerate(self.actors):
                for other in self.actors[i + 1 :]:
                    if actor.code != other.code:
                        yield actor, other


def enough(type_: str, actors: list[Party], recipients: list[Party], mutual: bool) -> bool:
    """Whether there are two sides."""
    codes = {p.code for p in actors}
    if recipients and actors:
        return bool({p.code for p in recipients} - codes) or len(codes) > 1
    return mutual and len(codes) > 1


def new(parties: list[Party], known: list[Party]) -> list[Party]:
    """Give those parties that are not known yet, by code."""
    codes = {p.code for p in known}
    return [p for p in parties if p.code not in codes]


def merge(first: list[Party], second: list[Party]) -> list[Party]:
    """Join two lists of parties, each code once."""
    return [*first, *new(second, first)]


def all_in(parties: list[Party], group: list[Party]) -> bool:
    """Whether every one of some parties belongs to a group, by code."""
    return {p.code for p in parties} <= {p.code for p in group}
