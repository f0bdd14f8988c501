"""Facts: what the tables say of two states, as rows with their evidence and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from legation.model import Event, Pair, Row, Source
from legation.record import diplomacy, sanctions, territory, treaties, wars
from legation.record.statement import Statement, source_of


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the record about two states.

    Args:
        table: the table that it stands in.
        key: the key of its line there.
        row: the event or relation; its evidence quotes the line in words.
        source: the public page that the line cites.
        parties: how many states the line binds together.
        form: what form of its kind it is: a meeting's format and level, a treaty's kind, the
            diplomatic act.
    """

    table: str
    key: str
    row: Row
    source: Source
    parties: int = 2
    form: str = ""

    @property
    def pair(self) -> Pair:
        """The two states."""
        row = self.row
        ends = (row.actor, row.recipient) if isinstance(row, Event) else (row.a, row.b)
        return Pair.of(ends[0] or "", ends[1] or "")


@cache
def facts() -> tuple[Fact, ...]:
    """Give every fact of the record, table by table.

    Examples:
        >>> any(f.key == "dual-alliance-1879" for f in facts())
        True
    """
    return tuple(_facts(None))


@cache
def facts_of(pair: Pair) -> tuple[Fact, ...]:
    """Give the facts about two states, in the order of the tables.

    Examples:
        >>> {f.row.kind.value for f in facts_of(Pair.of("DEU", "AUH")) if f.table == "occupations"}
        set()
    """
    return tuple(fact for fact in _facts(pair) if fact.pair == pair)


def _facts(of: Pair | None) -> Iterator[Fact]:
    statements: Iterator[Statement] = chain(
        treaties.statements(of), wars.statements(of), territory.statements(of),
        diplomacy.statements(of), sanctions.statements(of),
    )  # fmt: skip
    for said in statements:
        yield Fact(said.table, said.key, said.row, source_of(said.address), said.parties, said.form)
