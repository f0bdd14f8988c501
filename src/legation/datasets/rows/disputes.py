"""COW's militarised disputes and incidents as events: who did what to whom in them at most.

The actions are COW's; `mid_actions.csv` says which PLOVER type and mode each is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from legation import tables
from legation.datasets.rows.making import CODER, Origin, called, code_of, when
from legation.model import Event, Period, Row

DISPUTES = ("cow_mid_dirdisps", "cow_mid_disputes")
INCIDENTS = ("cow_mid_incidents", "cow_mid_incident_participants")

COLUMNS = ("action", "type", "mode", "meaning")


def dispute_rows(
    origin: Origin, records: Iterator[dict[str, Any]], disputes: Iterator[dict[str, Any]]
) -> Iterator[Row]:
    """Make an event of the highest action that each state took against each other in a dispute."""
    begun = {d["dispnum"]: d for d in disputes}
    for r in records:
        if r["disponset"] != 1:
            continue
        dispute = begun.get(r["dispnum"], {})
        first = dispute.get("styear") == r["year"]
        period = when(r["year"], dispute.get("stmon") if first else None)
        key = f"{r['dispnum']}:{r['ccode1']}:{r['ccode2']}"
        name = f"Militarised dispute {r['dispnum']}"
        yield from _event(origin, key, name, r["hiact1"], r["ccode1"], r["ccode2"], period)


def incident_rows(
    origin: Origin, records: Iterator[dict[str, Any]], participants: Iterator[dict[str, Any]]
) -> Iterator[Row]:
    """Make an event of each action that a state took against each on the other side."""
    sides: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for p in participants:
        sides[p["incidnum3"], p["incidnum4"]].append(p)
    for r in records:
        number = r["incidnum4"] if r["incidnum4"] > 0 else r["incidnum3"]
        for one in sides[r["incidnum3"], r["incidnum4"]]:
            for other in sides[r["incidnum3"], r["incidnum4"]]:
                if one["insidea"] != other["insidea"]:
                    a, b = one["ccode"], other["ccode"]
                    name = f"Militarised incident {number}"
                    yield from _event(
                        origin, f"{number}:{a}:{b}", name, one["action"], a, b, _span(one)
                    )


def _span(r: dict[str, Any]) -> Period:
    first = when(r["styear"], r["stmon"], r["stday"])
    last = when(r["endyear"], r["endmon"], r["endday"])
    if first.start is None or last.end is None or last.end < first.start:
        return first
    return Period.span(first, last)


def _event(
    origin: Origin, key: str, name: str, action: int, actor: int, recipient: int, period: Period
) -> Iterator[Event]:
    done = _actions().get(action)
    if done is None or period.start is None:
        return
    a, b = code_of(actor, period.start), code_of(recipient, period.start)
    if a is None or b is None or a == b:
        return
    kind, mode, meaning = done
    said = f"{name}: {called(a)}, {meaning}, against {called(b)}, {period.start}"
    yield Event(
        kind, a, b, origin.source_id, origin.evidence(key, said), mode=mode or None,
        start=period.start, end=period.end, precision=period.precision, confidence=1.0,
        coder=CODER,
    )  # fmt: skip


@cache
def _actions() -> dict[int, tuple[str, str, str]]:
    found = tables.rows("datasets", "mid_actions.csv", COLUMNS)
    return {int(r["action"]): (r["type"], r["mode"], r["meaning"]) for r in found}
