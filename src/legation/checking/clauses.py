"""Verdicts on clauses that no trigger knows: their words and days against every line on record.

A trigger knows what kind of thing a clause tells of. Writers put most things otherwise ("his army
was in Georgia that August"), but names, rare words, parties and day of a line come again in
whatever words it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation import tables
from legation.checking.acts import Act, clause_words, trimmed
from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict
from legation.checking.later import offset_in
from legation.checking.spans import lines_of
from legation.coding.passages import Passage
from legation.coding.status import standing
from legation.model import Period, Precision, Status
from legation.record.diplomacy import MEETING_TABLES
from legation.record.words import Entry, entries_of, entries_with, stems_of, weights
from legation.world import NameKind, holders, memberships, organisations, place_names, states

if TYPE_CHECKING:
    from spacy.tokens import Token

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
NOTED = 12.0
"""The same where the day is only in the line's note."""
_FAR = 9.0  # years within which the day of a line is taken for an error of the clause
_VERBS = ("VERB", "AUX")

Opinion = tuple[Verdict, str, list[Entry]]
"""A verdict, why, and the lines that it rests on."""


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    text: str
    stems: frozenset[str]
    states: frozenset[str]
    dates: tuple[Period, ...]
    towns: tuple[str, ...]
    proper: frozenset[str]
    body: str
    own: frozenset[str]
    people: tuple[tuple[str, str], ...]
    explicit: bool
    joining: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class _Match:
    entry: Entry
    weight: float
    parties: int


def check_clauses(passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    """Say of each clause that was not judged yet whether a line of the record tells the same.

    Args:
        passage: the sentence.
        taken: the stretches, as character offsets in the document, of what was judged already.
    """
    for verb, start, end in _spans(passage):
        evidence = passage.quote(start, end)
        first, last = evidence.start_char or 0, evidence.end_char or 0
        if any(first < end and start < last for start, end in taken):
            continue
        clause = _clause(passage, verb, start, end)
        if _ahead(clause, passage):
            continue
        judged = _judged(clause)
        if judged is not None:
            verdict, why, found = judged
            yield Finding(Claim(ClaimKind.EVENT, evidence), verdict, why, _proofs(found))


def _ahead(clause: _Clause, passage: Passage) -> bool:
    """Whether a clause tells of what was still to come when the text was written."""
    day = passage.document.published
    return bool(day and clause.dates and all(p.start and p.start > day for p in clause.dates))


def second_opinion(finding: Finding, act: Act, passage: Passage) -> Finding:
    """Give what a line of the record with the clause's words and day says, where an act's
    verdict found nothing of it.
    """  # fmt: skip
    if finding.verdict is Verdict.ON_RECORD:
        return _in_another_town(finding, act, passage)
    judged = _judged(_clause(passage, act.verb, act.start, act.end))
    if judged is None or judged[0] is Verdict.NOT_ON_RECORD:
        return finding
    verdict, why, found = judged
    if finding.verdict is Verdict.DIFFERS and verdict is not Verdict.ON_RECORD:
        return finding
    return Finding(finding.claim, verdict, why, _proofs(found))


def _in_another_town(finding: Finding, act: Act, passage: Passage) -> Finding:
    """Say that a meeting on record was elsewhere than its clause says."""
    lines = lines_of(finding)
    if not lines or not lines[0].place:
        return finding
    verdict, why, found = _placed(_clause(passage, act.verb, act.start, act.end), lines[0])
    return finding if verdict is Verdict.ON_RECORD else Finding(
        finding.claim, verdict, why, _proofs(found))  # fmt: skip


def _proofs(found: list[Entry]) -> tuple[Proof, ...]:
    return tuple(Proof(e.table, e.key, e.said, e.source) for e in found[:3])


def _spans(passage: Passage) -> Iterator[tuple[Token, int, int]]:
    sentence = passage.sentence
    heads = [t for t in sentence if t.pos_ in _VERBS and t.dep_ not in ("aux", "auxpass")]
    for verb in heads or [sentence.root]:
        if verb.pos_ in _VERBS and standing(verb).status is not Status.REPORTED:
            continue
        words = clause_words(verb, verb)
        start = min(words)
        end = trimmed(start, max(words) + 1, passage)
        yield from ((verb, low, high) for low, high in _segments(start, end, passage))


def _segments(start: int, end: int, passage: Passage) -> Iterator[tuple[int, int]]:
    """Part a clause that tells of several days at the commas between them."""
    doc = passage.section.doc
    dates = [w for _, w in passage.calendar.here(passage.sentence) if start <= w.start < end]
    low = start
    for date in dates[:-1]:
        comma = next((i for i in range(date.end, end) if doc[i].text in (",", ";")), None)
        later = [d for d in dates if comma is not None and d.start > comma]
        if comma is not None and comma > low and later:
            yield low, comma
            low = comma + 1
    if low < end:
        yield low, end


def _clause(passage: Passage, verb: Token, start: int, end: int) -> _Clause:
    doc, cast = passage.section.doc, passage.cast
    mentions = cast.mentions.between(start, end)
    named = {i for m in mentions if m.code in states() for i in range(m.start, m.end)}
    dates, dated = [], set()
    for period, words in passage.calendar.here(passage.sentence):
        if start <= words.start < end and period.dated:
            dates.append(period)
            dated |= set(range(words.start, words.end))
    if not dates and (later := offset_in(doc[start:end], passage)):
        dates.append(later)
    plain = re.search(r"\d{4}|\b(?:later|earlier|after)\b", doc[start:end].text)
    explicit = bool(dates) and (plain is not None or not dated)
    own, here = passage.calendar.of(verb), passage.calendar.here(passage.sentence)
    if not dates and own.how == "sentence":
        dates.append(own.period)
        explicit = len(here) == 1 and bool(re.search(r"\d{4}", here[0][1].text))
    text = " ".join(t.text for t in doc[start:end]
                    if t.i not in dated and not t.is_stop and not t.like_num
                    and (t.i not in named or t.ent_type_ not in ("GPE", "NORP")))  # fmt: skip
    bodies = {f"#{m.code}" for m in mentions if m.code in organisations()}
    near = cast.mentions.between(passage.sentence.start, passage.sentence.end)
    about = frozenset(
        c for c in (*(m.code for m in near), *cast.focus.main_pair()) if c in states()
    )
    towns = tuple(t.text for t in doc[start:end]
                  if t.ent_type_ == "GPE" and t.dep_ == "pobj" and t.head.lower_ in ("in", "at")
                  and _is_town(t.text))  # fmt: skip
    joining = _JOINING.search(passage.sentence.text) is not None
    own_states = frozenset(m.code for m in mentions if m.code in states())
    people = tuple((m.code, doc[m.start : m.end].text) for m in mentions if m.kind in _PERSONS)
    proper = " ".join(t.text for t in doc[start:end] if t.pos_ == "PROPN" and t.i not in dated)
    return _Clause(start, end, doc[start:end].text, stems_of(text) | bodies, about, tuple(dates),
                   towns, stems_of(proper), _main_body(passage), own_states, people,
                   explicit, joining, _whose_spell(doc[start:end].text))  # fmt: skip


def _main_body(passage: Passage) -> str:
    """Give the organisation that a text is about: the one that it names most, and twice as often as any other."""
    counts = passage.cast.focus.weights
    bodies = [c for c in counts if c in memberships()]
    best = max(bodies, key=lambda c: counts[c], default="")
    return best if best and all(counts[b] * 2 <= counts[best] for b in bodies if b != best) else ""


def _whose_spell(text: str) -> bool:
    """Whether a clause says plainly that somebody joined or left, so that its day is of that."""
    return (
        _JOINING.search(text) is not None or _ENDING.search(text) is not None or len(text) < _SHORT
    )


_SHORT = 45  # characters of "West Germany five years later", which goes on from a clause before


def _is_town(name: str) -> bool:
    return any(p.kind not in ("country", "state", "region") for p in place_names().get(name, ()))


def _judged(clause: _Clause) -> Opinion | None:
    matches = _matches(clause)
    if clause.dates:
        return _dated(clause, matches)
    best = matches[0] if matches else None
    if best and best.weight >= UNDATED and best.parties > 0:
        return _placed(clause, best.entry)
    return _uncovered(clause)


def _uncovered(clause: _Clause) -> Opinion | None:
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


def _dated(clause: _Clause, matches: list[_Match]) -> Opinion | None:
    for match in matches:
        for date in clause.dates:
            needed = ALIKE.get(date.precision or Precision.YEAR, 8.0)
            needed += 0.0 if clause.own <= match.entry.states else _STRANGER
            if match.weight >= needed and _then(date, match.entry):
                if _ENDING.search(clause.text) and match.entry.table in _SPELLS:
                    if _ends(date, match.entry):
                        return _placed(clause, match.entry)
                    if (
                        clause.explicit
                        and match.weight >= needed + _STRANGER
                        and match.entry.whole.end
                    ):
                        why = f"The record has it end otherwise: {_spell(match.entry)}"
                        return Verdict.DIFFERS, why, [match.entry]
                    continue
                return _placed(clause, match.entry)
            if match.weight >= NOTED and any(date.overlaps(p) for p in match.entry.told):
                return _placed(clause, match.entry)
    if same := _of_that_month(clause):
        return Verdict.ON_RECORD, f"On record: {same.said}", [same]
    if joined := _joined(clause):
        return joined
    best = next((m for m in matches[:3] if m.parties > 1 and _misdated(clause, m)), None)
    if best and clause.explicit:
        why = f"The record dates it otherwise: {best.entry.said}"
        return Verdict.DIFFERS, why, [best.entry]
    if (reason := _uncovered(clause)) is not None:
        return reason
    if len(clause.states) > 1:
        why = "No line of the record tells of this at that time."
        return Verdict.NOT_ON_RECORD, why, []
    return None


_SPELLS = {"wars", "occupations", "alliances_to_1945", "alliances_since_1945", "sanctions"}


def _spell(entry: Entry) -> str:
    return f"{entry.said} (to {entry.whole.end})"


def _misdated(clause: _Clause, match: _Match) -> bool:
    """Whether a line is what a clause must mean although none of its days is the line's."""
    entry = match.entry
    agrees = any(_then(d, entry) or any(d.overlaps(p) for p in entry.told) for d in clause.dates)
    named = clause.own <= entry.states
    return named and not agrees and _meant(clause, match) and _near(clause.dates[0], entry)


def _meant(clause: _Clause, match: _Match) -> bool:
    """Whether a line is what a clause must mean: by its words, or by a rare name alone."""
    if match.weight >= SURE:
        return True
    names = clause.proper & match.entry.stems
    return sum(weights().get(n, 0.0) for n in names) >= NAMED


def _of_that_month(clause: _Clause) -> Entry | None:
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


def _joined(clause: _Clause) -> Opinion | None:
    """Judge who joined the organisation that a text is about, where a clause only says when."""
    named = sorted(s[1:] for s in clause.stems if s.startswith("#"))
    bodies = [b for b in named if b in memberships()] or ([clause.body] if clause.body else [])
    leaving = _ENDING.search(clause.text) is not None
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


_JOINING = re.compile(
    r"\b(?:join|c[ao]me in|enter|follow|admit|member|club|accede|welcom|return|(?:let|taken|brought|received|went) (?:in|into)\b)"
)
_DEEDS = {"wars", "crises", "occupations", "territorial_changes", "treaties", "diplomatic_acts",
          "alliances_since_1945", "alliances_to_1945"}  # fmt: skip
_FEW = 6


def _placed(clause: _Clause, entry: Entry) -> Opinion:
    """Say that a line is what a clause means, unless that puts a meeting in another town."""
    elsewhere = [t for t in clause.towns if t not in entry.said and t not in entry.place]
    if entry.place and elsewhere and entry.place not in clause.text:
        return Verdict.DIFFERS, f"The record has it in {entry.place}: {entry.said}", [entry]
    if entry.table in MEETING_TABLES and (others := _other_people(clause, entry)):
        return Verdict.DIFFERS, f"The record names {others}: {entry.said}", [entry]
    return Verdict.ON_RECORD, f"On record: {entry.said}", [entry]


def _other_people(clause: _Clause, entry: Entry) -> str:
    """Name who met, of a state for whom a clause names somebody else."""
    for state, name in clause.people:
        if state not in entry.states or any(part in entry.said for part in name.split()):
            continue
        others = {h.surname for h in holders() if h.state == state and h.surname in entry.said}
        if others:
            return " and ".join(sorted(others))
    return ""


_PERSONS = (NameKind.HOLDER, NameKind.SURNAME)


def _matches(clause: _Clause) -> list[_Match]:
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


_ENDING = re.compile(
    r"\b(?:until|till|ended|ends?|wound up|withdrew|evacuated|dissolved|lapsed|expired|disbanded"
    r"|walk(?:ed|ing) out|quit|left|leaving|called off|lifted|finished|over)\b",
    re.IGNORECASE,
)


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
