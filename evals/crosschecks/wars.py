"""The record's wars against COW's inter-state wars and their dyads.

Participations, sides and outcomes are those of COW's list (Sarkees and Wayman 2010, version 4.0).
It comes without days: these are from the list of dyads (Maoz et al. 2019), whose spells are the
fighting of each two states, first to last. Ours run from the declaration or first attack to the
armistice or peace. A day within a week of ours agrees.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import RECORD, bounds, codes, listed, numbers, own

NEEDED = ("cow_war_inter", "cow_directed_dyadic_war")
WEEK = dt.timedelta(days=7)
FORMAL = dt.timedelta(days=60)
"""How long before the first shot war may have been declared, or after the last one peace made."""
OUTCOMES = {
    1: "won", 2: "lost", 3: "compromise", 4: "transformed", 5: "ongoing", 6: "stalemate",
    7: "transformed", 8: "changed_sides",
}  # fmt: skip
TRANSFORMED = "COW has a war that turned into one of another kind; ours says how it stood by then"
WITHIN = "the list has the fighting, ours the war from its declaration to armistice or peace"
DIFFERS = {
    "participation": re.compile(r"\b[Nn]ot? .*COW"),
    "start": re.compile(r"COW (counts from|dates it|begins)"),
    "end": re.compile(r"COW (ends|counts it .* ends|dates it .* to)"),
    "outcome": re.compile(r"COW codes|COW ends"),
}
"""How a note in our table says that COW differs, by what it differs in."""
PARTS = {
    "participation": "participations", "start": "dates", "end": "dates", "outcome": "outcomes",
}  # fmt: skip
Key = tuple[int, str]


@dataclass
class Part:
    """One state's part in a war, in the lists: its sides and outcomes, and days of fighting."""

    sides: set[int] = field(default_factory=set)
    outcomes: set[str] = field(default_factory=set)
    days: list[tuple[dt.date, dt.date]] = field(default_factory=list)


def check(folder: Path) -> Findings:
    found, theirs, ours = Findings(), _listed_parts(folder), _our_parts()
    for key in sorted(set(theirs) | set(ours)):
        if key not in ours:
            which = "the list" if theirs[key].sides else "the list of dyads"
            found.differ("participations", f"{_label(key)} only in {which}", f"war {_label(key)}")
        elif key not in theirs:
            _differ(found, "participation", key, ours[key], "only in ours")
        else:
            found.agree("participations")
            _compare_dates(found, key, ours[key], theirs[key])
            _compare_outcomes(found, key, ours[key], theirs[key])
    _compare_sides(found, ours, theirs)
    return found


@cache
def _our_parts() -> dict[Key, list[dict[str, str]]]:
    found: dict[Key, list[dict[str, str]]] = defaultdict(list)
    for row in own("wars.csv", RECORD):
        if row["cow_war"]:
            found[int(row["cow_war"]), row["state"]].append(row)
    return dict(found)


def _listed_parts(folder: Path) -> dict[Key, Part]:
    found: dict[Key, Part] = defaultdict(Part)
    index = numbers()
    for row in listed(folder, "cow_war_inter"):
        part = found[row["warnum"], min(codes(index, "cow", row["ccode1"], row["year"]))]
        part.sides.add(row["sidea1"])
        part.outcomes |= {OUTCOMES[row["outcome1"]]} if row["outcome1"] else set()
    for row in listed(folder, "cow_directed_dyadic_war"):
        part = found[row["warnum"], min(codes(index, "cow", row["statea"], row["year"]))]
        first = _day(row, "warstrtyr", "warstrtmnth", "warstrtday")
        last = _day(row, "warendyr", "warendmnth", "warenday")
        if first and last:
            part.days.append((first, last))
    return dict(found)


def _day(row: dict[str, Any], *columns: str) -> dt.date | None:
    """Give a day of the list; ``None`` where it is no day of any month (the list has a 24/1918)."""
    try:
        return dt.date(*(row[column] for column in columns))
    except (TypeError, ValueError):
        return None


def _compare_dates(found: Findings, key: Key, rows: list[dict[str, str]], part: Part) -> None:
    if not part.days:
        return
    first, last = min(day for day, _ in part.days), max(day for _, day in part.days)
    starts, ends = [bounds(r["start"]) for r in rows], [bounds(r["end"]) for r in rows]
    early = min(s[0] for s in starts), min(s[1] for s in starts)
    late = max(e[0] for e in ends), max(e[1] for e in ends)
    for what, (low, high), day in (("start", early, first), ("end", late, last)):
        if low - WEEK <= day <= high + WEEK:
            found.agree("dates")
            continue
        inside = day - high if what == "start" else low - day
        reason = WITHIN if dt.timedelta(0) < inside <= FORMAL else ""
        text = f"{low}, {day} in the list"
        _differ(found, what, key, rows, text, reason)


def _compare_outcomes(found: Findings, key: Key, rows: list[dict[str, str]], part: Part) -> None:
    mine = {row["outcome"] for row in rows}
    if not part.outcomes or mine & part.outcomes:
        found.agree("outcomes", bool(part.outcomes))
        return
    reason = TRANSFORMED if part.outcomes == {"transformed"} else ""
    text = f"{'/'.join(sorted(mine))}, {'/'.join(sorted(part.outcomes))} in the list"
    _differ(found, "outcome", key, rows, text, reason)


def _compare_sides(
    found: Findings, ours: dict[Key, list[dict[str, str]]], theirs: dict[Key, Part]
) -> None:
    """Compare who stood together: which of COW's two sides our side ``a`` is does not matter."""
    for war in sorted({war for war, _ in theirs}):
        states = [state for number, state in theirs if number == war and (war, state) in ours]
        fits = [_fits(war, states, ours, theirs, name) for name in ("ab", "ba")]
        best = max(fits, key=sum)
        for state, right in zip(states, best, strict=True):
            if right:
                found.agree("sides")
            else:
                label = _label((war, state))
                found.differ("sides", f"{label} on the other side", f"war {label} side")


def _fits(
    war: int,
    states: list[str],
    ours: dict[Key, list[dict[str, str]]],
    theirs: dict[Key, Part],
    names: str,
) -> list[bool]:
    named = {1: names[0], 2: names[1]}
    found = []
    for state in states:
        mine = {row["side"] for row in ours[war, state]}
        given = {named[side] for side in theirs[war, state].sides}
        found.append(not given or given <= mine)
    return found


def _differ(
    found: Findings, what: str, key: Key, rows: list[dict[str, str]], text: str, rule: str = ""
) -> None:
    """Note a difference, with the reason that a rule or a note in our table gives."""
    said = "" if rule else _said(what, rows) or _said_of_the_war(what, key)
    label = _label(key)
    keys = (f"war {label} {what}", f"war {key[0]} {what}")
    text = f"{label} {what} {text}"
    found.differ(PARTS[what], text, *keys, reason=rule or (said and f"note: {said}"))


def _said(what: str, rows: list[dict[str, str]]) -> str:
    return next((row["note"] for row in rows if DIFFERS[what].search(row["note"])), "")


def _said_of_the_war(what: str, key: Key) -> str:
    """Give what a note on another state says of the whole war rather than of that state."""
    if what == "participation":
        return ""
    said = (_said(what, rows) for (war, _), rows in _our_parts().items() if war == key[0])
    return next((note for note in said if note and "its part" not in note), "")


def _label(key: Key) -> str:
    return f"{key[0]} {key[1]}"
