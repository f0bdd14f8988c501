"""What states and organisations are called: names, adjectives, people, seats and metonyms."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from unicodedata import combining, normalize

from legation import tables
from legation.model import UNDATED, Period
from legation.world.offices import holders
from legation.world.organisations import organisations
from legation.world.states import period

NAME_COLUMNS = ("code", "name", "kind", "role", "start", "end", "ambiguous", "note", "source")
CAPITAL_COLUMNS = (
    "code", "capital", "aliases", "start", "end", "latitude", "longitude", "note", "source",
)  # fmt: skip


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
        if name not in index[name.text]:
            index[name.text].append(name)
    order = list(NameKind)
    return {
        text: tuple(sorted(found, key=lambda n: (n.ambiguous, order.index(n.kind))))
        for text, found in index.items()
    }


def _all() -> Iterator[Name]:
    yield from _state_names()
    yield from _capitals()
    yield from _organisations()
    yield from _holders()


def _state_names() -> Iterator[Name]:
    for row in tables.rows("world", "state_names.csv", NAME_COLUMNS):
        kind, text = NameKind(row["kind"]), row["name"].removeprefix("the ").removeprefix("The ")
        when, unsure = period(row["start"], row["end"]), row["ambiguous"] == "yes"
        yield Name(text, row["code"], kind, row["role"] or None, when, unsure)


def _capitals() -> Iterator[Name]:
    for row in tables.rows("world", "capitals.csv", CAPITAL_COLUMNS):
        when = period(row["start"], row["end"])
        for text in filter(None, (row["capital"], *row["aliases"].split("|"))):
            yield Name(text, row["code"], NameKind.CAPITAL, "GOV", when)


def _organisations() -> Iterator[Name]:
    for body in organisations().values():
        code = "UNO" if body.kind == "organ" and body.code.startswith("UN") else body.code
        for text in (body.name, *body.aliases):
            text = text.removeprefix("the ").removeprefix("The ")
            yield Name(text, code, NameKind.ORGANISATION, "IGO", body.period)


def _holders() -> Iterator[Name]:
    for holder in holders():
        for text in _plain({holder.name, *(a for a in holder.aliases if " " in a)}):
            yield Name(text, holder.state, NameKind.HOLDER, "GOV", holder.period)
        for text in _plain({holder.surname, *(a for a in holder.aliases if " " not in a)}):
            yield Name(text, holder.state, NameKind.SURNAME, "GOV", holder.period)


def _plain(texts: set[str]) -> set[str]:
    """Add what a text without accents writes: Vucic beside Vučić."""
    bare = {"".join(c for c in normalize("NFD", t) if not combining(c)) for t in texts}
    return texts | bare
