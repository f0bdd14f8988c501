"""Strategic rivalries.

Source: Thompson, Sakuwa and Suhas 2021, *Analyzing Strategic Rivalries in World Politics*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from legation.panel.additions.columns import (
    NewColumn,
    derived,
    numbers,
    several,
    taken,
    zero_where_covered,
)
from legation.panel.additions.offer import Offer, pairs
from legation.panel.lookup import find_spell, ints, joint
from legation.panel.rows import Rows

if TYPE_CHECKING:
    import pyarrow as pa

_DATA = "rivalries_tss"
_KINDS = ("positional", "spatial", "ideological", "interventionary")
_AUSTRIA_SERBIA, _AUSTRIA = 76, 305  # the rivalry's last two years are the republic's
_FIRST_OF_REPUBLIC = 1919


def offers() -> Iterator[Offer]:
    """Offer the rivalries of Thompson and others."""
    yield Offer("rivalries", "strategic rivalry, and its kinds", (_DATA,), pairs, build)


def build(rows: Rows) -> list[NewColumn]:
    """Give the rivalry that two states were in, with its number and kinds."""
    table = _split(rows.load(_DATA))
    held = joint(ints(table.column("ccode1")), ints(table.column("ccode2")))
    start, end = (ints(table.column(c)) for c in ("start", "end"))
    one, other = rows.codes("cow")
    places = find_spell(
        joint(np.minimum(one, other), np.maximum(one, other)),
        rows.years, rows.years, held, start, end, "last",
    )  # fmt: skip
    covered = rows.covered(_DATA)
    there = derived(rows, "ongoingrivalry", numbers(places >= 0, covered, "int8"), _DATA, "0/1",
                    "the two were strategic rivals in the year")  # fmt: skip
    kinds = [zero_where_covered(c, covered) for c in several(table, _KINDS, places)]
    number = taken(table, "tssr_id", places)
    return [number, *kinds, there]


def _split(table: pa.Table) -> pa.Table:
    """Give the last two years of Austria-Hungary's rivalry with Serbia to the republic."""
    import pyarrow as pa

    records = table.to_pylist()
    for record in list(records):
        if record["tssr_id"] == _AUSTRIA_SERBIA and record["end"] >= _FIRST_OF_REPUBLIC:
            pair = sorted({record["ccode1"], record["ccode2"]} - {300} | {_AUSTRIA})
            late = {"start": _FIRST_OF_REPUBLIC, "ccode1": pair[0], "ccode2": pair[1]}
            records.append({**record, **late})
            record["end"] = _FIRST_OF_REPUBLIC - 1
    return pa.Table.from_pylist(records, schema=table.schema)
