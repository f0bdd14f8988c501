"""The record's alliances against ATOP's, for each row that cites an ATOP number.

ATOP (Leeds et al. 2002, version 5.1, to 2018) keeps one number through the renewals of a pact, so
that our rows with the same number are taken together. It begins a pact with its signature and ends
it when it is broken, replaced or expires; a day within a month of ours agrees. It has no guarantee
among its promises: ours is held to be one of defence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import RECORD, Index, bounds, codes, listed, numbers, own
from legation.record.cells import Party, parties

NEEDED = ("atop51_alliances", "atop51_members")
LAST = dt.date(2018, 12, 31)
MONTH = dt.timedelta(days=31)
JULIAN = {dt.timedelta(days=12), dt.timedelta(days=13)}
"""How far the Julian calendar was behind, in the nineteenth century and in the twentieth."""
PROMISES = {
    "defence": "defense", "offence": "offense", "neutrality": "neutral",
    "nonaggression": "nonagg", "consultation": "consul",
}  # fmt: skip
HELP = {"defence", "offence"}
NO_STATE = "not a state of COW's list at the time, so not a member in ATOP"
LATER = "joined after ATOP ends"
OLD_STYLE = "ATOP has the day of the Julian calendar"
BESIDE_HELP = "a lesser promise beside the help that both find in the text"
ALSO_OFFENCE = "ATOP reads offence too where the text does not keep help to the case of an attack"
NOT_LISTED = re.compile(r"ATOP counts \S+ in|not listed|main ones listed|list not complete")
"""How a note in our table says that members are left out."""
FIRST = dt.date(1816, 1, 1)
"""The first day of COW's list of states."""
Rows = list[dict[str, str]]


def check(folder: Path) -> Findings:
    found, index = Findings(), numbers()
    theirs = {row["atopid"]: row for row in listed(folder, "atop51_alliances")}
    members: dict[int, Rows] = defaultdict(list)
    for row in listed(folder, "atop51_members"):
        members[row["atopid"]].append(row)
    for number, rows in sorted(_ours().items()):
        if number not in theirs:
            found.differ("numbers", f"ATOP has no {number} ({rows[0]['alliance_id']})")
            continue
        _compare_members(found, number, rows, _listed_members(index, members[number]), index)
        _compare_beginning(found, number, rows, theirs[number])
        _compare_end(found, number, rows, theirs[number])
        _compare_promises(found, number, rows, [theirs[number], *members[number]])
    return found


def _ours() -> dict[int, Rows]:
    found: dict[int, Rows] = defaultdict(list)
    for name in ("alliances_to_1945.csv", "alliances_since_1945.csv"):
        for row in own(name, RECORD):
            for number in re.findall(r"ATOP (\d{4})$", row["source"]):
                found[int(number)].append(row)
    return found


def _listed_members(index: Index, rows: list[dict[str, Any]]) -> set[str]:
    bearers = ((r["member"], codes(index, "cow", r["member"], r["yrent"])) for r in rows)
    return {min(found, default=f"#{number}") for number, found in bearers}


def _compare_members(
    found: Findings, number: int, rows: Rows, theirs: set[str], index: Index
) -> None:
    ours = {party.code: party for row in rows for party in parties(row["parties"])}
    note = next((r["note"] for r in rows if NOT_LISTED.search(r["note"])), "")
    for code in sorted(set(ours) | theirs):
        if code in ours and code in theirs:
            found.agree("members")
            continue
        text = f"{_label(number, rows)}: {code} only {'ours' if code in ours else 'in ATOP'}"
        reason = _no_member(index, ours[code], rows) if code in ours else note and f"note: {note}"
        found.differ("members", text, f"ATOP {number} {code}", reason=reason)


def _no_member(index: Index, party: Party, rows: Rows) -> str:
    """Give why a party of ours cannot be one in ATOP."""
    joined = max(party.spell.start or bounds(rows[0]["signed"])[0], FIRST)
    if joined > LAST:
        return LATER
    spells = [s for (system, _), found in index.items() if system == "cow" for s in found]
    was = any(c == party.code and s <= str(joined) <= e for c, s, e in spells)
    return "" if was else NO_STATE


def _compare_beginning(found: Findings, number: int, rows: Rows, theirs: dict[str, Any]) -> None:
    first, last = _span(theirs, "beg")
    days = [bounds(day) for r in rows for day in (r["signed"], r["in_force"]) if day]
    text = f"{_label(number, rows)}: {days[0][0]}, {first} in ATOP"
    if days[0][0] - first in JULIAN:
        found.differ("beginning", text, f"ATOP {number} beginning", reason=OLD_STYLE)
    elif any(low - MONTH <= last and first <= high + MONTH for low, high in days):
        found.agree("beginning")
    else:
        found.differ("beginning", text, f"ATOP {number} beginning")


def _compare_end(found: Findings, number: int, rows: Rows, theirs: dict[str, Any]) -> None:
    ended = "" if any(not r["ended"] for r in rows) else max(r["ended"] for r in rows)
    ours = bounds(ended) if ended and bounds(ended)[0] <= LAST else None
    given = _span(theirs, "end") if theirs["endyr"] else None
    if ours is None or given is None:
        same = ours is given
    else:
        same = ours[0] - MONTH <= given[1] and given[0] <= ours[1] + MONTH
    if same:
        found.agree("end")
        return
    note = next((r["note"] for r in rows if "ATOP" in r["note"]), "")
    text = f"{_label(number, rows)}: {ended or 'open'}, {given[0] if given else 'open'} in ATOP"
    found.differ("end", text, f"ATOP {number} end", reason=note and f"note: {note}")


def _span(row: dict[str, Any], name: str) -> tuple[dt.date, dt.date]:
    year, month, day = row[f"{name}yr"], row[f"{name}mo"], row[f"{name}day"]
    text = f"{year}-{month:02}-{day:02}" if month and day else f"{year}-{month or 0:02}"
    return bounds(text if month else str(year))


def _compare_promises(
    found: Findings, number: int, rows: Rows, theirs: list[dict[str, Any]]
) -> None:
    words = {word for row in rows for word in row["obligations"].split("|")}
    ours = {"defence" if word == "guarantee" else word for word in words}
    atop = {name for name, column in PROMISES.items() if any(r[column] == 1 for r in theirs)}
    helped = bool(ours & HELP) and bool(atop & HELP)
    for promise in PROMISES:
        if (promise in ours) == (promise in atop):
            found.agree("promises")
            continue
        whose = "only ours" if promise in ours else "only in ATOP"
        reason = BESIDE_HELP if helped and promise not in HELP else ""
        if helped and promise == "offence" and promise in atop:
            reason = ALSO_OFFENCE
        text = f"{_label(number, rows)}: {promise} {whose}"
        found.differ("promises", text, f"ATOP {number} {promise}", reason=reason)


def _label(number: int, rows: Rows) -> str:
    return f"{number} {rows[0]['alliance_id']}"
