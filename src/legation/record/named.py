"""Wars, treaties, crises and meetings that have a name, by that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation.model import Period, Source
from legation.record.diplomacy import MEETING_COLUMNS, MEETING_TABLES
from legation.record.statement import Line, lines, source_of
from legation.record.treaties import alliances, treaties
from legation.record.wars import CRISIS_COLUMNS, wars
from legation.world import NamedEvent, named_events, period

WORLD = "named_events"
"""The table, of the world's, whose names are looked up after those of the record."""


@dataclass(frozen=True, slots=True)
class Named:
    """One thing with a name of its own.

    Args:
        name: what it is called.
        table: where it stands.
        key: the key of its line there.
        kind: ``war``, ``alliance``, ``treaty``, ``crisis`` or ``meeting``.
        members: the states in it.
        begun: the days on which it can be said to have begun: signature, entry into force.
        whole: from its beginning to its end; open where it goes on or just happened.
        said: the line in words.
        source: where that can be looked up.
    """

    name: str
    table: str
    key: str
    kind: str
    members: frozenset[str]
    begun: tuple[Period, ...]
    whole: Period
    said: str
    source: Source


@cache
def named() -> dict[str, Named]:
    """Give what has a name, by each of its names, a name that two things share left out.

    Examples:
        >>> sorted(named()["Treaty of Portsmouth"].members)
        ['JPN', 'RUS']
    """
    found: dict[str, Named | None] = {}
    for one in (*_wars(), *_treaties(), *_crises(), *_meetings()):
        for name in _spoken(one.name):
            found[name] = None if name in found else one
    for name, event in named_events().items():
        found.setdefault(name, _of_the_world(event))
    return {name: one for name, one in found.items() if one is not None}


def _spoken(name: str) -> Iterator[str]:
    """Give how a text may write the name in a line: without the year or the parties after it."""
    bare = re.sub(r"(?: of (?:\w+ )?\d{4}| \(\d{4}[^)]*\)|,? \d{4}|, .*)$", "", name).strip()
    bare = bare.removeprefix("The ").removeprefix("the ")
    proper = [w for w in bare.split() if w[:1].isupper()]
    if len(proper) > 1 or "-" in bare or "–" in bare:
        yield bare


def _wars() -> Iterator[Named]:
    for key, participations in wars().items():
        whole = [period(line["start"], line["end"]) for line in participations]
        first = min(whole, key=lambda p: str(p.start))
        last = max(whole, key=lambda p: str(p.end or "9999"))
        spell = Period(first.start, last.end, first.start_precision, last.end_precision)
        line = participations[0]
        told = f"{line['name']}, {spell.start} to {spell.end or 'today'}"
        yield _made(line, key, "war", (p["state"] for p in participations), (), spell, told)


def _treaties() -> Iterator[Named]:
    for treaty in (*alliances(), *treaties()):
        line = treaty.line
        begun = tuple(period(d, d) for d in (line["signed"], line["in_force"]) if d)
        kind = "alliance" if line.table.startswith("alliances") else "treaty"
        codes = (party.code for party in treaty.members)
        whole = period(line["signed"] or line["in_force"], line["ended"])
        told = f"{treaty.name} ({treaty.terms}), signed {line['signed']}"
        yield _made(line, line.key, kind, codes, begun, whole, told)


def _crises() -> Iterator[Named]:
    for line in lines(CRISIS_COLUMNS, "crises"):
        whole = period(line["start"], line["end"] or line["start"])
        codes = (line["side_a"] + " " + line["side_b"]).split()
        yield _made(line, line.key, "crisis", codes, (), whole, f"{line['name']}, {line['start']}")


def _meetings() -> Iterator[Named]:
    for line in lines(MEETING_COLUMNS, *MEETING_TABLES):
        whole = period(line["date"], line["end"] or line["date"])
        told = f"{line['name']}, {line['date']}"
        yield _made(line, line.key, "meeting", line["states"].split(), (), whole, told)


def _made(line: Line, key: str, kind: str, codes: object, begun: tuple[Period, ...],
          whole: Period, told: str) -> Named:  # fmt: skip
    members = frozenset(str(code) for code in codes)  # type: ignore[attr-defined]
    started = begun or _first_days(whole)
    return Named(line["name"], line.table, key, kind, members, started, whole, f"{told}.",
                 source_of(line["source"]))  # fmt: skip


def _of_the_world(event: NamedEvent) -> Named:
    kind = "meeting" if event.kind == "conference" else event.kind
    when = event.period
    members = frozenset(code for side in event.sides for code in side)
    said = f"{event.name}, {when.start}{f' to {when.end}' if when.end else ''}."
    return Named(event.name, WORLD, event.name, kind, members, _first_days(when), when, said,
                 source_of(event.source))  # fmt: skip


def _first_days(whole: Period) -> tuple[Period, ...]:
    return (Period.around(whole.start, whole.start_precision),) if whole.start else ()
