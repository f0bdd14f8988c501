"""Places: are their names found, and is the right one of its namesakes chosen?"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from legation.coding.parse import parse
from legation.coding.places import choose, find_toponyms
from legation.errors import LegationError
from legation.reading import read_text
from legation.world import Place, find_state, states

CLOSE = 161.0
"""Kilometres (100 miles) within which a place counts as right, as is the custom."""
RADIUS = 6371.0


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a file of ``{"text", "gold": [{start_char, end_char, lat, lon, country}]}``.

    Returns:
        ``country_accuracy`` and ``within_161km`` over all gold spans, a span that is not found
        counting as wrong; the same over found spans alone, as ``…_of_found``; ``span_recall`` (a
        gold span overlaps a found one), ``span_precision``, ``n`` gold spans.
    """
    found = wanted = given = true = country = close = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        places = locate(record["text"])
        given += len(places)
        spans = [(g["start_char"], g["end_char"]) for g in record["gold"]]
        true += sum(any(a < e and s < b for s, e in spans) for a, b, _ in places)
        for gold in record["gold"]:
            wanted += 1
            near = [p for p in places if p[0] < gold["end_char"] and gold["start_char"] < p[1]]
            found += bool(near)
            place = next((p for _, _, p in near if p is not None), None)
            there = place is not None and _apart(place, gold["lat"], gold["lon"]) <= CLOSE
            same = place is not None and _same_state(place, gold["country"], there)
            country += same
            close += there
            if verbose and not (there and same):
                name = record["text"][gold["start_char"] : gold["end_char"]]
                at = (place.name, place.kind, place.state, place.province) if place else None
                print(f"  {'WRONG' if near else 'MISSED'} {name!r} {gold['country']} read as {at}")

    def share(part: int, whole: int) -> float:
        return round(part / max(whole, 1), 3)

    return {
        "country_accuracy": share(country, wanted),
        "within_161km": share(close, wanted),
        "span_recall": share(found, wanted),
        "span_precision": share(true, given),
        "country_accuracy_of_found": share(country, found),
        "within_161km_of_found": share(close, found),
        "n": wanted,
    }


def locate(text: str) -> list[tuple[int, int, Place | None]]:
    """Give the place names of a text with the place that each is taken for."""
    document = read_text(text)
    shift = text.find(document.text[:40]) if document.text else 0
    toponyms = find_toponyms(parse(document))
    return [
        (t.start_char + max(shift, 0), t.end_char + max(shift, 0), place)
        for t, place in zip(toponyms, choose(toponyms), strict=True)
    ]


def _same_state(place: Place, country: str | None, there: bool) -> bool:
    """Whether a place lies in a country, given by code or name.

    Where either has no country of the ISO list (seas, de facto states) the place itself decides.
    """
    if not country or place.state is None or states()[place.state].iso2 is None:
        return there
    try:
        return find_state(country).code == place.state
    except LegationError:
        return there


def _apart(place: Place, latitude: float, longitude: float) -> float:
    a, b = math.radians(place.latitude), math.radians(latitude)
    across = math.radians(longitude - place.longitude)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(h))
