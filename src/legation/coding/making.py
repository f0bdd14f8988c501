"""Rows from what was found: events from candidates and findings, relations from bonds."""

from __future__ import annotations

from legation.coding.candidate import Candidate
from legation.coding.confidence import confidence
from legation.coding.party import Party
from legation.coding.relations import Bond, Phase
from legation.coding.scored import Finding
from legation.coding.when import Dated
from legation.model import (
    Document,
    Event,
    Evidence,
    Period,
    Precision,
    Relation,
    RelationKind,
)
from legation.world import Place

CODER = "legation/2"
"""Name and version of the coder; a row's ``coder`` adds the rule that fired."""


def event(
    document: Document,
    evidence: Evidence,
    said: Candidate | Finding,
    actor: Party,
    recipient: Party,
    dated: Dated,
    place: Place | None = None,
) -> Event:
    """Make the event that a candidate of the rules or a finding of the scorer says of two sides."""
    period = dated.period
    if isinstance(said, Candidate):
        trust = confidence(said.rule, lasting=False)
    else:
        trust = said.probability
    return Event(
        type=said.type,
        mode=said.mode,
        actor=actor.code,
        recipient=recipient.code,
        source_id=document.source.source_id,
        evidence=evidence,
        mutual=said.mutual,
        actor_role=actor.role,
        recipient_role=recipient.role,
        actor_text=actor.text or None,
        recipient_text=recipient.text or None,
        start=period.start,
        end=period.end,
        precision=period.precision,
        place=place.name if place else None,
        status=said.status,
        confidence=trust,
        coder=f"{CODER}:{said.rule}",
    )


_ENDURING = {
    RelationKind.ALLIANCE,
    RelationKind.TREATY,
    RelationKind.DIPLOMATIC_RELATIONS,
    RelationKind.MEMBERSHIP,
    RelationKind.SANCTIONS,
    RelationKind.OCCUPATION,
    RelationKind.TERRITORIAL_CLAIM,
    RelationKind.RIVALRY,
}


def relation(document: Document, evidence: Evidence, bond: Bond, dated: Dated) -> Relation:
    """Make the relation that a bond says holds between two sides."""
    spell = _spell(bond, dated)
    return Relation(
        kind=bond.kind,
        a=bond.a.code,
        b=bond.b.code,
        source_id=document.source.source_id,
        evidence=evidence,
        mutual=bond.mutual,
        start=spell.start,
        end=spell.end,
        start_precision=spell.start_precision,
        end_precision=spell.end_precision,
        terms=bond.terms,
        status=bond.status,
        confidence=confidence(bond.rule, lasting=True),
        coder=f"{CODER}:{bond.rule}",
    )


def _spell(bond: Bond, dated: Dated) -> Period:
    """Turn the date of a sentence into the spell of what it speaks of."""
    if bond.spell is not None:
        return bond.spell
    period = dated.period
    if bond.kind not in _ENDURING:
        return period if dated.how != "document" else Period()
    if bond.phase is Phase.ENDS:
        return Period.until(period) if dated.how != "document" else period
    if bond.phase is Phase.BEGINS:
        return Period.since(period)
    lasting = bond.kind is RelationKind.TERRITORIAL_CLAIM and _short(period)
    if dated.how == "sentence" and not lasting:
        return period
    return Period(None, None, None, Precision.OPEN)


def _short(period: Period) -> bool:
    """Whether a period is one day, month or year: a claim is then heard of, and does not end."""
    if period.start is None or period.end is None:
        return False
    return period.end <= (Period.around(period.start, period.start_precision).end or period.end)
