"""How one row is told, and whether what it says holds on the day of a brief."""

from __future__ import annotations

from legation.briefing.material import Material, row_id
from legation.briefing.structure import Sentence
from legation.briefing.wording import sentence
from legation.ledger import Recorded
from legation.model import Precision, Relation, RelationKind

STANDING = (
    RelationKind.ALLIANCE,
    RelationKind.DIPLOMATIC_RELATIONS,
    RelationKind.OCCUPATION,
    RelationKind.TERRITORIAL_CLAIM,
    RelationKind.SANCTIONS,
    RelationKind.RIVALRY,
    RelationKind.TREATY,
)
"""Kinds that go on until they end, in the order in which the first screen tells them; the others
are over unless they are said to go on."""


def told(material: Material, recorded: Recorded, holds: bool = False) -> Sentence:
    """Tell one row with all its sources."""
    row = recorded.row
    cites = material.references.cite(recorded)
    return Sentence(sentence(row, holds), cites, row.status.value, (row_id(recorded),))


def holds(relation: Relation, material: Material) -> bool:
    """Whether a relation is said to hold on the day of the brief."""
    if relation.start and relation.start > material.as_of:
        return False
    if relation.end is not None:
        return relation.end >= material.as_of and relation.start is not None
    return relation.kind in STANDING or relation.end_precision is Precision.OPEN


def counted(number: int, thing: str, things: str = "") -> str:
    """Write how many there are of something.

    Examples:
        >>> counted(1, "event"), counted(1200, "event")
        ('1 event', '1,200 events')
    """
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
