"""Members of the bodies that bind to mutual defence against the parties of ATOP's alliances.

ATOP (Leeds et al. 2002, version 5.1, to 2018) has no names of bodies: a body's members at the end
of a year agree with it where one of its defence pacts has most of them, and are compared with
that pact's parties. Wartime coalitions and bodies without a pact there are left out.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import codes, listed, numbers
from legation.world import members, organisations, states

NEEDED = ("atop51_alliances", "atop51_members")
LAST_YEAR = 2018
LIKE = 0.6


def check(folder: Path) -> Findings:
    found, pacts = Findings(), _parties(folder)
    for code, body in organisations().items():
        if body.kind == "wartime coalition" or body.period.start is None:
            continue
        last = min(LAST_YEAR, body.period.end.year - 1 if body.period.end else LAST_YEAR)
        for year in range(body.period.start.year, last + 1):
            if not body.binds_to_defence(dt.date(year, 12, 31)):
                continue
            ours = {m for m in members(code, dt.date(year, 12, 31)) if m in states()}
            theirs = max(
                pacts[year], key=lambda p: (_likeness(ours, p), sorted(p)), default=frozenset()
            )
            if len(ours) < 3 or _likeness(ours, theirs) < LIKE:
                continue
            for state in sorted(ours | theirs):
                if state in ours and state in theirs:
                    found.agree("defence pacts")
                else:
                    who = "ours" if state in ours else "ATOP"
                    found.differ(
                        "defence pacts", f"{code} {year}: {state} only {who}", f"{code} {state}"
                    )
    return found


def _likeness(one: set[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _parties(folder: Path) -> dict[int, set[frozenset[str]]]:
    """Give the party sets of every defence pact by year, as they stood at its end."""
    index = numbers()
    defence = {
        row["atopid"]
        for row in listed(folder, "atop51_alliances", ["atopid", "defense"])
        if row["defense"] == 1
    }
    by_pact: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for row in listed(folder, "atop51_members", ["atopid", "member", "yrent", "yrexit"]):
        if row["atopid"] in defence:
            left = row["yrexit"] or LAST_YEAR + 1
            by_pact[row["atopid"]].append((int(row["member"]), row["yrent"], left))
    pacts: dict[int, set[frozenset[str]]] = defaultdict(set)
    for spells in by_pact.values():
        for year in range(min(s[1] for s in spells), LAST_YEAR + 1):
            inside = [n for n, entered, left in spells if entered <= year < left]
            bearers = [codes(index, "cow", number, year) for number in inside]
            pacts[year].add(frozenset(min(found) for found in bearers if found))
    return pacts
