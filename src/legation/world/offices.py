"""Who held which office when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.model import Period
from legation.world.states import period

COLUMNS = (
    "state", "office", "title", "holder", "surname", "aliases", "acting", "start", "end", "note",
    "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """One person's time in one office.

    Args:
        state: code of the state or organisation.
        office: ``head_of_state``, ``head_of_government``, ``foreign_minister``,
            ``defence_minister``, ``leader``, or an organisation's office.
        title: the English title.
        name: full name as the English-language press writes it.
        surname: the part used alone.
        aliases: other spellings.
        period: the time in office.
        source: where this can be looked up.
    """

    state: str
    office: str
    title: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    period: Period
    source: str


@cache
def holders() -> tuple[Holder, ...]:
    """Give every known holder of an office, by state, office and date."""
    found = [
        Holder(
            row["state"],
            row["office"],
            row["title"],
            row["holder"],
            row["surname"] or row["holder"].split()[-1],
            tuple(a for a in row["aliases"].split("|") if a),
            period(row["start"], row["end"]),
            row["source"],
        )
        for table in tables.names("world", "office_holders")
        for row in tables.rows("world", table, COLUMNS)
    ]
    return tuple(sorted(found, key=lambda h: (h.state, h.office, h.period.start or dt.date.min)))


def in_office(state: str, office: str, day: dt.date) -> tuple[Holder, ...]:
    """List who held an office of a state on a day.

    Examples:
        >>> import datetime as dt
        >>> [h.surname for h in in_office("RUS", "foreign_minister", dt.date(2013, 11, 2))]
        ['Lavrov']
    """
    return tuple(
        h
        for h in holders()
        if h.state == state and h.office == office and h.period.overlaps(Period.day(day))
    )
