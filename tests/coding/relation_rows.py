"""What the tests of lasting relations share: a text, and the relations that it states.

An expected relation reads ``kind A=B`` (it holds both ways) or ``kind A>B`` (from A to B), then
its spell where that matters, then its status unless it is reported::

    alliance FRA=GBR 1904..
    occupation DEU>BEL 1914..1918
    territorial_claim DEU>POL negated

A bound of a spell is a year or a year and month; ``..1918`` leaves the beginning unsaid. A
relation that begins with ``~`` may be coded or not.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from legation.coding import code
from legation.model import Relation
from legation.reading import read_text

PUBLISHED = dt.date(2022, 6, 1)
"""The day of the texts, unless a test says otherwise."""
_ROW = re.compile(r"(~?)(\w+) (\w+)([=>])(\w+)(?: (\S*\.\.\S*))?(?: (\w+))?")


def stated(text: str, published: dt.date | None = PUBLISHED) -> list[Relation]:
    """Give the relations that a text states."""
    rows = code(read_text(text, published=published), scoring=False)
    return [row for row in rows if isinstance(row, Relation)]


def differences(text: str, *expected: str, published: dt.date | None = PUBLISHED) -> list[str]:
    """Say what was not coded of what a text states, and what was coded besides."""
    found = stated(text, published)
    wanted = [_Expected.read(line) for line in expected]
    missed = [w for w in wanted if not w.optional and not any(w.is_met_by(r) for r in found)]
    besides = [r for r in found if not any(w.is_met_by(r) for w in wanted)]
    return [f"missed {w.line}" for w in missed] + [f"besides {_show(r)}" for r in besides]


@dataclass(frozen=True)
class _Expected:
    line: str
    optional: bool
    kind: str
    a: str
    b: str
    mutual: bool
    spell: str | None
    status: str

    @classmethod
    def read(cls, line: str) -> _Expected:
        match = _ROW.fullmatch(line)
        assert match, line
        optional, kind, a, way, b, spell, status = match.groups()
        return cls(line, bool(optional), kind, a, b, way == "=", spell, status or "reported")

    def is_met_by(self, row: Relation) -> bool:
        if (row.kind.value, row.mutual) != (self.kind, self.mutual):
            return False
        if not self.optional and row.status.value != self.status:
            return False
        ends = [(row.a, row.b), (row.b, row.a)] if self.mutual else [(row.a, row.b)]
        if (self.a, self.b) not in ends:
            return False
        if self.spell is None:
            return True
        first, last = self.spell.split("..")
        return _starts(row.start, first) and _starts(row.end, last)


def _starts(day: dt.date | None, bound: str) -> bool:
    return day.isoformat().startswith(bound) if day and bound else not day and not bound


def _show(row: Relation) -> str:
    way = "=" if row.mutual else ">"
    start, end = row.start or "", row.end or ""
    return f"{row.kind.value} {row.a}{way}{row.b} {start}..{end} {row.status.value} [{row.coder}]"
