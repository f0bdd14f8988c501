"""Verdicts on wars, treaties and meetings that a text calls by their name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation.checking.acts import Act
from legation.checking.agreement import fits
from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict
from legation.checking.known import shared_words
from legation.checking.things import Matter, Thing
from legation.checking.wording import name_of, told, when_text
from legation.coding.passages import Passage
from legation.model import Period
from legation.record import Named, named
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Span

_WORD = re.compile(r"[^\W_]+")
_MATTERS = {
    "war": Matter.WAR,
    "crisis": Matter.CRISIS,
    "treaty": Matter.TREATY,
    "alliance": Matter.ALLIANCE,
    "meeting": Matter.MEETING,
}
_SIGNING = {"sign", "conclude", "initial", "make", "form", "join", "ratify", "agree"}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in a sentence, and what it names."""

    span: Span
    thing: Named


def occurrences(passage: Passage) -> list[Occurrence]:
    """Find the names of wars, treaties, crises and meetings in a sentence, the longest first."""
    text, found, reach = passage.sentence.text, [], 0
    for word in _WORD.finditer(text):
        if word.start() < reach:
            continue
        for name in _by_first_word().get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                first = passage.sentence.start_char
                span = passage.section.doc.char_span(
                    first + word.start(), first + end, alignment_mode="expand"
                )
                if span is not None:
                    found.append(Occurrence(span, named()[name]))
                reach = end
                break
    return found


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for name in named():
        if first := _WORD.match(name):
            index.setdefault(first.group(), []).append(name)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in index.items()}


def check_name(found: Occurrence, acts: list[Act], passage: Passage) -> Iterator[Finding]:
    """Say of a named thing whether its date and parties are as the record has them.

    Args:
        found: the name.
        acts: the acts of its clause, which may say who took part.
        passage: the sentence.
    """
    thing = as_thing(found.thing)
    if thing is None:
        return
    act = act_around(found, acts)
    whole = act is not None and tells_of(act, found)
    start, end = (act.start, act.end) if act and whole else _around(found, passage)
    kind = ClaimKind.RELATION if thing.matter is Matter.WAR else ClaimKind.EVENT
    claim = Claim(kind, passage.quote(start, end))
    proof = (thing.proof,)
    said = _date(found, passage)
    begins = True if thing.matter in (Matter.TREATY, Matter.ALLIANCE, Matter.MEETING) else None
    if said is not None and not fits(said, thing, begins) and not _may_fit(thing, begins, passage):
        if other := _another(found, said, begins):
            yield Finding(claim, Verdict.ON_RECORD, f"On record: {told(other)}", (other.proof,))
            return
        why = f"The record dates it {when_text(thing)}: {told(thing)}"
        yield Finding(claim, Verdict.DIFFERS, why, proof)
        return
    strangers = _strangers(act, found.thing) if whole else []
    if strangers:
        who = " and ".join(name_of(c) for c in strangers)
        why = f"{who} had no part in it by the record: {told(thing)}"
        yield Finding(claim, Verdict.DIFFERS, why, proof)
    else:
        yield Finding(claim, Verdict.ON_RECORD, f"On record: {told(thing)}", proof)


NAMED = {Matter.TREATY, Matter.WAR, Matter.ALLIANCE, Matter.CRISIS}
"""What a name can be of, so that a verdict on it says all of its clause."""


def tells_of(act: Act, found: Occurrence) -> bool:
    """Whether a clause says of a named thing that it was made or fought, or how it went."""
    inside = found.span.start <= act.token.i < found.span.end
    return act.matter in NAMED and (inside or act.verb.lemma_ in (*_SIGNING, "fight", "wage"))


def act_around(found: Occurrence, acts: list[Act]) -> Act | None:
    """Give the act of the shortest clause that a name stands in; None where there is none."""
    around = [a for a in acts if a.start <= found.span.start < a.end]
    return min(around, key=lambda a: (a.matter not in NAMED, a.end - a.start), default=None)


def as_thing(one: Named) -> Thing | None:
    """Give a named thing in the form that dates are compared with; None where it is undated."""
    matter = _MATTERS.get(one.kind)
    if matter is None or not one.begun:
        return None
    proof = Proof(one.table, one.key, one.said, one.source)
    a, b = [*sorted(one.members), "", ""][:2]
    return Thing(matter, a, b, True, one.begun, one.whole, one.name, "", proof)


def _date(found: Occurrence, passage: Passage) -> Period | None:
    """Give the date that stands with a name: right before or after it, or of its signing."""
    doc, span = passage.section.doc, found.span
    for period, dated in passage.calendar.here(passage.sentence):
        before = span.start == dated.end  # "the 1973 war", not "in 1973 the war"
        gap = doc[span.end : dated.start].text if dated.start >= span.end else None
        after = gap is not None and gap.strip(" (,") in ("", "of", "in", "on", "signed in",
                                                         "signed on", "concluded in")  # fmt: skip
        if before or after:
            return period
    verb = span.root.head
    if verb.lemma_ in _SIGNING or (verb.dep_ in ("prep", "agent") and verb.head.lemma_ in _SIGNING):
        dated_ = passage.calendar.of(verb)
        return dated_.period if dated_.how == "sentence" else None
    return None


def _another(found: Occurrence, said: Period, begins: bool | None) -> Thing | None:
    """Give something else of the date that a text gives, called by the same place or people."""
    name = found.span.text
    for one in dict.fromkeys(named().values()):
        if one.kind == found.thing.kind or {one.kind, found.thing.kind} == {"treaty", "alliance"}:
            thing = as_thing(one) if shared_words(one.name, name) else None
            if thing is not None and fits(said, thing, begins):
                return thing
    return None


def _may_fit(thing: Thing, begins: bool | None, passage: Passage) -> bool:
    dates = (p for p, _ in passage.calendar.here(passage.sentence) if p.dated)
    return any(fits(p, thing, begins) for p in dates)


def _strangers(act: Act | None, thing: Named) -> list[str]:
    """Give the states that a clause says signed or fought, and that were not in it."""
    if act is None or not thing.members or not act.named:
        return []
    if act.verb.lemma_ not in (*_SIGNING, "fight", "wage") and act.token.pos_ == "VERB":
        return []
    if act.verb.lemma_ not in (*_SIGNING, "fight", "wage"):
        return []
    return [c for c in act.doers if c in states() and c not in thing.members]


def _around(found: Occurrence, passage: Passage) -> tuple[int, int]:
    """Give the name with the date beside it."""
    start, end = found.span.start, found.span.end
    for _, dated in passage.calendar.here(passage.sentence):
        if 0 <= dated.start - end <= 2:
            end = dated.end
        if 0 <= start - dated.end <= 1:
            start = dated.start
    return start, end
