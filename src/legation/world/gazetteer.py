"""Every place by every name it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

from legation.world.disputes import disputed_places
from legation.world.places import Place, cities, compiled, seats


@cache
def place_names() -> dict[str, tuple[Place, ...]]:
    """Give every place by each of its names, the likeliest bearer first.

    Disputed places come first, then those compiled by hand, then today's capitals, then
    cities by population.

    Examples:
        >>> place_names()["Paris"][0].state
        'FRA'
        >>> place_names()["Diaoyu"][0] is place_names()["Senkaku"][0]
        True
    """
    index: dict[str, list[Place]] = defaultdict(list)
    for place, names in chain(_disputed(), compiled(), seats(), cities()):
        for name in names:
            index[name].append(place)
    return {name: tuple(found) for name, found in index.items()}


def _disputed() -> Iterator[tuple[Place, tuple[str, ...]]]:
    for disputed in disputed_places().values():
        names = (disputed.place.name, *(n for ns in disputed.names.values() for n in ns))
        yield disputed.place, tuple(dict.fromkeys(names))
