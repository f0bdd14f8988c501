"""Organisations that both of a pair belong to, and who held office on the day."""

from __future__ import annotations

import datetime as dt

from legation.briefing.material import Material
from legation.briefing.periods import clip, period_text
from legation.briefing.structure import Group, Part, Sentence
from legation.model import Period, State
from legation.world import Membership, Organisation, in_office, memberships, organisations

OFFICES = ("head_of_state", "head_of_government", "leader", "foreign_minister", "defence_minister")


def joint_organisations(material: Material) -> Part:
    """Tell which organisations both belong to on the day, and which they once shared."""
    now: list[Sentence] = []
    once: list[Sentence] = []
    for code, body in sorted(organisations().items(), key=lambda item: item[1].name):
        spells = memberships().get(code, ())
        shared = _shared(spells, material.a.code, material.b.code)
        for period, sources in shared:
            if period.start and period.start > material.as_of:
                continue
            current = period.overlaps(Period.day(material.as_of))
            (now if current else once).append(_told(material, body, period, sources))
    groups = (Group("On that day", tuple(now)), Group("Earlier", tuple(once)))
    return Part(
        "organisations",
        "Organisations that both belong to",
        tuple(g for g in groups if g.sentences),
        "The world tables know no organisation that both have belonged to.",
    )


def offices(material: Material) -> Part:
    """Tell who held the offices that speak for each state, on the day."""
    groups = tuple(_office_group(material, state) for state in (material.a, material.b))
    return Part("offices", "Who held office", groups)


def _shared(spells: tuple[Membership, ...], a: str, b: str) -> list[tuple[Period, tuple[str, str]]]:
    full = [m for m in spells if m.status == "member"]
    return [
        (_overlap(one.period, other.period), (one.source, other.source))
        for one in full
        if one.state == a
        for other in full
        if other.state == b and one.period.overlaps(other.period)
    ]


def _overlap(one: Period, other: Period) -> Period:
    first = max((one, other), key=lambda p: p.start or dt.date.min)
    last = min((one, other), key=lambda p: p.end or dt.date.max)
    return Period(first.start, last.end, first.start_precision, last.end_precision)


def _told(
    material: Material, body: Organisation, period: Period, sources: tuple[str, str]
) -> Sentence:
    when = period_text(clip(period, material.as_of)) if period.dated else "dates not in the tables"
    bound = body.binds_to_defence(material.as_of)
    bond = "; its treaty binds members to defend each other" if bound else ""
    text = f"{body.name} ({body.code}), {when}{bond}."
    cite = material.references.cite_table
    cites = tuple(dict.fromkeys(cite("memberships", s) for s in sources))
    return Sentence(text, cites, "table")


def _office_group(material: Material, state: State) -> Group:
    sentences: list[Sentence] = []
    seen: set[tuple[str, str]] = set()
    for office in OFFICES:
        for holder in in_office(state.code, office, material.as_of):
            if (holder.title, holder.name) in seen:
                continue
            seen.add((holder.title, holder.name))
            term = period_text(clip(holder.period, material.as_of))
            text = f"{holder.title}: {holder.name}, {term}."
            cite = material.references.cite_table("office holders", holder.source)
            sentences.append(Sentence(text, (cite,), "table"))
    if not sentences:
        sentences.append(Sentence("The world tables name no holder for that day."))
    return Group(state.name, tuple(sentences))
