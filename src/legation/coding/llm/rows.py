"""What a model says to rows, and the reason where what it says does not hold.

Nothing that a model writes itself gets into a row but codes: words for people, places and terms
are kept only where the document has them.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from legation.coding.llm import quotes
from legation.coding.llm.chunks import Chunk
from legation.coding.llm.sides import side
from legation.coding.llm.spells import event_period, relation_period
from legation.errors import InvalidDateError
from legation.model import (
    Document,
    Event,
    Evidence,
    Period,
    Relation,
    RelationKind,
    Row,
    Status,
    codebook,
)
from legation.world import organisations


class UnfitError(Exception):
    """A row that does not hold; the text is the reason."""


def row_from(given: Any, document: Document, chunk: Chunk, coder: str) -> Row:
    """Make a row of what a model says of a part of a document.

    Args:
        given: one entry of the answer's ``rows``, of whatever form.
        document: what was read.
        chunk: the part.
        coder: what stands in the row's ``coder``.

    Raises:
        UnfitError: it is no row, its quote is not in the part, a word is not in the
            codebook, a side is nobody known, the sides are one, or a date is none.

    Examples:
        >>> from legation.reading import read_text
        >>> document = read_text("On 2 May 2013 China accused Japan.")
        >>> said = {"row": "event", "quote": "China accused Japan", "type": "ACCUSE",
        ...         "actor": "CHN", "recipient": "Japan", "start": "2013-05-02",
        ...         "status": "reported"}
        >>> row = row_from(said, document, Chunk(0, 34), "llm/1:small")
        >>> row.actor, row.recipient, str(row.end), row.evidence.start_char
        ('CHN', 'JPN', '2013-05-02', 14)
    """
    if not isinstance(given, dict):
        raise UnfitError("not a row")
    kind = _word(given, "row", ("event", "relation"))
    quoted = quotes.find(_text(given, "quote") or "", document.text, chunk)
    if quoted is None:
        raise UnfitError("quote not in the text")
    make = _event if kind == "event" else _relation
    return make(given, document, chunk, quoted, coder)


def _event(
    given: dict[str, Any], document: Document, chunk: Chunk, quoted: Chunk, coder: str
) -> Event:
    book = codebook()
    event_type = book.types[_word(given, "type", book.types)]
    period = _period(event_period, given, "start", "end", "precision")
    actor, recipient = _sides(given, "actor", "recipient", period, document)
    if recipient is None and (actor is None or event_type.needs_recipient):
        raise UnfitError("side missing")
    topics = given.get("topics")
    return Event(
        type=event_type.code,
        mode=_word_or_none(given, "mode", event_type.modes),
        actor=actor,
        recipient=recipient,
        source_id=document.source.source_id,
        evidence=Evidence.span(document, *quoted),
        mutual=given.get("mutual") is True and None not in (actor, recipient),
        actor_role=_word_or_none(given, "actor_role", book.sectors),
        recipient_role=_word_or_none(given, "recipient_role", book.sectors),
        actor_text=_said(given, "actor_text", document, quoted),
        recipient_text=_said(given, "recipient_text", document, quoted),
        start=period.start,
        end=period.end,
        precision=period.precision,
        place=_said(given, "place", document, chunk),
        topics=tuple(c for c in book.contexts if isinstance(topics, list) and c in topics),
        status=Status(_word(given, "status", list(Status))),
        coder=coder,
    )


def _relation(
    given: dict[str, Any], document: Document, chunk: Chunk, quoted: Chunk, coder: str
) -> Relation:
    kind = RelationKind(_word(given, "kind", list(RelationKind)))
    period = _period(relation_period, given, "start", "end", "start_precision", "end_precision")
    a, b = _sides(given, "a", "b", period, document)
    if a is None or b is None:
        raise UnfitError("side missing")
    if kind is RelationKind.MEMBERSHIP and b not in organisations():
        raise UnfitError("member of no organisation")
    claim = kind is RelationKind.TERRITORIAL_CLAIM
    return Relation(
        kind=kind,
        a=a,
        b=b,
        source_id=document.source.source_id,
        evidence=Evidence.span(document, *quoted),
        mutual=kind.mutual or (claim and given.get("mutual") is True),
        start=period.start,
        end=period.end,
        start_precision=period.start_precision,
        end_precision=period.end_precision,
        terms=_said(given, "terms", document, chunk),
        status=Status(_word(given, "status", list(Status))),
        coder=coder,
    )


def _period(read: Callable[..., Period], given: dict[str, Any], *names: str) -> Period:
    try:
        return read(*map(given.get, names))
    except (InvalidDateError, ValueError):
        raise UnfitError("date not understood") from None


def _sides(
    given: dict[str, Any], one: str, other: str, period: Period, document: Document
) -> tuple[str | None, str | None]:
    on = period.start or period.end or document.published
    names = (_text(given, one), _text(given, other))
    first, second = (side(name, on) if name else None for name in names)
    if (names[0] and first is None) or (names[1] and second is None):
        raise UnfitError("side not known")
    if first is not None and first == second:
        raise UnfitError("both sides are one")
    return first, second


def _said(given: dict[str, Any], name: str, document: Document, within: Chunk) -> str | None:
    """Give words as they stand in a stretch of a document; None where they do not."""
    span = quotes.find(_text(given, name) or "", document.text, within)
    return document.text[slice(*span)] if span else None


def _word(given: dict[str, Any], name: str, allowed: Container[str]) -> str:
    word = _word_or_none(given, name, allowed)
    if word is None:
        raise UnfitError(f"no {name}")
    return word


def _word_or_none(given: dict[str, Any], name: str, allowed: Container[str]) -> str | None:
    word = given.get(name)
    if word is not None and not (isinstance(word, str) and word in allowed):
        raise UnfitError(f"{name} not in the codebook")
    return word


def _text(given: dict[str, Any], name: str) -> str | None:
    text = given.get(name)
    return text if isinstance(text, str) else None
