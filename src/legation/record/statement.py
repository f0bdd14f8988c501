"""What one line of the record says of two states, and where that can be looked up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from legation import tables
from legation.model import (
    Event,
    Evidence,
    Pair,
    Period,
    Precision,
    Relation,
    RelationKind,
    Row,
    Source,
    digest,
)  # fmt: skip
from legation.world import organisations, states

DATASET = "Legation record"
VERSION = "1"
CODER = f"record/{VERSION}"
"""What stands for a coder in rows of the record: a person who compiled them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement about two states.

    Args:
        table: the file of the line, without its ending.
        key: the line's key in it.
        row: what it says, as an event or relation whose evidence is the line in words.
        address: the cell that says where it can be looked up.
        parties: how many states the line binds together.
        form: what form of its kind it is: a meeting's format and level, a treaty's kind, the
            diplomatic act.
    """

    table: str
    key: str
    row: Row
    address: str
    parties: int = 2
    form: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    Args:
        table: the file, without its ending.
        cells: its cells by column.
        key: the cell of the first column.
    """

    table: str
    cells: dict[str, str]
    key: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def relation(
        self,
        kind: RelationKind,
        a: str,
        b: str,
        when: Period,
        said: str,
        terms: str | None = None,
        form: str = "",
    ) -> Statement:
        """Say that something holds between two states over a spell, at most while both exist."""
        when = _while_both_exist(when, a, b)
        row = Relation(
            kind, a, b, source_id(self["source"]), self._evidence(said), kind.mutual,
            when.start, when.end, when.start_precision, when.end_precision, terms,
            confidence=1.0, coder=CODER,
        )  # fmt: skip
        return Statement(self.table, self.key, row, self["source"], form=form)

    def event(
        self,
        code: str,
        actor: str,
        recipient: str,
        when: Period,
        said: str,
        form: str = "",
        **more: Any,
    ) -> Statement:
        """Say that something happened between two states."""
        row = Event(
            code, actor, recipient, source_id(self["source"]), self._evidence(said),
            start=when.start, end=when.end, precision=when.precision, confidence=1.0,
            coder=CODER, **more,
        )  # fmt: skip
        return Statement(self.table, self.key, row, self["source"], form=form)

    def _evidence(self, said: str) -> Evidence:
        note = self.cells.get("note", "").rstrip(".")
        quote = f"{said}: {note}." if note else f"{said}."
        return Evidence(quote=quote, dataset=DATASET, row_key=f"{self.table}:{self.key}")


def lines(columns: tuple[str, ...], *names: str, of: Pair | None = None) -> Iterator[Line]:
    """Read tables of the record with the same columns, line by line.

    Args:
        columns: their header.
        names: the files, without their ending.
        of: two states; lines in which not both codes stand are left out.
    """
    for name in names:
        for cells in tables.rows("record", f"{name}.csv", columns):
            if of is None or _names_both(cells, of):
                yield Line(name, cells, cells[columns[0]])


def _names_both(cells: dict[str, str], pair: Pair) -> bool:
    text = " ".join(cells.values())
    return pair.a in text and pair.b in text


def _while_both_exist(when: Period, a: str, b: str) -> Period:
    """End a spell with the first of the two states that ends: no pact outlives Czechoslovakia."""
    ends = [end for code in (a, b) if (end := _last_day(code))]
    last = min(ends, default=None)
    if last is None or (when.end and when.end <= last) or (when.start and when.start > last):
        return when
    return Period(when.start, last, when.start_precision, Precision.DAY)


@cache
def _last_day(code: str) -> dt.date | None:
    """Give the last day of a state that is no more; None of one that is, or is no state."""
    spells = states()[code].spells if code in states() else ()
    ends = [spell.end for spell in spells]
    return None if not ends or None in ends else max(end for end in ends if end)


def called(codes: str) -> str:
    """Give the names of some states or organisations, by their codes.

    Examples:
        >>> called("RUS DEU")
        'Russia and Germany'
    """
    named = [_name(code) for code in codes.split()]
    return " and ".join(named) if len(named) < 3 else f"{', '.join(named[:-1])} and {named[-1]}"


def _name(code: str) -> str:
    if code in states():
        return states()[code].name
    return organisations()[code].name if code in organisations() else code


def source_id(address: str) -> str:
    """Give the id of the source that a cell cites."""
    return digest("record", address)


def source_of(address: str) -> Source:
    """Make the source that a cell cites: a page, and maybe a number in somebody's list."""
    page, _, number = address.partition("; ")
    return Source(
        source_id(address), "record", page, title=number or None, publisher=DATASET,
        terms="Apache-2.0",
    )  # fmt: skip
