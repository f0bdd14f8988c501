"""Whom a model means by a side: a state on a day, or an organisation."""

from __future__ import annotations

import datetime as dt
from functools import cache

from legation.errors import UnknownStateError
from legation.world import find_state, organisations
from legation.world.spelling import folded

_LONGEST_NAME = 200


def side(name: str, on: dt.date | None) -> str | None:
    """Give the code of a state or organisation; None where nobody is called so.

    Args:
        name: an organisation's code, a code or name of a state, an organisation's name.
        on: the day at which a state's name is read; what it means on no day then, it may have
            meant on another.

    Examples:
        >>> side("Soviet Union", dt.date(1956, 10, 19)), side("NATO", None), side("EU", None)
        ('RUS', 'NATO', 'EUU')
        >>> side("Atlantis", None) is None
        True
    """
    code = name.strip().upper()
    if len(code) > _LONGEST_NAME:
        return None
    if code in organisations():
        return code
    for day in dict.fromkeys((on, None)):
        if found := _state(name, day):
            return found
    return _by_name().get(folded(name))


def _state(name: str, on: dt.date | None) -> str | None:
    try:
        return find_state(name, on).code
    except UnknownStateError:
        return None


@cache
def _by_name() -> dict[str, str]:
    bodies = organisations().values()
    return {folded(name): body.code for body in bodies for name in (*body.aliases, body.name)}
