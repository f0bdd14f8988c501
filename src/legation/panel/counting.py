"""Peace years: how many rows of its unit lie between a row and the last event before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legation.panel.errors import PanelError
from legation.panel.lookup import Codes, ints, joint
from legation.panel.units import Unit

if TYPE_CHECKING:
    import pyarrow as pa

_UNKNOWN = -1


def since_last(table: pa.Table, unit: Unit, event: str, name: str) -> pa.Table:
    """Add a count of rows since an event, within each unit and in order of time.

    A row whose event is unknown has no count; nor has a row that comes after one such, for an
    event may have been missed, until the next event.

    Args:
        table: the rows.
        unit: what one row is about.
        event: the column of 0, 1 and null.
        name: the new column's name.

    Raises:
        PanelError: no such column, it is not of 0 and 1, or the name is taken.
    """
    import pyarrow as pa

    values = _events(table, event)
    if name in table.column_names:
        raise PanelError(f"the panel has a column {name} already", "give another name")
    group, order = _ordered(table, unit)
    counts = _count(group[order], values[order])
    back = np.empty(len(order), dtype=np.int64)
    back[order] = counts
    about = {"unit": "rows", "meaning": f"rows of the same unit since {event} was last 1"}
    return table.append_column(
        pa.field(name, pa.int16(), metadata=about), pa.array(back, pa.int16(), mask=back < 0)
    )


def _events(table: pa.Table, event: str) -> Codes:
    import pyarrow as pa

    if event not in table.column_names:
        raise PanelError(f"the panel has no column {event}", "add what it comes with first")
    try:
        values = ints(table.column(event), _UNKNOWN)
    except pa.ArrowException as error:
        raise PanelError(f"{event} is not a column of 0 and 1", "name an event") from error
    if len(values) and (values.min() < _UNKNOWN or values.max() > 1):
        raise PanelError(f"{event} holds more than 0 and 1", "name an event, such as an onset")
    return values


def _ordered(table: pa.Table, unit: Unit) -> tuple[Codes, Codes]:
    """Give each row's unit as a number, and the order of rows by unit and time."""
    parts = [ints(table.column(c)) for c in unit.states]
    group = joint(*parts)
    return group, np.lexsort((ints(table.column(unit.time)), group))


def _count(group: Codes, values: Codes) -> Codes:
    """Count in one pass over sorted rows, without a loop."""
    spots = np.arange(len(values))
    starts = np.ones(len(values), dtype=bool)
    starts[1:] = group[1:] != group[:-1]
    after_event = np.zeros(len(values), dtype=bool)
    after_event[1:] = (values[:-1] == 1) & ~starts[1:]
    anew = np.maximum.accumulate(np.where(starts | after_event, spots, 0))
    lost = np.maximum.accumulate(np.where(values == _UNKNOWN, spots, -1))
    return np.where(lost >= anew, _UNKNOWN, spots - anew)
