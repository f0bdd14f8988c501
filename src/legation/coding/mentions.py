"""Where a text names states, organisations and people in office."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation import tables
from legation.coding.lexicon import words
from legation.model import Period
from legation.world import Name, NameKind, names, states

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from legation.coding.parse import Parsed

_WORD = re.compile(r"[^\W_]+")
_LOCATIVE = {"in", "at", "near", "outside", "around", "over"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a state, an organisation, or somebody who speaks for one.

    Args:
        start: index of its first token in the section's parse.
        end: index after its last token.
        code: whose it is.
        kind: how the name stands for its bearer.
        role: PLOVER sector, where the name implies one.
    """

    start: int
    end: int
    code: str
    kind: NameKind
    role: str | None = None


class Mentions:
    """The mentions of one section, by token."""

    def __init__(self, found: Iterable[Mention]) -> None:
        self.all = sorted(found, key=lambda m: m.start)
        self._by_token = {i: m for m in self.all for i in range(m.start, m.end)}
        self._starts = [m.start for m in self.all]

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that begin at or after one token index and before another."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, token: Token) -> Mention | None:
        """Give the mention that a token is part of, or None."""
        return self._by_token.get(token.i)


def find_mentions(
    parsed: list[Parsed],
    day: dt.date | None,
    days: Sequence[dt.date | None] = (),
    everyone: bool = False,
) -> list[Mentions]:
    """Find the mentions in every section of a document.

    A surname counts only where the document gives the full name or a title with it, or where
    it can mean one holder in office on the day whose state the document names.

    Args:
        parsed: the document's sections.
        day: the document's date, at which names and offices are read; None where unknown.
        days: for each section the day that it tells of, where that is another.
        everyone: find named bodies that do not act for a state as well.

    Returns:
        One :class:`Mentions` a section, in order.
    """
    days = days or [day] * len(parsed)
    hits = [
        [hit for hit in find_names(p.doc, then) if everyone or _acts_for_a_state(hit[1], then)]
        for p, then in zip(parsed, days, strict=True)
    ]
    known = _known_people(hits)
    present = Counter(n.code for section in hits for _, n in section if not n.kind.is_person)
    return [
        Mentions(
            Mention(span.start, span.end, name.code, name.kind, name.role)
            for span, name in section
            if _credible(span, name, known, present, then)
        )
        for section, then in zip(hits, days, strict=True)
    ]


def _acts_for_a_state(name: Name, day: dt.date | None) -> bool:
    """Whether what somebody named does is their state's doing: not so for rebels, firms."""
    if name.kind is NameKind.FIGURE and not name.holds(day):
        return False
    return name.kind not in (NameKind.BODY, NameKind.FIGURE) or name.role in _OFFICIAL


_OFFICIAL = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM", "PRE"}


def find_names(doc: Doc, day: dt.date | None) -> Iterator[tuple[Span, Name]]:
    """Find the longest names in a parse, left to right, without overlaps.

    Args:
        doc: what to look in.
        day: when it was written; None where unknown.
    """
    text, index, reach = doc.text, _by_first_word(), 0
    for word in _WORD.finditer(text):
        if word.start() < reach:
            continue
        for key in index.get(word.group(), ()):
            end = word.start() + len(key)
            if not text.startswith(key, word.start()) or _runs_on(text, end):
                continue
            span = doc.char_span(word.start(), end, alignment_mode="expand")
            whose = bearer(key, day)
            if span is not None and whose is not None:
                yield span, whose
                reach = end
                break
    yield from _compounds(doc)


def _runs_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for key in names():
        first = _WORD.match(key)
        if first and not first.group().islower():
            index.setdefault(first.group(), []).append(key)
    return {w: tuple(sorted(keys, key=len, reverse=True)) for w, keys in index.items()}


def bearer(text: str, day: dt.date | None) -> Name | None:
    """Choose who a name means on a day: whoever bears it then, else whoever ever did."""
    bearers = [n for n in names()[text] if not _fleeting(n, day)]
    at_the_time = [n for n in bearers if n.holds(day)]
    lately = [n for n in at_the_time if n.period.end is None or day is not None]
    return next(iter(lately or at_the_time or bearers), None)


def _fleeting(name: Name, day: dt.date | None) -> bool:
    """Whether a place was a capital too briefly to stand for a state at another time."""
    start, end = name.period.start, name.period.end
    if name.kind is not NameKind.CAPITAL or start is None or end is None:
        return False
    brief = (end - start).days < 20 * 365
    return brief and (day is None or not name.holds(day))


def _compounds(doc: Doc) -> Iterator[tuple[Span, Name]]:
    """Find first halves that are no names of their own: Sino-Soviet, Russo-Japanese."""
    prefixes = _prefixes()
    for token in doc[:-1]:
        code = prefixes.get(token.lower_)
        if code and token.text[0].isupper() and doc[token.i + 1].text in "-–—":
            yield doc[token.i : token.i + 1], Name(token.text, code, NameKind.ADJECTIVE)


@cache
def _prefixes() -> dict[str, str]:
    rows = tables.rows("coding", "prefixes.csv", ("prefix", "code"))
    return {row["prefix"]: row["code"] for row in rows}


def _known_people(hits: list[list[tuple[Span, Name]]]) -> dict[str, set[str]]:
    """Give the surnames that the document introduces by full name or title, with their states."""
    known: dict[str, set[str]] = {}
    for section in hits:
        for span, name in section:
            if name.kind is NameKind.HOLDER:
                for word in span:
                    known.setdefault(word.text, set()).add(name.code)
            elif name.kind is NameKind.SURNAME and _titled(span) and not _first_name(span):
                known.setdefault(span.text, set()).add(name.code)
    return known


def _first_name(span: Span) -> bool:
    """Whether another name follows in one person's: David of "David Petraeus"."""
    if span.end >= len(span.doc):
        return False
    following = span.doc[span.end]
    return following.ent_type_ == "PERSON" and following.ent_iob_ == "I"


def _titled(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_.rstrip(".") in words("title")


def _credible(
    span: Span,
    name: Name,
    known: dict[str, set[str]],
    present: Counter[str],
    day: dt.date | None,
) -> bool:
    if name.kind is NameKind.SURNAME:
        if _first_name(span):
            return False
        if name.code in known.get(span.text, ()):
            return True
        if not _is_name(span) or span.text in words("common_name"):
            return False
        if day is not None and _lately(name, day):
            return present[name.code] > 0 or span[0].ent_type_ == "PERSON"
        return present[name.code] > 0 and len({n.code for n in names()[span.text]}) == 1
    if name.kind is NameKind.HOLDER:
        return True
    if name.kind is NameKind.FIGURE:  # there are many John Allens
        return present[name.code] > 0 or _titled(span)
    if name.kind is NameKind.CAPITAL and _is_location(span):
        return False
    if _dependent(name.code) or (day is not None and _unborn(name.code, day)):
        return False
    if name.kind is NameKind.ABBREVIATION and span.text.isupper() and len(span.text) <= 2:
        return not span.doc.text.isupper()
    return not _inside_a_person(span)


@cache
def _dependent(code: str) -> bool:
    """Whether a code is that of a territory which acts through another state."""
    state = states().get(code)
    return state is not None and not state.spells and code not in words("own_actor")


def _unborn(code: str, day: dt.date) -> bool:
    """Whether a name is still only that of land that others hold: Taiwan in 1895, Bosnia in 1908.

    Not so of Bahrain in 1867: there were rulers of that name who made war and treaties.
    """
    return code in words("land_before_1914") and day < _NATIONS


_NATIONS = dt.date(1914, 7, 28)
"""When nations began to be states in great number."""


def _lately(name: Name, day: dt.date) -> bool:
    """Whether a holder was in office within two years of the day."""
    margin = dt.timedelta(days=730)
    return name.period.overlaps(Period(day - margin, day + margin))


def _is_name(span: Span) -> bool:
    return span[0].ent_type_ not in ("GPE", "LOC", "FAC", "DATE") and span[0].pos_ == "PROPN"


def _is_location(span: Span) -> bool:
    """Whether a capital is only where something happens: "in Geneva", "at Vienna"."""
    root = span.root
    return root.dep_ == "pobj" and root.head.lower_ in _LOCATIVE


def _inside_a_person(span: Span) -> bool:
    """Whether a place name is part of somebody's name: George Washington, Michael Jordan."""
    if span[0].ent_type_ != "PERSON":
        return False
    doc, start, end = span.doc, span.start, span.end
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    longer, before = end - start > len(span), start < span.start
    return longer and before and doc[start].text not in ("the", "The")
