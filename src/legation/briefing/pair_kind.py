"""What kind of pair two states are: how often they fought, what they claim, who stands by."""

from __future__ import annotations

import datetime as dt

from legation.briefing.material import Material, compiled, documents_of, parties, row_id
from legation.briefing.periods import period_text
from legation.briefing.rows_told import counted, holds
from legation.briefing.structure import Sentence, day_text
from legation.briefing.wording import capital, name
from legation.ledger import Recorded
from legation.model import Period, Relation, RelationKind, State
from legation.world import disputed_places, memberships

MOST = 3
"""How many third parties the first screen names."""


def kind_of_pair(material: Material) -> list[Sentence]:
    """Tell in a few sentences what a stranger should know first: wars, bonds, neighbourhood."""
    gone = [s for state in (material.a, material.b) for s in _gone(state, material.as_of)]
    found = [*gone, *_wars(material), *_bond(material)]
    return [*found, *_company(material)] if found else []


def disputed(material: Material) -> list[Sentence]:
    """Name the places that both claim on the day, and who administers them."""
    own, day = {material.a.code, material.b.code}, Period.day(material.as_of)
    told = []
    for place in sorted(disputed_places().values(), key=lambda p: p.place.name):
        live = {c.claimant for c in place.claims if c.period.overlaps(day)}
        if own <= live and place.status != "settled":
            by = f", administered by {name(place.administered_by)}" if place.administered_by else ""
            cite = material.references.cite_table("disputed places", place.source)
            told.append(Sentence(f"Both claim {place.place.name}{by}.", (cite,), "table"))
    return told


def others(material: Material) -> list[Sentence]:
    """Name the third parties of which the same documents tell most."""
    own = {material.a.code, material.b.code}
    beside: dict[str, list[Recorded]] = {}
    for recorded in material.around:
        for code in parties(recorded) - own:
            beside.setdefault(code, []).append(recorded)
    ranked = sorted(beside.items(), key=lambda item: (-len(item[1]), item[0]))
    told = []
    for code, rows in ranked[:MOST]:
        documents = len(documents_of(tuple(rows)) & material.documents)
        what = f"{counted(len(rows), 'row')} in {counted(documents, 'document')}"
        labels = dict.fromkeys(label for r in rows for label in material.references.cite(r))
        ids = tuple(row_id(r) for r in rows)
        told.append(Sentence(f"{capital(name(code))}: {what}.", tuple(labels), "reported", ids))
    return told


def _gone(state: State, day: dt.date) -> list[Sentence]:
    """Say that a state is no more on a day, or not yet."""
    spells = [s for s in state.spells if s.system == "cow"] or list(state.spells)
    if not spells or any(s.holds(day) for s in spells):
        return []
    before = [s.end for s in spells if s.end and s.end < day]
    if before:
        return [
            Sentence(
                f"{state.name} is no state on that day; it was one to {day_text(max(before))}."
            )
        ]
    first = min(s.start for s in spells)
    return [
        Sentence(f"{state.name} is no state yet on that day; it is one from {day_text(first)}.")
    ]


def _wars(material: Material) -> list[Sentence]:
    """Count the wars found, one that was part of another once."""
    every = [
        r
        for r in material.relations
        if isinstance(r.row, Relation) and r.row.kind is RelationKind.WAR
        if r.row.start and r.row.start <= material.as_of
    ]
    wars = [r for r in every if compiled(r)] or every
    wars = [r for r in wars if not any(_part_of(r, other) for other in wars if other is not r)]
    if not wars:
        return []
    last = wars[-1]
    called = f", {terms}," if (terms := getattr(last.row, "terms", None)) else ""
    labels = dict.fromkeys(label for r in wars for label in material.references.cite(r))
    when = period_text(last.row.period)
    text = f"{counted(len(wars), 'war')} between them found, the last{called} {when}."
    return [Sentence(text, tuple(labels), "reported", tuple(row_id(r) for r in wars))]


def _part_of(one: Recorded, other: Recorded) -> bool:
    first, last = one.row.start, one.row.end
    if first is None or last is None or other.row.start is None or other.row.end is None:
        return False
    inside = other.row.start <= first and last <= other.row.end
    longer = (other.row.end - other.row.start) > (last - first)
    return inside and (longer or row_id(other) < row_id(one))


def _bond(material: Material) -> list[Sentence]:
    """Tell whether they are allies, and whether rivals, on the day."""
    told = []
    for kind, yes in ((RelationKind.ALLIANCE, "Allies"), (RelationKind.RIVALRY, "Rivals")):
        rows = [
            r
            for r in material.relations
            if isinstance(r.row, Relation) and r.row.kind is kind and holds(r.row, material)
        ]
        if rows:
            labels = dict.fromkeys(label for r in rows for label in material.references.cite(r))
            first = min((r.row.start for r in rows if r.row.start), default=None)
            since = f" since {first.year}" if first else ""
            ids = tuple(row_id(r) for r in rows)
            told.append(Sentence(f"{yes}{since}.", tuple(labels), "reported", ids))
    return told


def _company(material: Material) -> list[Sentence]:
    day = Period.day(material.as_of)
    shared = 0
    for spells in memberships().values():
        inside = {m.state for m in spells if m.status == "member" and m.period.overlaps(day)}
        shared += {material.a.code, material.b.code} <= inside
    if not shared:
        return []
    what = counted(shared, "organisation")
    return [Sentence(f"Both members of {what} on that day: see below.", (), "note")]
