"""Finding, for each row of a panel, the row of a table that belongs to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

Codes = NDArray[np.int64]
Places = NDArray[np.int64]
"""For each row of a panel, the place of its row in a table, or -1 where there is none."""

_DAY_BITS = 21  # a day as an offset from the year 1: up to the year 5741
MISSING = -1
_WORKERS = 2  # Arrow lets go of the interpreter while it takes cells


def joint(*parts: Codes) -> Codes:
    """Pack small numbers, none negative but for a missing state, into one sortable number a row.

    Examples:
        >>> int(joint(np.array([2]), np.array([20]), np.array([1920]))[0])
        8591246208
    """
    packed = parts[0].astype(np.int64)
    for part in parts[1:]:
        packed = (packed << 16) | part.astype(np.int64)
    return packed


def find(wanted: Codes, held: Codes) -> Places:
    """Give the place of each wanted key among the held ones, the first where there are several.

    Examples:
        >>> find(np.array([5, 7, 9]), np.array([9, 5])).tolist()
        [1, -1, 0]
    """
    if not len(held):
        return np.full(len(wanted), MISSING, dtype=np.int64)
    if np.all(held[1:] >= held[:-1]):  # most tables come in order of their key
        spots = np.searchsorted(held, wanted)
        spots[spots == len(held)] = 0
        return np.where(held[spots] == wanted, spots, MISSING)
    order = np.argsort(held, kind="stable")
    places = find(wanted, held[order])
    return np.where(places >= 0, order[places], MISSING)


def find_spell(
    wanted: Codes, first: Codes, last: Codes, held: Codes, start: Codes, end: Codes, pick: str
) -> Places:
    """Give, for each row and its period, the spell of its key that touches it.

    Args:
        wanted: key of each row.
        first: first day of each row's period, as a day of the calendar.
        last: last day of it.
        held: key of each spell.
        start: first day of each spell.
        end: last day of each spell.
        pick: of several, ``"first"`` to begin or ``"last"`` to end.
    """
    if pick == "first":
        order = np.lexsort((end, start, held))
        keys, reached = held[order], _highest(held[order], end[order])
        spots = np.searchsorted(_timed(keys, reached), _timed(wanted, first), side="left")
    else:
        order = np.lexsort((start, end, held))
        keys, reached = held[order], -_highest(held[order][::-1], -start[order][::-1])[::-1]
        spots = np.searchsorted(_timed(keys, reached), _timed(wanted, last), side="right") - 1
    inside = (spots >= 0) & (spots < len(keys))
    found = order[np.where(inside, spots, 0)]
    touches = (held[found] == wanted) & (start[found] <= last) & (end[found] >= first)
    return np.where(inside & touches, found, MISSING)


def _highest(keys: Codes, values: Codes) -> Codes:
    """Give the highest value so far among those of one key, which stand together."""
    starts = np.ones(len(keys), dtype=bool)
    starts[1:] = keys[1:] != keys[:-1]
    group = np.cumsum(starts)
    step = int(values.max(initial=0)) - int(values.min(initial=0)) + 1
    raised = values + group * step  # no value of a group reaches into the next
    highest: Codes = np.maximum.accumulate(raised) - group * step
    return highest


def take(columns: list[pa.ChunkedArray], places: Places) -> list[pa.Array]:
    """Take the cells of some columns by place, null where there is none."""
    import pyarrow as pa

    spots = pa.array(places, mask=places < 0)
    whole = [column.combine_chunks() for column in columns]
    with ThreadPoolExecutor(_WORKERS) as workers:
        return list(workers.map(lambda column: column.take(spots), whole))


def ints(column: pa.ChunkedArray, missing: int = MISSING) -> Codes:
    """Give a column of whole numbers or dates (as days of the calendar) as numpy numbers."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_date32(column.type):
        column = column.cast(pa.int32())
        column = pc.add(column, _EPOCH)
    filled = pc.fill_null(column.cast(pa.int64()), missing)
    numbers: Codes = filled.to_numpy()
    return numbers


_EPOCH = 719_163  # the ordinal of 1970-01-01, so that no day since the year 1 is negative


def _timed(keys: Codes, days: Codes) -> Codes:
    return (keys << _DAY_BITS) | days
