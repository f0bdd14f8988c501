"""The capitals of states over time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.model import Period
from legation.world.rows import period, rows

COLUMNS = (
    "code", "capital", "aliases", "start", "end", "latitude", "longitude", "note", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Capital:
    """One seat of a state for one spell.

    Args:
        state: the state's code.
        name: the city, by its name at the time.
        aliases: other spellings and names.
        period: how long it was the capital; unbounded where nobody remembers another.
        latitude: degrees north.
        longitude: degrees east.
        source: where this can be looked up.
    """

    state: str
    name: str
    aliases: tuple[str, ...]
    period: Period
    latitude: float
    longitude: float
    source: str


@cache
def capitals() -> tuple[Capital, ...]:
    """Give every capital, by state and date.

    Examples:
        >>> [c.name for c in capitals() if c.state == "KAZ"]
        ['Almaty', 'Astana', 'Nur-Sultan', 'Astana']
    """
    wanted = ("code", "capital", "aliases", "start", "end", "latitude", "longitude", "source")
    return tuple(
        Capital(
            state,
            name,
            tuple(aliases.split("|")) if aliases else (),
            period(start, end),
            float(latitude),
            float(longitude),
            source,
        )
        for state, name, aliases, start, end, latitude, longitude, source in rows(
            "capitals.csv", COLUMNS, wanted
        )
    )
