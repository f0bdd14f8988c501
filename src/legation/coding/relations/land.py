"""Land: which words name it, whose it is, and which of it is disputed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import group, noun_frame, verb_frame
from legation.coding.lexicon import is_of, words
from legation.coding.party import Party
from legation.coding.relations.bond import without
from legation.world import DisputedPlace, disputed_places, names, place_names, states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WORD = re.compile(r"[^\W_]+")
_PLACES = {"GPE", "LOC", "FAC"}


def is_land(token: Token) -> bool:
    """Whether a word names land: a place, or "province", "islands", "half of" a place."""
    if token.pos_ == "PROPN":
        return token.ent_type_ in _PLACES or full_name(token) in place_names()
    lemma = token.lemma_.lower()
    if lemma in words("part"):
        return any(is_land(t) for t in noun_frame(token).after("of"))
    return token.pos_ == "NOUN" and (is_of(lemma, "territory") or lemma in words("land"))


def full_name(token: Token) -> str:
    """Give the whole of a proper name that ends with a token."""
    start = token.i
    while start > token.left_edge.i and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    text: str = token.doc[start : token.i + 1].text
    return text


def owners(land: Token, cast: Cast, but: list[Party]) -> list[Party]:
    """Give whose a piece of land is said, or known, to be, besides some parties."""
    named = [h for c in land.children if c.dep_ == "poss" for h in group(c)]
    named += [t for p in ("in", "of", "from") for t in noun_frame(land).prepositions.get(p, ())]
    for found in (cast.all(named), cast.qualifiers(land), cast.located(land)):
        if other := without((p for p in found if p.code in states()), but):
            return other
    inner = [t for t in noun_frame(land).after("of") if is_land(t)]
    return [p for t in inner for p in owners(t, cast, but)]


def other_side(known: list[Party], land: Token, cast: Cast) -> list[Party]:
    """Give whose land "the islands" are: of whom the sentence spoke before, else the other side."""
    sentence, codes = land.sent, {p.code for p in known}
    before = cast.mentions.between(sentence.start, land.left_edge.i)
    named = [m for m in before if m.code in states() and m.code not in codes]
    if named:
        return [Party(named[-1].code, None, land.text, land.i)]
    return cast.complete(known, [], land)[1]


def holders_said(sentence: Span, cast: Cast, but: list[Party]) -> list[Party]:
    """Give who is said to hold land: "held by B", "which B administers"."""
    for verb in sentence:
        if verb.lemma_ in words("holding") and verb.pos_ in ("VERB", "ADJ"):
            frame = verb_frame(verb)
            by = [
                t for c in verb.children if c.lower_ == "by" for o in c.children for t in group(o)
            ]
            if found := without(cast.all([*frame.subjects, *by]), but):
                return found
    return []


def disputed_in(span: Span) -> dict[int, DisputedPlace]:
    """Find the disputed places that a span of text names, by the index of each token."""
    return {
        token.i: place
        for start, end, place in _occurrences(span.text)
        for token in _tokens(span, start, end)
    }


def _tokens(span: Span, start: int, end: int) -> Iterator[Token]:
    first = span.start_char + start
    for token in span:
        if first <= token.idx < span.start_char + end:
            yield token


def _occurrences(text: str) -> Iterator[tuple[int, int, DisputedPlace]]:
    reach = 0
    for word in _WORD.finditer(text):
        if word.start() < reach:
            continue
        for name, place in _by_first_word().get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield word.start(), end, place
                reach = end
                break


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, DisputedPlace], ...]]:
    index: dict[str, dict[str, DisputedPlace]] = {}
    for place in disputed_places().values():
        for name in _names(place):
            first = _WORD.match(name)
            if first is not None:
                index.setdefault(first.group(), {}).setdefault(name, place)
    return {
        word: tuple(sorted(found.items(), key=lambda item: -len(item[0])))
        for word, found in index.items()
    }


def _names(place: DisputedPlace) -> Iterator[str]:
    """Give a place's names, and their distinctive word alone, in the singular and the plural."""
    for name in (place.place.name, *(n for ns in place.names.values() for n in ns)):
        for part in re.split(r"[/(),]", name):
            whole = part.strip()
            if len(whole) > 3 and whole[0].isupper() and not _is_state(whole):
                yield whole
            rest = [w for w in whole.split() if w not in words("place_word")]
            if len(rest) == 1 and len(rest[0]) > 4 and rest[0][0].isupper():
                core = rest[0]
                if not _is_state(core) and core not in words("place_word"):
                    yield core
                    yield f"{core}s"


def _is_state(name: str) -> bool:
    return any(n.code in states() and n.kind.is_state for n in names().get(name, ())) and (
        name not in _STATELIKE
    )


_STATELIKE = {"Western Sahara", "Falkland Islands", "Hong Kong", "Macau", "Taiwan", "Kosovo"}
"""Names of states or dependencies in the tables that are disputed places before all."""
