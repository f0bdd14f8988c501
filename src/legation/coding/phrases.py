"""Whom a phrase by itself stands for: "a former White House official", "FSB", "Harvard"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from legation.coding.lexicon import agent_nouns, words
from legation.coding.mentions import bearer, find_names
from legation.coding.parse import parser
from legation.world import Name, NameKind, Place, names, place_names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_NATIONALITY = (NameKind.ADJECTIVE, NameKind.DEMONYM, NameKind.DEMONYM_PLURAL)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a phrase stands for.

    Args:
        code: state or organisation; None where the phrase does not say.
        role: PLOVER sector; None for a state as such and where the phrase does not say.
    """

    code: str | None
    role: str | None


def resolve(phrase: str, day: dt.date | None = None, context: str = "") -> Standing:
    """Say whose a phrase is and what it is.

    Args:
        phrase: a noun phrase, such as an event's actor.
        day: when it was written: holders of office and armed groups change; today where None.
        context: text about it, which decides where the phrase alone does not.

    Examples:
        >>> resolve("Angela Merkel", dt.date(2017, 4, 1))
        Standing(code='DEU', role='GOV')
        >>> resolve("Angela Merkel", dt.date(2022, 1, 10))
        Standing(code='DEU', role='ELI')
        >>> resolve("three Chinese warplanes")
        Standing(code='CHN', role='MIL')
    """
    text = _titled(" ".join(phrase.split()).removeprefix("the ").removeprefix("The "))
    doc = parser()(text)
    when = day or dt.date.today()
    found = [
        (span, _entity(span) or name)
        for span, name in find_names(doc, when)
        if _whole(doc, span, name)
    ]
    found = found or list(_misspelt(doc, when))
    code = _whose(doc, found, context, when)
    return Standing(code, _role(doc, found, when))


def _entity(span: Span) -> Name | None:
    """Give the state in whose bounds a partially recognised one lies."""
    own = (n for n in names().get(span.text, ()) if n.kind is NameKind.BODY)
    return next((n for n in own if n.role == "PRE"), None)


def _misspelt(doc: Doc, day: dt.date) -> Iterator[tuple[Span, Name]]:
    """Find a holder of office whose name is spelt another way: Mohammed for Mohamed."""
    run = [t for t in doc if t.text[:1].isupper() and t.lower_ not in agent_nouns()]
    if len(run) < 2 or run[-1].i - run[0].i != len(run) - 1:
        return
    span = doc[run[0].i : run[-1].i + 1]
    near = process.extractOne(
        span.text, _full_names(), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE
    )
    whose = bearer(near[0], day) if near else None
    if whose is not None:
        yield span, whose


@cache
def _full_names() -> tuple[str, ...]:
    kinds = (NameKind.HOLDER, NameKind.FIGURE)
    return tuple(t for t, ns in names().items() if any(n.kind in kinds for n in ns))


_ALIKE = 88
"""Likeness out of 100 from which two spellings are one name."""


def _whole(doc: Doc, span: Span, name: Name) -> bool:
    """Whether a person's name is all of the name that stands there: not Khan of "Kamal Khan"."""
    if not name.kind.is_person:
        return True
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc)]
    return not any(
        t.text[:1].isupper() and t.lower_ not in agent_nouns() and t.lower_ not in words("title")
        for t in beside
    )


def _titled(text: str) -> str:
    """Write a phrase in capitals as names are written; a short one is an abbreviation."""
    return text.title() if text.isupper() and len(text) > 6 else text


def _whose(doc: Doc, found: Sequence[tuple[Span, Name]], context: str, day: dt.date) -> str | None:
    """Give the state of a phrase: its first name's, else a place's, else the context's."""
    for _, name in sorted(found, key=lambda hit: hit[1].kind is NameKind.SURNAME):
        return name.code
    for place in _places(doc):
        return place.state
    near = [bearer(s.text, day) for s, _ in find_names(parser()(context), day)] if context else []
    return next((n.code for n in near if n is not None), None)


def _places(doc: Doc) -> Iterator[Place]:
    """Give the gazetteer's places in a phrase, the longest names first."""
    for length in range(min(len(doc), 4), 0, -1):
        for start in range(len(doc) - length + 1):
            text = doc[start : start + length].text
            if text[:1].isupper():
                found = [p for p in place_names().get(text, ()) if p.state]
                yield from found[:1]


def _role(doc: Doc, found: Sequence[tuple[Span, Name]], day: dt.date) -> str | None:
    """Give the sector: a body's own, else that of the nouns, else that of the name."""
    former = any(t.lower_ in words("former") for t in doc)
    nouns = _nouns(doc, found)
    for _, name in found:
        if name.kind is NameKind.FIGURE and name.holds(day) and name.role != "GOV":
            return name.role
        if name.kind is NameKind.BODY:
            return "ELI" if former else name.role
        if name.kind is NameKind.ORGANISATION and _is_court(name.text):
            return "JUD"
    if nouns:
        return "ELI" if former and nouns[0] in ("GOV", "MIL", "LEG", "JUD") else nouns[0]
    for _, name in found:
        if name.kind.is_person:
            return name.role if name.holds(day) else _out_of_office(name, day)
        return None if name.kind in _NATIONALITY else name.role
    return "CVL" if any(True for _ in _places(doc)) else None


def _is_court(name: str) -> bool:
    return "Court" in name or "Tribunal" in name


def _out_of_office(name: Name, day: dt.date) -> str:
    gone = name.period.end is not None and name.period.end < day
    return "ELI" if gone else "PTY"


def _nouns(doc: Doc, found: Sequence[tuple[Span, Name]]) -> list[str]:
    """List the sectors that the phrase's own nouns name, its head first, then from the left."""
    inside = {t.i for span, name in found for t in span if name.kind is not NameKind.SURNAME}
    roles = {end: (start, role) for start, end, role in _agents_in(doc, inside)}
    head = next((t.i for t in doc if t.dep_ == "ROOT"), 0)
    ordered = sorted(roles, key=lambda end: (not roles[end][0] <= head < end, end))
    return [roles[end][1] for end in ordered]


def _agents_in(doc: Doc, inside: set[int]) -> Iterator[tuple[int, int, str]]:
    """Find the nouns that name actors, the longest first: "trade union" before "union"."""
    forms = [{t.lower_, t.lemma_.lower()} for t in doc]
    end = len(doc)
    while end > 0:
        for start in range(max(0, end - 4), end):
            if inside & set(range(start, end)):
                continue
            before = " ".join(t.lower_ for t in doc[start : end - 1])
            known = (agent_nouns().get(f"{before} {form}".strip()) for form in forms[end - 1])
            role = next((r for r in known if r), None)
            if role is not None and role != "UNK":
                yield start, end, role
                end = start + 1
                break
        end -= 1
