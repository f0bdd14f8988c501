"""The cells of the record's tables: parties with their spells, and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from legation.model import Period
from legation.world import period


@dataclass(frozen=True, slots=True)
class Party:
    """One state in a treaty, and when it was bound where that is not the whole time.

    Args:
        code: its code.
        spell: when it was a party; undated where as long as the treaty.
    """

    code: str
    spell: Period


def parties(cell: str) -> tuple[Party, ...]:
    """Read a cell of parties.

    Examples:
        >>> [p.code for p in parties("DEU AUH ITA@1882-05-20..1915-05-03")]
        ['DEU', 'AUH', 'ITA']
        >>> parties("ITA@1882-05-20..1915-05-03")[0].spell
        Period(1882-05-20..1915-05-03 day)
    """
    found = []
    for word in cell.split():
        code, _, spell = word.partition("@")
        start, _, end = spell.partition("..")
        found.append(Party(code, period(start, end)))
    return tuple(found)


def bound(members: Sequence[Party], start: str, end: str) -> Iterator[tuple[str, str, Period]]:
    """Give each two parties that were bound at the same time, with the time that both were.

    Args:
        members: the parties.
        start: when the treaty entered into force, as its cell has it.
        end: when it ended; empty if it has not.

    Examples:
        >>> spells = list(bound(parties("DEU AUH ITA@1882-05-20..1915-05-03"), "1879", "1918-11"))
        >>> [(a, b, str(spell.start)) for a, b, spell in spells]
        [('DEU', 'AUH', '1879-01-01'), ('DEU', 'ITA', '1882-05-20'), ('AUH', 'ITA', '1882-05-20')]
    """
    whole = period(start, end)
    for one, other in combinations(members, 2):
        spell = shared(shared(whole, one.spell), other.spell)
        if spell is not None and one.code != other.code:
            yield one.code, other.code, spell


def shared(one: Period | None, other: Period | None) -> Period | None:
    """Give the time that two periods share; ``None`` where they share none."""
    if one is None or other is None or not one.overlaps(other):
        return None
    later = (one.start or dt.date.min) >= (other.start or dt.date.min)
    earlier = (one.end or dt.date.max) <= (other.end or dt.date.max)
    first, last = (one if later else other), (one if earlier else other)
    return Period(first.start, last.end, first.start_precision, last.end_precision)
