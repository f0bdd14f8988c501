"""Armed conflicts with at least 25 deaths in battle in the year.

Source: Gleditsch, Wallensteen, Eriksson, Sollenberg and Strand 2002, "Armed conflict 1946-2001: a
new dataset", JPR 39(5); UCDP/PRIO 25.1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np

from legation.panel.additions.columns import NewColumn, derived, numbers
from legation.panel.additions.offer import Offer, single
from legation.panel.errors import PanelError
from legation.panel.lookup import find, joint
from legation.panel.rows import Rows

_DATA = "ucdp_acd"
_WAR = 2
_TYPES = ("extrasystemic", "interstate", "intrastate", "II")
_ISSUES = ("territory", "government", "both")


def offers() -> Iterator[Offer]:
    """Offer UCDP's armed conflicts."""
    yield Offer("ucdp_conflicts", "armed conflict of the state", (_DATA,), single, build)


def build(rows: Rows, type: str = "", issue: str = "", only_wars: bool = False) -> list[NewColumn]:
    """Give a state's armed conflicts as a primary party, in a year.

    Args:
        rows: the panel's rows.
        type: ``extrasystemic``, ``interstate``, ``intrastate`` or ``II`` (internationalised).
        issue: ``territory``, ``government`` or ``both``, which is a kind of its own.
        only_wars: count only years with 1,000 deaths or more.
    """
    _check(type, _TYPES)
    _check(issue, _ISSUES)
    held = _state_years(rows.load(_DATA).to_pylist(), type, issue, only_wars)
    keys = np.array([(code << 16) | year for code, year in held], dtype=np.int64)
    (codes,) = rows.codes("gw")
    places = find(joint(codes, rows.years), keys)
    return _columns(rows, list(held.values()), places)


def _state_years(
    records: list[dict[str, Any]], type: str, issue: str, only_wars: bool
) -> dict[tuple[int, int], list[dict[str, Any]]]:
    held = defaultdict(list)
    for r in records:
        right = (not type or r["type_of_conflict"] == type) and (
            not issue or r["incompatibility"] == issue
        )
        if right and (not only_wars or r["intensity_level"] == _WAR):
            for code in {r["gwno_a"], r["gwno_b"]} - {None}:
                held[code, r["year"]].append(r)
    return dict(held)


def _columns(rows: Rows, held: list[list[dict[str, Any]]], places: np.ndarray) -> list[NewColumn]:
    import pyarrow as pa

    covered = rows.covered(_DATA)
    began = np.array(
        [any(r["start_date2"].year == r["year"] for r in rs) for rs in held] or [False]
    )
    worst = np.array([max(r["intensity_level"] for r in rs) for rs in held] or [0])
    ids = pa.array(["; ".join(sorted({str(r["conflict_id"]) for r in rs})) for rs in held])
    there = places >= 0
    told = (
        ("ucdpongoing", there, "0/1", "a primary party to an armed conflict"),
        ("ucdponset", there & began[places], "0/1", "an episode of such a conflict began"),
        ("maxintensity", np.where(there, worst[places], 0), "0-2",
         "0 none, 1 from 25 deaths in the year, 2 from 1,000"),
    )  # fmt: skip
    new = [
        derived(rows, name, numbers(values, covered, "int8"), _DATA, unit, meaning)
        for name, values, unit, meaning in told
    ]
    named = (
        ids.take(pa.array(places, mask=~there)) if len(held) else pa.nulls(len(places), pa.string())
    )
    return [*new, derived(rows, "conflict_ids", named, _DATA, "codes", "UCDP's conflicts")]


def _check(given: str, allowed: tuple[str, ...]) -> None:
    if given and given not in allowed:
        raise PanelError(f"UCDP has no {given[:40]!r}", "give one of " + ", ".join(allowed))
