"""People in public life beyond the chief offices: generals, speakers, rebels, dissidents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.model import Period
from legation.world.bodies import COLUMNS
from legation.world.rows import period, rows


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody in public life in one stretch of time.

    Args:
        name: the usual English name, without a title.
        aliases: other spellings, noms de guerre.
        state: the state that they act for, or mainly act in.
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
def people() -> tuple[Figure, ...]:
    """Give everybody in the tables of people, in their order.

    Examples:
        >>> {(f.state, f.role) for f in people() if f.name == "Thierry Burkhard"}
        {('FRA', 'MIL')}
    """
    return tuple(
        Figure(name, tuple(aliases.split("|")) if aliases else (), state, role, period(a, b), at)
        for table in tables.names("world", "people")
        for name, aliases, state, role, a, b, at in rows(table, COLUMNS, COLUMNS)
    )
