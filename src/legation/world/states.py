"""States over time: their codes in each list, and the crosswalk between the lists."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

from legation.errors import UnknownStateError
from legation.model import Spell, State
from legation.world.rows import period, rows

STATE_COLUMNS = (
    "code", "iso2", "iso_numeric", "name", "official_name", "region", "microstate", "note",
    "source",
)  # fmt: skip
SPELL_COLUMNS = ("code", "system", "number", "abbreviation", "start", "end", "note", "source")


@cache
def states() -> dict[str, State]:
    """Give every state by its code, with its memberships in the COW and GW lists.

    Examples:
        >>> [s.number for s in states()["DEU"].spells if s.system == "cow"]
        [255, 260, 255]
    """
    spells = defaultdict(list)
    for code, *cells in rows("state_spells.csv", SPELL_COLUMNS, SPELL_COLUMNS[:6]):
        spells[code].append(_spell(*cells))
    return {
        code: State(
            code,
            name,
            iso2 or None,
            region or None,
            tuple(sorted(spells[code], key=lambda s: (s.start, s.system))),
        )
        for code, iso2, name, region in rows(
            "states.csv", STATE_COLUMNS, ("code", "iso2", "name", "region")
        )
    }


def number(code: str, system: str, day: dt.date) -> int | None:
    """Give a state's number in a list on a day, or None where it is not on it.

    Args:
        code: the state's code.
        system: ``"cow"`` or ``"gw"``.
        day: the day.

    Raises:
        UnknownStateError: no state has the code.

    Examples:
        >>> import datetime as dt
        >>> number("YEM", "cow", dt.date(2000, 1, 1)), number("YEM", "gw", dt.date(2000, 1, 1))
        (679, 678)
    """
    if code not in states():
        raise UnknownStateError(f"no state has the code {code!r}", "see `legation states`")
    for spell in states()[code].spells:
        if spell.system == system and spell.holds(day):
            return spell.number
    return None


def by_number(number: int, system: str, day: dt.date) -> State | None:
    """Give the state that has a number in a list on a day, or None.

    Examples:
        >>> import datetime as dt
        >>> day = dt.date(2005, 1, 1)
        >>> by_number(970, "cow", day).code, by_number(970, "gw", day).code
        ('NRU', 'KIR')
    """
    for state, spell in _numbered().get((system, number), ()):
        if spell.holds(day):
            return state
    return None


def members(system: str, day: dt.date) -> list[State]:
    """List the states that are in a list on a day, by code.

    Examples:
        >>> import datetime as dt
        >>> len(members("cow", dt.date(2016, 12, 31)))
        195
    """
    found = {
        state.code: state
        for state in states().values()
        if any(s.system == system and s.holds(day) for s in state.spells)
    }
    return [found[code] for code in sorted(found)]


@cache
def _numbered() -> dict[tuple[str, int], list[tuple[State, Spell]]]:
    index = defaultdict(list)
    for state in states().values():
        for spell in state.spells:
            index[spell.system, spell.number].append((state, spell))
    return dict(index)


def _spell(system: str, number: str, abbreviation: str, start: str, end: str) -> Spell:
    when = period(start, end)
    assert when.start is not None
    return Spell(system, int(number), abbreviation, when.start, when.end)
