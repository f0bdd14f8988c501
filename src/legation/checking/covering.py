"""Whether the record covers such a thing at all, for these states and that time."""

from __future__ import annotations

from functools import cache

from legation.checking.things import Matter
from legation.model import Period
from legation.record import coverage
from legation.world import states

_TABLES = {
    Matter.WAR: ("wars",),
    Matter.CRISIS: ("crises",),
    Matter.OCCUPATION: ("occupations",),
    Matter.ALLIANCE: ("alliances_to_1945", "alliances_since_1945"),
    Matter.TREATY: ("treaties",),
    Matter.LAND: ("territorial_changes",),
    Matter.CLAIM: ("claims",),
    Matter.INDEPENDENCE: ("independence",),
    Matter.OPENING: ("diplomatic_acts",),
    Matter.RUPTURE: ("diplomatic_acts",),
    Matter.SANCTIONS: ("sanctions",),
    Matter.MEETING: ("meetings_great_powers", "meetings_asia_pacific"),
    Matter.RIVALRY: ("rivalries",),
}
_GREAT = {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN", "IND", "ITA"}
_FURTHER_EAST = (60.0, 180.0)


def outside(matter: Matter, pair: tuple[str, str], when: Period) -> str:
    """Say why the record does not cover a matter of two states at a time; empty where it does."""
    tables = [coverage()[name] for name in _TABLES.get(matter, ())]
    if not tables:
        return ""
    first, last = min(t.first for t in tables), max(t.last for t in tables)
    if when.end and when.end.year < first:
        return f"the record of such things begins in {first}"
    if when.start and when.start.year > last:
        return f"the record of such things ends with {last}"
    if matter is Matter.MEETING and not (set(pair) & _GREAT or _eastern(pair)):
        return "meetings are on record only for great powers and the Asia-Pacific"
    return ""


def _eastern(pair: tuple[str, str]) -> bool:
    return any(code in _asia_pacific() for code in pair)


@cache
def _asia_pacific() -> frozenset[str]:
    from legation.world import capitals

    low, high = _FURTHER_EAST
    return frozenset(
        c.state for c in capitals() if c.state in states() and low <= c.longitude <= high
    )
