"""Places: cities, waters, islands and regions, and what each claimant calls a disputed one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.model import Period
from legation.world.capitals import COLUMNS as CAPITAL_COLUMNS
from legation.world.rows import period

PLACE_COLUMNS = (
    "place_id", "name", "kind", "state", "latitude", "longitude", "population", "aliases", "note",
    "source",
)  # fmt: skip
CITY_COLUMNS = (
    "place_id", "name", "state", "latitude", "longitude", "population", "aliases", "source",
)  # fmt: skip
DISPUTED_COLUMNS = (
    "place_id", "name", "kind", "latitude", "longitude", "administered_by",
    "administered_by_text", "administered_since", "status", "note", "source",
)  # fmt: skip
DISPUTED_NAME_COLUMNS = ("place_id", "claimant", "name", "language", "latin", "source")
CLAIM_COLUMNS = ("place_id", "claimant", "start", "end", "basis", "note", "source")


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


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimant's claim to a disputed place."""

    place_id: str
    claimant: str
    period: Period
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A place that more than one side claims; whose it is, Legation does not say.

    Args:
        place: where it is; ``place.state`` is empty.
        administered_by: code of the state that administers it, or None.
        administered_since: since when.
        status: ``active``, ``dormant`` or ``settled``.
        names: each claimant's names for it; the key ``""`` holds neutral ones.
        claims: who claims it and when.
        source: where this can be looked up.
    """

    place: Place
    administered_by: str | None
    administered_since: Period
    status: str
    names: dict[str, tuple[str, ...]]
    claims: tuple[Claim, ...]
    source: str


@cache
def disputed_places() -> dict[str, DisputedPlace]:
    """Give every disputed place by its key.

    Examples:
        >>> place = next(p for p in disputed_places().values() if "Senkaku" in p.place.name)
        >>> sorted(place.names)[-2:]
        ['JPN', 'TWN']
    """
    named: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in tables.rows("world", "disputed_names.csv", DISPUTED_NAME_COLUMNS):
        named[row["place_id"]][row["claimant"]].append(row["name"])
    claims = defaultdict(list)
    for row in tables.rows("world", "disputed_claims.csv", CLAIM_COLUMNS):
        when = period(row["start"], row["end"])
        claims[row["place_id"]].append(
            Claim(row["place_id"], row["claimant"], when, row["basis"], row["source"])
        )
    return {
        row["place_id"]: DisputedPlace(
            _place(row),
            row["administered_by"] or None,
            period(row["administered_since"], ""),
            row["status"],
            {claimant: tuple(found) for claimant, found in named[row["place_id"]].items()},
            tuple(claims[row["place_id"]]),
            row["source"],
        )
        for row in tables.rows("world", "disputed_places.csv", DISPUTED_COLUMNS)
    }


@cache
def place_names() -> dict[str, tuple[Place, ...]]:
    """Give every place by each of its names, the likeliest bearer first.

    Disputed places come first, then those compiled by hand, then cities by population.

    Examples:
        >>> place_names()["Paris"][0].state
        'FRA'
    """
    index: dict[str, list[Place]] = defaultdict(list)
    for disputed in disputed_places().values():
        for name in {disputed.place.name, *(n for ns in disputed.names.values() for n in ns)}:
            index[name].append(disputed.place)
    for row in tables.rows("world", "places.csv", PLACE_COLUMNS):
        _enter(index, row)
    for row in tables.rows("world", "capitals.csv", CAPITAL_COLUMNS):
        if not row["end"]:
            _enter(index, _capital(row))
    cities = tables.rows("world", "cities.csv", CITY_COLUMNS)
    for row in sorted(cities, key=lambda r: -int(r["population"] or 0)):
        _enter(index, row | {"kind": "city"})
    return {name: tuple(found) for name, found in index.items()}


def _enter(index: dict[str, list[Place]], row: dict[str, str]) -> None:
    place = _place(row)
    for name in (row["name"], *row["aliases"].split("|")):
        if name:
            index[name].append(place)


def _capital(row: dict[str, str]) -> dict[str, str]:
    return {
        "place_id": f"capital:{row['code']}:{row['capital']}",
        "name": row["capital"],
        "kind": "city",
        "state": row["code"],
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "aliases": row["aliases"],
    }


def _place(row: dict[str, str]) -> Place:
    return Place(
        row["place_id"],
        row["name"],
        row["kind"],
        row.get("state") or None,
        float(row["latitude"]),
        float(row["longitude"]),
        int(row.get("population") or 0),
    )
