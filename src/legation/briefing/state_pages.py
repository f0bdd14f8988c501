"""States as listings: who is in the lists on a day, and all about one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from legation.briefing.institutions import OFFICES
from legation.briefing.periods import compact
from legation.briefing.structure import Cell, Listing, Page, cell, day_text
from legation.model import Period, Precision, Spell, State
from legation.world import NameKind, disputed_places, in_office, memberships, names, organisations


def states_listing(found: list[State], on: dt.date | None) -> Listing:
    """List states with their codes and their numbers in the lists on a day, or ever."""
    when = f" on {day_text(on)}" if on else ""
    lines = tuple(_line(state, on) for state in found)
    note = "Numbers are those of Correlates of War (COW) and Gleditsch & Ward (GW)."
    return Listing(f"{len(found)} states{when}", ("Code", "ISO 2", "Name", "COW", "GW", "Region"),
                   lines, (note,))  # fmt: skip


def state_page(state: State, on: dt.date) -> Page:
    """Tell of one state: its names, its spells in the lists, its capital and offices on a day."""
    return Page(
        f"{state.name} ({state.code})",
        (
            Listing("Names", ("Kind", "Name", "When"), tuple(_names(state.code))),
            Listing("In the lists of states", ("List", "Number", "Letters", "When"),
                    tuple(map(_spell, state.spells))),
            Listing(f"Offices on {day_text(on)}", ("Office", "Holder", "When", "Source"),
                    tuple(_offices(state.code, on))),
            Listing(f"Member of, on {day_text(on)}", ("Organisation", "When", "Source"),
                    tuple(_memberships(state.code, on))),
            Listing("Disputed places it claims", ("Place", "When", "Basis", "Source"),
                    tuple(_claims(state.code))),
        ),
    )  # fmt: skip


def _line(state: State, on: dt.date | None) -> tuple[Cell, ...]:
    numbers = [_numbers(state.spells, system, on) for system in ("cow", "gw")]
    return (
        cell(state.code),
        cell(state.iso2),
        cell(state.name),
        *(cell(n) for n in numbers),
        cell(state.region),
    )


def _numbers(spells: Iterable[Spell], system: str, on: dt.date | None) -> str:
    found = [str(s.number) for s in spells if s.system == system and (on is None or s.holds(on))]
    return ", ".join(dict.fromkeys(found))


_TOLD = (NameKind.NAME, NameKind.OFFICIAL, NameKind.FORMER, NameKind.ALIAS, NameKind.CAPITAL)


def _names(code: str) -> list[tuple[Cell, ...]]:
    found = [n for bearers in names().values() for n in bearers if n.code == code]
    told = [n for n in found if n.kind in _TOLD]
    told.sort(key=lambda n: (_TOLD.index(n.kind), n.period.start or dt.date.min, n.text))
    return [(cell(n.kind.value), cell(n.text), cell(compact(n.period))) for n in told]


def _spell(spell: Spell) -> tuple[Cell, ...]:
    when = Period(spell.start, spell.end, Precision.DAY, Precision.DAY)
    named = {"cow": "Correlates of War", "gw": "Gleditsch & Ward"}[spell.system]
    letters = spell.abbreviation
    return cell(named), cell(str(spell.number)), cell(letters), cell(compact(when))


def _offices(code: str, on: dt.date) -> list[tuple[Cell, ...]]:
    holders = [h for office in OFFICES for h in in_office(code, office, on)]
    unique = {(h.title, h.name): h for h in holders}
    return [
        (cell(h.title), cell(h.name), cell(compact(h.period)), cell(h.source))
        for h in unique.values()
    ]


def _memberships(code: str, on: dt.date) -> list[tuple[Cell, ...]]:
    day = Period.day(on)
    spells = [m for found in memberships().values() for m in found if m.state == code]
    now = [m for m in spells if m.status == "member" and m.period.overlaps(day)]
    listed = [(organisations()[m.organisation].name, m) for m in now]
    return [
        (cell(f"{body} ({m.organisation})"), cell(compact(m.period)), cell(m.source))
        for body, m in sorted(listed, key=lambda pair: pair[0])
    ]


def _claims(code: str) -> list[tuple[Cell, ...]]:
    return [
        (cell(p.place.name), cell(compact(c.period)), cell(c.basis), cell(c.source))
        for p in disputed_places().values()
        for c in p.claims
        if c.claimant == code
    ]
