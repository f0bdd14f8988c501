"""Named bodies that are no states: parliaments, armies, services, parties, armed groups, firms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.model import Period
from legation.world.rows import period, rows

COLUMNS = ("name", "aliases", "state", "role", "start", "end", "source")


@dataclass(frozen=True, slots=True)
class Body:
    """A named body, whose it is and what it is in a stretch of time.

    Args:
        name: its usual English name.
        aliases: other names.
        state: the state that it belongs to or mainly acts in; ``IMG`` for armed groups across
            borders, ``NGO`` for organisations across borders that are not of states.
        role: PLOVER sector.
        period: when that holds.
        source: where this can be looked up.
    """

    name: str
    aliases: tuple[str, ...]
    state: str
    role: str
    period: Period
    source: str


@cache
def bodies() -> tuple[Body, ...]:
    """Give every named body, in the order of the tables.

    Examples:
        >>> {b.role for b in bodies() if b.name == "Knesset"}
        {'LEG'}
    """
    return tuple(
        Body(
            name, tuple(aliases.split("|")) if aliases else (), state, role, period(start, end), at
        )
        for table in tables.names("world", "bodies")
        for name, aliases, state, role, start, end, at in rows(table, COLUMNS, COLUMNS)
    )
