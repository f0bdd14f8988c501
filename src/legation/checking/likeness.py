"""Whether a line of the record tells the same as a clause, in whatever words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.checking.clause import ENDING, LEAVING, Clause
from legation.checking.finding import Verdict
from legation.model import Period, Precision
from legation.record.diplomacy import MEETING_TABLES
from legation.record.words import Entry, entries_of, entries_with, weights
from legation.world import holders, memberships

# Weights are sums of log(lines / lines with the stem): 8.9 is a word of one line, 4.3 of a hundred.
# Set on the development articles of evals/checking.
ALIKE = {Precision.DAY: 2.5, Precision.MONTH: 4.0, Precision.SEASON: 5.0, Precision.YEAR: 6.0}
"""What the words of a clause must share with a line whose day they give so exactly."""
SURE = 13.0
"""What they must share with a line for it to be what they mean, whatever day they give."""
UNDATED = 14.0
"""The same where they give none."""
NAMED = 7.0
"""What a name alone must tell for its line to be what is meant, whatever day is given."""
_STRANGER = 3.0  # what more they must share where the clause names a state that the line does not
_INHERITED = 4.0  # what more where the day is only that of another clause
NOTED = 12.0
"""The same where the day is only in the line's note."""
_FAR = 9.0  # years within which the day of a line is taken for an error of the clause
_FEW = 6  # states up to which a line is of the two, and not one of many that both are in
_SPELLS = {"wars", "occupations", "alliances_to_1945", "alliances_since_1945", "sanctions"}
_DEEDS = {"wars", "crises", "occupations", "territorial_changes", "treaties", "diplomatic_acts",
          "alliances_since_1945", "alliances_to_1945"}  # fmt: skip

Opinion = tuple[Verdict, str, list[Entry]]
"""A verdict, why, and the lines that it rests on."""


@dataclass(frozen=True, slots=True)
class _Match:
    entry: Entry
    weight: float
    parties: int


def opinion_of(clause: Clause) -> Opinion | None:
    """Say what the lines of the record make of a clause; None where they make nothing of it."""
    matches = _matches(clause)
    if clause.dates:
        return _dated(clause, matches)
    best = matches[0] if matches else None
    if best and best.weight >= UNDATED and best.parties > 0:
        return placed(clause, best.entry)
    return _uncovered(clause)


def _uncovered(clause: Clause) -> Opinion | None:
    """Say of a clause on what no table covers that it lies outside."""
    told = {
        what for word, what in _topics().items() if re.search(rf"\b{word}\b", clause.text.lower())
    }
    if not told or not clause.states:
        return None
    why = f"Outside coverage: the record has nothing on {' and '.join(sorted(told))}."
    return Verdict.OUTSIDE_COVERAGE, why, []


@cache
def _topics() -> dict[str, str]:
    return {
        r["stem"]: r["what"] for r in tables.rows("checking", "uncovered.csv", ("stem", "what"))
    }


def _dated(clause: Clause, matches: list[_Match]) -> Opinion | None:
    for match in matches:
        for date in clause.dates:
            if (found := _on_that_day(clause, match, date)) is not None:
                return found
    if same := _of_that_month(clause):
        return Verdict.ON_RECORD, f"On record: {same.said}", [same]
    if joined := _joined(clause):
        return joined
    meant = next((m for m in matches[:3] if m.parties > 1 and _misdated(clause, m)), None)
    if meant and clause.explicit:
        return Verdict.DIFFERS, f"The record dates it otherwise: {meant.entry.said}", [meant.entry]
    if (outside := _uncovered(clause)) is not None:
        return outside
    if len(clause.states) > 1:
        return Verdict.NOT_ON_RECORD, "No line of the record tells of this at that time.", []
    return None


def _on_that_day(clause: Clause, match: _Match, said: Period) -> Opinion | None:
    """Judge a line by one day of a clause; None where it is not alike enough, or of another day."""
    entry, needed = match.entry, ALIKE.get(said.precision or Precision.YEAR, 8.0)
    if not clause.own <= entry.states:
        needed += _STRANGER
    if not clause.explicit:
        needed += _INHERITED
    if match.weight >= needed and _then(said, entry):
        if not (ENDING.search(clause.text) and entry.table in _SPELLS) or _ends(said, entry):
            return placed(clause, entry)
        if clause.explicit and match.weight >= needed + _STRANGER and entry.whole.end:
            return Verdict.DIFFERS, f"The record has it end otherwise: {_spell(entry)}", [entry]
        return None
    if match.weight >= NOTED and any(said.overlaps(p) for p in entry.told):
        return placed(clause, entry)
    return None


def _spell(entry: Entry) -> str:
    return f"{entry.said} (to {entry.whole.end})"


def _misdated(clause: Clause, match: _Match) -> bool:
    """Whether a line is what a clause must mean although none of its days is the line's."""
    entry = match.entry
    agrees = any(_then(d, entry) or any(d.overlaps(p) for p in entry.told) for d in clause.dates)
    named = clause.own <= entry.states
    return named and not agrees and _meant(clause, match) and _near(clause.dates[0], entry)


def _meant(clause: Clause, match: _Match) -> bool:
    """Whether a line is what a clause must mean: by its words, or by a rare name alone."""
    if match.weight >= SURE:
        return True
    names = clause.proper & match.entry.stems
    return sum(weights().get(n, 0.0) for n in names) >= NAMED


def _of_that_month(clause: Clause) -> Entry | None:
    """Give a line of two states of a clause that begins or ends in the very month it names."""
    for date in clause.dates:
        if date.precision not in (Precision.DAY, Precision.MONTH) or len(clause.states) < 2:
            continue
        for code in sorted(clause.states):
            for entry in entries_of(code):
                both = len(entry.states & clause.states) > 1 and len(entry.states) <= _FEW
                if both and entry.table in _DEEDS and _then(date, entry, ends_only=True):
                    return entry
    return None


def _joined(clause: Clause) -> Opinion | None:
    """Judge who joined the organisation that a text is about, where a clause only says when."""
    named = sorted(s[1:] for s in clause.stems if s.startswith("#"))
    bodies = [b for b in named if b in memberships()] or ([clause.body] if clause.body else [])
    leaving = LEAVING.search(clause.text) is not None
    if not bodies or not (leaving or clause.joining):
        return None
    wrong = found = None
    for code in sorted(clause.own or clause.states):
        spells = [e for e in entries_of(code) if e.table == "memberships" and e.form in bodies]
        agree = _ends if leaving else _starts
        right = next((e for e in spells if any(agree(d, e) for d in clause.dates)), None)
        if right is None and spells and code in clause.own and clause.explicit:
            wrong = wrong or spells[0]
        elif right is not None and wrong is None:
            found = right
    if wrong is not None and clause.counted:
        return Verdict.DIFFERS, f"The record dates it otherwise: {wrong.said}", [wrong]
    return (Verdict.ON_RECORD, f"On record: {found.said}", [found]) if found else None


def _starts(said: Period, entry: Entry) -> bool:
    return any(said.overlaps(p) for p in entry.begun)


def placed(clause: Clause, entry: Entry) -> Opinion:
    """Say that a line is what a clause means, unless that puts a meeting in another town."""
    elsewhere = [t for t in clause.towns if t not in entry.said and t not in entry.place]
    exact = any(d.precision in (Precision.DAY, Precision.MONTH) for d in clause.dates)
    if entry.place and elsewhere and exact and entry.place not in clause.text:
        return Verdict.DIFFERS, f"The record has it in {entry.place}: {entry.said}", [entry]
    if entry.table in MEETING_TABLES and (others := _other_people(clause, entry)):
        return Verdict.DIFFERS, f"The record names {others}: {entry.said}", [entry]
    return Verdict.ON_RECORD, f"On record: {entry.said}", [entry]


def _other_people(clause: Clause, entry: Entry) -> str:
    """Name who met, of a state for whom a clause names somebody else."""
    met = {s for s, name in clause.people if any(part in entry.said for part in name.split())}
    for state, _ in clause.people:
        if state not in entry.states or state in met:
            continue
        others = {h.surname for h in holders() if h.state == state and h.surname in entry.said}
        if others:
            return " and ".join(sorted(others))
    return ""


def _matches(clause: Clause) -> list[_Match]:
    """Give the lines that share words and a party with a clause, those that share most first."""
    weight = weights()
    shared: dict[Entry, float] = {}
    for stem in clause.stems & weight.keys():
        if weight[stem] > 2.0:
            for entry in entries_with(stem):
                shared[entry] = shared.get(entry, 0.0) + weight[stem]
    found = [_Match(e, w, len(e.states & clause.states)) for e, w in shared.items()
             if e.states & clause.states]  # fmt: skip
    return sorted(found, key=lambda m: (-m.weight - 2.0 * m.parties, m.entry.key))


def _ends(said: Period, entry: Entry) -> bool:
    """Whether a time is that of a line's end."""
    last = entry.whole.end
    if last is None:
        return False
    return said.overlaps(Period.around(last, entry.whole.end_precision or Precision.DAY))


def _then(said: Period, entry: Entry, ends_only: bool = False) -> bool:
    """Whether a time is that of a line: its beginning, its end, or its course."""
    if any(said.overlaps(p) for p in entry.begun):
        return True
    last = entry.whole.end
    if last and said.overlaps(Period.around(last, entry.whole.end_precision or Precision.DAY)):
        return True
    lasting = entry.table in ("wars", "occupations", "crises") and not ends_only
    return bool(lasting and entry.whole.dated and last and said.overlaps(entry.whole))


def _near(said: Period, entry: Entry) -> bool:
    if said.start is None:
        return False
    ends = [p.start for p in entry.begun if p.start] + (
        [entry.whole.end] if entry.whole.end else []
    )
    return any(abs((said.start - day).days) < _FAR * 365.25 for day in ends)
