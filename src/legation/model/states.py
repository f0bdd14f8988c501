"""States, and pairs of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch of membership in a list of states.

    Args:
        system: ``cow`` (Correlates of War) or ``gw`` (Gleditsch & Ward).
        number: the state's number in that list.
        abbreviation: its letters in that list.
        start: first day.
        end: last day, or None where it lasts.
    """

    system: str
    number: int
    abbreviation: str
    start: dt.date
    end: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether the spell includes a day."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class State:
    """One state through time: the Soviet Union and Russia are one, RUS.

    Args:
        code: ISO 3166-1 alpha-3, or a documented code where ISO has none.
        name: the usual English name today.
        iso2: ISO 3166-1 alpha-2, or None.
        region: United Nations sub-region.
        spells: memberships in the lists of states, by date.
    """

    code: str
    name: str
    iso2: str | None = None
    region: str | None = None
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two codes in alphabetical order: relations of A and B are those of B and A.

    Examples:
        >>> Pair.of("RUS", "JPN")
        Pair(a='JPN', b='RUS')
    """

    a: str
    b: str

    @classmethod
    def of(cls, one: str, other: str) -> Pair:
        """Build the pair of two codes given in any order."""
        return cls(*sorted((one, other)))
