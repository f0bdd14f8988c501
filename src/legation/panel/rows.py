"""What an addition sees of a panel: its states and periods, and the data sets at hand."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from legation.datasets import Dataset, Receipt, Store, dataset, load
from legation.panel.crosswalk import cross
from legation.panel.lookup import MISSING, Codes, ints, joint
from legation.panel.units import Unit

if TYPE_CHECKING:
    import pyarrow as pa


class Keys:
    """The states and periods of a panel's rows, as numbers, each worked out when first asked for.

    Args:
        table: the columns of the unit's key.
        unit: the panel's unit.
    """

    def __init__(self, table: pa.Table, unit: Unit) -> None:
        self.table = table
        self.unit = unit
        self._crossed: dict[str, tuple[Codes, ...]] = {}
        self._joint: dict[str, Codes] = {}

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @cached_property
    def years(self) -> Codes:
        """Give the calendar year of each row."""
        if self.unit.time == "year":
            return ints(self.table.column("year"))
        days = self.table.column(self.unit.time).to_numpy().astype("datetime64[Y]")
        years: Codes = days.astype(np.int64) + 1970
        return years

    @cached_property
    def first(self) -> Codes:
        """Give the first day of each row's period, as a day of the calendar."""
        if self.unit.time == "year":
            return _first_days(self.years)
        return ints(self.table.column(self.unit.time))

    @cached_property
    def last(self) -> Codes:
        """Give the last day of each row's period, as a day of the calendar."""
        if self.unit.time == "year":
            return _first_days(self.years + 1) - 1
        if self.unit.time == "month":
            months = self.table.column("month").to_numpy().astype("datetime64[M]")
            after = (months + np.timedelta64(1, "M")).astype("datetime64[D]")
            ends: Codes = after.astype(np.int64) + dt.date(1970, 1, 1).toordinal() - 1
            return ends
        return self.first

    def codes(self, system: str) -> tuple[Codes, ...]:
        """Give the number of each state of each row in a list, crossed by the row's year."""
        if self.unit.system not in self._crossed:
            self._crossed[self.unit.system] = self._own_codes()
        if system not in self._crossed:
            own = self._crossed[self.unit.system]
            crossed = tuple(cross(c, self.years, self.unit.system, system) for c in own)
            self._crossed[system] = crossed
        return self._crossed[system]

    def joint(self, system: str) -> Codes:
        """Give states and year of each row as one number."""
        if system not in self._joint:
            self._joint[system] = joint(*self.codes(system), self.years)
        return self._joint[system]

    def _own_codes(self) -> tuple[Codes, ...]:
        return tuple(ints(self.table.column(name), MISSING) for name in self.unit.states)


class Rows:
    """The rows of a panel as an addition sees them; it notes the data sets that are used.

    Args:
        keys: states and periods of the rows.
        store: the data sets at hand.
    """

    def __init__(self, keys: Keys, store: Store) -> None:
        self.unit = keys.unit
        self.table = keys.table
        self.codes = keys.codes
        self.joint = keys.joint
        self._keys = keys
        self._store = store
        self.receipts: dict[str, Receipt] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def years(self) -> Codes:
        """Give the calendar year of each row."""
        return self._keys.years

    @property
    def first(self) -> Codes:
        """Give the first day of each row's period, as a day of the calendar."""
        return self._keys.first

    @property
    def last(self) -> Codes:
        """Give the last day of each row's period, as a day of the calendar."""
        return self._keys.last

    def load(self, name: str, columns: list[str] | None = None) -> pa.Table:
        """Read a data set, noting that the panel rests on it."""
        self.receipts[name] = self._store.receipt(name)
        return load(name, self._store, columns)

    def covered(self, data: Dataset | str) -> np.ndarray:
        """Say of each row whether its year is among those that a data set covers."""
        data = dataset(data) if isinstance(data, str) else data
        return (self.years >= (data.first_year or -9999)) & (self.years <= (data.last_year or 9999))


def _first_days(years: Codes) -> Codes:
    low, high = (int(years.min()), int(years.max())) if len(years) else (1, 1)
    days = np.array([dt.date(y, 1, 1).toordinal() for y in range(low, high + 1)], dtype=np.int64)
    return days[years - low] if len(years) else years
