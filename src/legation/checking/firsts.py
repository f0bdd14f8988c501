"""Verdicts on what is said to be first, last or never, of things that only their words find."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict
from legation.checking.spans import lines_of
from legation.coding.passages import Passage
from legation.record.words import Entry, entries_of
from legation.world import place_names, states

_WORD = re.compile(
    r"\b(?P<first>first(?:-ever)?|maiden|inaugural)\b|\b(?P<last>last|latest|newest)\b"
    r"|\b(?P<never>never|ever has|ever had|not \w+(?: \w+){0,3} since|nothing(?=,? until))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:at|in) first\b|\bfirst of all\b|\bat last\b|\bnever mind\b"
    r"|\bfirst (?:world war|secretary|lady|minister|half|day|week|month|year)\b"
    r"|\blast (?:year|month|week|spring|summer|autumn|winter|night|weekend|day|century|tsar|few"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|\w+ years)\b|\bfirst of (?:these|those|them|the (?:two|three|four))\b",
    re.IGNORECASE,
)
_AROUND = 60  # characters on each side that say what is first


def check_firsts(
    rows: list[Finding], passage: Passage, taken: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Say of each first, last and never of a sentence whether lines of the record bear it out.

    Args:
        rows: what was found of events and relations in the sentence.
        passage: the sentence.
        taken: stretches in which an order was judged already, as offsets in the document.
    """
    doc, first = passage.section.doc, passage.sentence.start_char
    text = passage.sentence.text
    for found in _WORD.finditer(text):
        if any(o.start() <= found.start() < o.end() for o in _OTHERWISE.finditer(text)):
            continue
        end = min(len(text), found.end() + _AROUND)
        stop = re.search(r"[,;.:]", text[found.end() : end])
        end = found.end() + stop.start() if stop else end
        span = doc.char_span(first + found.start(), first + end, alignment_mode="expand")
        if span is None:
            continue
        evidence = passage.quote(span.start, span.end)
        start, last = evidence.start_char or 0, evidence.end_char or 0
        if any(start < e and s < last for s, e in taken):
            continue
        judged = _judged(Claim(ClaimKind.ORDER, evidence), found, rows, start, passage)
        if judged is not None:
            yield judged


def _judged(
    claim: Claim, found: re.Match[str], rows: list[Finding], at: int, passage: Passage
) -> Finding | None:
    if found["never"]:
        pair = [c for c in passage.cast.focus.main_pair() if c in states()]
        if len(pair) < 2:
            return None
        return Finding(claim, Verdict.ON_RECORD, "No line of the record tells of one.")
    near = sorted(rows, key=lambda f: abs((f.claim.evidence.start_char or 0) - at))
    told = [(f, e) for f in near if f.verdict is Verdict.ON_RECORD for e in lines_of(f)[:1]]
    if not told:
        if not near or near[0].verdict is Verdict.JUDGEMENT:
            return None
        return Finding(claim, Verdict.NOT_ON_RECORD, "The record has no such line to compare.")
    finding, entry = told[0]
    others = _earlier(entry) if found["first"] else []
    if others:
        proofs = tuple(Proof(e.table, e.key, e.said, e.source) for e in others[:3])
        why = f"The record has one before, which the text may not count: {others[0].said}"
        return Finding(claim, Verdict.NOT_ON_RECORD, why, proofs)
    return Finding(claim, Verdict.ON_RECORD, f"None {'earlier' if found['first'] else 'later'} "
                   f"was found: {entry.said}", finding.proofs[:1])  # fmt: skip


def _earlier(entry: Entry) -> list[Entry]:
    """Give the lines of the same states and form that begin before one."""
    day = _day(entry)
    if day is None or not entry.states or entry.table == "memberships":
        return []
    code = min(entry.states)
    kind = (entry.table, entry.states, entry.form)
    where = _country(entry.place)
    alike = [e for e in entries_of(code)
             if (e.table, e.states, e.form) == kind and _country(e.place) == where]  # fmt: skip
    return [e for e in alike if (d := _day(e)) is not None and d < day and e.key != entry.key]


def _country(town: str) -> str:
    """Give the state that a meeting's town lies in; the town itself where that is not known."""
    return next((p.state for p in place_names().get(town, ()) if p.state), town)


def _day(entry: Entry) -> dt.date | None:
    return min((p.end for p in entry.begun if p.end), default=None)
