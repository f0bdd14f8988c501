"""People whom the text itself introduces: "Swedish Foreign Minister Tobias Billstrom"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.coding.lexicon import agents
from legation.coding.mentions import Mention, Mentions
from legation.world import NameKind, states

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from legation.coding.parse import Parsed

_OFFICIAL = {"GOV", "MIL", "LEG", "JUD"}
_REACH = 8
"""Words beside a name within which its bearer's office is told."""
_GLUE = {"of", "and", "the", "'s", "’s", "for", "-", "then", "new", "former"}


def introduce(parsed: list[Parsed], found: list[Mentions]) -> list[Mentions]:
    """Add the later mentions, by surname, of people whom the text introduced.

    The tables hold some people by their full names; of others the text says once whose they are
    and in what office. Then it goes on with the surname. A surname that the text gives to people
    of two states is left alone.

    Args:
        parsed: the document's sections.
        found: their mentions by name.
    """
    whose: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for section, mentions in zip(parsed, found, strict=True):
        for mention in mentions.all:
            if mention.kind is NameKind.FIGURE and mention.role:
                whose[section.doc[mention.end - 1].text][mention.code, mention.role] += 1
        for person in _people(section.doc, mentions):
            told = _office(person, mentions)
            if told is not None:
                whose[person[-1].text][told] += 1
    known = {
        surname: told.most_common(1)[0][0]
        for surname, told in whose.items()
        if len({code for code, _ in told}) == 1
    }
    if not known:
        return found
    return [
        Mentions([*mentions.all, *_named(section.doc, mentions, known)])
        for section, mentions in zip(parsed, found, strict=True)
    ]


def _people(doc: Doc, mentions: Mentions) -> Iterator[Span]:
    for entity in doc.ents:
        known = any(mentions.at(t) for t in entity)
        if entity.label_ == "PERSON" and not known and entity[-1].text[:1].isupper():
            yield entity


def _office(person: Span, mentions: Mentions) -> tuple[str, str] | None:
    """Say of which state and in what role a person is introduced, before or after the name."""
    return _told(_before(person), mentions) or _told(_after(person), mentions)


def _before(person: Span) -> list[Token]:
    """Give the words that lead up to a name: "Sweden's foreign minister, "."""
    doc, words = person.doc, []
    start = person.start - 1
    if start >= 0 and doc[start].text == ",":
        start -= 1
        if start < 0 or doc[start].lemma_.lower() not in agents():
            return []
    for i in range(start, max(start - _REACH, person.sent.start - 1), -1):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET") and token.lower_ not in _GLUE:
            break
        words.append(token)
    return words


def _after(person: Span) -> list[Token]:
    """Give the words set off by a comma after a name: ", the Swedish foreign minister"."""
    doc, words = person.doc, []
    if person.end >= len(doc) or doc[person.end].text != ",":
        return []
    for i in range(person.end + 1, min(person.end + 1 + _REACH, person.sent.end)):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET") and token.lower_ not in _GLUE:
            break
        words.append(token)
    return words


def _told(words: list[Token], mentions: Mentions) -> tuple[str, str] | None:
    roles = [r for t in words if (r := agents().get(t.lemma_.lower())) in _OFFICIAL]
    codes = {m.code for t in words if (m := mentions.at(t)) and m.code in states()}
    if roles and len(codes) == 1:
        return codes.pop(), roles[0] or "GOV"
    return None


def _named(doc: Doc, mentions: Mentions, known: dict[str, tuple[str, str]]) -> Iterator[Mention]:
    for token in doc:
        told = known.get(token.text)
        if told and token.pos_ == "PROPN" and mentions.at(token) is None:
            if token.ent_type_ in ("GPE", "LOC", "FAC", "ORG"):
                continue
            yield Mention(token.i, token.i + 1, told[0], NameKind.SURNAME, told[1])
