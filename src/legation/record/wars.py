"""Wars, crises, occupations and rivalries: who stood against whom, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby, product

from legation.model import Pair, RelationKind
from legation.record.cells import shared
from legation.record.statement import Line, Statement, called, lines
from legation.world import period

WAR_COLUMNS = (
    "war_id", "name", "cow_war", "state", "side", "start", "end", "outcome", "note", "source",
)  # fmt: skip
CRISIS_COLUMNS = (
    "crisis_id", "name", "side_a", "side_b", "start", "end", "outcome", "note", "source",
)  # fmt: skip
OCCUPATION_COLUMNS = (
    "occupation_id", "occupier", "occupied", "place", "start", "end", "note", "source",
)  # fmt: skip
RIVALRY_COLUMNS = ("rivalry_id", "a", "b", "start", "end", "kind", "note", "source")


@cache
def wars() -> dict[str, tuple[Line, ...]]:
    """Give the participations of each war by the war's key.

    Examples:
        >>> sorted({line["state"] for line in wars()["winter-war-1939"]})
        ['FIN', 'RUS']
    """
    every = lines(WAR_COLUMNS, "wars")
    return {key: tuple(found) for key, found in groupby(every, key=lambda line: line.key)}


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each two states that they were at war, in a crisis, rivals, or one held the other."""
    for participations in wars().values():
        fought = {line["state"] for line in participations}
        if of is not None and not {of.a, of.b} <= fought:
            continue
        yield from _at_war(participations)
    for line in lines(CRISIS_COLUMNS, "crises", of=of):
        when = period(line["start"], line["end"] or line["start"])
        for a, b in product(line["side_a"].split(), line["side_b"].split()):
            yield line.event("THREATEN", a, b, when, line["name"], mutual=True)
    for line in lines(OCCUPATION_COLUMNS, "occupations", of=of):
        when, place = period(line["start"], line["end"]), line["place"]
        for occupier, occupied in product(line["occupier"].split(), line["occupied"].split()):
            said = f"{called(occupier)} occupied {place} ({called(occupied)})"
            yield line.relation(RelationKind.OCCUPATION, occupier, occupied, when, said, place)
    for line in lines(RIVALRY_COLUMNS, "rivalries", of=of):
        when, kind = period(line["start"], line["end"]), line["kind"].replace("|", ", ")
        said = f"Rivalry of {called(line['a'])} and {called(line['b'])} ({kind})"
        yield line.relation(RelationKind.RIVALRY, line["a"], line["b"], when, said, kind)


def _at_war(participations: tuple[Line, ...]) -> Iterator[Statement]:
    sides = {side: [line for line in participations if line["side"] == side] for side in ("a", "b")}
    for one, other in product(sides["a"], sides["b"]):
        spell = shared(period(one["start"], one["end"]), period(other["start"], other["end"]))
        if spell is not None:
            ended = (f"{called(p['state'])} {p['outcome'].replace('_', ' ')}" for p in (one, other))
            said = f"{one['name']} ({', '.join(ended)})"
            yield one.relation(
                RelationKind.WAR, one["state"], other["state"], spell, said, one["name"]
            )
