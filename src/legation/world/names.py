"""What states and organisations are called: names, adjectives, people, seats and metonyms."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from legation.model import UNDATED, Period
from legation.world.agents import Agent, bodies, people
from legation.world.capitals import capitals
from legation.world.offices import holders
from legation.world.organisations import organisations
from legation.world.rows import period, rows
from legation.world.spelling import unaccented

COLUMNS = ("code", "name", "kind", "role", "start", "end", "ambiguous", "note", "source")


class NameKind(StrEnum):
    """How a name stands for its bearer."""

    NAME = "name"
    OFFICIAL = "official"
    FORMER = "former"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    DEMONYM_PLURAL = "demonym_plural"
    METONYM = "metonym"
    CAPITAL = "capital"
    HOLDER = "holder"
    SURNAME = "surname"
    ORGANISATION = "organisation"
    BODY = "body"
    FIGURE = "figure"

    @property
    def is_state(self) -> bool:
        """Whether it names the state itself, not a person, place or quality of it."""
        return self in _STATE_NAMES

    @property
    def is_person(self) -> bool:
        """Whether it names somebody."""
        return self in _PEOPLE


_PEOPLE = {NameKind.HOLDER, NameKind.SURNAME, NameKind.FIGURE}
_STATE_NAMES = {
    NameKind.NAME,
    NameKind.OFFICIAL,
    NameKind.FORMER,
    NameKind.ALIAS,
    NameKind.ABBREVIATION,
}


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one state or organisation.

    Args:
        text: the name as written.
        code: whose it is.
        kind: how it stands for it.
        role: PLOVER sector, where the name implies one (the Pentagon: MIL).
        period: when it has that meaning.
        ambiguous: whether the word is also something else.
    """

    text: str
    code: str
    kind: NameKind
    role: str | None = None
    period: Period = UNDATED
    ambiguous: bool = False

    def holds(self, day: dt.date | None) -> bool:
        """Whether it has that meaning on a day; any day where None is given."""
        return day is None or self.period.overlaps(Period.day(day))


@cache
def names() -> dict[str, tuple[Name, ...]]:
    """Give every name by its text, the likeliest bearer first.

    Examples:
        >>> [n.code for n in names()["the Kremlin".removeprefix("the ")]]
        ['RUS']
    """
    bodies_and_people = (*_agents(bodies(), NameKind.BODY), *_agents(people(), NameKind.FIGURE))
    return ordered((*state_names(), *_organisations(), *_holders(), *bodies_and_people))


@cache
def state_names() -> tuple[Name, ...]:
    """Give the names of states alone, their capitals among them, in the order of the tables.

    Examples:
        >>> [n.text for n in state_names() if n.code == "THA" and n.kind is NameKind.FORMER]
        ['Siam', 'Siam']
    """
    kinds = {kind.value: kind for kind in NameKind}
    found = [
        Name(_bare(text), code, kinds[kind], role or None, period(start, end), unsure == "yes")
        for code, text, kind, role, start, end, unsure in rows(
            "state_names.csv", COLUMNS, COLUMNS[:7]
        )
    ]
    for seat in capitals():
        for text in (seat.name, *seat.aliases):
            found.append(Name(text, seat.state, NameKind.CAPITAL, "GOV", seat.period))
    return tuple(found)


def ordered(found: Iterable[Name], key: Callable[[str], str] = str) -> dict[str, tuple[Name, ...]]:
    """Index names by their text, or by a key made of it, the likeliest bearer of each first."""
    index: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        bearers = index[key(name.text)]
        if name not in bearers:
            bearers.append(name)
    rank = {kind: place for place, kind in enumerate(NameKind)}
    for bearers in index.values():
        if len(bearers) > 1:
            bearers.sort(key=lambda n: (n.ambiguous, rank[n.kind]))
    return {text: tuple(bearers) for text, bearers in index.items()}


def _organisations() -> Iterator[Name]:
    for body in organisations().values():
        code = "UNO" if body.kind == "organ" and body.code.startswith("UN") else body.code
        for text in (body.name, *body.aliases):
            yield Name(_bare(text), code, NameKind.ORGANISATION, "IGO", body.period)


def _agents(agents: Iterable[Agent], kind: NameKind) -> Iterator[Name]:
    for agent in agents:
        for text in _spellings(agent.name, *agent.aliases):
            yield Name(_bare(text), agent.state, kind, agent.role, agent.period)


def _spellings(*texts: str) -> Iterator[str]:
    """Give each text, and how a keyboard without accents writes it: Vucic for Vučić."""
    for text in texts:
        yield text
        if not text.isascii():
            yield unaccented(text)


def _holders() -> Iterator[Name]:
    for holder in holders():
        state, when = holder.state, holder.period
        for kind, texts in (
            (NameKind.HOLDER, (holder.name, *(a for a in holder.aliases if " " in a))),
            (NameKind.SURNAME, (holder.surname, *(a for a in holder.aliases if " " not in a))),
        ):
            for text in _spellings(*texts):
                yield Name(text, state, kind, "GOV", when)


def _bare(text: str) -> str:
    return text[4:] if text.startswith(("the ", "The ")) else text
