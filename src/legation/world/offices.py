"""Who held which office when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from legation import tables
from legation.model import Period
from legation.world.rows import period, rows

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
        acting: whether they only stood in.
    """

    state: str
    office: str
    title: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    period: Period
    source: str
    acting: bool = False


@cache
def holders() -> tuple[Holder, ...]:
    """Give every known holder of an office, by state, office and date.

    Examples:
        >>> [h.name for h in holders() if h.state == "DEU" and h.office == "head_of_government"][-1]
        'Friedrich Merz'
    """
    wanted = tuple(column for column in COLUMNS if column != "note")
    found = [
        row
        for table in tables.names("world", "office_holders")
        for row in rows(table, COLUMNS, wanted)
    ]
    found.sort(key=itemgetter(0, 1, 7))  # ISO dates sort as text
    return tuple(_holder(*row) for row in found)


def _holder(
    state: str,
    office: str,
    title: str,
    name: str,
    surname: str,
    aliases: str,
    acting: str,
    start: str,
    end: str,
    source: str,
) -> Holder:
    also = tuple(aliases.split("|")) if aliases else ()
    when = period(start, end)
    return Holder(state, office, title, name, surname, also, when, source, acting == "yes")


def in_office(state: str, office: str, day: dt.date) -> tuple[Holder, ...]:
    """List who held an office of a state on a day.

    Examples:
        >>> import datetime as dt
        >>> [h.surname for h in in_office("RUS", "foreign_minister", dt.date(2013, 11, 2))]
        ['Lavrov']
    """
    that_day = Period.day(day)
    return tuple(h for h in holders_of(state, office) if h.period.overlaps(that_day))


def holders_of(state: str, office: str) -> tuple[Holder, ...]:
    """List who held an office of a state, by date; nobody where the tables know of none.

    Examples:
        >>> [h.surname for h in holders_of("UNO", "secretary_general")][:3]
        ['Jebb', 'Lie', 'Hammarskjöld']
    """
    return _by_office().get((state, office), ())


@cache
def _by_office() -> dict[tuple[str, str], tuple[Holder, ...]]:
    index = defaultdict(list)
    for holder in holders():
        index[holder.state, holder.office].append(holder)
    return {office: tuple(found) for office, found in index.items()}
