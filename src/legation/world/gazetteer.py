"""Every place by every name it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from legation.world.capitals import capitals
from legation.world.disputes import disputed_places
from legation.world.localities import localities
from legation.world.names import Name, NameKind, names
from legation.world.places import Place, cities, compiled, seats
from legation.world.rows import rows
from legation.world.states import states

POINT_COLUMNS = ("code", "latitude", "longitude", "source")
_OF_A_STATE = {NameKind.ADJECTIVE, NameKind.DEMONYM, NameKind.DEMONYM_PLURAL}


@cache
def place_names() -> dict[str, tuple[Place, ...]]:
    """Give every place by each of its names, the likeliest bearer first.

    Disputed places come first, then those compiled by hand, then today's capitals, then
    cities by population.

    Examples:
        >>> place_names()["Paris"][0].state
        'FRA'
        >>> place_names()["Diaoyu"][0] is place_names()["Senkaku"][0]
        True
    """
    index: dict[str, list[Place]] = defaultdict(list)
    for place, called in chain(_disputed(), compiled(), seats(), cities()):
        for name in called:
            index[name].append(place)
    return {name: tuple(found) for name, found in index.items()}


def _disputed() -> Iterator[tuple[Place, tuple[str, ...]]]:
    for disputed in disputed_places().values():
        names = (disputed.place.name, *(n for ns in disputed.names.values() for n in ns))
        yield disputed.place, tuple(dict.fromkeys(names))


def find_places(name: str) -> tuple[Place, ...]:
    """Find every place that a name can mean: states, what is in the tables, towns, counties.

    A people or an adjective means its state: "Egyptians", "French".

    Examples:
        >>> [p.kind for p in find_places("Georgia")][:2]
        ['state', 'province']
        >>> find_places("Egyptian")[0].state
        'EGY'
    """
    called = [n for n in names().get(name, ()) if _means_a_state(n) and n.code in _points()]
    called = [n for n in called if n.period.end is None] or called
    on_the_map = (*place_names().get(name, ()), *localities(name))
    if on_the_map and all(n.kind is NameKind.FORMER for n in called):
        called = []  # Algiers was once a state; today it is a city
    named = [_points()[n.code] for n in called]
    found: list[Place] = []
    for place in (*named, *on_the_map):
        same = next((i for i, other in enumerate(found) if _same(other, place)), None)
        if same is None:
            found.append(place)
        elif not found[same].province:
            size = max(found[same].population, place.population)
            found[same] = replace(found[same], province=place.province, population=size)
    return tuple(found)


def _means_a_state(name: Name) -> bool:
    return name.kind.is_state or name.kind in _OF_A_STATE


def _same(a: Place, b: Place) -> bool:
    """Whether two tables speak of one place."""
    if a.kind == b.kind == "province":
        return a.state == b.state
    near = abs(a.latitude - b.latitude) < _NEAR and abs(a.longitude - b.longitude) < _NEAR
    return a.place_id == b.place_id or (near and "state" not in (a.kind, b.kind))


_NEAR = 0.2
"""Degrees within which two places of one name are the same."""


@cache
def _points() -> dict[str, Place]:
    """Give each state as one point: the middle of its land, or else its capital."""
    points = {seat.state: (seat.latitude, seat.longitude) for seat in capitals()}
    for code, latitude, longitude in rows("state_points.csv", POINT_COLUMNS, POINT_COLUMNS[:3]):
        points[code] = float(latitude), float(longitude)
    return {
        code: Place(f"state:{code}", states()[code].name, "state", code, *where)
        for code, where in points.items()
        if code in states()
    }
