"""Verdicts on lengths of time that belong to what a sentence was found to tell of.

"For two and a half years" beside an occupation on record is its length; "after sixteen years
away" is the time between two days of lines on record.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.numbers import number
from legation.coding.passages import Passage
from legation.record.words import Entry, entries

_UNITS = {"day": 1 / 365.25, "week": 7 / 365.25, "month": 1 / 12, "year": 1.0, "decade": 10.0,
          "century": 100.0}  # fmt: skip
_LENGTH = re.compile(
    r"\b(?P<lead>for|in|within|after|lasted|lasting|took|stayed|during|over|of|another)?\s*"
    r"(?P<hedge>(?:some|about|almost|nearly|just|only|barely|the|more than|less than|over|under"
    r"|around|roughly|well|above|close to|fully|all of|a good|a full|another)\s+)*"
    r"(?P<number>a quarter of an?|half an?|an?|\d+|[A-Za-z]+(?:-[a-z]+)?(?: and a half)?)[- ]"
    r"(?P<unit>day|week|month|year|decade|century|centurie)s?\b(?P<rest>[^.;,]{0,20})",
    re.IGNORECASE,
)
_COUNTED_ON = re.compile(r"[ -](?:later|ago|earlier|before|afterwards?|on\b|old|hence|since)\b")
_PARTS = {"a quarter of a": 0.25, "half a": 0.5, "half an": 0.5, "a": 1.0, "an": 1.0}


def check_spans(
    rows: list[Finding], passage: Passage, taken: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Say of each length of time in a sentence whether a line that it tells of lasted so long.

    Args:
        rows: what was found of events and relations in the sentence.
        passage: the sentence.
        taken: stretches in which a length was judged already, as offsets in the document.
    """
    doc, first = passage.section.doc, passage.sentence.start_char
    for found in _LENGTH.finditer(passage.sentence.text):
        years = _years(found)
        if years is None or _COUNTED_ON.match(found["rest"]):
            continue
        span = doc.char_span(first + found.start(), first + found.end("unit"),
                             alignment_mode="expand")  # fmt: skip
        if span is None:
            continue
        evidence = passage.quote(span.start, span.end)
        start, end = evidence.start_char or 0, evidence.end_char or 0
        if any(start < e and s < end for s, e in taken):
            continue
        unit = _UNITS[_unit(found)]
        claim = Claim(ClaimKind.DURATION, evidence)
        judged = _judged(claim, years, max(unit, years / 10), rows, start, passage)
        if judged is not None:
            yield judged


def _judged(
    claim: Claim, years: float, margin: float, rows: list[Finding], at: int, passage: Passage
) -> Finding | None:
    near = sorted(rows, key=lambda f: abs((f.claim.evidence.start_char or 0) - at))
    measured = [(e, length, f) for f in near for e in lines_of(f)
                for length in _lengths(e, passage.document.published)]  # fmt: skip
    for entry, length, finding in measured:
        if abs(length - years) <= margin:
            why = f"On record: {entry.said} ({_told(length)})"
            return Finding(claim, Verdict.ON_RECORD, why, finding.proofs[:1])
    between = _between(near, years, margin)
    if between is not None:
        why = f"On record: the time between {between[0]} and {between[1]}."
        return Finding(claim, Verdict.ON_RECORD, why, near[0].proofs[:1])
    if measured and near[0] is measured[0][2] and measured[0][0].table in _MEASURED:
        entry, length, finding = measured[0]
        why = f"By the record it lasted {_told(length)}: {entry.said}"
        return Finding(claim, Verdict.DIFFERS, why, finding.proofs[:1])
    return None


def _between(near: list[Finding], years: float, margin: float) -> tuple[dt.date, dt.date] | None:
    """Find two days of lines that the sentence tells of, so far apart."""
    days = sorted({d for f in near for e in lines_of(f) for d in _days(e)})
    pairs = [*pairwise(days), *((a, b) for a in days for b in days if a < b)]
    return next((p for p in pairs if abs((p[1] - p[0]).days / 365.25 - years) <= margin), None)


def _days(entry: Entry) -> Iterator[dt.date]:
    yield from (p.start for p in entry.begun if p.start)
    if entry.whole.end:
        yield entry.whole.end


def lines_of(finding: Finding) -> list[Entry]:
    """Give the lines of the record that a finding rests on."""
    known = _by_key()
    return [known[p.table, p.key] for p in finding.proofs if (p.table, p.key) in known]


def _lengths(entry: Entry, published: dt.date | None) -> Iterator[float]:
    """Give how long a line lasted, in years: from each day of its beginning to its end."""
    end = entry.whole.end or (published if entry.table in _LASTING else None)
    for begun in entry.begun:
        if begun.start and end and end > begun.start:
            yield ((end - begun.start).days + 1) / 365.25


_MEASURED = {"wars", "occupations", "crises", "sanctions", "treaties", "alliances_to_1945",
             "alliances_since_1945"}  # fmt: skip
"""What a length of time beside it must be the length of."""
_LASTING = {"claims", "rivalries", "sanctions", "occupations", "memberships"}


@cache
def _by_key() -> dict[tuple[str, str], Entry]:
    return {(e.table, e.key): e for e in entries()}


def _unit(found: re.Match[str]) -> str:
    unit = found["unit"].lower()
    return "century" if unit == "centurie" else unit


def _years(found: re.Match[str]) -> float | None:
    text = found["number"].lower()
    half = text.endswith(" and a half")
    value = _PARTS.get(text)
    value = number(text.removesuffix(" and a half")) if value is None else value
    if value is None:
        return None
    lead = (found["lead"] or "").lower()
    if text in ("a", "an") and lead not in ("for", "in", "within", "lasted", "took"):
        return None
    return (value + 0.5 * half) * _UNITS[_unit(found)]


def _told(years: float) -> str:
    if years >= 2:
        return f"{years:.0f} years"
    return f"{years * 12:.0f} months" if years >= 0.17 else f"{years * 365.25:.0f} days"
