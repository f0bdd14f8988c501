"""Folding: several reports of one event, or of one relation, are shown as one.

Rows of one *bucket* (same type or kind, same parties in the same direction unless mutual, same
status) are taken from the best to the worst: finest date first, then those that give a mode
and a place, then the earliest known, then by id. Each joins the first row kept so far that it
agrees with, or is kept itself. So a row always agrees with the row it is folded into, and the
order in which documents were added does not matter.

Two rows agree when all of these hold:

- They come from different voices: a voice is a document as one coder read it, or a data set.
  What one voice tells twice is two events.
- Their modes, places and roles (of relations: terms) do not conflict, with each other or with
  what was folded before; a null conflicts with nothing.
- Their periods agree.

Periods of events agree when both are of day precision and start within one day of each other;
when they are the same period; when they have the same coarser precision and overlap; or when the
coarser contains the finer. Undated events agree with nothing; an event open on one side only
with one of the same bounds. Spells of relations agree when they overlap, an unknown end reaching
for ever. Where the period fits loosely (not the same day or period) the row must agree with
exactly one kept row; if it could be any of several, it stands by itself.

Worked cases (pair RUS–JPN, CONSULT, mutual):

======================================  =====================================  ================
first report                            second report                          result
======================================  =====================================  ================
2 Nov 2013, wire A                      2 Nov 2013, wire B                     one, two sources
2 Nov 2013, wire A                      3 Nov 2013, wire B (printed next day)  one: 2 Nov
2 Nov 2013, wire A                      4 Nov 2013, wire B                     two
2 Nov 2013, mode visit                  2 Nov 2013, mode phone                 two
2 Nov 2013, Tokyo                       2 Nov 2013, no place                   one: Tokyo
2 Nov and 20 Nov 2013, wire A           "in November 2013", wire B             three
2 Nov 2013, wire A                      "in November 2013", wire B             one: 2 Nov
2 Nov 2013, twice in wire A             2 Nov 2013, wire B                     two, one of them
                                                                               with two sources
======================================  =====================================  ================
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from legation.ledger.voices import Index, Period, Reports

DAY, OPEN, UNDATED = 0, 6, 7
"""Places in the order of precision that the rule singles out; months to centuries lie between."""

_FOR_EVER = 10_000_000


@dataclass(slots=True)
class _Kept:
    """A row that others fold into, and what has been folded so far."""

    row: int
    period: tuple[int, int, int]
    claims: tuple[int, ...]
    voices: set[int]

    def accepts(self, voice: int, claims: tuple[int, ...]) -> bool:
        """Whether a row of that voice with those claims conflicts with nothing here."""
        if voice in self.voices:
            return False
        if claims == self.claims:
            return True
        return all(c == k or c < 0 or k < 0 for c, k in zip(claims, self.claims, strict=True))

    def join(self, voice: int, claims: tuple[int, ...]) -> int:
        """Fold the row in."""
        self.voices.add(voice)
        if claims != self.claims:
            both = zip(claims, self.claims, strict=True)
            self.claims = tuple(c if k < 0 else k for c, k in both)
        return self.row


def fold(reports: Reports) -> Index:
    """Say which row each row is folded into.

    Args:
        reports: rows in the order of their bucket, and in a bucket from the best to the worst.

    Returns:
        For each row the position of the row kept for it, its own where it is kept.
    """
    kept_for = np.arange(len(reports), dtype=np.int64)
    for rows in _companies(reports):
        shelf: _Events | _Spells = _Events() if reports.happened else _Spells()
        for row in rows:
            kept_for[row] = shelf.place(row, *reports.report(row))
    return kept_for


def _companies(reports: Reports) -> Iterator[list[int]]:
    """Split the rows into lists, best first, whose members might fold and no others could."""
    sizes = np.bincount(reports.bucket, minlength=1)
    loose = np.bincount(reports.bucket, reports.coarseness != DAY, minlength=1) > 0
    if not reports.happened:
        loose[:] = True
    group = reports.bucket.copy()
    crowded = (sizes[group] > 1) & reports.known_party
    whole = crowded & loose[group]
    yield from _split(np.flatnonzero(whole), group[whole])
    near = np.flatnonzero(crowded & ~loose[group])
    near = near[np.lexsort((reports.start[near], group[near]))]
    breaks = (np.diff(group[near]) != 0) | (np.diff(reports.start[near]) > 1)
    run = np.concatenate(([0], np.cumsum(breaks))) if len(near) else near
    yield from _split(near, run)


def _split(rows: Index, group: Index) -> Iterator[list[int]]:
    if not len(rows):
        return
    edges = np.flatnonzero(np.diff(group)) + 1
    bounds = np.concatenate(([0], edges, [len(rows)]))
    crowds = np.flatnonzero(np.diff(bounds) > 1)
    for first, last in zip(bounds[crowds].tolist(), bounds[crowds + 1].tolist(), strict=True):
        yield sorted(rows[first:last].tolist())


class _Events:
    """The kept events of one company, found by day or period."""

    def __init__(self) -> None:
        self._days: defaultdict[int, list[_Kept]] = defaultdict(list)
        self._periods: defaultdict[Period, list[_Kept]] = defaultdict(list)
        self._by_start: list[_Kept] | None = None

    def place(self, row: int, period: Period, voice: int, claims: tuple[int, ...]) -> int:
        """Fold a row into one that is kept, or keep it; give the row it went to."""
        coarseness = period[2]
        if coarseness == UNDATED:
            return row
        same = self._same_day(period[0]) if coarseness == DAY else iter(self._periods[period])
        found = next((k for k in same if k.accepts(voice, claims)), None)
        if found is None and DAY < coarseness < OPEN:
            found = _only(k for k in self._near(period) if k.accepts(voice, claims))
        if found is not None:
            return found.join(voice, claims)
        shelf = self._days[period[0]] if coarseness == DAY else self._periods[period]
        shelf.append(_Kept(row, period, claims, {voice}))
        return row

    def _same_day(self, day: int) -> Iterator[_Kept]:
        """Find the kept events of a day, then those of the day before and the day after."""
        return (k for d in (day, day - 1, day + 1) if d in self._days for k in self._days[d])

    def _near(self, period: Period) -> Iterator[_Kept]:
        """Find the kept events whose period fits a coarse one loosely."""
        start, end, coarseness = period
        if self._by_start is None:  # Rows come finest first: no more days from here on.
            self._by_start = sorted((k for day in self._days.values() for k in day), key=_start)
        for place in range(bisect_left(self._by_start, start, key=_start), len(self._by_start)):
            kept = self._by_start[place]
            if kept.period[0] > end:
                break
            if kept.period[1] <= end:
                yield kept
        for (first, last, coarse), shelf in self._periods.items():
            overlaps = coarse == coarseness and first <= end and start <= last
            if overlaps or (coarse < OPEN and start <= first and last <= end):
                yield from shelf


class _Spells:
    """The kept relations of one company."""

    def __init__(self) -> None:
        self._spells: list[_Kept] = []

    def place(self, row: int, period: Period, voice: int, claims: tuple[int, ...]) -> int:
        """Fold a row into one that is kept, or keep it; give the row it went to."""
        start, end = period[0] or -_FOR_EVER, period[1] or _FOR_EVER
        willing = [
            k
            for k in self._spells
            if k.period[0] <= end and start <= k.period[1] and k.accepts(voice, claims)
        ]
        same = (k for k in willing if k.period[:2] == (start, end))
        found = next(same, None) or _only(willing)
        if found is not None:
            return found.join(voice, claims)
        self._spells.append(_Kept(row, (start, end, 0), claims, {voice}))
        return row


def _only(found: Iterable[_Kept]) -> _Kept | None:
    """Give the one that was found, or None where there are more: it could be any of them."""
    candidates = iter(found)
    first = next(candidates, None)
    return first if next(candidates, None) is None else None


def _start(kept: _Kept) -> int:
    return kept.period[0]
