"""The record's rivalries against the lists of Thompson and his co-authors.

Each of ours is looked for in the list of Thompson and Dreyer (2012) and in that of Thompson, Sakuwa
and Suhas (2021). Both judge what leaders took each other for, and so do we: a spell that begins and
ends within five years of one in either list agrees. Theirs reach back to 1494, ours to 1816.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import RECORD, Index, codes, listed, numbers, own
from legation.model import Pair

NEEDED = ("td_rivalries", "tss_rivalries")
COLUMNS = {"td_rivalries": ("styear", "endyear"), "tss_rivalries": ("start", "end")}
LAST = {"td_rivalries": 2010, "tss_rivalries": 2020}
"""The lists' own last year, which means "still open"."""
FIRST, OPEN, YEARS = 1816, 9999, 5
SEVERAL = "ours has the two in more than one spell, theirs in one"


@dataclass(frozen=True, slots=True)
class Spell:
    """Years of a rivalry, from its first to its last; the list's last year where it goes on."""

    start: int
    end: int
    goes_on: bool = False

    def overlaps(self, other: Spell) -> bool:
        return self.start <= other.end and other.start <= self.end

    def near(self, other: Spell, what: str) -> bool:
        """Say whether two begin or end together; one that goes on in its list may end later."""
        apart = getattr(self, what) - getattr(other, what)
        return apart >= -YEARS and (apart <= YEARS or (what == "end" and other.goes_on))


def check(folder: Path) -> Findings:
    found, theirs, ours = Findings(), _listed_spells(folder), own("rivalries.csv", RECORD)
    of_the_pair: dict[Pair, list[Spell]] = defaultdict(list)
    for row in ours:
        of_the_pair[Pair.of(row["a"], row["b"])].append(_spell(row))
    for row in ours:
        pair, spell = Pair.of(row["a"], row["b"]), _spell(row)
        near = [one for one in theirs[pair] if one.overlaps(spell)]
        label = f"{row['rivalry_id']} {row['start']}-{row['end']}"
        if not near:
            given = ", ".join(f"{one.start}-{one.end}" for one in theirs[pair]) or "none"
            found.differ("spells", f"{label}: of the pair they have {given}", row["rivalry_id"])
            continue
        found.agree("spells")
        for what in ("start", "end"):
            if any(spell.near(one, what) for one in near):
                found.agree(f"{what}s")
                continue
            others = [one for one in of_the_pair[pair] if one != spell]
            several = any(other.near(one, what) for other in others for one in near)
            years = "/".join(sorted({str(getattr(one, what)) for one in near}))
            text, key = f"{label}: {what} {years} in theirs", f"{row['rivalry_id']} {what}"
            found.differ(f"{what}s", text, key, reason=SEVERAL if several else "")
    return found


def _spell(row: dict[str, str]) -> Spell:
    return Spell(int(row["start"][:4]), int(row["end"][:4] or OPEN))


def _listed_spells(folder: Path) -> dict[Pair, list[Spell]]:
    found: dict[Pair, list[Spell]] = defaultdict(list)
    index = numbers()
    for name, (start, end) in COLUMNS.items():
        for row in listed(folder, name):
            if row[end] < FIRST:
                continue
            spell = Spell(max(row[start], FIRST), row[end], row[end] >= LAST[name])
            for pair in _pairs(index, row["ccode1"], row["ccode2"], spell):
                found[pair].append(spell)
    return found


def _pairs(index: Index, one: int, other: int, spell: Spell) -> set[Pair]:
    """Give the pairs that bore two numbers in the time of a spell."""
    years = (spell.start, spell.end)
    a, b = ({c for y in years for c in codes(index, "cow", number, y)} for number in (one, other))
    return {Pair.of(x, y) for x in a for y in b if x != y}
