"""Sentences with the events that they report, worked out by hand from the codebook.

An expectation is a list of events joined by ``"; "``, or ``-`` for none. ``ASSAULT IRQ>IRN`` has a
direction, ``CONSULT RUS=JPN`` is mutual, ``COOPERATE IRN~TUR`` may be either. ``/`` joins what
the codebook leaves open (``AID/COOPERATE``, ``AUT/AUH``); ``?`` marks an event that may be
missing; a status other than ``reported`` follows, ``any`` where it does not matter.

``python -m tests.coding.sentences`` moves the known misses that have come right into the table
of sentences and writes what the coder makes of the others today. It never moves one the other way.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from legation.coding import code
from legation.model import Document, Event, Section, SectionKind, Source, digest

HERE = Path(__file__).parent
COLUMNS = ("construction", "sentence", "day", "expected")
MISS_COLUMNS = (*COLUMNS, "got", "remark")
_EVENT = re.compile(r"(\?)?([A-Z/]+) ([A-Z0-9_/]+)([>=~])([A-Z0-9_/]+)(?: ([a-z]+))?")

Coded = tuple[str, str, str, bool, str]
"""Type, actor, recipient, mutual, status; of a mutual event the two in alphabetical order."""


@dataclass(frozen=True)
class Wanted:
    """One expected event."""

    optional: bool
    types: tuple[str, ...]
    pairs: frozenset[tuple[str, str, bool]]
    status: str

    def admits(self, event: Coded) -> bool:
        type_, actor, recipient, mutual, status = event
        right = type_ in self.types and (actor, recipient, mutual) in self.pairs
        return right and self.status in ("any", status)


@dataclass(frozen=True)
class Case:
    """One row of a table of sentences."""

    construction: str
    sentence: str
    day: str
    expected: str
    got: str = ""
    remark: str = ""

    def passes(self) -> bool:
        return agrees(coded(self.sentence, self.day), self.expected)


def cases(name: str) -> list[Case]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return [Case(**row) for row in csv.DictReader(file)]


def document(text: str, day: str = "", kind: SectionKind = SectionKind.PARAGRAPH) -> Document:
    """Build a document of one section."""
    published = dt.date.fromisoformat(day) if day else None
    section = Section(kind, 0, len(text))
    return Document(digest(text), Source("test", "text", "-"), text, (section,), None, published)


@cache
def coded(sentence: str, day: str = "") -> tuple[Coded, ...]:
    """Code a sentence as a document of its own; one without a full stop is a title."""
    kind = SectionKind.PARAGRAPH if sentence[-1] in ".?!”" else SectionKind.TITLE
    rows = code(document(sentence, day, kind), scoring=False)
    return tuple(sorted({_flat(row) for row in rows if isinstance(row, Event)}))


def _flat(event: Event) -> Coded:
    ends = event.actor or "", event.recipient or ""
    actor, recipient = sorted(ends) if event.mutual else ends
    return event.type, actor, recipient, event.mutual, event.status.value


def agrees(events: Iterable[Coded], expected: str) -> bool:
    """Whether events are all that is expected, each once, and nothing else."""
    left, wanted = list(events), parse(expected)
    for want in sorted(wanted, key=lambda w: w.optional):
        found = next((e for e in left if want.admits(e)), None)
        if found is not None:
            left.remove(found)
        elif not want.optional:
            return False
    return not left


def parse(expected: str) -> list[Wanted]:
    return [] if expected == "-" else [_wanted(part) for part in expected.split("; ")]


def _wanted(text: str) -> Wanted:
    found = _EVENT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no expectation")
    optional, types, actors, how, recipients, status = found.groups()
    pairs = set()
    for one, other in product(actors.split("/"), recipients.split("/")):
        if how in ">~":
            pairs.add((one, other, False))
        if how == "~":
            pairs.add((other, one, False))
        if how in "=~":
            pairs.add((min(one, other), max(one, other), True))
    return Wanted(bool(optional), tuple(types.split("/")), frozenset(pairs), status or "reported")


def show(events: Iterable[Coded]) -> str:
    """Write events as an expectation would."""
    return "; ".join(_shown(e) for e in events) or "-"


def _shown(event: Coded) -> str:
    type_, actor, recipient, mutual, status = event
    tail = "" if status == "reported" else f" {status}"
    return f"{type_} {actor}{'=' if mutual else '>'}{recipient}{tail}"


def promote() -> None:
    """Move the misses that pass now, and refresh what is got for the others."""
    known, misses = cases("sentences.csv"), cases("known_misses.csv")
    known += [m for m in misses if m.passes()]
    left = [replace(m, got=show(coded(m.sentence, m.day))) for m in misses if not m.passes()]
    write("sentences.csv", COLUMNS, known)
    write("known_misses.csv", MISS_COLUMNS, left)
    print(f"{len(misses) - len(left)} moved, {len(left)} known misses left")


def write(name: str, columns: tuple[str, ...], rows: Iterable[Case]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows([getattr(row, c) for c in columns] for row in rows)


if __name__ == "__main__":
    promote()
