"""Verdicts on who held an office, where a text puts it otherwise than by a title and a name.

"His Chilean counterpart, Michelle Bachelet"; "Abiy Ahmed, who had become prime minister that
April"; "Osman Saleh has been foreign minister since 2011"; "under Anwar Sadat".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.offices import called, office_proofs, office_told, titles
from legation.coding.passages import Passage
from legation.model import Period
from legation.world import Holder, holders

if TYPE_CHECKING:
    from spacy.tokens import Span

_CHIEF = ("head_of_state", "head_of_government", "leader", "secretary_general")
_ANY = (*_CHIEF, "foreign_minister", "defence_minister")
_WORD = re.compile(r"[^\W_]+")
_PEER = r"(?:counterpart|opposite number|colleague|successor|predecessor)"
_BEFORE = re.compile(
    rf"(?:\b(?:{_PEER}),?|\b(?P<under>under|led by|ruled by))\s+(?:[A-Z][a-z]+\s)?$"
)
_PEER_AFTER = re.compile(
    rf",? (?:then |now |by then )?(?:his|her|its|their|the) (?:[A-Z]\w+ )?{_PEER}\b"
)
_TAKING = re.compile(
    r",? (?:who )?(?:had )?(?:took|taken|came|come|rose|risen) (?:over|office|to power|to office)\b"
)
_LEADING = re.compile(r",? (?:who )?(?:has|had) led [A-Z]\w+ (?P<field>diplomacy|foreign policy)\b")
_BEING = (
    r",? (?:who )?(?:by then |then |now )?"
    r"(?:was|is|has been|had been|became|becomes|had become|had by then become|has become"
    r"|served as|serves as|had served as|remains|remained)"
    r" (?:then |by then |now |still )?(?:the |its |their |an? )?(?:[\w'’-]+ ){0,2}?"
)
_GOVERNMENT = re.compile(r"['’]s? (?:government|administration|cabinet|regime)\b")
_GOVERNING = re.compile(r"\b([A-Z][\w-]+)(?=['’]s? (?:government|administration|cabinet|regime)\b)")
_APART = re.compile(r"\b(?:and|or|but|former|ex|with|to|against|met|from|by)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b")


@dataclass(frozen=True, slots=True)
class _Role:
    """What a text says somebody was: which offices, how far the words go, and since when."""

    offices: tuple[str, ...]
    start: int
    end: int
    begins: bool
    vague: bool = False


def check_roles(passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    """Say of everybody to whom a sentence gives an office in such words whether they held it.

    Args:
        passage: the sentence.
        taken: stretches in which an office was judged already, as offsets in the document.
    """
    text = passage.sentence.text
    for name, start, end in (*_people(text), *_surnames(text)):
        role = _role(text, start, end)
        if role is None or (" " not in name and not _known(name, role, passage)):
            continue
        span = _span(passage, role.start, role.end)
        evidence = passage.quote(span.start, span.end)
        first, last = evidence.start_char or 0, evidence.end_char or 0
        if not any(first < e and s < last for s, e in taken):
            judged = _judged(Claim(ClaimKind.OFFICE, evidence), name, role, passage, span)
            if judged is not None:
                yield judged


def _judged(claim: Claim, name: str, role: _Role, passage: Passage, span: Span) -> Finding | None:
    here = {m.code for m in passage.cast.mentions.between(span.start, span.end)}
    every = called(name)
    own = [h for h in every if " " in name or h.state in here] or list(every)
    held = [h for h in own if h.office in role.offices]
    when = _when(passage, span)
    if role.begins:
        right = [h for h in held if when is None or _began(h, when)]
    else:
        right = [h for h in held if when is None or h.period.overlaps(when)]
    if right:
        told = office_told(right[0])
        return Finding(claim, Verdict.ON_RECORD, f"On record: {told}", office_proofs(right[:1]))
    if role.vague:
        return None
    told = office_told((held or own)[0])
    why = f"The record has it at another time, or of another office: {told}"
    return Finding(claim, Verdict.DIFFERS, why, office_proofs((held or own)[:1]))


def _began(holder: Holder, when: Period) -> bool:
    start = holder.period.start
    first = Period.around(when.start, when.start_precision) if when.start else when
    return start is None or first.overlaps(Period.around(start, holder.period.start_precision))


def _when(passage: Passage, span: Span) -> Period | None:
    here = [p for p, w in passage.calendar.here(passage.sentence)
            if span.start <= w.start < span.end + 4]  # fmt: skip
    if here:
        return here[0]
    dated = passage.calendar.of(span.root)
    if dated.how in ("sentence", "narrative") and dated.period.dated:
        return dated.period
    day = passage.document.published
    return Period.day(day) if day else None


def _role(text: str, start: int, end: int) -> _Role | None:
    """Find what a sentence says that somebody named in it was."""
    pattern, offices = titles()
    after = text[end : end + 90]
    being = re.match(_BEING + "(" + pattern.pattern + r")\b", after, re.IGNORECASE)
    if being and "former" not in being.group().lower():
        found = offices[being.group(1).lower()]
        became = re.search(r"\b(?:became|become)\b", being.group()) is not None
        since = _SINCE.match(after[being.end() :].lstrip()) is not None
        return _Role(found, start, end + being.end(), became or since) if found else None
    beside = re.match(r",?\s+(?:as\s+)?(?:[\w’'-]+\s){0,5}?(" + pattern.pattern + r")\b", after,
                      re.IGNORECASE)  # fmt: skip
    if beside and _APART.search(beside.group()) is None and after[:1] in (",", " "):
        apposed = after.startswith(",") or after.lower().startswith(" as ")
        if apposed and (found := offices[beside.group(1).lower()]):
            since = _SINCE.match(after[beside.end() :].lstrip()) is not None
            return _Role(found, start, end + beside.end(), since)
    if leading := _LEADING.match(after):
        since = _SINCE.match(after[leading.end() :].lstrip()) is not None
        return _Role(("foreign_minister",), start, end + leading.end(), since)
    if taking := _TAKING.match(after):
        return _Role(_CHIEF, start, end + taking.end(), True)
    if peer := _PEER_AFTER.match(after):
        return _Role(_ANY, start, end + peer.end(), False)
    if before := _BEFORE.search(text[max(0, start - 60) : start]):
        first = max(0, start - 60) + before.start()
        if before["under"]:
            return _Role(_CHIEF, first, end, False, vague=True)
        field = text[max(0, first - 10) : start].lower()
        named = [o for o in ("foreign_minister", "defence_minister") if o[:6] in field]
        return _Role(tuple(named) or _ANY, first, end, False)
    if governing := _GOVERNMENT.match(after):
        return _Role(_CHIEF, start, end + governing.end(), False, vague=True)
    title = re.search(
        r"(" + pattern.pattern + r"),?\s+$", text[max(0, start - 30) : start], re.IGNORECASE
    )
    if title and offices[title.group(1).lower()]:
        return _Role(offices[title.group(1).lower()], start - len(title.group()), end, False)
    return None


def _people(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the full names of holders of office in a sentence."""
    reach = 0
    for word in _WORD.finditer(text):
        if word.start() < reach:
            continue
        for name in _by_first_word().get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield name, word.start(), end
                reach = end
                break


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    index: dict[str, set[str]] = {}
    for holder in holders():
        for name in (holder.name, *holder.aliases):
            if " " in name and (first := _WORD.match(name)):
                index.setdefault(first.group(), set()).add(name)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in index.items()}


def _surnames(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the surnames of holders of office that a title or a government stands by."""
    pattern, _ = titles()
    for found in re.finditer(rf"(?i:{pattern.pattern})\s+([A-Z][\w’'-]+)", text):
        if called(found.group(1)):
            yield found.group(1), found.start(1), found.end(1)
    for found in re.finditer(
        r"\b([A-Z][\w-]+)(?=['’]s? (?:government|administration|cabinet|regime))", text
    ):
        if called(found.group(1)):
            yield found.group(1), found.start(1), found.end(1)


def _known(surname: str, role: _Role, passage: Passage) -> bool:
    """Whether somebody of a surname held such an office in a state that the text is about."""
    here = {
        m.code for m in passage.cast.mentions.between(passage.sentence.start, passage.sentence.end)
    }
    about = here | set(passage.cast.focus.main_pair())
    return any(h.state in about and h.office in role.offices for h in called(surname))


def _span(passage: Passage, start: int, end: int) -> Span:
    first = passage.sentence.start_char
    found = passage.section.doc.char_span(first + start, first + end, alignment_mode="expand")
    assert found is not None
    return found
