"""Tidy tables of data sets at hand, each column knowing what it is and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.datasets.entries import Dataset, dataset
from legation.datasets.store import Receipt, Store

if TYPE_CHECKING:
    import pyarrow as pa


def load(name: str, store: Store | None = None, columns: list[str] | None = None) -> pa.Table:
    """Read the tidy table of a data set at hand.

    Args:
        name: the data set, such as ``"nmc"``.
        store: where it is kept; by default the user's own.
        columns: some of its columns; by default all.

    Returns:
        An Arrow table. The metadata of each field say its ``unit`` and ``meaning``, its
        ``dataset``, ``version`` and ``terms``, the years covered and the SHA-256 of the bytes
        that came.

    Raises:
        DatasetError: no such data set, or it is not at hand.
    """
    data, store = dataset(name), store or Store()
    receipt = store.receipt(name)
    table = store.table(name, columns)
    return table.cast(_described(data, receipt, table.schema))


def _described(data: Dataset, receipt: Receipt, schema: pa.Schema) -> pa.Schema:
    import pyarrow as pa

    declared = {c.name.lower(): c for c in data.columns}
    common = {
        "dataset": data.name,
        "version": data.version,
        "terms": data.terms,
        "years": f"{data.first_year or ''}-{data.last_year or ''}",
        "sha256": receipt.sha256,
    }
    fields = []
    for field in schema:
        column = declared.get(field.name)
        own = {"unit": column.unit, "meaning": column.meaning} if column else {}
        fields.append(field.with_metadata({**own, **common}))
    return pa.schema(fields)
