"""From what a user types to the state that is meant."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from legation.errors import UnknownStateError
from legation.model import Period, Spell, State
from legation.world.names import Name, NameKind, ordered, state_names
from legation.world.spelling import folded
from legation.world.states import states
from legation.world.suggest import suggest

_SPEAKABLE = {
    NameKind.NAME,
    NameKind.OFFICIAL,
    NameKind.FORMER,
    NameKind.ALIAS,
    NameKind.ABBREVIATION,
    NameKind.CAPITAL,
    NameKind.METONYM,
}
_LISTED = re.compile(r"(cow|gw)(?:\s*:\s*|\s+)(\w+)", re.IGNORECASE)


def find_state(text: str, on: dt.date | None = None) -> State:
    """Find the state that a code or name stands for.

    An ISO code is tried first, then a name, then the letters that COW or GW have for a state;
    ``cow:`` or ``gw:`` before letters or a number asks for that list alone (``AUS`` is
    Australia, ``cow:AUS`` is Austria). Capitals, accents and punctuation do not matter.

    Args:
        text: an alpha-3 or alpha-2 code, a code or number of COW or GW, a name past or
            present, a capital or a metonym.
        on: the day at which the text is to be read; where None, what it means today or meant
            last.

    Raises:
        UnknownStateError: nothing fits, or not on that day; the remedy names the likeliest.

    Examples:
        >>> find_state("Siam").code, find_state("jp").code, find_state("the Kremlin").code
        ('THA', 'JPN', 'RUS')
        >>> find_state("UKG").code, find_state("cow:365").code, find_state("cote d'ivoire").code
        ('GBR', 'RUS', 'CIV')
        >>> find_state("Korea", dt.date(1905, 1, 1)).code, find_state("Korea").code
        ('XKR', 'KOR')
        >>> find_state("Rusia")
        Traceback (most recent call last):
        legation.errors.UnknownStateError: no state is called 'Rusia': did you mean Russia (RUS)?
    """
    state = _by_list(text, on) or _by_code().get(text.strip().upper())
    if state:
        return state
    key = folded(text)
    bearers = _by_name().get(key, ())
    meant = next((n for n in bearers if n.holds(on)), None)
    if meant:
        return states()[meant.code]
    state = _listed_as("cow", key.upper(), on) or _listed_as("gw", key.upper(), on)
    if state:
        return state
    if bearers:
        raise UnknownStateError(f"no state was called {text!r} on {on}", _who_was(bearers))
    raise UnknownStateError(f"no state is called {text!r}", suggest(key, _by_name()))


def _by_list(text: str, on: dt.date | None) -> State | None:
    given = _LISTED.fullmatch(text.strip())
    if given is None:
        return None
    system, sign = given[1].lower(), given[2].upper()
    state = _listed_as(system, sign, on)
    if state is None:
        when = f" on {on}" if on else ""
        raise UnknownStateError(
            f"no state has {sign} in the list {system}{when}",
            "numbers change hands: try another day, or the state's name",
        )
    return state


def _listed_as(system: str, sign: str, on: dt.date | None) -> State | None:
    """Give who has a number or letters in a list on a day, or last had them."""
    bearers = _in_lists().get((system, sign.lstrip("0")), [])
    if on is None:
        return max(bearers, key=lambda b: b[0].end or dt.date.max)[1] if bearers else None
    return next((state for spell, state in bearers if spell.holds(on)), None)


def _who_was(bearers: tuple[Name, ...]) -> str:
    told = dict.fromkeys(f"{states()[n.code].name} ({n.code}) {_years(n.period)}" for n in bearers)
    return f"{', '.join(list(told)[:3])} had the name"


def _years(when: Period) -> str:
    first, last = when.start, when.end
    if first and last:
        return f"from {first} to {last}"
    return f"from {first}" if first else f"until {last}"


@cache
def _by_code() -> dict[str, State]:
    codes = {s.iso2: s for s in states().values() if s.iso2}
    return {**codes, **states()}


@cache
def _in_lists() -> dict[tuple[str, str], list[tuple[Spell, State]]]:
    index: dict[tuple[str, str], list[tuple[Spell, State]]] = {}
    for state in states().values():
        for spell in state.spells:
            for sign in (str(spell.number), spell.abbreviation):
                index.setdefault((spell.system, sign), []).append((spell, state))
    return index


@cache
def _by_name() -> dict[str, tuple[Name, ...]]:
    """Index what a user may call a state by; what it still means comes before what it meant."""
    speakable = [n for n in state_names() if n.kind in _SPEAKABLE and n.code in states()]
    return {
        text: tuple(sorted(bearers, key=lambda n: n.period.end is not None))
        for text, bearers in ordered(speakable, key=folded).items()
    }
