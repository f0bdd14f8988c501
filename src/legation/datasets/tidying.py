"""Tables as they came, to the columns and types that the catalogue declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.datasets.entries import Column, Dataset
from legation.datasets.errors import DatasetError

if TYPE_CHECKING:
    import pyarrow as pa


def tidy(data: Dataset, table: pa.Table) -> pa.Table:
    """Give a data set's table with its declared columns, in order, each of its declared type.

    Names are compared without regard to case. A data set without declared columns keeps its own.

    Args:
        data: what the catalogue has about it.
        table: its table as it came.

    Raises:
        DatasetError: a declared column is missing, or holds what its type cannot; rows that the
            key should tell apart are the same.
    """
    import pyarrow as pa

    table = table.rename_columns([name.lower() for name in table.column_names])
    if data.columns:
        arrays = [_column(data, table, column) for column in data.columns]
        table = pa.table(arrays, names=[c.name.lower() for c in data.columns])
    _check_key(data, table)
    return table


def _column(data: Dataset, table: pa.Table, column: Column) -> pa.ChunkedArray:
    import pyarrow as pa

    name = column.name.lower()
    if name not in table.column_names:
        raise DatasetError(
            f"{data.name} {data.version} should have a column {name}", "this is another version"
        )
    try:
        found = table.column(name)
        if pa.types.is_dictionary(found.type):
            found = found.cast(found.type.value_type)
        return found.cast(arrow_type(column.type))
    except pa.ArrowException as error:
        raise DatasetError(
            f"column {name} of {data.name} is not all {column.type}", "this is another version"
        ) from error


def arrow_type(name: str) -> pa.DataType:
    """Give an Arrow type by its name in the catalogue."""
    import pyarrow as pa

    if name.startswith("string"):
        return pa.string()
    return {"date": pa.date32(), "bool": pa.bool_()}.get(name) or getattr(pa, name)()


def _check_key(data: Dataset, table: pa.Table) -> None:
    key = [k for k in data.key if k in table.column_names]
    if len(key) == len(data.key) > 0:
        doubled = table.num_rows - table.group_by(key).aggregate([]).num_rows
        if doubled:
            raise DatasetError(
                f"{doubled:,} rows of {data.name} have the same {', '.join(key)}",
                "this is another version, or rows were added twice",
            )
