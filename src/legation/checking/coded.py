"""The row that an act amounts to, in the form that the coder's rows have."""

from __future__ import annotations

from legation.checking.acts import Act
from legation.checking.things import Matter
from legation.coding.making import CODER
from legation.model import Event, Evidence, Relation, RelationKind, Row

_KINDS = {
    Matter.WAR: RelationKind.WAR,
    Matter.OCCUPATION: RelationKind.OCCUPATION,
    Matter.ALLIANCE: RelationKind.ALLIANCE,
    Matter.TREATY: RelationKind.TREATY,
    Matter.LAND: RelationKind.TERRITORIAL_CHANGE,
    Matter.INDEPENDENCE: RelationKind.TERRITORIAL_CHANGE,
    Matter.CLAIM: RelationKind.TERRITORIAL_CLAIM,
    Matter.SANCTIONS: RelationKind.SANCTIONS,
    Matter.RIVALRY: RelationKind.RIVALRY,
    Matter.MEMBERSHIP: RelationKind.MEMBERSHIP,
}
_TYPES = {
    Matter.MEETING: ("CONSULT", True),
    Matter.OPENING: ("SUPPORT", True),
    Matter.RUPTURE: ("SANCTION", False),
    Matter.CRISIS: ("THREATEN", True),
}
"""The event type of what only happens, and whether both do it."""


def row_of(act: Act, pair: tuple[str, str], evidence: Evidence, source_id: str) -> Row | None:
    """Make the event or relation that a clause tells of two sides; None where one is not said.

    Args:
        act: what the clause tells.
        pair: the two, who does it or has it first.
        evidence: the clause.
        source_id: the document's source.
    """
    a, b = pair
    if not b:
        return None
    when = act.dates[0] if act.dates else act.dated.period
    coder = f"{CODER}:{act.matter.value} {act.token.lemma_.lower()}"
    if act.matter in _TYPES:
        code, mutual = _TYPES[act.matter]
        mutual = mutual and act.form not in ("recognised", "visit")
        return Event(
            code, a, b, source_id, evidence, mutual=mutual, start=when.start, end=when.end,
            precision=when.precision, status=act.status, coder=coder,
        )  # fmt: skip
    kind = _KINDS[act.matter]
    terms = "independence" if act.matter is Matter.INDEPENDENCE else None
    return Relation(
        kind, a, b, source_id, evidence, kind.mutual, when.start, when.end, when.start_precision,
        when.end_precision, terms, act.status, coder=coder,
    )  # fmt: skip
