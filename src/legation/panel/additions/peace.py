"""The level of peace between two states.

The spells are used, not the producer's dyad-years: these average a code for transitions in, so
that 496 of them lie above the scale's end.

Source: Goertz, Diehl and Balas 2016, *The Puzzle of Peace*; Diehl, Goertz and Gallegos 2021,
"Peace data: concept, measurement, patterns, and research agenda", CMPS 38(5).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from legation.panel.additions.columns import NewColumn, taken
from legation.panel.additions.offer import Offer, pairs
from legation.panel.additions.slices import checked_slice
from legation.panel.lookup import Codes, find_spell, ints, joint
from legation.panel.rows import Rows

_DATA = "peace_spells"


def offers() -> Iterator[Offer]:
    """Offer the peace data's spells."""
    yield Offer("peace", "from 0, severe rivalry, to 1, security community", (_DATA,), pairs, build)


def build(rows: Rows, slice: str = "first") -> list[NewColumn]:
    """Give the level of peace, from 0 (severe rivalry) over .25, .5 and .75 to 1.

    Args:
        rows: the panel's rows.
        slice: which level counts where it changed within the period.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    table = rows.load(_DATA)
    firsts, seconds = (_own_codes(ints(table.column(c))) for c in ("ccode1", "ccode2"))
    one, other = (_own_codes(c) for c in rows.codes("cow"))
    places = find_spell(
        joint(np.minimum(one, other), np.maximum(one, other)), rows.first, rows.last,
        joint(np.minimum(firsts, seconds), np.maximum(firsts, seconds)),
        _days(table.column("start_raw").to_pylist(), first=True),
        _days(table.column("end_raw").to_pylist(), first=False),
        checked_slice(slice),
    )  # fmt: skip
    field, levels = taken(table, "peacelevel", places)
    known = pc.greater_equal(levels, 0.0)  # -9 is a time of transition
    return [(field, pc.if_else(known, levels, pa.scalar(None, levels.type)))]


def _own_codes(codes: Codes) -> Codes:
    """Give West Germany the number by which the peace data know it."""
    return np.where(codes == 260, 255, codes)


def _days(written: list[str], first: bool) -> Codes:
    """Read days whose month or day may be unknown (99): the period's first or last then."""
    days = np.array([_day(text, first) for text in written])
    epoch = np.datetime64("0001-01-01", "D")
    return (days.astype("datetime64[D]") - epoch).astype(np.int64) + 1


def _day(text: str, first: bool) -> np.datetime64:
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:8])
    if not 1 <= month <= 12:
        month, day = (1, 1) if first else (12, 31)
    start = np.datetime64(f"{year:04}-{month:02}", "M")
    length = int(((start + 1).astype("datetime64[D]") - start.astype("datetime64[D]")).astype(int))
    if not 1 <= day <= length:
        day = 1 if first else length
    found: np.datetime64 = start.astype("datetime64[D]") + np.timedelta64(day - 1, "D")
    return found
