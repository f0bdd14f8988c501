"""Heads of state and government against Archigos.

Every Archigos spell (Goemans, Gleditsch and Chiozza 2009) in the time that our table covers is
looked for among the holders of head_of_state, head_of_government and leader. It agrees where a
holder of that name has an office that begins and ends within 45 days of the spell. It is left
out where our table has not yet both formal offices.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import Index, bounds, listed, numbers, own
from legation.world.spelling import unaccented

NEEDED = ("archigos",)
TOLERANCE = dt.timedelta(days=45)
CENSORED = dt.date(2014, 12, 31)
"""From here on an end in the list may only mean that the list ends."""
LEADERS = ("head_of_state", "head_of_government", "leader")
PARTICLES = {"von", "der", "van", "den", "the", "pope", "iii"}


@dataclass(frozen=True, slots=True)
class Holding:
    """One of our rows, with the first and last days that its dates can mean."""

    state: str
    office: str
    holder: str
    words: frozenset[str]
    start: tuple[dt.date, dt.date]
    end: tuple[dt.date, dt.date]

    @classmethod
    def of(cls, row: dict[str, str]) -> Holding:
        names = " ".join((row["holder"], row["surname"], row["aliases"]))
        end = bounds(row["end"]) if row["end"] else (dt.date.max, dt.date.max)
        words = frozenset(_words(names))
        return cls(row["state"], row["office"], row["holder"], words, bounds(row["start"]), end)


@dataclass(frozen=True, slots=True)
class Leader:
    """One spell of the list."""

    number: int
    name: str
    start: dt.date
    end: dt.date


def check(folder: Path) -> Findings:
    found, index, ours = Findings(), numbers(), _holdings()
    for row in listed(folder, "archigos", ["gwcode", "leader", "startdate", "enddate"]):
        dates = (dt.date.fromisoformat(str(row[c])[:10]) for c in ("startdate", "enddate"))
        leader = Leader(int(row["gwcode"]), row["leader"], *dates)
        state = _state(index, leader)
        table = ours.get(state or "", [])
        inside = [h for h in table if h.start[0] <= leader.end and leader.start <= h.end[1]]
        if state is None or not inside:
            continue
        begin = min(h.start[0] for h in table)
        if leader.end < begin + TOLERANCE:
            continue
        label, key = (f"{state} {leader.name}", f"{state} {leader.name} {leader.start.year}")
        label = f"{label} {leader.start}..{leader.end}"
        near = [h for h in table if _near(h, leader)]
        if not near:
            if leader.start >= max(_both_since(table, begin)):
                who = ", ".join(f"{h.holder} ({h.office})" for h in inside[:3])
                found.differ("missing", f"{label}: ours has {who}", key)
        elif wrong := _dates_differ(near, leader, begin):
            found.differ("dates", f"{label}: {wrong}", key)
        else:
            found.agree("spells")
    return found


def _holdings() -> dict[str, list[Holding]]:
    found = defaultdict(list)
    folder = Path(__file__).resolve().parents[2] / "src/legation/world/tables/office_holders"
    for path in sorted(folder.glob("*.csv")):
        for row in own(f"office_holders/{path.name}"):
            if row["office"] in LEADERS:
                found[row["state"]].append(Holding.of(row))
    return {state: sorted(rows, key=lambda h: h.start) for state, rows in found.items()}


def _state(index: Index, leader: Leader) -> str | None:
    """Give the state that had the number, of GW or else of COW, in a leader's time."""
    for system in ("gw", "cow"):
        for code, start, end in index.get((system, leader.number), []):
            if start <= str(leader.end) and str(leader.start) <= end:
                return code
    return next((spells[0][0] for (_, n), spells in index.items() if n == leader.number), None)


def _both_since(table: list[Holding], begin: dt.date) -> Iterable[dt.date]:
    for office in LEADERS[:2]:
        yield min((h.start[0] for h in table if h.office == office), default=begin)


def _near(holding: Holding, leader: Leader) -> bool:
    last = holding.end[1] if holding.end[1] == dt.date.max else holding.end[1] + TOLERANCE
    in_time = holding.start[0] - TOLERANCE <= leader.end and leader.start <= last
    return in_time and _same_name(leader.name, holding.words)


def _same_name(leader: str, ours: frozenset[str]) -> bool:
    given = _words(leader)
    theirs = {word for word in given if len(word) > 2} or given
    for word in theirs - PARTICLES or theirs:
        if word in ours or difflib.get_close_matches(word, ours, n=1, cutoff=0.8):
            return True
    return "".join(sorted(given)) == "".join(sorted(ours))


def _words(text: str) -> set[str]:
    plain = unaccented(text).lower().replace("'", "")
    return {word for word in re.split(r"[^a-z]+", plain) if len(word) > 1}


def _dates_differ(near: list[Holding], leader: Leader, begin: dt.date) -> str:
    wrong = []
    if leader.start >= begin + TOLERANCE:
        best = min(near, key=lambda h: abs(h.start[0] - leader.start))
        if not _within(leader.start, best.start):
            wrong.append(f"start, ours {best.start[0]} ({best.office})")
    if leader.end < CENSORED:
        best = min(near, key=lambda h: abs(h.end[1] - leader.end))
        if not _within(leader.end, best.end):
            ours = "open" if best.end[1] == dt.date.max else str(best.end[0])
            wrong.append(f"end, ours {ours} ({best.office})")
    return "; ".join(wrong)


def _within(day: dt.date, given: tuple[dt.date, dt.date]) -> bool:
    if given[0] == dt.date.max:
        return False
    return given[0] - TOLERANCE <= day <= given[1] + TOLERANCE
