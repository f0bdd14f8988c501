"""Which of its namesakes a place is: by what it is said to lie in, its size, and its company.

The three together, and one sense a document, are what gazetteer-based geocoders have settled on
(Leidner 2007; Lieberman, Samet and Sankaranarayanan 2010).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from legation.coding.places.toponyms import Toponym, places_called
from legation.world import Place, folded

SIZE = 1.0
"""Weight of a tenfold population."""
RANK = {"state": 11.0, "province": 7.0, "county": 4.0}
"""Standing of a kind of place, in powers of ten of inhabitants."""
CAPITAL = 7.5
"""Standing of a seat of government."""
COMPILED = 6.5
"""Standing of waters, islands, regions and whatever else the tables list by hand."""
SAME_STATE, SAME_PROVINCE, NEAR = 6.0, 5.0, 12.0
"""Weights of company in the same state, in the same province and within some 100 km."""
BY_ANOTHER_NAME = 1.0
"""What a town loses where the name is not its usual one, in powers of ten of inhabitants."""
ROUNDS = 3
_KILOMETRES = 111.0


def choose(toponyms: Sequence[Toponym]) -> list[Place | None]:
    """Choose for each naming the place that it means; ``None`` where no place bears the name.

    Method: size, company and containment weighed together, one sense a document (Leidner 2007).

    Args:
        toponyms: all of one document, for each is weighed by the company of the others.

    Returns:
        One place, or ``None``, for each, in their order.

    Examples:
        >>> from legation.coding.parse import parse
        >>> from legation.coding.places.toponyms import find_toponyms
        >>> from legation.reading import read_text
        >>> found = find_toponyms(parse(read_text("The mayor of Paris, Texas, flew to Oslo.")))
        >>> [(place.name, place.state) for place in choose(found)]
        [('Paris', 'USA'), ('Texas', 'USA'), ('Oslo', 'NOR')]
    """
    names: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        names[toponym.name].append(toponym)
    bearers = {name: _possible(found) for name, found in names.items()}
    chosen = {n: max(ps, key=partial(_standing, name=n)) for n, ps in bearers.items() if ps}
    for _ in range(ROUNDS):
        company = _Company(chosen, {n: len(found) for n, found in names.items()})
        chosen = {
            name: max(places, key=lambda p: _standing(p, name) + company.speaks_for(p, name))
            for name, places in bearers.items()
            if places
        }
    return [chosen.get(t.name) for t in toponyms]


def _possible(found: list[Toponym]) -> list[Place]:
    """Give the bearers of a name, only those that lie where the text says they do."""
    places = list(found[0].bearers)
    for container in dict.fromkeys(t.within for t in found if t.within):
        inside = [p for p in places if _lies_in(p, container)]
        if inside:
            return inside
    return places


def _lies_in(place: Place, container: str) -> bool:
    return any(
        (c.kind == "state" and c.state == place.state and place.kind != "state")
        or (
            c.kind == "province"
            and (c.state, c.province) == (place.state, place.province)
            and place.kind != "province"
        )
        for c in places_called(container)
    )


def _standing(place: Place, name: str) -> float:
    if place.place_id.startswith("capital:"):
        return SIZE * CAPITAL
    size = math.log10(place.population + 10)
    if place.kind == "town" and folded(place.name) != folded(name):
        size -= BY_ANOTHER_NAME
    by_kind = RANK.get(place.kind, 0 if place.place_id.startswith("geonames:") else COMPILED)
    return SIZE * max(size, by_kind)


class _Company:
    """The places that a document is held to speak of, against which one more is weighed."""

    def __init__(self, chosen: dict[str, Place], times: dict[str, int]) -> None:
        self._chosen = chosen
        self._times = {name: 1 + math.log(n) for name, n in times.items()}
        self._states: dict[str, float] = defaultdict(float)
        self._provinces: dict[tuple[str, str], float] = defaultdict(float)
        for name, place in chosen.items():
            if place.state:
                self._states[place.state] += self._times[name]
                if place.province:
                    self._provinces[place.state, place.province] += self._times[name]

    def speaks_for(self, place: Place, name: str) -> float:
        """Weigh how well a place goes with the others."""
        own = self._chosen.get(name)
        others = sum(self._times.values()) - self._times.get(name, 0)
        if others <= 0:
            return 0.0
        state = self._states[place.state or ""]
        province = self._provinces[place.state or "", place.province]
        if own is not None:
            state -= self._times[name] * (own.state == place.state)
            same = (own.state, own.province) == (place.state, place.province)
            province -= self._times[name] * (same and bool(place.province))
        near = sum(
            self._times[other] * math.exp(-_apart(place, at) / 100)
            for other, at in self._chosen.items()
            if other != name and at.kind != "state"
        )
        saturating = others + 2
        return (SAME_STATE * state + SAME_PROVINCE * province + NEAR * near) / saturating


def _apart(a: Place, b: Place) -> float:
    """Give kilometres between two places, near enough for neighbours."""
    north = (a.latitude - b.latitude) * _KILOMETRES
    shrink = math.cos(math.radians((a.latitude + b.latitude) / 2))
    return math.hypot(north, (a.longitude - b.longitude) * _KILOMETRES * shrink)
