"""From what a user types to the state that is meant."""

from __future__ import annotations

import datetime as dt
from functools import cache

from legation.errors import UnknownStateError
from legation.model import State
from legation.world.names import Name, NameKind, names
from legation.world.states import states

_SPEAKABLE = {
    NameKind.NAME,
    NameKind.OFFICIAL,
    NameKind.FORMER,
    NameKind.ALIAS,
    NameKind.ABBREVIATION,
    NameKind.CAPITAL,
    NameKind.METONYM,
}


def find_state(text: str, on: dt.date | None = None) -> State:
    """Find the state that a code or name stands for.

    Args:
        text: an alpha-3 or alpha-2 code, a name past or present, a capital or a metonym.
        on: the day at which the name is to be read; any day where None.

    Raises:
        UnknownStateError: nothing fits; the remedy names the likeliest.

    Examples:
        >>> find_state("Siam").code, find_state("jp").code, find_state("the Kremlin").code
        ('THA', 'JPN', 'RUS')
        >>> find_state("Rusia")
        Traceback (most recent call last):
        legation.errors.UnknownStateError: no state is called 'Rusia': did you mean Russia (RUS)?
    """
    wanted = " ".join(text.split())
    by_code = _by_code().get(wanted.upper())
    if by_code:
        return by_code
    key = wanted.casefold().removeprefix("the ")
    for name in _by_name().get(key, ()):
        if name.holds(on):
            return states()[name.code]
    raise UnknownStateError(f"no state is called {text!r}", _suggest(key))


def _suggest(key: str) -> str:
    from rapidfuzz import fuzz, process

    plain = {k: n for k, ns in _by_name().items() for n in ns[:1] if n.kind.is_state}
    found: dict[str, str] = {}
    for match, _, _ in process.extract(
        key, list(plain), scorer=fuzz.ratio, limit=5, score_cutoff=65
    ):
        code = plain[match].code
        found.setdefault(code, f"{plain[match].text} ({code})")
    if not found:
        return "give its name or its three-letter code; `legation states` lists them"
    return f"did you mean {', '.join(list(found.values())[:3])}?"


@cache
def _by_code() -> dict[str, State]:
    codes = {s.iso2: s for s in states().values() if s.iso2}
    return {**codes, **states()}


@cache
def _by_name() -> dict[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for text, bearers in names().items():
        for name in bearers:
            if name.kind in _SPEAKABLE and name.code in states():
                found.setdefault(text.casefold(), []).append(name)
    return {text: tuple(bearers) for text, bearers in found.items()}
