"""The record's crises and wars against militarised interstate disputes.

A crisis or war agrees where two states that stand on opposite sides of it are in a dispute that
overlaps it, in COW's list (Palmer et al. 2021, version 5, to 2014) or in that of Gibler, Miller
and Little (2016, version 2.2.1, to 2010). Their disputes need a threat, a show or a use of force
by an official act of a state, and both states in COW's list; our crises do not. A dispute has the
month in which it begins and the most days that it can have lasted, and a month is allowed. A war
against armed movements alone is left out.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import RECORD, Index, bounds, codes, listed, numbers, own
from legation.model import Pair

NEEDED = ("cow_mid_disps", "cow_mid_ddydisps", "gml_mid_disps", "gml_mid_ddydisps")
FIRST, LAST = dt.date(1816, 1, 1), dt.date(2014, 12, 31)
MONTH = dt.timedelta(days=31)
NO_STATE = "one side was no state of COW's list at the time"
Span = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Contest:
    """A crisis or a war: its key, the two sides, and its first and last days."""

    key: str
    sides: tuple[frozenset[str], frozenset[str]]
    span: Span

    @property
    def pairs(self) -> set[Pair]:
        return {Pair.of(a, b) for a, b in product(*self.sides) if a != b}


def check(folder: Path) -> Findings:
    found, index = Findings(), numbers()
    disputes = _disputes(folder, index)
    for part, contests in (("crises", _crises()), ("wars", _wars())):
        for contest in contests:
            if contest.pairs and contest.span[1] >= FIRST and contest.span[0] <= LAST:
                _look_for(found, part, contest, disputes, index)
    return found


def _look_for(
    found: Findings,
    part: str,
    contest: Contest,
    disputes: dict[Pair, list[Span]],
    index: Index,
) -> None:
    start, end = contest.span
    spans = [span for pair in contest.pairs for span in disputes.get(pair, [])]
    if any(first - MONTH <= end and start <= last + MONTH for first, last in spans):
        found.agree(part)
        return
    nearest = min(spans, key=lambda span: abs(span[0] - start), default=None)
    text = f"{contest.key} {start}..{end}: " + (
        f"the nearest dispute is of {nearest[0]}" if nearest else "the two have no dispute"
    )
    states = [any(_was_a_state(index, code, start) for code in side) for side in contest.sides]
    found.differ(part, text, f"no dispute {contest.key}", reason="" if all(states) else NO_STATE)


def _crises() -> list[Contest]:
    return [
        Contest(
            row["crisis_id"],
            (frozenset(row["side_a"].split()), frozenset(row["side_b"].split())),
            (bounds(row["start"])[0], bounds(row["end"] or row["start"])[1]),
        )
        for row in own("crises.csv", RECORD)
    ]


def _wars() -> list[Contest]:
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in own("wars.csv", RECORD):
        rows[row["war_id"]].append(row)
    return [
        Contest(
            key,
            (
                frozenset(row["state"] for row in parts if row["side"] == "a"),
                frozenset(row["state"] for row in parts if row["side"] == "b"),
            ),
            (
                min(bounds(row["start"])[0] for row in parts),
                max(bounds(row["end"])[1] if row["end"] else dt.date.max for row in parts),
            ),
        )
        for key, parts in rows.items()
    ]


def _disputes(folder: Path, index: Index) -> dict[Pair, list[Span]]:
    found: dict[Pair, list[Span]] = defaultdict(list)
    for name in ("cow", "gml"):
        spans = {
            row["dispnum"]: _span(row["styear"], row["stmon"], row["maxdur"])
            for row in listed(folder, f"{name}_mid_disps")
        }
        for row in listed(folder, f"{name}_mid_ddydisps", ["dispnum", "ccode1", "ccode2", "year"]):
            numbered = (codes(index, "cow", row[n], row["year"]) for n in ("ccode1", "ccode2"))
            for a, b in product(*numbered):
                if row["dispnum"] in spans and a != b:
                    found[Pair.of(a, b)].append(spans[row["dispnum"]])
    return found


def _span(year: int, month: int, days: int) -> Span:
    first = dt.date(year, month if month in range(1, 13) else 1, 1)
    return first, first + MONTH + dt.timedelta(days=max(days, 0))


def _was_a_state(index: Index, code: str, day: dt.date) -> bool:
    spells = [s for (system, _), found in index.items() if system == "cow" for s in found]
    return any(one == code and start <= str(day) <= end for one, start, end in spells)
