"""Places on the map: cities, waters, islands, regions, bases, crossings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
        province: the first-level division it lies in, where known.
    """

    place_id: str
    name: str
    kind: str
    state: str | None
    latitude: float
    longitude: float
    population: int = 0
    province: str = ""


def compiled() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Give every place compiled by hand, with all its names.

    Examples:
        >>> place, names = next(compiled())
        >>> place.name, names
        ('Strait of Hormuz', ('Strait of Hormuz', 'Hormuz'))
    """
    for key, name, kind, state, latitude, longitude, population, aliases in rows(
        "places.csv", COLUMNS, COLUMNS[:8]
    ):
        where = float(latitude), float(longitude)
        place = Place(key, name, kind, state or None, *where, int(population or 0))
        yield place, _all(name, aliases)


def seats() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Give today's capitals as places, with all their names.

    Examples:
        >>> next(place.state for place, names in seats() if "Tokyo" in names)
        'JPN'
    """
    for seat in capitals():
        if seat.period.end is None:
            key = f"capital:{seat.state}:{seat.name}"
            place = Place(key, seat.name, "city", seat.state, seat.latitude, seat.longitude)
            yield place, (seat.name, *seat.aliases)


def cities() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Give the cities of the world, the largest first, with all their names.

    Examples:
        >>> next(cities())[0].name
        'Shanghai'
    """
    listed = list(rows("cities.csv", CITY_COLUMNS, CITY_COLUMNS[:7]))
    listed.sort(key=lambda city: -int(city[5] or 0))
    for key, name, state, latitude, longitude, population, aliases in listed:
        where = float(latitude), float(longitude)
        place = Place(key, name, "city", state or None, *where, int(population or 0))
        yield place, _all(name, aliases)


def _all(name: str, aliases: str) -> tuple[str, ...]:
    return (name, *aliases.split("|")) if aliases else (name,)
