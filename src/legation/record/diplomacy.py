"""Diplomatic acts and meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from legation.model import Pair, RelationKind
from legation.record.statement import Line, Statement, called, lines
from legation.world import period

ACT_COLUMNS = ("act_id", "a", "b", "act", "date", "note", "source")
MEETING_COLUMNS = (
    "meeting_id", "date", "end", "format", "level", "states", "place", "name", "note", "source",
)  # fmt: skip
MEETING_TABLES = ("meetings_great_powers", "meetings_asia_pacific")
ACTS = {
    "recognised": ("SUPPORT", None, False),
    "established": ("SUPPORT", None, True),
    "restored": ("SUPPORT", None, True),
    "raised": ("SUPPORT", None, True),
    "broken": ("SANCTION", "discontinue", False),
    "severed_by_war": ("SANCTION", "discontinue", True),
    "downgraded": ("SANCTION", "withdraw", False),
}
"""What each act is in the codebook: type, mode, and whether both do it."""
MODES = {"visit": "visit", "phone": "phone", "conference": "multilateral"}


OPENING = {"established", "restored", "recognised"}
CLOSING = {"broken", "severed_by_war"}


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each two states what they did about their relations, and when they met."""
    acts = sorted(lines(ACT_COLUMNS, "diplomatic_acts", of=of), key=lambda act: act["date"])
    for between in _by_pair(acts):
        yield from _spells(between)
    for line in acts:
        code, mode, mutual = ACTS[line["act"]]
        when = period(line["date"], line["date"])
        said = _said(line)
        yield line.event(
            code, line["a"], line["b"], when, said, line["act"], mode=mode, mutual=mutual
        )
    for line in lines(MEETING_COLUMNS, *MEETING_TABLES, of=of):
        when = period(line["date"], line["end"] or line["date"])
        mode, place = MODES.get(line["format"]), line["place"] or None
        said = f"{line['name']} ({line['format'].replace('_', ' ')})"
        form = f"{line['format']} {line['level']}"
        present = [c for c in line["states"].split() if of is None or c in (of.a, of.b)]
        for a, b in combinations(present, 2):
            yield line.event("CONSULT", a, b, when, said, form, mode=mode, mutual=True, place=place)


def _by_pair(acts: list[Line]) -> list[list[Line]]:
    found: dict[Pair, list[Line]] = defaultdict(list)
    for act in acts:
        found[Pair.of(act["a"], act["b"])].append(act)
    return list(found.values())


def _spells(acts: list[Line]) -> Iterator[Statement]:
    """Say of two states when they had relations, from what opened and what closed them."""
    opened: Line | None = None
    for act in acts:
        if act["act"] in OPENING and opened is None:
            opened = act
        elif act["act"] in CLOSING and opened is not None:
            yield _relations(opened, act["date"])
            opened = None
    if opened is not None:
        yield _relations(opened, "")


def _relations(opened: Line, closed: str) -> Statement:
    a, b = opened["a"], opened["b"]
    return opened.relation(
        RelationKind.DIPLOMATIC_RELATIONS, a, b, period(opened["date"], closed),
        _said(opened),
    )  # fmt: skip


def _said(act: Line) -> str:
    a, b, what = called(act["a"]), called(act["b"]), act["act"].replace("_", " ")
    return f"{a} recognised {b}" if what == "recognised" else f"Relations of {a} and {b} {what}"
