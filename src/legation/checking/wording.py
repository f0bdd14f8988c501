"""How verdicts speak of states, things and times."""

from __future__ import annotations

from legation.checking.things import Matter, Thing
from legation.model import Period
from legation.world import organisations, states

_MATTERS = {
    Matter.LAND: ("change of territory", "changes of territory"),
    Matter.CLAIM: ("territorial claim", "territorial claims"),
    Matter.OPENING: ("opening of relations", "openings of relations"),
    Matter.RUPTURE: ("break of relations", "breaks of relations"),
    Matter.CRISIS: ("crisis", "crises"),
    Matter.TREATY: ("treaty", "treaties"),
    Matter.RIVALRY: ("rivalry", "rivalries"),
    Matter.SANCTIONS: ("sanctions", "sanctions"),
}


def matter_text(matter: Matter, *, several: bool = False) -> str:
    """Name what a claim is about, one of it or several.

    Examples:
        >>> matter_text(Matter.CRISIS, several=True), matter_text(Matter.WAR)
        ('crises', 'war')
    """
    one, many = _MATTERS.get(matter, (matter.value, f"{matter.value}s"))
    return many if several else one


def name_of(code: str) -> str:
    """Give the name of a state or organisation."""
    if code in states():
        return states()[code].name
    return organisations()[code].name if code in organisations() else code


def told(thing: Thing) -> str:
    """Give what a thing's row says, with its dates, as one sentence."""
    return f"{thing.proof.said.rstrip('.')} [{span_text(thing.whole)}]."


def when_text(thing: Thing) -> str:
    """Give when a thing was."""
    return span_text(thing.whole)


def span_text(when: Period) -> str:
    """Write a period by its days, as short as its precision allows.

    Examples:
        >>> import datetime as dt
        >>> span_text(Period.year(1905))
        '1905'
    """
    first = _day(when, start=True)
    if when.end is None:
        return f"since {first}" if first else "undated"
    last = _day(when, start=False)
    if not first:
        return f"until {last}"
    return first if first == last else f"{first} to {last}"


def _day(when: Period, *, start: bool) -> str:
    day = when.start if start else when.end
    precision = when.start_precision if start else when.end_precision
    if day is None:
        return ""
    match precision.value if precision else "day":
        case "year" | "decade" | "century":
            return str(day.year)
        case "month" | "season":
            return f"{day.year}-{day.month:02}"
    return day.isoformat()
