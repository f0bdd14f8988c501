"""Verdicts on how long something lasted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.checking.acts import Act
from legation.checking.agreement import fits, length
from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.known import FEW, Known, proofs, shared_words
from legation.checking.names import Occurrence, as_thing
from legation.checking.numbers import number
from legation.checking.things import Matter, Thing
from legation.checking.wording import told
from legation.coding.passages import Passage

_YEARS = {"day": 1 / 365.25, "week": 7 / 365.25, "month": 1 / 12, "year": 1.0, "decade": 10.0,
          "century": 100.0, "centurie": 100.0}  # fmt: skip
_LENGTH = re.compile(
    r"\b(?P<number>a quarter of an?|half an?|an?|[A-Za-z]+(?:-[a-z]+)?|\d+)[- ]"
    r"(?P<unit>day|week|month|year|decade|centur)(?:ies|y|s)?\b(?![- ]old)"
)


def check_durations(
    acts: list[Act], names: list[Occurrence], passage: Passage, known: Known
) -> Iterator[Finding]:
    """Say of a length of time whether what it is the length of lasted so long."""
    text = passage.sentence.text
    for found in _LENGTH.finditer(text):
        value = _PARTS.get(found["number"].lower()) or number(found["number"])
        unit = "century" if found["unit"] == "centur" else found["unit"]
        if value is not None and _of_a_thing(text, found):
            years = value * _YEARS[unit]
            yield from _judged(found.start(), found.end(), years, _YEARS[unit], acts, names,
                               passage, known)  # fmt: skip


def _of_a_thing(text: str, found: re.Match[str]) -> bool:
    """Whether a length of time is how long something lasted: not "ten years later"."""
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() :]
    if _LATER.match(after):
        return False
    return bool(_LASTING_BEFORE.search(before) or _LASTING_AFTER.match(after))


_PARTS = {"a": 1.0, "an": 1.0, "a quarter of a": 0.25, "half a": 0.5, "half an": 0.5}
_LATER = re.compile(r"[ -](?:later|ago|earlier|before|afterwards?|after|since|apart|wait)\b")
_LASTING_BEFORE = re.compile(
    r"\b(?:for|lasted|lasting|took|spanned|endured|went on for|dragged on for)"
    r"(?: (?:some|about|almost|nearly|over|under|more than|less than|just|only|barely|the|a|another"
    r"|mere|little|bit|well))*\s$"
)
_LASTING_AFTER = re.compile(
    r"(?:[- ]long)?,? (?:of )?(?:\w+ ){0,2}?(?:war|conflict|occupation|alliance|siege|campaign"
    r"|treaty|pact|rule|embargo|blockade|fighting|struggle|hostilities|standoff|crisis)\b"
)


def _judged(
    start: int, end: int, years: float, unit: float, acts: list[Act], names: list[Occurrence],
    passage: Passage, known: Known,
) -> Iterator[Finding]:  # fmt: skip
    doc, first = passage.section.doc, passage.sentence.start_char
    span = doc.char_span(first + start, first + end, alignment_mode="expand")
    if span is None:
        return
    lasting = [a for a in acts if a.matter.lasts and a.start <= span.start < a.end] or [
        a for a in acts if a.matter.lasts
    ]
    things = [as_thing(n.thing) for n in names if n.thing.kind in ("war", "alliance", "treaty")]
    candidates = [t for t in things if t is not None]
    for act in lasting:
        for a, b in act.pairs:
            alike = [
                t
                for t in known.like(act.matter, a, b)
                if t.matter is act.matter and t.parties <= FEW
            ]
            placed = [t for t in alike if shared_words(t.name, passage.sentence.text)]
            dated = [p for p, _ in passage.calendar.here(passage.sentence) if p.dated]
            fitting = [t for t in placed or alike if any(fits(p, t) for p in dated)]
            candidates += fitting or ([] if dated else placed or alike)
    if not candidates:
        return
    act_span = (lasting[0].start, lasting[0].end) if lasting else (span.start, span.end)
    low, high = min(act_span[0], span.start), max(act_span[1], span.end)
    claim = Claim(ClaimKind.DURATION, passage.quote(low, high))
    measured = [(t, length(t, passage.document.published)) for t in candidates]
    known_lengths = [(t, y) for t, y in measured if y is not None]
    margin = max(unit, years / 10)
    right = [t for t, y in known_lengths if abs(y - years) <= margin]
    if right:
        yield Finding(claim, Verdict.ON_RECORD, f"On record: {_lasted(right[0], passage)}",
                      proofs(right[:1]))  # fmt: skip
    elif known_lengths and known_lengths[0][0].matter in (Matter.WAR, Matter.OCCUPATION):
        nearest = min(known_lengths, key=lambda k: abs(k[1] - years))[0]
        why = f"By the record: {_lasted(nearest, passage)}"
        yield Finding(claim, Verdict.DIFFERS, why, proofs([nearest]))
    else:
        yield Finding(claim, Verdict.NOT_ON_RECORD, "The record does not say how long it lasted.")


def _lasted(thing: Thing, passage: Passage) -> str:
    years = length(thing, passage.document.published) or 0.0
    long = f"{years:.0f} years" if years >= 2 else f"{years * 12:.0f} months"
    if years < 0.17:
        long = f"{years * 365.25:.0f} days"
    return f"{told(thing).rstrip('.')}, {long}."
