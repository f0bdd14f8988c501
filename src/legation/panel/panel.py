"""A panel: its table, the unit that its rows are of, and the way it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.datasets import Receipt, Store, bibliography
from legation.panel import recipes
from legation.panel.additions import addition
from legation.panel.counting import since_last
from legation.panel.errors import PanelError
from legation.panel.rows import Keys, Rows
from legation.panel.units import Unit

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from legation.panel.additions.registry import NewColumns


@dataclass(frozen=True)
class Panel:
    """A table with one row for each unit of observation; what is added returns a new panel.

    Args:
        table: the Arrow table. The metadata of each field say where its column is from.
        unit: what one row is about.
        steps: how it was made, from the base on.
        receipts: the data sets that it rests on.
        store: where data sets at hand are looked for.
    """

    table: pa.Table
    unit: Unit
    steps: tuple[recipes.Step, ...]
    receipts: tuple[Receipt, ...] = ()
    store: Store = field(default_factory=Store, compare=False)

    @cached_property
    def keys(self) -> Keys:
        """Give the states and periods of the rows as numbers."""
        return Keys(self.table.select(self.unit.key), self.unit)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __repr__(self) -> str:
        return f"<Panel of {len(self):,} {self.unit.name}s, {self.table.num_columns} columns>"

    @property
    def columns(self) -> list[str]:
        """Name the columns, in order."""
        return list(self.table.column_names)

    def add(self, name: str, **options: Any) -> Panel:
        """Add the columns of a data set, one value a row, no row more or less.

        A cell is null where the data set does not cover the year, or says nothing of the states.
        A new column that is called as one that is there gets the addition's name before its own.

        Args:
            name: what to add, such as ``"nmc"``, ``"atop"`` or ``"mids"``;
                :func:`legation.panel.additions_for` lists what there is for a unit.
            options: ``keep``, the columns to keep of it; others as the addition has them, such as
                ``collapse`` of ``"mids"``.

        Returns:
            The panel with the new columns at its end.

        Raises:
            PanelError: no such addition, or none for this unit, or no such option or column.
            DatasetError: a data set that it needs is not at hand.
        """
        return self._add(name, options)

    def years(self, first: int, last: int) -> Panel:
        """Keep the rows of some years, both ends included."""
        import numpy as np
        import pyarrow as pa

        years = self.keys.years
        kept = self.table.filter(pa.array(np.logical_and(years >= first, years <= last)))
        return self._with(kept, recipes.Step("years", options={"first": first, "last": last}))

    def politically_relevant(self) -> Panel:
        """Keep the pairs that are contiguous or hold a major power, adding what says so.

        Contiguity is COW's, of any kind from a land border to 400 miles of sea; a major power is
        one of COW's. A year that the contiguity data do not cover has no such pair.

        Source: Lemke and Reed 2001, "The relevance of politically relevant dyads", JCR 45(1).

        Raises:
            PanelError: the rows are not about pairs.
        """
        import pyarrow.compute as pc

        if self.unit.sides != 2:
            raise PanelError(f"no {self.unit.name} is a pair", "begin with dyad_years()")
        panel = self
        for name, column in (("contiguity", "conttype"), ("majors", "cowmaj1")):
            panel = panel if column in panel.columns else panel._add(name, {}, recorded=False)
        table = panel.table
        known = pc.is_valid(table.column("conttype"))
        near = pc.greater(table.column("conttype"), 0)
        major = pc.or_(*(pc.equal(table.column(f"cowmaj{i}"), 1) for i in "12"))
        kept = table.filter(pc.and_(known, pc.or_kleene(near, major)))
        return panel._with(kept, recipes.Step("politically_relevant"))

    def peace_years(self, event: str, name: str = "") -> Panel:
        """Count, for each row, the rows of the same unit since the event was last 1.

        The first row of a unit counts 0, as does the row after an event; a gap in the years does
        not begin the count anew, as in the work that the parity tests repeat.

        Args:
            event: a column of 0 and 1, such as ``"gmlmidongoing"``.
            name: the new column's; by default the event's with ``_spell``.

        Source: Beck, Katz and Tucker 1998, "Taking time seriously", AJPS 42(4), whose counter
        enters a model with its square and cube; Carter and Signorino 2010, Political Analysis.

        Raises:
            PanelError: no such column, or it holds something other than 0, 1 and null.
        """
        name = name or f"{event}_spell"
        counted = since_last(self.table, self.unit, event, name)
        return self._with(
            counted, recipes.Step("peace_years", options={"event": event, "name": name})
        )

    def keep(self, columns: Sequence[str]) -> Panel:
        """Keep some columns, and those that tell rows apart.

        Raises:
            PanelError: the panel has no such column.
        """
        self._require(columns)
        wanted = [c for c in self.columns if c in self.unit.key or c in columns]
        step = recipes.Step("keep", options={"columns": list(columns)})
        return self._with(self.table.select(wanted), step)

    def to_arrow(self) -> pa.Table:
        """Give the table as Arrow."""
        return self.table

    def to_pandas(self) -> pd.DataFrame:
        """Give the table as pandas, whole numbers and their missing values kept as such."""
        import pandas as pd

        _needs("pandas")
        return self.table.to_pandas(types_mapper=pd.ArrowDtype)

    def to_polars(self) -> pl.DataFrame:
        """Give the table as polars, without a copy."""
        _needs("polars")
        import polars as pl

        frame = pl.from_arrow(self.table)
        assert isinstance(frame, pl.DataFrame)
        return frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)

    def sources(self) -> list[dict[str, str]]:
        """Say of each column what it is, from which data set and version, and on what terms.

        Returns:
            One ``{column, dataset, version, unit, meaning, years, terms, sha256}`` a column; a
            column of the base or of a count has no data set.
        """
        told = []
        for f in self.table.schema:
            known = {k.decode(): v.decode() for k, v in (f.metadata or {}).items()}
            told.append({"column": f.name, **{k: known.get(k, "") for k in _TOLD}})
        return told

    def cite(self) -> str:
        """Give the BibTeX entries that a work resting on this panel must cite."""
        from legation.panel.recipes import OWN_ENTRY

        return OWN_ENTRY + "\n" + bibliography(r.name for r in self.receipts)

    def recipe(self) -> str:
        """Give a text from which :func:`legation.panel.rebuild` makes the same panel again."""
        return recipes.write(self.steps, self.receipts)

    def write(self, path: Path | str) -> Path:
        """Write the table to a file: Parquet, CSV, Arrow or Stata, by the ending of its name.

        Raises:
            PanelError: the ending is none of ``.parquet``, ``.csv``, ``.arrow``, ``.dta``.
        """
        from legation.panel.writing import write

        return write(self.table, Path(path))

    def _add(self, name: str, options: dict[str, Any], recorded: bool = True) -> Panel:
        rows = Rows(self.keys, self.store)
        new = addition(name, self.unit).columns(rows, dict(options))
        table = self.table
        for f, values in self._distinct(name, new):
            table = table.append_column(f, values)
        receipts = {r.name: r for r in (*self.receipts, *rows.receipts.values())}
        steps = (*self.steps, recipes.Step("add", name, options)) if recorded else self.steps
        extended = replace(self, table=table, steps=steps, receipts=tuple(receipts.values()))
        object.__setattr__(extended, "keys", self.keys)  # the rows are the same
        return extended

    def _distinct(self, name: str, new: NewColumns) -> NewColumns:
        """Put the addition's name before a new column's where another has that name already."""
        if all(f.name in self.columns for f, _ in new):
            raise PanelError(f"{name} has been added already", "add each thing once")
        named = [f.with_name(f"{name}_{f.name}") if f.name in self.columns else f for f, _ in new]
        return [(f, values) for f, (_, values) in zip(named, new, strict=True)]

    def _with(self, table: pa.Table, step: recipes.Step) -> Panel:
        return replace(self, table=table, steps=(*self.steps, step))

    def _require(self, columns: Iterable[str]) -> None:
        absent = [c for c in columns if c not in self.columns]
        if absent:
            raise PanelError(f"the panel has no column {absent[0]}", ", ".join(self.columns)[:200])


_TOLD = ("dataset", "version", "unit", "meaning", "years", "terms", "sha256")


def _needs(package: str) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise PanelError(f"{package} is not there", f"`pip install {package}`")
