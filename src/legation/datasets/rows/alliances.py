"""ATOP's alliances by pair of members, from the later entry to the earlier exit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from legation.datasets.rows.making import CODER, Origin, called, code_of, spell, when
from legation.model import Period, Relation, RelationKind, Row

DATASETS = ("atop_members",)

_OBLIGATIONS = {"defense": "defence", "offense": "offence", "neutral": "neutrality",
                "nonagg": "non-aggression", "consul": "consultation"}  # fmt: skip
_BINDING = {"defence", "offence"}


def rows(origin: Origin, records: Iterator[dict[str, Any]]) -> Iterator[Row]:
    """Make a relation of each pair of members: an alliance where one owes the other active help.

    Pacts of neutrality, non-aggression or consultation alone are treaties.
    """
    members = defaultdict(list)
    for r in records:
        members[r["atopid"]].append(r)
    for atopid, group in members.items():
        found: dict[tuple[object, ...], Relation] = {}
        for one, other in combinations(_merged(group), 2):
            relation = _relation(origin, atopid, one, other)
            if relation is not None:  # entries of one day that differ in what is owed count once
                spell_of = (relation.kind, relation.a, relation.b, relation.start, relation.end)
                found.setdefault(spell_of, relation)
        yield from found.values()


def _merged(group: list[dict[str, Any]]) -> list[tuple[int, Period, frozenset[str]]]:
    """Give each member's spells, phases of one membership that follow one another joined."""
    found: dict[int, list[tuple[Period, frozenset[str]]]] = defaultdict(list)
    for r in sorted(group, key=lambda r: (r["member"], r["yrent"], r["moent"] or 0)):
        first = when(r["yrent"], r["moent"], r["dayent"])
        held = spell(first, when(r["yrexit"], r["moexit"], r["dayexit"]))
        owed = frozenset(name for c, name in _OBLIGATIONS.items() if r[c] == 1)
        spells = found[r["member"]]
        if spells and spells[-1][1] == owed and _follows(spells[-1][0], held):
            spells[-1] = (_joined(spells[-1][0], held), owed)
        else:
            spells.append((held, owed))
    return [(member, held, owed) for member, spells in found.items() for held, owed in spells]


def _follows(one: Period, other: Period) -> bool:
    return one.end is not None and other.start is not None and (other.start - one.end).days <= 1


def _joined(one: Period, other: Period) -> Period:
    return Period(one.start, other.end, one.start_precision, other.end_precision)


def _relation(
    origin: Origin, atopid: int, one: tuple[int, Period, frozenset[str]],
    other: tuple[int, Period, frozenset[str]],
) -> Relation | None:  # fmt: skip
    (member, mine, owed), (partner, theirs, due) = one, other
    if mine.start is None or theirs.start is None:
        return None
    late = max((mine, theirs), key=lambda p: p.start)  # type: ignore[arg-type,return-value]
    ends = [p for p in (mine, theirs) if p.end is not None]
    early = min(ends, key=lambda p: p.end) if ends else mine  # type: ignore[arg-type,return-value]
    if early.end is not None and late.start is not None and early.end < late.start:
        return None
    a, b = code_of(member, late.start), code_of(partner, late.start)  # type: ignore[arg-type]
    if a is None or b is None or a == b:
        return None
    (a, owed), (b, due) = sorted(((a, owed), (b, due)), key=lambda side: side[0])
    kinds = [k for k in _OBLIGATIONS.values() if k in owed | due]
    terms = ", ".join(kinds) or "no obligation coded"
    said = _said(atopid, a, b, terms, late, early)
    kind = RelationKind.ALLIANCE if _BINDING & (owed | due) else RelationKind.TREATY
    return Relation(
        kind, a, b, origin.source_id, origin.evidence(f"{atopid}:{member}:{partner}", said), True,
        late.start, early.end, late.start_precision, early.end_precision, terms, confidence=1.0,
        coder=CODER,
    )  # fmt: skip


def _said(atopid: int, a: str, b: str, terms: str, late: Period, early: Period) -> str:
    ended = f"to {early.end}" if early.end else "still in force when the data end"
    return f"ATOP {atopid}: {called(a)} and {called(b)}, {terms}, from {late.start}, {ended}"
