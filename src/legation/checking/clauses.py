"""Verdicts on clauses that no trigger knows: their words and days against every line on record.

A trigger knows what kind of thing a clause tells of. Writers put most things otherwise ("his army
was in Georgia that August"), but names, rare words, parties and day of a line come again in
whatever words it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.checking.acts import clause_words, trimmed
from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict
from legation.checking.later import offset_in
from legation.coding.passages import Passage
from legation.coding.status import standing
from legation.model import Period, Precision, Status
from legation.record.words import Entry, entries_of, entries_with, stems_of, weights
from legation.world import states

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
_FAR = 9.0  # years within which the day of a line is taken for an error of the clause
_VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    verb: Token
    stems: frozenset[str]
    states: frozenset[str]
    dates: tuple[Period, ...]


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
    for clause in _clauses(passage):
        evidence = passage.quote(clause.start, clause.end)
        first, last = evidence.start_char or 0, evidence.end_char or 0
        if any(first < end and start < last for start, end in taken):
            continue
        judged = _judged(clause, passage)
        if judged is not None:
            verdict, why, found = judged
            proofs = tuple(Proof(e.table, e.key, e.said, e.source) for e in found[:3])
            yield Finding(Claim(ClaimKind.EVENT, evidence), verdict, why, proofs)


def _clauses(passage: Passage) -> Iterator[_Clause]:
    doc, sentence = passage.section.doc, passage.sentence
    heads = [t for t in sentence if t.pos_ in _VERBS and t.dep_ not in ("aux", "auxpass")]
    for verb in heads or [sentence.root]:
        if verb.pos_ in _VERBS and standing(verb).status is not Status.REPORTED:
            continue
        words = clause_words(verb, verb)
        start = min(words)
        end = trimmed(start, max(words) + 1, passage)
        yield _clause(passage, verb, start, end)
    _ = doc


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
    text = " ".join(t.text for t in doc[start:end]
                    if t.i not in dated and not t.is_stop and not t.like_num
                    and (t.i not in named or t.ent_type_ not in ("GPE", "NORP")))  # fmt: skip
    here = {m.code for m in cast.mentions.between(passage.sentence.start, passage.sentence.end)}
    about = frozenset(c for c in (*here, *cast.focus.main_pair()) if c in states())
    return _Clause(start, end, verb, stems_of(text), about, tuple(dates))


def _judged(clause: _Clause, passage: Passage) -> tuple[Verdict, str, list[Entry]] | None:
    matches = _matches(clause)
    if clause.dates:
        return _dated(clause, matches)
    best = matches[0] if matches else None
    if best and best.weight >= UNDATED and best.parties > 0:
        return Verdict.ON_RECORD, f"On record: {best.entry.said}", [best.entry]
    return None


def _dated(
    clause: _Clause, matches: list[_Match]
) -> tuple[Verdict, str, list[Entry]] | None:
    said = clause.dates[0]
    for match in matches:
        for date in clause.dates:
            if match.weight >= ALIKE.get(date.precision or Precision.YEAR, 8.0) and _then(date, match.entry):
                return Verdict.ON_RECORD, f"On record: {match.entry.said}", [match.entry]
    best = matches[0] if matches else None
    if best and best.weight >= SURE and best.parties > 1 and _near(said, best.entry):
        why = f"The record dates it otherwise: {best.entry.said}"
        return Verdict.DIFFERS, why, [best.entry]
    if len(clause.states) > 1:
        why = "No line of the record tells of this at that time."
        return Verdict.NOT_ON_RECORD, why, [m.entry for m in matches[:2]]
    return None


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


def _then(said: Period, entry: Entry) -> bool:
    """Whether a time is that of a line: its beginning, its end, its course, or what it notes."""
    if any(said.overlaps(p) for p in (*entry.begun, *entry.told)):
        return True
    last = entry.whole.end
    if last and said.overlaps(Period.around(last, entry.whole.end_precision or Precision.DAY)):
        return True
    lasting = entry.table in ("wars", "occupations", "crises")
    return bool(lasting and entry.whole.dated and last and said.overlaps(entry.whole))


def _near(said: Period, entry: Entry) -> bool:
    if said.start is None:
        return False
    ends = [p.start for p in entry.begun if p.start] + ([entry.whole.end] if entry.whole.end else [])
    return any(abs((said.start - day).days) < _FAR * 365.25 for day in ends)
