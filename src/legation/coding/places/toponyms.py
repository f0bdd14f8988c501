"""Where a text names places: by the gazetteer, and by what the parse says of the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation.coding.lexicon import words
from legation.world import NameKind, Place, find_places, is_abbreviation, names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from legation.coding.parse import Parsed

LONGEST = 5
"""Words of the longest name that is looked up."""
_PLACES = {"GPE", "LOC", "FAC", "NORP"}
_LOCATIVE = {"in", "at", "near", "from", "around", "outside", "across"}
_NAMED_AFTER_PLACES = {"ORG", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART"}
_LARGE = 100_000
"""Inhabitants from which a town is known by its name."""
_AFTER_A_DATELINE = {"-", "--", "–", "—", "(", ",", ":", "/"}
_STATE_KINDS = {NameKind.ADJECTIVE, NameKind.DEMONYM, NameKind.DEMONYM_PLURAL}


@dataclass(frozen=True, slots=True)
class Toponym:
    """One naming of a place in a document.

    Args:
        start_char: where it begins in the document's text.
        end_char: where it ends.
        name: the words themselves.
        bearers: the places that the name can mean, maybe none.
        within: the name of what it is said to lie in, as "Texas" of "Paris, Texas"; maybe empty.
        token: index of its first token in its section's parse.
        section: number of the section.
    """

    start_char: int
    end_char: int
    name: str
    bearers: tuple[Place, ...]
    within: str = ""
    token: int = 0
    section: int = 0


def find_toponyms(parsed: Sequence[Parsed]) -> list[Toponym]:
    """Find the names of places in a document, without saying yet which place each is.

    Args:
        parsed: the document's sections.

    Returns:
        The names in the order of the text, with character offsets into the document.

    Examples:
        >>> from legation.coding.parse import parse
        >>> from legation.reading import read_text
        >>> found = find_toponyms(parse(read_text("The mayor of Paris, Texas, flew to Oslo.")))
        >>> [(t.name, t.within) for t in found]
        [('Paris', 'Texas'), ('Texas', ''), ('Oslo', '')]
    """
    people = {e[-1].text for p in parsed for e in p.doc.ents if e.label_ == "PERSON" and len(e) > 1}
    spans = [list(_spans(section.doc, people)) for section in parsed]
    sure = {span.text for section in spans for span, trust in section if trust}
    found = []
    for number, (section, here) in enumerate(zip(parsed, spans, strict=True)):
        for span, trust in here:
            if trust or span.text in sure:
                found.append(_toponym(section, number, span))
    return found


def _toponym(section: Parsed, number: int, span: Span) -> Toponym:
    start, end = section.offset + span.start_char, section.offset + span.end_char
    bearers = places_called(_name(span))
    return Toponym(start, end, span.text, bearers, _within(span), span.start, number)


def _spans(doc: Doc, people: set[str]) -> Iterator[tuple[Span, bool]]:
    """Give the longest names left to right, each with whether the parse bears it out."""
    at = 0
    while at < len(doc):
        span = _longest(doc, at)
        if span is None:
            at += 1
            continue
        yield span, _borne_out(span, people)
        at = span.end


def _longest(doc: Doc, at: int) -> Span | None:
    first = doc[at]
    if not first.text[0].isupper():
        return None
    for end in range(min(at + LONGEST, len(doc)), at, -1):
        span = doc[at:end]
        if _name(span) and not _cuts(span):
            return span
    whole = _entity(first)
    if whole is not None and whole.start == at and whole.label_ in ("GPE", "LOC"):
        return whole if whole[-1].pos_ == "PROPN" else None
    return None


def _name(span: Span) -> str:
    """Give the name that a span is as the gazetteer has it, with a stop that the parse cut off."""
    text = span.text
    if is_abbreviation(stopped := text.removesuffix(".") + "."):
        return stopped
    if span[-1].is_punct:
        return ""
    return text if places_called(text) else ""


def _cuts(span: Span) -> bool:
    """Whether a name would break a hyphenated word or end in a word that is no name."""
    doc = span.doc
    joined = span.end < len(doc) and not doc[span.end - 1].whitespace_ and doc[span.end].is_alpha
    return joined or not span[-1].text[0].isupper()


@cache
def places_called(name: str) -> tuple[Place, ...]:
    """Find every place that a name can mean, each name looked up once."""
    return find_places(name)


def _entity(token: Token) -> Span | None:
    return next((e for e in token.doc.ents if e.start <= token.i < e.end), None)


def _borne_out(span: Span, people: set[str]) -> bool:
    """Whether the name is a place's here, and not a person's, a firm's or a plain word."""
    text = span.text
    if text.lower() in words("not_a_place"):
        return False
    if _of_a_state(text):
        return not _person(span)
    if is_abbreviation(_name(span)):
        return _after_comma(span) or "." in text
    entity = _entity(span[0])
    label = entity.label_ if entity is not None else ""
    before = span.doc[span.start - 1] if span.start else None
    located = before is not None and before.lower_ in _LOCATIVE
    if _within(span) or _heads_a_dateline(span):
        return True
    titled = before is not None and before.lower_.rstrip(".") in words("title")
    if titled or text in people:
        return False
    whole = entity is not None and len(entity) == len(span)
    if label in _PLACES:
        return True
    if label == "PERSON":
        return whole and (located or _renowned(text))
    if label in _NAMED_AFTER_PLACES and entity is not None:
        return whole or _first_word(entity) == span.start
    return span[-1].pos_ == "PROPN" and (located or _renowned(text))


def _renowned(name: str) -> bool:
    """Whether a name is that of a place which needs no preposition to be known for one."""
    return name not in words("common_name") and any(
        p.kind not in ("town", "county") or p.population >= _LARGE for p in places_called(name)
    )


def _first_word(entity: Span) -> int:
    return entity.start + (entity[0].lower_ == "the")


def _of_a_state(text: str) -> bool:
    return any(n.kind.is_state or n.kind in _STATE_KINDS for n in names().get(text, ()))


def _person(span: Span) -> bool:
    entity = _entity(span[0])
    return entity is not None and entity.label_ == "PERSON" and len(entity) > len(span)


def _after_comma(span: Span) -> bool:
    return span.start > 1 and span.doc[span.start - 1].text == ","


def _heads_a_dateline(span: Span) -> bool:
    doc, end = span.doc, span.end
    upper = span.text.isupper() and len(span.text) > 3
    opens = span.start == 0 or not doc[span.start - 1].text.isupper()
    return opens and upper and end < len(doc) and doc[end].text in _AFTER_A_DATELINE


def _within(span: Span) -> str:
    """Give the name after a comma that says what the place lies in."""
    doc, at = span.doc, span.end
    if at + 1 >= len(doc) or doc[at].text != ",":
        return ""
    following = _longest_plain(doc, at + 1)
    if not following:
        return ""
    kinds = {p.kind for p in places_called(following)}
    return following if kinds & {"state", "province"} else ""


def _longest_plain(doc: Doc, at: int) -> str:
    for end in range(min(at + 4, len(doc)), at, -1):
        span = doc[at:end]
        if span.text[0].isupper() and (name := _name(span)):
            return name
    return ""
