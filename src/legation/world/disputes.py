"""Disputed places: what each claimant calls them, who claims them and who administers them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from legation.model import Period
from legation.world.places import Place
from legation.world.rows import period, rows

COLUMNS = (
    "place_id", "name", "kind", "latitude", "longitude", "administered_by",
    "administered_by_text", "administered_since", "status", "note", "source",
)  # fmt: skip
NAME_COLUMNS = ("place_id", "claimant", "name", "language", "latin", "source")
CLAIM_COLUMNS = ("place_id", "claimant", "start", "end", "basis", "note", "source")


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
    named, claims, found = _names(), _claims(), {}
    wanted = tuple(c for c in COLUMNS if c not in ("administered_by_text", "note"))
    for row in rows("disputed_places.csv", COLUMNS, wanted):
        key, name, kind, latitude, longitude, holder, since, status, source = row
        found[key] = DisputedPlace(
            Place(key, name, kind, None, float(latitude), float(longitude)),
            holder or None,
            period(since, ""),
            status,
            {claimant: tuple(names) for claimant, names in named[key].items()},
            tuple(claims[key]),
            source,
        )
    return found


def _names() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, claimant, name in rows("disputed_names.csv", NAME_COLUMNS, NAME_COLUMNS[:3]):
        found[key][claimant].append(name)
    return found


def _claims() -> dict[str, list[Claim]]:
    found = defaultdict(list)
    wanted = tuple(c for c in CLAIM_COLUMNS if c != "note")
    for key, claimant, start, end, basis, source in rows(
        "disputed_claims.csv", CLAIM_COLUMNS, wanted
    ):
        found[key].append(Claim(key, claimant, period(start, end), basis, source))
    return found
