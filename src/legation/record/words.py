"""The record by its words: every line with the words, days and states that it tells of."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from legation.model import Period, Source
from legation.record.diplomacy import ACT_COLUMNS, MEETING_COLUMNS, MEETING_TABLES
from legation.record.sanctions import COLUMNS as SANCTION_COLUMNS
from legation.record.statement import Line, called, lines, source_of
from legation.record.territory import CHANGE_COLUMNS, CLAIM_COLUMNS, INDEPENDENCE_COLUMNS
from legation.record.treaties import (
    ALLIANCE_COLUMNS,
    ALLIANCE_TABLES,
    TREATY_COLUMNS,
    TREATY_TABLES,
)
from legation.record.wars import (
    CRISIS_COLUMNS,
    OCCUPATION_COLUMNS,
    RIVALRY_COLUMNS,
    WAR_COLUMNS,
)
from legation.world import memberships, organisations, period, states
from legation.world.spelling import unaccented

_TABLES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (WAR_COLUMNS, ("wars",)),
    (CRISIS_COLUMNS, ("crises",)),
    (OCCUPATION_COLUMNS, ("occupations",)),
    (RIVALRY_COLUMNS, ("rivalries",)),
    (ALLIANCE_COLUMNS, ALLIANCE_TABLES),
    (TREATY_COLUMNS, TREATY_TABLES),
    (ACT_COLUMNS, ("diplomatic_acts",)),
    (MEETING_COLUMNS, MEETING_TABLES),
    (CLAIM_COLUMNS, ("claims",)),
    (CHANGE_COLUMNS, ("territorial_changes",)),
    (INDEPENDENCE_COLUMNS, ("independence",)),
    (SANCTION_COLUMNS, ("sanctions",)),
)
_STATES = {"side_a", "side_b", "claimant", "target", "administered_by", "a", "b", "state",
           "from_state", "states", "parties", "occupier", "occupied", "senders", "loser",
           "gainer"}  # fmt: skip
_BEGIN = ("start", "date", "signed", "in_force")
_END = ("end", "ended")
_SPOKEN = ("name", "place", "kind", "how", "act", "format", "reason", "note")
_CODE = re.compile(r"\b[A-Z][A-Z0-9]{2}\b")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![\d-])(1[789]\d\d|20[0-3]\d)(?![\d-])")
_STEM = 6  # letters that the forms of a word share, near enough for matching


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record, or one war with all its lines.

    Args:
        table: the table that it stands in.
        key: its key there.
        said: the line in words.
        source: the public page that it cites.
        states: the states that it is about, by code.
        begun: the days on which it began, was signed or came into force.
        whole: from its beginning to its end.
        told: years that its note tells of besides.
        place: the town of a meeting.
        form: what form of its table's kind it is: a meeting's format and level, the act, the
            treaty's kind, the organisation.
        stems: the stems of its words.
    """

    table: str
    key: str
    said: str
    source: Source
    states: frozenset[str]
    begun: tuple[Period, ...]
    whole: Period
    told: tuple[Period, ...]
    stems: frozenset[str]
    place: str = ""
    form: str = ""


def stems_of(text: str) -> frozenset[str]:
    """Give the stems of a text's words, those of one or two letters left out.

    Examples:
        >>> sorted(stems_of("occupied Khorramshahr"))
        ['khorra', 'occupi']
    """
    words = _WORD.findall(unaccented(text).lower())
    return frozenset(w[:_STEM] for w in words if len(w) > 2)


@cache
def entries() -> tuple[Entry, ...]:
    """Give every line of the record; the lines of one war are one."""
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for columns, names in _TABLES:
        for line in lines(columns, *names):
            found[line.table, line.key].append(line)
    return (*(_entry(same) for same in found.values()), *_memberships())


@cache
def weights() -> Mapping[str, float]:
    """Give how much each stem tells: the rarer in the record, the more."""
    counts = Counter(stem for entry in entries() for stem in entry.stems)
    every = len(entries())
    return {stem: math.log(every / count) for stem, count in counts.items()}


@cache
def entries_with(stem: str) -> tuple[Entry, ...]:
    """Give the lines that have a stem."""
    return _by_stem().get(stem, ())


@cache
def entries_of(code: str) -> tuple[Entry, ...]:
    """Give the lines that are about a state."""
    return tuple(e for e in entries() if code in e.states)


@cache
def _by_stem() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries():
        for stem in entry.stems:
            found[stem].append(entry)
    return {stem: tuple(same) for stem, same in found.items()}


def _entry(same: list[Line]) -> Entry:
    cells = same[0].cells
    spoken = " ".join(c.get(n, "") for c in (x.cells for x in same) for n in _SPOKEN)
    codes = {code for line in same for code in _codes(line)}
    begun = tuple(dict.fromkeys(p for x in same for p in _days(x, _BEGIN)))
    ends = [p for x in same for p in _days(x, _END)]
    return Entry(
        same[0].table, same[0].key, _said(cells, codes), source_of(cells["source"]),
        frozenset(codes), begun, _whole(begun, ends),
        tuple(Period.year(int(y)) for y in dict.fromkeys(_YEAR.findall(cells.get("note", "")))),
        stems_of(spoken), cells["place"] if same[0].table in MEETING_TABLES else "",
        " ".join(cells[c] for c in ("format", "level", "act", "kind") if cells.get(c)),
    )  # fmt: skip


def _memberships() -> Iterator[Entry]:
    """Give every spell of membership in an organisation; its code stands among the stems."""
    for body, spells in memberships().items():
        name = organisations()[body].name
        for spell in spells:
            when = spell.period
            begun = (Period.around(when.start, when.start_precision),) if when.start else ()
            since = when.start or "its founding"
            yield Entry(
                table="memberships",
                key=f"{body}/{spell.state}",
                said=f"{called(spell.state)} {spell.status} of {name}, since {since}.",
                source=Source(spell.source, "record", spell.source),
                states=frozenset((spell.state,)),
                begun=begun,
                whole=when,
                told=(),
                stems=frozenset((f"#{body}", "member", "joined")),
                form=body,
            )


def _codes(line: Line) -> Iterator[str]:
    for column, cell in line.cells.items():
        if column in _STATES:
            yield from (code for code in _CODE.findall(cell) if code in states())


def _days(line: Line, columns: tuple[str, ...]) -> Iterator[Period]:
    for column in columns:
        if cell := line.cells.get(column):
            yield period(cell, cell)


def _whole(begun: tuple[Period, ...], ends: list[Period]) -> Period:
    first = min((p for p in begun if p.start), key=lambda p: str(p.start), default=Period())
    last = max((p for p in ends if p.end), key=lambda p: str(p.end), default=Period())
    if last.end and first.start and last.end < first.start:
        last = Period()
    return Period(first.start, last.end, first.start_precision, last.end_precision)


def _said(cells: dict[str, str], codes: set[str]) -> str:
    who = ", ".join(sorted(called(c) for c in codes)[:6])
    what = cells.get("name") or cells.get("place") or cells.get("act", "").replace("_", " ")
    when = next((cells[c] for c in _BEGIN if cells.get(c)), "")
    note = cells.get("note", "").rstrip(".")
    return f"{what} ({who}), {when}{f': {note}' if note else ''}.".strip()
