"""Capitals, their dates and their points against the capital lists for COW and GW states."""

from __future__ import annotations

import re
from collections import defaultdict
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import Index, listed, numbers, own
from legation.world.spelling import unaccented

NEEDED = ("cow_capitals", "gw_capitals")
FAR_KM = 40.0


def check(folder: Path) -> Findings:
    found, index = Findings(), numbers()
    seats: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in own("capitals.csv"):
        seats[row["code"]].append(row)
    for system, key in (("cow", "ccode"), ("gw", "gwcode")):
        for row in listed(folder, f"{system}_capitals"):
            _compare(found, system, int(row[key]), row, seats, index)
    return found


def _compare(
    found: Findings,
    system: str,
    number: int,
    row: dict[str, Any],
    seats: dict[str, list[dict[str, str]]],
    index: Index,
) -> None:
    part = f"{system} capitals"
    start, end = str(row["stdate"]), str(row["enddate"])
    for code in sorted({c for c, _, _ in index.get((system, number), [])}):
        spans = [s for s in index[system, number] if s[0] == code]
        began = min(s[1] for s in spans)
        low, high = max(start, began), min(end, max(s[2] for s in spans))
        if low > high:
            continue  # the row lies outside the state's years in the system
        label, name = f"{code} {row['capital']} {start}..{end}", row["capital"]
        named = [r for r in seats[code] if _plain(name) in _names(r)]
        if not named:
            found.differ(part, f"{label}: not among ours", f"{code} capital {name}")
            continue
        dates = _dates_differ(named, began, (low, high), (start, end))
        if dates:
            mine = ", ".join(f"{r['start']}..{r['end']}" for r in named)
            found.differ(part, f"{label}: ours {mine}", f"{code} dates {name}")
        far = min(_kilometres(row["lat"], row["lng"], r) for r in named)
        if far > FAR_KM:
            found.differ(part, f"{label}: {far:.0f} km apart", f"{code} place {name}")
        elif not dates:
            found.agree(part)


def _dates_differ(
    named: list[dict[str, str]], began: str, needed: tuple[str, str], given: tuple[str, str]
) -> bool:
    """Whether our spells leave needed years bare, or another year has the move itself."""
    (low, high), (start, end) = needed, given
    covered = [r for r in named if _first_day(r["start"]) <= high and _last_day(r["end"]) >= low]
    begin = min((_first_day(r["start"]) for r in covered), default="9999")
    finish = max((_last_day(r["end"]) for r in covered), default="0000")
    late = begin[:4] > low[:4] and begin > began
    moved_in = low == start and start[4:] != "-01-01" and begin[:4] != start[:4]
    moved_out = high == end and end[4:] != "-12-31" and finish[:4] != end[:4]
    return not covered or late or finish[:4] < high[:4] or moved_in or moved_out


def _names(row: dict[str, str]) -> set[str]:
    return {_plain(name) for name in (row["capital"], *row["aliases"].split("|")) if name}


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]", "", unaccented(text).lower())


def _kilometres(latitude: float, longitude: float, row: dict[str, str]) -> float:
    lat, lng = float(row["latitude"]), float(row["longitude"])
    a = (
        sin(radians(lat - latitude) / 2) ** 2
        + cos(radians(latitude)) * cos(radians(lat)) * sin(radians(lng - longitude) / 2) ** 2
    )
    return 2 * 6371 * asin(sqrt(a))


def _first_day(text: str) -> str:
    return (text + "-01-01"[len(text) - 4 :]) if text else "0001-01-01"


def _last_day(text: str) -> str:
    if not text:
        return "9999-12-31"
    return text if len(text) == 10 else text + {4: "-12-31", 7: "-31"}[len(text)]
