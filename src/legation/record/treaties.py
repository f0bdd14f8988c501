"""Alliances and other treaties: what bound two states, and when they signed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from legation.model import Pair, Period, RelationKind
from legation.record.cells import Party, bound, parties
from legation.record.statement import Line, Statement, lines
from legation.world import period

ALLIANCE_COLUMNS = (
    "alliance_id", "name", "obligations", "parties", "signed", "in_force", "ended", "how_ended",
    "note", "source",
)  # fmt: skip
TREATY_COLUMNS = (
    "treaty_id", "name", "kind", "parties", "signed", "in_force", "ended", "how_ended", "note",
    "source",
)  # fmt: skip
ALLIANCE_TABLES = ("alliances_to_1945", "alliances_since_1945")
TREATY_TABLES = ("treaties",)
BINDING = {"defence", "offence"}
"""Obligations that make allies; a guarantee of somebody else, neutrality, non-aggression and
consultation make a treaty."""
FEW = 6
"""Parties up to which all are held to have signed on the day; later ones have their own."""


@dataclass(frozen=True, slots=True)
class Treaty:
    """One treaty.

    Args:
        line: its line in the table.
        name: what it is called.
        terms: obligations of an alliance, the kind of another treaty.
        members: its parties.
        kind: alliance or treaty.
    """

    line: Line
    name: str
    terms: str
    members: tuple[Party, ...]
    kind: RelationKind

    @property
    def start(self) -> str:
        """When it began to bind: its entry into force, or else its signature."""
        return self.line["in_force"] or self.line["signed"]


@cache
def alliances() -> tuple[Treaty, ...]:
    """Give every alliance and security treaty, in the order of the tables.

    Examples:
        >>> dual = next(t for t in alliances() if t.line.key == "dual-alliance-1879")
        >>> [party.code for party in dual.members], dual.kind.value
        (['DEU', 'AUH'], 'alliance')
    """
    return tuple(_alliances(None))


@cache
def treaties() -> tuple[Treaty, ...]:
    """Give every other treaty, in the order of the table."""
    return tuple(_treaties(None))


@cache
def signatures() -> dict[tuple[str, str], Period]:
    """Give when each treaty was signed, by its table and key.

    Examples:
        >>> signatures()["alliances_to_1945", "dual-alliance-1879"]
        Period(1879-10-07..1879-10-07 day)
    """
    every = (treaty.line for treaty in (*alliances(), *treaties()))
    return {
        (line.table, line.key): period(line["signed"], line["signed"])
        for line in every
        if line["signed"]
    }


def _alliances(of: Pair | None) -> Iterator[Treaty]:
    for line in lines(ALLIANCE_COLUMNS, *ALLIANCE_TABLES, of=of):
        obligations = line["obligations"]
        members, terms = parties(line["parties"]), obligations.replace("|", ", ")
        yield Treaty(line, line["name"], terms, members, _kind(obligations))


def _treaties(of: Pair | None) -> Iterator[Treaty]:
    for line in lines(TREATY_COLUMNS, *TREATY_TABLES, of=of):
        members, terms = parties(line["parties"]), line["kind"].replace("_", " ")
        yield Treaty(line, line["name"], terms, members, RelationKind.TREATY)


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each two parties what bound them, and of few that they signed it."""
    for treaty in (*_alliances(of), *_treaties(of)):
        line = treaty.line
        said = f"{treaty.name} ({treaty.terms})"
        terms = f"{treaty.name}: {treaty.terms}"
        members = [p for p in treaty.members if of is None or p.code in (of.a, of.b)]
        for a, b, spell in bound(members, treaty.start, line["ended"]):
            bond = line.relation(treaty.kind, a, b, spell, said, terms, treaty.terms)
            yield replace(bond, parties=len(treaty.members))
        if len(treaty.members) <= FEW and line["signed"]:
            signed = period(line["signed"], line["signed"])
            first = tuple(p for p in members if not p.spell.dated)
            for a, b, _ in bound(first, "", ""):
                said = f"Signed: {treaty.name}"
                yield line.event("SUPPORT", a, b, signed, said, treaty.terms, mutual=True)


def _kind(obligations: str) -> RelationKind:
    binding = set(obligations.split("|")) & BINDING
    return RelationKind.ALLIANCE if binding else RelationKind.TREATY
