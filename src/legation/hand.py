"""Rows made by hand: what a reader found elsewhere, with the source that says so."""

from __future__ import annotations

import datetime as dt

from legation.errors import UserError
from legation.model import (
    Event,
    Evidence,
    Period,
    Relation,
    RelationKind,
    Row,
    Source,
    codebook,
    digest,
)  # fmt: skip

DATASET = "by hand"
"""What the evidence of such a row names as its data set."""
CODER = "hand/1"


def hand_row(
    kind: str,
    a: str,
    b: str,
    said: str,
    source: str,
    when: Period,
    *,
    mode: str | None = None,
    mutual: bool = False,
    place: str | None = None,
    terms: str | None = None,
    published: dt.date | None = None,
    now: dt.datetime | None = None,
) -> tuple[Row, Source]:
    """Make an event or relation of what somebody found, and its source.

    Args:
        kind: an event type or a relation kind.
        a: code of who does it or has it.
        b: code of the other.
        said: what the source says, in words.
        source: where that can be looked up.
        when: when it happened or held.
        mode: the event's mode.
        mutual: whether both did the event to each other.
        place: where an event happened.
        terms: what a relation is about.
        published: the day of the source.
        now: the moment it is added.

    Raises:
        UserError: nothing is said, no source is named, the two are one, or a part does not fit
            the kind.

    Examples:
        >>> row, source = hand_row("war", "FIN", "RUS", "Winter War", "a book, p. 3",
        ...                        Period.year(1939))
        >>> row.kind.value, source.kind, row.evidence.quote
        ('war', 'hand', 'Winter War')
    """
    if not said.strip() or not source.strip():
        raise UserError("a row needs evidence", "say what the source says, and where it stands")
    if a == b:
        raise UserError(f"both sides are {a}", "name another")
    key = digest("hand", kind, a, b, str(when), said, source)
    origin = Source(
        digest("hand", source), "hand", source, published=published, retrieved=now,
        terms="as the source has it",
    )  # fmt: skip
    evidence = Evidence(quote=said.strip(), dataset=DATASET, row_key=key)
    if kind in codebook().types:
        return _event(kind, a, b, when, mode, mutual, place, terms, origin, evidence), origin
    if mode or place or mutual:
        raise UserError(f"{kind} is a relation", "mode, place and mutual are for events")
    relation = RelationKind(kind)
    return Relation(
        relation, a, b, origin.source_id, evidence, relation.mutual, when.start, when.end,
        when.start_precision, when.end_precision, terms, confidence=1.0, coder=CODER,
    ), origin  # fmt: skip


def _event(
    code: str,
    a: str,
    b: str,
    when: Period,
    mode: str | None,
    mutual: bool,
    place: str | None,
    terms: str | None,
    source: Source,
    evidence: Evidence,
) -> Event:
    modes = codebook().types[code].modes
    if mode and mode not in modes:
        hint = f"it is one of {', '.join(modes)}" if modes else f"{code} has none"
        raise UserError(f"{code} has no mode {mode!r}", hint)
    if terms:
        raise UserError(f"{code} is an event", "terms are for relations")
    if when.start is None:
        raise UserError("an event needs a date", "give --start")
    end = when.end or Period.around(when.start, when.start_precision).end
    return Event(
        code, a, b, source.source_id, evidence, mode=mode, mutual=mutual, start=when.start,
        end=end, precision=when.start_precision, place=place, confidence=1.0, coder=CODER,
    )  # fmt: skip
