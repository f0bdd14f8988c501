"""Who acts in public life and is no state: parliaments, armies, parties, firms; and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.model import Period
from legation.world.rows import period, rows

COLUMNS = ("name", "aliases", "state", "role", "start", "end", "source")


@dataclass(frozen=True, slots=True)
class Agent:
    """A named body or person, whose they are and what they are in a stretch of time.

    Args:
        name: the usual English name; of a person without a title.
        aliases: other names and spellings.
        state: the state that they belong to, act for or mainly act in; ``IMG`` for armed groups
            across borders, ``NGO`` for organisations across borders that are not of states.
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
def bodies() -> tuple[Agent, ...]:
    """Give every named body: parliament, army, service, court, party, armed group, firm.

    Examples:
        >>> {b.role for b in bodies() if b.name == "Knesset"}
        {'LEG'}
    """
    return tuple(_agents("bodies"))


@cache
def people() -> tuple[Agent, ...]:
    """Give people in public life beyond the chief offices: generals, speakers, rebels.

    Examples:
        >>> {(p.state, p.role) for p in people() if p.name == "Kathleen Hicks"} >= {("USA", "GOV")}
        True
    """
    return tuple(_agents("people"))


def _agents(folder: str) -> Iterator[Agent]:
    for table in tables.names("world", folder):
        for name, aliases, state, role, start, end, source in rows(table, COLUMNS, COLUMNS):
            others = tuple(aliases.split("|")) if aliases else ()
            yield Agent(name, others, state, role, period(start, end), source)
