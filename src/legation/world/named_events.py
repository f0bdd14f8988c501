"""Wars, treaties and conferences that writers call by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.model import Pair, Period
from legation.world.rows import period, rows

COLUMNS = ("name", "aliases", "kind", "side_a", "side_b", "start", "end", "note", "source")


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """One war, treaty, alliance, conference or crisis with a name of its own.

    Args:
        name: its usual English name.
        kind: ``war``, ``treaty``, ``alliance``, ``conference`` or ``crisis``.
        sides: the two sides, or all parties and nobody.
        period: from beginning or signature to end.
        source: where this can be looked up.
    """

    name: str
    kind: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    period: Period
    source: str

    def pairs(self) -> frozenset[Pair]:
        """Give who stood against whom in it or, where it has no sides, who were parties to it.

        Examples:
            >>> sorted(named_events()["Winter War"].pairs())
            [Pair(a='FIN', b='RUS')]
        """
        one, other = self.sides
        if not other:
            other = one
        return frozenset(Pair.of(a, b) for a in one for b in other if a != b)


@cache
def named_events() -> dict[str, NamedEvent]:
    """Give every named event by each of its names.

    Examples:
        >>> named_events()["Winter War"].period
        Period(1939-11-30..1940-03-13 day)
    """
    found = {}
    wanted = ("name", "aliases", "kind", "side_a", "side_b", "start", "end", "source")
    for row in rows("named_events.csv", COLUMNS, wanted):
        name, aliases, kind, side_a, side_b, start, end, source = row
        sides = (_codes(side_a), _codes(side_b))
        event = NamedEvent(name, kind, sides, period(start, end), source)
        found[name] = event
        for alias in _codes(aliases):
            found[alias] = event
    return found


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
