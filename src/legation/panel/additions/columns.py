"""New columns out of a data set's columns, with what they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from legation.datasets import dataset
from legation.panel.lookup import Places, take

if TYPE_CHECKING:
    import pyarrow as pa

    from legation.panel.rows import Rows

NewColumn = tuple["pa.Field", "pa.Array"]
"""What a new column is called and about, and its values."""


def taken(table: pa.Table, name: str, places: Places, new_name: str = "") -> NewColumn:
    """Take a column of a data set by place; the new one says what the old one said."""
    (column,) = several(table, [name], places)
    return column[0].with_name(new_name or name), column[1]


def several(
    table: pa.Table, names: Iterable[str], places: Places, ending: str = ""
) -> list[NewColumn]:
    """Take some columns of a data set by place, each called as it was, with an ending."""
    names = list(names)
    fields = [table.schema.field(n).with_name(n + ending) for n in names]
    return list(zip(fields, take([table.column(n) for n in names], places), strict=True))


def zero_where_covered(column: NewColumn, covered: np.ndarray) -> NewColumn:
    """Put 0 for null where a data set covers the year: it lists all that there was."""
    import pyarrow as pa
    import pyarrow.compute as pc

    field, values = column
    zero = pa.scalar(0, values.type)
    unknown = pa.scalar(None, values.type)
    filled = pc.if_else(pc.is_valid(values), values, pc.if_else(pa.array(covered), zero, unknown))
    return field, filled


def derived(
    rows: Rows, name: str, values: pa.Array, source: str, unit: str, meaning: str
) -> NewColumn:
    """Make a new column out of numbers that were computed from a data set."""
    import pyarrow as pa

    data, receipt = dataset(source), rows.receipts[source]
    told = {
        "unit": unit,
        "meaning": meaning,
        "dataset": data.name,
        "version": data.version,
        "terms": data.terms,
        "years": f"{data.first_year or ''}-{data.last_year or ''}",
        "sha256": receipt.sha256,
    }
    return pa.field(name, values.type, metadata=told), values


def numbers(values: np.ndarray, known: np.ndarray, kind: str) -> pa.Array:
    """Make an Arrow array of numbers, null where they are not known."""
    import pyarrow as pa

    return pa.array(values, getattr(pa, kind)(), mask=~known)
