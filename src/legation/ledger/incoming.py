"""Tables that come from outside, made to fit the schema they claim."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from legation.errors import LedgerError
from legation.ledger import encoding
from legation.ledger.schemas import Table
from legation.model import Precision, RelationKind, Status, codebook

_DEFAULTS = {"status": Status.REPORTED.value, "topics": [], "mutual": False}


def conform(table: Table, given: pa.Table) -> pa.Table:
    """Give a table the stated columns of events or relations, in their order and types.

    Args:
        table: events or relations.
        given: columns by their declared names; one that may be null may be left out, and so
            may the id, the status, the topics and whether it is mutual.

    Raises:
        LedgerError: a column is missing, unknown, of another type, or null where it may not be.
    """
    schema = encoding.stated(table)
    extra = set(given.column_names) - set(schema.names)
    if extra:
        raise LedgerError(f"{table.name} have no column {', '.join(sorted(extra))}")
    columns = {}
    for field in schema:
        if field.name in given.column_names:
            columns[field.name] = _cast(table, field, given[field.name])
        elif field.nullable or field.name in _DEFAULTS:
            value = pa.scalar(_DEFAULTS.get(field.name), field.type)
            columns[field.name] = pa.chunked_array([pa.repeat(value, len(given))])
        elif field.name != table.id:
            raise LedgerError(f"{table.name} need a column {field.name}")
    _check_words(table, columns)
    if table.id not in columns:
        columns[table.id] = _ids(table, columns)
    return pa.table([columns[n] for n in schema.names], schema=schema)


def _cast(table: Table, field: pa.Field, column: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        column = column.cast(field.type)
    except pa.ArrowException as error:
        raise LedgerError(f"column {field.name} of {table.name}: {error}") from error
    if column.null_count and not field.nullable:
        raise LedgerError(f"column {field.name} of {table.name} has nulls, which it may not")
    return column


def _ids(table: Table, columns: dict[str, pa.ChunkedArray]) -> pa.ChunkedArray:
    rows = encoding.to_rows(table, pa.table(columns))
    return pa.chunked_array([pa.array((getattr(row, table.id) for row in rows), pa.string())])


def _check_words(table: Table, columns: Mapping[str, pa.ChunkedArray]) -> None:
    precisions = [p.value for p in Precision]
    allowed = {
        "type": list(codebook().types),
        "kind": [k.value for k in RelationKind],
        "status": [s.value for s in Status],
        **dict.fromkeys(("precision", "start_precision", "end_precision"), precisions),
    }
    for name in allowed.keys() & columns.keys():
        used = pc.drop_null(pc.unique(columns[name]))
        odd = used.filter(pc.invert(pc.is_in(used, pa.array(allowed[name]))))
        if len(odd):
            raise LedgerError(f"{odd[0].as_py()!r} is no {name} of {table.name}")
