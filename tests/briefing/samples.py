"""A small ledger made by hand, and text that tries to break out of every kind of output."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from legation.ledger import Ledger
from legation.model import (
    Document,
    Event,
    Evidence,
    Precision,
    Relation,
    RelationKind,
    Row,
    Source,
    Status,
)

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(2)">\' "'
    "[bold red]x[/bold red] [a](javascript:alert(3)) | `c` *e* _u_ \x1b[31m\x9b31m\x07\u202e"
    "\x00 </title></style> =cmd|' /C calc'!A0 {{7*7}} \ud800 @x"
)


def document(text: str, published: dt.date | None, address: str, title: str) -> Document:
    source = Source(f"source-{address}", "text", address, title, "Press", published)
    return Document(f"document-{address}", source, text, (), title, published)


def quoted(doc: Document, words: str) -> Evidence:
    start = doc.text.index(words)
    return Evidence.span(doc, start, start + len(words))


def ledger(folder: Path) -> Ledger:
    """Two wires of one meeting, a plan, a denial, an alliance with a third and a war long ago."""
    first = document(
        "They met on 2 November. They fought in 1904. A visit is planned. It was denied.",
        dt.date(2013, 11, 2),
        "wire-a.txt",
        "Wire A",
    )
    second = document(
        "Ministers met on Saturday. The alliance stands. They trade barbs.",
        dt.date(2013, 11, 3),
        "https://example.org/b",
        "Wire B",
    )
    made = Ledger(folder)
    made.add([first], rows_of_first(first), coder="rules/1")
    made.add([second], rows_of_second(second), coder="rules/1")
    return made


def talks(doc: Document, words: str) -> Event:
    day = dt.date(2013, 11, 2)
    return event(doc, words, "CONSULT", "RUS", "JPN", day, day, Precision.DAY, mutual=True)


def event(
    doc: Document,
    words: str,
    type_: str,
    actor: str,
    recipient: str,
    start: dt.date,
    end: dt.date,
    precision: Precision,
    *,
    mutual: bool = False,
    status: Status = Status.REPORTED,
    mode: str | None = None,
) -> Event:
    return Event(
        type_,
        actor,
        recipient,
        doc.source.source_id,
        quoted(doc, words),
        mode=mode,
        mutual=mutual,
        start=start,
        end=end,
        precision=precision,
        status=status,
        coder="rules/1:test",
    )


def rows_of_first(doc: Document) -> list[Row]:
    year = (dt.date(2014, 1, 1), dt.date(2014, 12, 31), Precision.YEAR)
    war = Relation(
        RelationKind.WAR,
        "JPN",
        "RUS",
        doc.source.source_id,
        quoted(doc, "They fought in 1904."),
        start=dt.date(1904, 1, 1),
        end=dt.date(1905, 12, 31),
        start_precision=Precision.YEAR,
        end_precision=Precision.YEAR,
        coder="rules/1:test",
    )
    return [
        talks(doc, "They met on 2 November."),
        war,
        event(doc, "A visit is planned.", "CONSULT", "RUS", "JPN", *year, mode="visit",
              status=Status.PLANNED),
        event(doc, "It was denied.", "THREATEN", "RUS", "JPN", dt.date(2013, 11, 1),
              dt.date(2013, 11, 1), Precision.DAY, status=Status.DENIED),
    ]  # fmt: skip


def rows_of_second(doc: Document) -> list[Row]:
    alliance = Relation(
        RelationKind.ALLIANCE,
        "JPN",
        "USA",
        doc.source.source_id,
        quoted(doc, "The alliance stands."),
        start=dt.date(1950, 1, 1),
        start_precision=Precision.DECADE,
        end_precision=Precision.OPEN,
        coder="rules/1:test",
    )
    claim = Relation(
        RelationKind.TERRITORIAL_CLAIM,
        "JPN",
        "RUS",
        doc.source.source_id,
        quoted(doc, "They trade barbs."),
        mutual=False,
        end_precision=Precision.OPEN,
        terms="Southern Kuril Islands",
        coder="rules/1:test",
    )
    return [talks(doc, "Ministers met on Saturday."), alliance, claim]
