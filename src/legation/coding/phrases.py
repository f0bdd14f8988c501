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
from legation.world import Name, NameKind, Place, find_places, localities, names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

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
    found = [hit for hit in found if not _others_seat(hit[1], found[0][1])]
    found = found or list(_misspelt(doc, when))
    code = _whose(doc, found, context, when)
    return Standing(code, _role(doc, found, when))


def _entity(span: Span) -> Name | None:
    """Give the state in whose bounds a partially recognised one lies."""
    own = (n for n in names().get(span.text, ()) if n.kind is NameKind.BODY)
    return next((n for n in own if n.role == "PRE"), None)


def _others_seat(name: Name, owner: Name) -> bool:
    """Whether a name is a seat of another state's: not so of "Chile's Defense Department"."""
    return name.kind is NameKind.METONYM and name.code != owner.code


def _misspelt(doc: Doc, day: dt.date) -> Iterator[tuple[Span, Name]]:
    """Find a holder of office whose name is spelt another way: Mohammed for Mohamed."""
    run = [t for t in doc if _of_a_name(t)]
    if not run or run[-1].i - run[0].i != len(run) - 1:
        return
    span = doc[run[0].i : run[-1].i + 1]
    if len(run) == 1:
        yield from ((span, n) for n in _only_bearer(span, day) if len(doc) > 1)
        return
    near = process.extractOne(
        span.text, _full_names(), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE
    )
    whose = bearer(near[0], day) if near else None
    if whose is not None:
        yield span, whose


def _only_bearer(surname: Span, day: dt.date) -> list[Name]:
    """Give the one in public life on a day who has a surname: Hicks of "Deputy Secretary Hicks"."""
    bearers = [n for n in _by_surname().get(surname.text, ()) if n.holds(day)]
    return bearers[:1] if len({n.code for n in bearers}) == 1 else []


@cache
def _by_surname() -> dict[str, tuple[Name, ...]]:
    index: dict[str, list[Name]] = {}
    for text, bearers in names().items():
        figures = [n for n in bearers if n.kind is NameKind.FIGURE]
        if figures:
            index.setdefault(text.rpartition(" ")[2], []).extend(figures)
    return {surname: tuple(bearers) for surname, bearers in index.items()}


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
    return not any(_of_a_name(t) for t in beside)


def _of_a_name(token: Token) -> bool:
    plain = token.lower_ in agent_nouns() or token.lower_ in words("title")
    return token.text[:1].isupper() and len(token) > 1 and not plain


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
            span = doc[start : start + length]
            if span.text[:1].isupper() and not _in_a_longer_name(span):
                bearers = (*find_places(span.text), *localities(span.text))
                yield from [p for p in bearers if p.state][:1]


def _in_a_longer_name(span: Span) -> bool:
    """Whether a name is a part of a longer one: Ho of "Ho-jen", Jam of "Jam Kamal Khan"."""
    doc = span.doc
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc)]
    return any(t.text == "-" or _of_a_name(t) for t in beside)


def _role(doc: Doc, found: Sequence[tuple[Span, Name]], day: dt.date) -> str | None:
    """Give the sector: a body's own, else that of the nouns, else that of the name."""
    former = any(t.lower_ in words("former") for t in doc)
    nouns = _nouns(doc, found)
    for _, name in found:
        if name.kind is NameKind.FIGURE and name.holds(day) and name.role != "GOV":
            return name.role
        if name.kind is NameKind.BODY or (name.kind is NameKind.METONYM and _serves(doc)):
            return "ELI" if former else name.role
        if name.kind is NameKind.ORGANISATION and _is_court(name.text):
            return "JUD"
    if nouns:
        return _of_nouns(doc, nouns, former)
    for _, name in found:
        if name.kind.is_person:
            return name.role if name.holds(day) else _out_of_office(name, day)
        if name.kind in _NATIONALITY or name.role:
            return None if name.kind in _NATIONALITY else name.role
    return "CVL" if any(True for _ in _places(doc)) else None


def _of_nouns(doc: Doc, nouns: list[str], former: bool) -> str:
    """Give the sector of the first noun; that of what it serves, and the state's of its press."""
    if former and nouns[0] in ("GOV", "MIL", "LEG", "JUD"):
        return "ELI"
    if nouns[0] == "JRN" and any(t.lower_ in words("state_run") for t in doc):
        return "GOV"
    return nouns[1] if len(nouns) > 1 and _serves(doc) else nouns[0]


def _serves(doc: Doc) -> bool:
    """Whether the head only says that somebody belongs to something: "officer", "head of"."""
    head = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
    return head.lemma_.lower() in words("member_of")


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
