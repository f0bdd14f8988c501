"""What an answer consists of: parts, sentences, and the references that carry them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legation.model import Document, Row, Source, State


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source that a sentence rests on.

    Args:
        label: what sentences cite, such as ``2a``: second reference, first quote.
        text: the words, or what the table row says.
        document_id: the document they stand in, or None.
        start_char: offset of the first character, or None.
        end_char: offset after the last, or None.
    """

    label: str
    text: str
    document_id: str | None = None
    start_char: int | None = None
    end_char: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One source of an answer, with what is quoted from it.

    Args:
        number: its place in the list, from 1.
        source: what it is.
        quotes: the words cited, in the order of their labels; none of a world table, whose label
            is the number alone.
    """

    number: int
    source: Source
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the labels of the quotes that it rests on.

    Args:
        text: the sentence.
        cites: labels of quotes; empty only where the sentence is about the ledger itself.
        status: ``reported``, ``negated``, ``planned``, ``hypothetical`` or ``denied``;
            ``table`` for a fact of the world tables, ``note`` for a word of ours.
        rows: ids of the ledger's rows behind it.
    """

    text: str
    cites: tuple[str, ...] = ()
    status: str = "note"
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under one heading; the heading may be empty."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section of an answer.

    Args:
        key: its name in JSON and in anchors.
        title: its heading.
        groups: what it says; without any, ``nothing`` is said instead.
        nothing: what it means that there is nothing.
    """

    key: str
    title: str
    groups: tuple[Group, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a ledger holds, so that a reader can weigh what it does not.

    Args:
        documents: texts in the ledger.
        sources: sources in the ledger.
        first: earliest start of any event in it, or None.
        last: latest start, or None.
        pair_rows: events and relations of the pair, of any status.
        pair_sources: sources that report them.
        pair_first: earliest known day of a reported row of the pair, or None.
        pair_last: latest, or None.
        later: rows of the pair left out because they became known after the day of the answer.
    """

    documents: int = 0
    sources: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    pair_rows: int = 0
    pair_sources: int = 0
    pair_first: dt.date | None = None
    pair_last: dt.date | None = None
    later: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """The story of a pair.

    Args:
        a: the state named first.
        b: the state named second.
        as_of: the day it is told for.
        parts: its sections, the summary first.
        references: what every sentence rests on.
        coverage: what the ledger holds.
        rows: the rows told, each once, in the order of the chronology.
    """

    a: State
    b: State
    as_of: dt.date
    parts: tuple[Part, ...]
    references: tuple[Reference, ...]
    coverage: Coverage
    rows: tuple[Row, ...] = ()

    @property
    def title(self) -> str:
        """The pair and the day, for a heading."""
        return f"{self.a.name} and {self.b.name}, as of {day_text(self.as_of)}"

    def part(self, key: str) -> Part:
        """Give one section by its key."""
        return next(p for p in self.parts if p.key == key)


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a cell; ``mark`` is empty, ``actor``, ``recipient`` or ``quiet``."""

    text: str
    mark: str = ""


Cell = tuple[Span, ...]
"""One cell of a listing."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table to show.

    Args:
        title: what it lists.
        columns: the headings.
        rows: one cell for each column.
        notes: what to know about it, below.
        long: whether the last column is so long that a terminal shows it on lines of its own.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    long: bool = False


def cell(text: str | None, mark: str = "") -> Cell:
    """Build a cell of plain text; None gives an empty one."""
    return (Span(text, mark),) if text else ()


@dataclass(frozen=True, slots=True)
class Page:
    """Several listings under one title; ``document`` is the stored text they come with, if any."""

    title: str
    listings: tuple[Listing, ...]
    documents: tuple[Document, ...] = ()


def day_text(day: dt.date) -> str:
    """Write a day as English prose does.

    Examples:
        >>> day_text(dt.date(2013, 11, 2))
        '2 November 2013'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
