"""Repeated mentions within one document become one row."""

from __future__ import annotations

import datetime as dt

from legation.model import Event, Pair, Precision, Relation, Row

_LATELY = 10


def fold(rows: list[tuple[Row, str]]) -> list[Row]:
    """Fold rows that say the same of the same pair at times that can be one.

    A row dated by its own sentence stands; one dated by the narrative, by the document or not
    at all gives way to it. Order is kept.

    Args:
        rows: each row with how it was dated (see :class:`legation.coding.when.Dated`).
    """
    kept: list[tuple[Row, str]] = []
    for row, how in rows:
        for i, (other, other_how) in enumerate(kept):
            if _same(row, other) and _one_time(row, how, other, other_how):
                if (_rank(how), _vague(row)) < (_rank(other_how), _vague(other)):
                    kept[i] = (row, how)
                break
        else:
            kept.append((row, how))
    return [row for row, _ in kept]


def _vague(row: Row) -> int:
    precision = row.start_precision if isinstance(row, Relation) else row.precision
    return precision.coarseness if precision else 99


def _same(one: Row, other: Row) -> bool:
    if isinstance(one, Event) and isinstance(other, Event):
        if one.type != other.type or one.status != other.status:
            return False
        if one.mutual or other.mutual:
            return _pair(one) == _pair(other)
        return (one.actor, one.recipient) == (other.actor, other.recipient)
    if isinstance(one, Relation) and isinstance(other, Relation):
        if one.kind != other.kind or one.status != other.status:
            return False
        if one.mutual or other.mutual:
            return Pair.of(one.a, one.b) == Pair.of(other.a, other.b)
        return (one.a, one.b) == (other.a, other.b)
    return False


def _pair(event: Event) -> Pair:
    return Pair.of(event.actor or "", event.recipient or "")


def _one_time(row: Row, how: str, other: Row, other_how: str) -> bool:
    """Whether two dates can be one: they overlap, or one is only the document's own.

    The day of the document stands for "lately": a headline's event may be a week old.
    """
    if isinstance(row, Relation):
        return _within(row, other) or _within(other, row)
    if row.period.overlaps(other.period):
        return True
    if "document" not in (how, other_how):
        return False
    one, two = row.period, other.period
    gap = max((a - b).days for a, b in ((one.start, two.end), (two.start, one.end)) if a and b)
    return gap <= _LATELY


def _within(one: Row, other: Row) -> bool:
    """Whether one spell lies in the other; one that is undated lies in any.

    Of two that last for ever, each from its own day, neither lies in the other: a treaty of
    1998 is not that of 2022, nor are relations restored those that were broken.
    """
    inner, outer = one.period, other.period
    if not inner.dated or not outer.dated:
        return True
    if inner.end is None and outer.end is None and inner.start and outer.start:
        spans = (_LASTING[p] for p in (inner.start_precision, outer.start_precision) if p)
        return abs((inner.start - outer.start).days) <= max(spans, default=0)
    starts = (outer.start or dt.date.min) <= (inner.start or dt.date.min)
    ends = (inner.end or dt.date.max) <= (outer.end or dt.date.max)
    return starts and ends


_LASTING = {
    Precision.DAY: 0,
    Precision.MONTH: 31,
    Precision.SEASON: 92,
    Precision.YEAR: 366,
    Precision.DECADE: 3653,
    Precision.CENTURY: 36525,
    Precision.OPEN: 36525,
}
"""Days that a date of each precision can stand for."""


def _rank(how: str) -> int:
    return ("sentence", "narrative", "document", "none").index(how)
