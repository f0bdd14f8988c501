"""Sanctions imposed, and those only threatened, out of TIES."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.datasets.rows.making import CODER, Origin, called, code_of, spell, when
from legation.model import Event, Period, Relation, RelationKind, Row

DATASETS = ("ties",)

_SENDERS = ("sender1", "sender2", "sender3", "sender4", "sender5")


def rows(origin: Origin, records: Iterator[dict[str, Any]]) -> Iterator[Row]:
    """Make a relation of each sanction by each sender; one that was only threatened is an event."""
    for r in records:
        target = r["targetstate"]
        for sender in dict.fromkeys(r[s] for s in _SENDERS if r[s]):
            row = _imposed(origin, r, sender, target) if r["imposition"] == 1 else (
                _threatened(origin, r, sender, target))  # fmt: skip
            if row is not None:
                yield row


def _imposed(origin: Origin, r: dict[str, Any], sender: int, target: int) -> Row | None:
    first = when(
        _number(r["sancimpositionstartyear"]), _number(r["sancimpositionstartmonth"]),
        _number(r["sancimpositionstartday"]),
    )  # fmt: skip
    first = first if first.start else when(r["startyear"], r["startmonth"], r["startday"])
    held = spell(first, when(r["endyear"], r["endmonth"], r["endday"]))
    codes = _codes(sender, target, held)
    if codes is None:
        return None
    a, b = codes
    spoken = f"{held.start} to {held.end or 'an unknown day'}"
    said = f"TIES {r['caseid']}: {called(a)} sanctioned {called(b)}, {spoken}"
    return Relation(
        RelationKind.SANCTIONS, a, b, origin.source_id,
        origin.evidence(f"{r['caseid']}:{sender}", said), False, held.start, held.end,
        held.start_precision, held.end_precision, confidence=1.0, coder=CODER,
    )  # fmt: skip


def _threatened(origin: Origin, r: dict[str, Any], sender: int, target: int) -> Row | None:
    period = when(r["startyear"], r["startmonth"], r["startday"])
    codes = _codes(sender, target, period)
    if codes is None or r["threat"] != 1:
        return None
    a, b = codes
    deed = f"{called(a)} threatened to sanction {called(b)}"
    said = f"TIES {r['caseid']}: {deed}, {period.start}; none followed"
    return Event(
        "THREATEN", a, b, origin.source_id, origin.evidence(f"{r['caseid']}:{sender}", said),
        mode="restrict", start=period.start, end=period.end, precision=period.precision,
        confidence=1.0, coder=CODER,
    )  # fmt: skip


def _codes(sender: int, target: int, held: Period) -> tuple[str, str] | None:
    if held.start is None:
        return None
    a, b = code_of(sender, held.start), code_of(target, held.start)
    return None if a is None or b is None or a == b else (a, b)


def _number(text: object) -> int | None:
    try:
        return int(float(str(text)))
    except ValueError:
        return None
