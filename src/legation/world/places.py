"""Places on the map: cities, waters, islands, regions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from legation.world.capitals import capitals
from legation.world.rows import rows

COLUMNS = (
    "place_id", "name", "kind", "state", "latitude", "longitude", "population", "aliases", "note",
    "source",
)  # fmt: skip
CITY_COLUMNS = (
    "place_id", "name", "state", "latitude", "longitude", "population", "aliases", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the map.

    Args:
        place_id: its key in the tables.
        name: the usual English name.
        kind: ``city``, ``strait``, ``sea``, ``island``, ``region``...
        state: the state it lies in, or None where there are several or none.
        latitude: degrees north.
        longitude: degrees east.
        population: inhabitants, for cities; 0 where unknown.
    """

    place_id: str
    name: str
    kind: str
    state: str | None
    latitude: float
    longitude: float
    population: int = 0


@cache
def place_names() -> dict[str, tuple[Place, ...]]:
    """Give every place by each of its names, the likeliest bearer first.

    Disputed places come first, then those compiled by hand, then today's capitals, then
    cities by population.

    Examples:
        >>> place_names()["Paris"][0].state
        'FRA'
    """
    index: dict[str, list[Place]] = defaultdict(list)
    for source in (_disputed(), _compiled(), _capitals(), _cities()):
        for place, names in source:
            for name in names:
                index[name].append(place)
    return {name: tuple(found) for name, found in index.items()}


_Named = Iterator[tuple[Place, Iterable[str]]]


def _disputed() -> _Named:
    from legation.world.disputes import disputed_places  # which is made of places itself

    for disputed in disputed_places().values():
        all_names = (disputed.place.name, *(n for ns in disputed.names.values() for n in ns))
        yield disputed.place, dict.fromkeys(all_names)


def _compiled() -> _Named:
    for key, name, kind, state, latitude, longitude, population, aliases in rows(
        "places.csv", COLUMNS, COLUMNS[:8]
    ):
        place = Place(
            key, name, kind, state or None, float(latitude), float(longitude), int(population or 0)
        )
        yield place, _all(name, aliases)


def _capitals() -> _Named:
    for seat in capitals():
        if seat.period.end is None:
            key = f"capital:{seat.state}:{seat.name}"
            place = Place(key, seat.name, "city", seat.state, seat.latitude, seat.longitude)
            yield place, (seat.name, *seat.aliases)


def _cities() -> _Named:
    cities = list(rows("cities.csv", CITY_COLUMNS, CITY_COLUMNS[:7]))
    cities.sort(key=lambda city: -int(city[5] or 0))
    for key, name, state, latitude, longitude, population, aliases in cities:
        place = Place(
            key, name, "city", state or None, float(latitude), float(longitude), int(population)
        )
        yield place, _all(name, aliases)


def _all(name: str, aliases: str) -> tuple[str, ...]:
    return (name, *aliases.split("|")) if aliases else (name,)
