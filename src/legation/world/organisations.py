"""Organisations of states and their members over time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from legation.model import Period
from legation.world.rows import period, rows

ORGANISATION_COLUMNS = (
    "code", "name", "aliases", "adjective", "kind", "founded", "dissolved", "mutual_defence",
    "defence_since", "seat", "note", "source",
)  # fmt: skip
MEMBERSHIP_COLUMNS = ("organisation", "state", "start", "end", "status", "note", "source")


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's spell as member, associate, observer or suspended member (``status``)."""

    organisation: str
    state: str
    period: Period
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation of states.

    Args:
        code: its code, never that of a state.
        name: its full name.
        aliases: other names and initials.
        kind: ``alliance``, ``universal``, ``economic``, ``organ``...
        period: from founding to dissolution.
        mutual_defence: whether a treaty of it binds members to defend each other, or did.
        source: where this can be looked up.
        defence_since: first day of that treaty; None where it is the founding one.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    period: Period
    mutual_defence: bool
    source: str
    defence_since: dt.date | None = None

    def binds_to_defence(self, day: dt.date) -> bool:
        """Whether its members were bound to defend each other on a day.

        The European Union's members are since the Lisbon Treaty, not since 1958.

        Examples:
            >>> import datetime as dt
            >>> union = organisations()["EUU"]
            >>> union.binds_to_defence(dt.date(1995, 1, 1))
            False
            >>> union.binds_to_defence(dt.date(2013, 7, 1))
            True
        """
        begun = self.defence_since is None or self.defence_since <= day
        return self.mutual_defence and begun and self.period.overlaps(Period.day(day))


@cache
def organisations() -> dict[str, Organisation]:
    """Give every organisation by its code.

    Examples:
        >>> organisations()["NATO"].mutual_defence
        True
    """
    found = {}
    wanted = (*ORGANISATION_COLUMNS[:9], "source")
    for row in rows("organisations.csv", ORGANISATION_COLUMNS, wanted):
        code, name, aliases, adjective, kind, founded, dissolved, defence, since, source = row
        other = tuple(filter(None, (*aliases.split("|"), *adjective.split("|"))))
        when, bound = period(founded, dissolved), period(since, "").start
        found[code] = Organisation(code, name, other, kind, when, defence == "yes", source, bound)
    return found


@cache
def memberships() -> dict[str, tuple[Membership, ...]]:
    """Give the spells of membership by organisation.

    Examples:
        >>> [(m.period.start.year, m.period.end) for m in memberships()["NATO"] if m.state == "FIN"]
        [(2023, None)]
    """
    found = defaultdict(list)
    wanted = ("organisation", "state", "start", "end", "status", "source")
    for body, state, start, end, status, source in rows(
        "memberships.csv", MEMBERSHIP_COLUMNS, wanted
    ):
        found[body].append(Membership(body, state, period(start, end), status, source))
    return {code: tuple(spells) for code, spells in found.items()}


def members(organisation: str, day: dt.date) -> list[str]:
    """List the full members of an organisation on a day, by code.

    Examples:
        >>> import datetime as dt
        >>> members("NATO", dt.date(1950, 1, 1))[:3], len(members("NATO", dt.date(1950, 1, 1)))
        (['BEL', 'CAN', 'DNK'], 12)
    """
    return sorted(
        m.state
        for m in memberships().get(organisation, ())
        if m.status == "member" and m.period.overlaps(Period.day(day))
    )


def allies_by_accession(state: str, organisation: str, day: dt.date) -> list[str]:
    """List the members that a state's accession on a day makes its allies.

    Only where a treaty of the organisation bound its members to defend each other on that day;
    otherwise nobody.

    Examples:
        >>> import datetime as dt
        >>> "USA" in allies_by_accession("FIN", "NATO", dt.date(2023, 4, 4))
        True
        >>> allies_by_accession("FIN", "UNO", dt.date(1955, 12, 14))
        []
    """
    body = organisations().get(organisation)
    if body is None or not body.binds_to_defence(day):
        return []
    return [member for member in members(organisation, day) if member != state]
