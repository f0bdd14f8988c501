"""Verdicts on how often something happened."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.checking.acts import Act
from legation.checking.covering import outside
from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.known import Known, proofs
from legation.checking.numbers import number
from legation.checking.things import LEDGER, Matter, Thing
from legation.checking.triggers import trigger_of
from legation.checking.wording import matter_text, name_of, span_text
from legation.coding.passages import Passage
from legation.model import Period
from legation.world import memberships, organisations

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = {"time", "occasion"}


def check_counts(acts: list[Act], passage: Passage, known: Known) -> Iterator[Finding]:
    """Say of each number of things whether the record counts as many."""
    for act in acts:
        found = _count(act)
        if found is None or act.matter is Matter.MEMBERSHIP:
            continue
        count, ordinal, token = found
        start, end = min(token.i, act.token.i), max(token.i, act.token.i) + 1
        quote = passage.quote(min(start, act.start), max(end, act.end))
        yield _judged(Claim(ClaimKind.COUNT, quote), act, count, ordinal, passage, known)


def check_members(passage: Passage) -> Iterator[Finding]:
    """Say of a number of members of an organisation whether it had as many on that day."""
    doc = passage.section.doc
    for found in _MEMBERS.finditer(passage.sentence.text):
        count = number(found["count"] or found["of"] or found["to"])
        first = passage.sentence.start_char
        span = doc.char_span(first + found.start(), first + found.end(), alignment_mode="expand")
        bodies = [m for m in passage.cast.mentions.between(passage.sentence.start,
                  passage.sentence.end) if m.code in memberships()]  # fmt: skip
        if count is None or span is None or not bodies:
            continue
        body = min(bodies, key=lambda m: abs(m.start - span.start)).code
        dated = passage.calendar.of(span.root).period
        day = dated.end or passage.document.published
        if day is None:
            continue
        held = {s.state for s in memberships()[body] if s.status == "member"
                and s.period.overlaps(Period.day(day))}  # fmt: skip
        name = organisations()[body].name
        verdict = Verdict.ON_RECORD if len(held) == count else Verdict.DIFFERS
        why = f"The record counts {len(held)} members of {name} on {day}."
        yield Finding(Claim(ClaimKind.COUNT, passage.quote(span.start, span.end)), verdict, why)


_MEMBERS = re.compile(
    r"\b(?:the|its|all|has|have|had|now|with|to|of|as) (?P<count>\d+|[a-z]+(?:-[a-z]+)?)"
    r"(?:[ -](?:full|founding))?[ -](?:members?(?: states)?|allies)\b"
    r"|\bnumber of (?:allies|members)(?: \w+)? to (?P<to>\d+|[a-z]+(?:-[a-z]+)?)\b"
    r"|\bnewest of (?:its |the )?(?P<of>\d+)\b",
    re.IGNORECASE,
)


def check_measures(passage: Passage) -> Iterator[Finding]:
    """Name the numbers of what no table of the record counts: the dead, goods, money."""
    doc, first = passage.section.doc, passage.sentence.start_char
    for found in _MEASURES.finditer(passage.sentence.text):
        span = doc.char_span(first + found.start(), first + found.end(), alignment_mode="expand")
        if span is not None:
            why = "Outside coverage: the record does not count such things."
            claim = Claim(ClaimKind.COUNT, passage.quote(span.start, span.end))
            yield Finding(claim, Verdict.OUTSIDE_COVERAGE, why)


_MEASURES = re.compile(
    r"\b(?:\d[\d,.]*|tens of thousands|[a-z]+(?:-[a-z]+)?)"
    r"(?: (?:thousand|million|billion|hundred))?(?: of)?(?: \w+)? "
    r"(?:lives|dead|deaths|casualties|killed|wounded|prisoners|refugees|tonnes|tons|barrels|dollars"
    r"|pounds|francs|roubles|rubles|yen|per cent|percent|troops|soldiers|aircraft|warships|tanks"
    r"|square miles|square kilometres)\b"
    r"|[$£€¥]\s?\d[\d,.]*(?: ?(?:m|bn|million|billion))?",
    re.IGNORECASE,
)


def _count(act: Act) -> tuple[int, bool, Token] | None:
    """Give how many, whether as an ordinal, and the word that says it."""
    for noun in act.token.doc[act.start : act.end]:
        trigger = trigger_of(noun)
        if trigger is None or trigger.matter is not act.matter:
            continue
        for child in noun.children:
            value = None if act.form == "two_plus_two" else number(child.text)
            if value and child.i < noun.i and child.dep_ in ("nummod", "amod") and value < 100:
                ordinal = child.dep_ == "amod" and noun.tag_ not in ("NNS", "NNPS")
                if value > 1:
                    return int(value), ordinal, child
    for child in act.verb.subtree:
        if child.lower_ in ("twice", "thrice"):
            return int(number(child.text) or 0), False, child
        if child.lemma_ in _TIMES and abs(child.i - act.verb.i) < 12:
            for word in child.lefts:
                value = number(word.text)
                if value and 1 < value < 100:
                    return int(value), word.dep_ == "amod", word
    return None


def _judged(
    claim: Claim, act: Act, count: int, ordinal: bool, passage: Passage, known: Known
) -> Finding:
    window = _window(act, passage, ordinal)
    a, b = act.pairs[0]
    things = [t for t in known.like(act.matter, a, b) if t.matter is act.matter]
    things = [t for t in things if t.proof.table != LEDGER] or things  # each counted once
    if act.form:
        things = [t for t in things if act.form in t.form] or things
    within = [t for t in things if window is None or t.whole.overlaps(window)]
    counted = _distinct(list({t.proof.key: t for t in within}.values()))
    n = len(counted)
    listed = "; ".join(_short(t) for t in counted[:6])
    what = f"{_words(act.matter, n)} of {name_of(a)} and {name_of(b)}"
    counts = f"The record counts {what}{_within(window)}{': ' + listed if listed else ''}."
    if n == count or (act.matter is Matter.WAR and _listed(counted) == count):
        return Finding(claim, Verdict.ON_RECORD, counts, proofs(counted))
    if ordinal and n > count:
        return Finding(claim, Verdict.NOT_ON_RECORD, f"{counts} Which one is meant is not said.")
    surely = n > 0 if act.matter is Matter.WAR else n > count and act.matter is not Matter.TREATY
    if surely:
        return Finding(claim, Verdict.DIFFERS, f"{counts}{_doubt(counted)}", proofs(counted))
    if reason := outside(act.matter, (a, b), act.dated.period):
        return Finding(claim, Verdict.OUTSIDE_COVERAGE, f"Outside coverage: {reason}.")
    return Finding(claim, Verdict.NOT_ON_RECORD, f"{counts} It is a selection.", proofs(counted))


def _window(act: Act, passage: Passage, ordinal: bool) -> Period | None:
    """Give the time within which to count: what the sentence spans, up to the document's day."""
    dates = [p for p, _ in passage.calendar.here(passage.sentence) if p.start]
    last = passage.document.published or dt.date.max
    if ordinal:
        ends = [p.end for p in dates if p.end]
        return Period(dt.date(1, 1, 1), max(ends)) if ends else None
    long = [p for p in dates if p.end is None or (p.start and (p.end - p.start).days > 3000)]
    if len(dates) > 1 or long:
        starts = [p.start for p in dates if p.start]
        return Period(min(starts), min(max(p.end or last for p in dates), last))
    return Period(dt.date(1, 1, 1), last) if passage.document.published else None


def _words(matter: Matter, n: int) -> str:
    return f"{n or 'no'} {matter_text(matter, several=n != 1)}"


def _within(window: Period | None) -> str:
    """Write the time within which things were counted."""
    if window is None:
        return ""
    if window.start and window.start.year > 1:
        return f" from {window.start.year} to {window.end.year if window.end else 'today'}"
    return f" up to {window.end.year}" if window.end else ""


def _distinct(things: list[Thing]) -> list[Thing]:
    """Count once what was part of something else: the Continuation War and the World War."""
    kept: list[Thing] = []
    for thing in things:
        same = [k for k in kept if k.matter is Matter.WAR and k.whole == thing.whole]
        if not same:
            kept.append(thing)
    return kept


def _short(thing: Thing) -> str:
    return f"{thing.name or thing.proof.said.rstrip('.')} ({span_text(thing.whole)})"


def _listed(things: list[Thing]) -> int:
    """Count those wars that are in the Correlates of War list."""
    return sum("COW" in (t.proof.source.title or "") for t in things)


def _doubt(wars: list[Thing]) -> str:
    unlisted = [t for t in wars if "COW" not in (t.proof.source.title or "")]
    if not unlisted or len(unlisted) == len(wars):
        return ""
    names = ", ".join(t.name for t in unlisted[:4])
    return f" Of these the Correlates of War list does not count {names}."
