"""What states and organisations are called: names, adjectives, people, seats and metonyms."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from unicodedata import combining, normalize

from legation.model import UNDATED, Period
from legation.world.capitals import capitals
from legation.world.offices import holders
from legation.world.organisations import organisations
from legation.world.rows import period, rows

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

    @property
    def is_state(self) -> bool:
        """Whether it names the state itself, not a person, place or quality of it."""
        return self in _STATE_NAMES


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
    index: dict[str, list[Name]] = defaultdict(list)
    for name in _all():
        bearers = index[name.text]
        if name not in bearers:
            bearers.append(name)
    order = {kind: place for place, kind in enumerate(NameKind)}
    for bearers in index.values():
        if len(bearers) > 1:
            bearers.sort(key=lambda n: (n.ambiguous, order[n.kind]))
    return {text: tuple(bearers) for text, bearers in index.items()}


def _all() -> Iterator[Name]:
    yield from _state_names()
    yield from _capitals()
    yield from _organisations()
    yield from _holders()


def _state_names() -> Iterator[Name]:
    kinds = {kind.value: kind for kind in NameKind}
    for code, text, kind, role, start, end, unsure in rows("state_names.csv", COLUMNS, COLUMNS[:7]):
        when = period(start, end)
        yield Name(_bare(text), code, kinds[kind], role or None, when, unsure == "yes")


def _capitals() -> Iterator[Name]:
    for seat in capitals():
        for text in (seat.name, *seat.aliases):
            yield Name(text, seat.state, NameKind.CAPITAL, "GOV", seat.period)


def _organisations() -> Iterator[Name]:
    for body in organisations().values():
        code = "UNO" if body.kind == "organ" and body.code.startswith("UN") else body.code
        for text in (body.name, *body.aliases):
            yield Name(_bare(text), code, NameKind.ORGANISATION, "IGO", body.period)


def _holders() -> Iterator[Name]:
    for holder in holders():
        state, when = holder.state, holder.period
        yield Name(holder.name, state, NameKind.HOLDER, "GOV", when)
        yield Name(holder.surname, state, NameKind.SURNAME, "GOV", when)
        for text in holder.aliases:
            kind = NameKind.HOLDER if " " in text else NameKind.SURNAME
            yield Name(text, state, kind, "GOV", when)


def _bare(text: str) -> str:
    return text[4:] if text.startswith(("the ", "The ")) else text
