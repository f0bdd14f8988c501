"""The bare panels: which states, pairs and leaders there were in each year, month or day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from legation.model import Spell, State
from legation.panel.errors import PanelError
from legation.panel.lookup import Codes, joint
from legation.panel.units import SYSTEMS
from legation.world.states import states

if TYPE_CHECKING:
    import pyarrow as pa

FIRST_YEAR, LAST_YEAR = 1816, 2025
"""The years of a panel where none are named: from the lists' first to the last that is over."""

_LISTS = {"cow": "COW's list", "gw": "Gleditsch and Ward's list"}

Years = tuple[int, int]


class Member(NamedTuple):
    """A state's spell in a list, its last day known."""

    state: State
    number: int
    start: dt.date
    end: dt.date


def members(system: str, years: Years) -> list[Member]:
    """List the spells in a list that touch some years, by number and start.

    A state that the list still has on its own last day (2016-12-31 in COW v2016, 2020-12-31 in
    Gleditsch and Ward) stays a member to the end of the years asked for.
    """
    last_day = dt.date(years[1], 12, 31)
    found = [
        Member(state, spell.number, spell.start, spell.end or last_day)
        for state in states().values()
        for spell in state.spells
        if spell.system == system and _touches(spell, years)
    ]
    return sorted(found, key=lambda m: (m.number, m.start))


def state_periods(system: str, years: Years, time: str) -> pa.Table:
    """Build one row for each state and year, month or day that it was a member on any day of."""
    import pyarrow as pa

    found = members(system, years)
    spans = [_span(m, years, time) for m in found]
    codes = np.repeat([m.number for m in found], [len(s) for s in spans])
    times = np.concatenate(spans) if spans else np.array([], dtype=np.int64)
    names = np.repeat(np.arange(len(found)), [len(s) for s in spans])
    _, keep = np.unique(joint(codes, np.zeros_like(codes)) << 16 | _rank(times), return_index=True)
    labels = pa.array([m.state.name for m in found]).dictionary_encode()
    columns = {
        SYSTEMS[system]: pa.array(codes[keep], pa.int16()),
        "state": labels.take(pa.array(names[keep])),
        time: _time_array(times[keep], time),
    }
    return told(pa.table(columns), system)


def dyad_years(system: str, years: Years, directed: bool) -> pa.Table:
    """Build one row for each pair of states and year in which both were members on one day."""
    import pyarrow as pa

    parts = list(_pairs(members(system, years), years, directed))
    first, second, year = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(joint(first, second, year), kind="stable")
    code = SYSTEMS[system]
    columns = {
        f"{code}1": pa.array(first[order], pa.int16()),
        f"{code}2": pa.array(second[order], pa.int16()),
        "year": pa.array(year[order], pa.int16()),
    }
    return told(pa.table(columns), system)


def told(table: pa.Table, system: str) -> pa.Table:
    """Say what the columns of a bare panel are."""
    import pyarrow as pa

    code, number = SYSTEMS[system], f"number in {_LISTS[system]}"
    about = {
        code: ("code", number), f"{code}1": ("code", f"first state: {number}"),
        f"{code}2": ("code", f"second state: {number}"),
        "state": ("text", "name that the state has last"), "year": ("year", "calendar year"),
        "month": ("date", "first day of the month"), "date": ("date", "day"),
        "obsid": ("code", "the leader's spell in office, as Archigos numbers it"),
        "leader": ("text", "name"), "gender": ("M, F", "gender of the leader"),
        "leaderage": ("years", "year less year of birth"),
        "yrinoffice": ("years", "running count of calendar years in this spell"),
    }  # fmt: skip
    fields = [f.with_metadata(dict(zip(("unit", "meaning"), about[f.name], strict=True)))
              for f in table.schema]  # fmt: skip
    return table.cast(pa.schema(fields))


def checked(system: str, years: Years) -> Years:
    """Give years back, or refuse a list or years that there are not.

    Raises:
        PanelError: the list is neither ``cow`` nor ``gw``, or the years run backwards or begin
            before 1816.
    """
    if system not in SYSTEMS:
        raise PanelError(f"no list of states is called {system[:40]!r}", "give cow or gw")
    if not FIRST_YEAR <= years[0] <= years[1] <= LAST_YEAR + 1:
        raise PanelError(
            f"the lists of states have no years {years[0]} to {years[1]}",
            f"give years from {FIRST_YEAR} to {LAST_YEAR}",
        )
    return years


def _touches(spell: Spell, years: Years) -> bool:
    return spell.start.year <= years[1] and (spell.end is None or spell.end.year >= years[0])


def _span(member: Member, years: Years, time: str) -> Codes:
    """Give the years, months or days of a spell, as offsets that numpy's dates count."""
    first = max(member.start, dt.date(years[0], 1, 1))
    last = min(member.end, dt.date(years[1], 12, 31))
    if time == "year":
        return np.arange(first.year, last.year + 1)
    unit = {"month": "M", "date": "D"}[time]
    ends = np.array([first, last], dtype="datetime64[D]").astype(f"datetime64[{unit}]")
    low, high = ends.astype(np.int64)
    return np.arange(low, high + 1)


def _rank(times: Codes) -> Codes:
    return np.unique(times, return_inverse=True)[1] if len(times) else times


def _time_array(times: Codes, time: str) -> pa.Array:
    import pyarrow as pa

    if time == "year":
        return pa.array(times, pa.int16())
    unit = {"month": "M", "date": "D"}[time]
    return pa.array(times.astype(f"datetime64[{unit}]").astype("datetime64[D]"), pa.date32())


def _pairs(found: list[Member], years: Years, directed: bool) -> Iterator[tuple[Codes, ...]]:
    codes = np.array([m.number for m in found], dtype=np.int64)
    starts = np.array([m.start.toordinal() for m in found], dtype=np.int64)
    ends = np.array([m.end.toordinal() for m in found], dtype=np.int64)
    for year in range(years[0], years[1] + 1):
        low, high = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
        there = (starts <= high) & (ends >= low)
        numbers = codes[there]
        start, end = np.maximum(starts[there], low), np.minimum(ends[there], high)
        together = np.maximum.outer(start, start) <= np.minimum.outer(end, end)
        one, other = np.nonzero(together)
        first, second = numbers[one], numbers[other]
        wanted = (first != second) if directed else (first < second)
        pairs = joint(first[wanted], second[wanted])
        if len(np.unique(numbers)) < len(numbers):
            pairs = np.unique(pairs)  # of two spells in one year, once
        yield pairs >> 16, pairs & 0xFFFF, np.full(len(pairs), year, dtype=np.int64)
