"""The model's values as Arrow tables, and back; a round trip loses nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from legation.errors import LedgerError
from legation.ledger import schemas
from legation.model import (
    Document,
    Event,
    Evidence,
    Precision,
    Relation,
    RelationKind,
    Row,
    Section,
    Source,
    Status,
)
from legation.model.evidence import SectionKind

_OF_EVIDENCE = ("document_id", "start_char", "end_char", "quote", "dataset", "row_key")
_PRECISIONS: dict[str | None, Precision | None] = {None: None} | {p.value: p for p in Precision}
_STATUSES = {s.value: s for s in Status}
_KINDS = {k.value: k for k in RelationKind}
_DERIVED = {"pair_a", "pair_b", "coder_version", "known"}


def stated(table: schemas.Table) -> pa.Schema:
    """Give the columns of a table of rows that a coder or data set states itself.

    The others (the pair, the coder's version, the day it was known) the ledger derives.
    """
    return pa.schema([f for f in table.arrow if f.name not in _DERIVED])


def rows_table(table: schemas.Table, rows: list[Any]) -> pa.Table:
    """Turn events or relations into their stated columns.

    Raises:
        LedgerError: a text cannot be stored (a lone surrogate).
    """
    return _build(stated(table), rows, {n: _of_evidence(n) for n in _OF_EVIDENCE})


def sources_table(sources: Iterable[Source]) -> pa.Table:
    """Turn sources into a table; moments become UTC."""
    return _build(schemas.SOURCES.arrow, list(sources), {"retrieved": lambda s: _utc(s.retrieved)})


def documents_table(documents: Iterable[Document], sequence: int) -> pa.Table:
    """Turn the documents of one commit into a table, which refers to their sources by id."""
    special: dict[str, Callable[[Any], Any]] = {
        "sequence": lambda d: sequence,
        "source_id": lambda d: d.source.source_id,
        "sections": lambda d: [
            {"kind": s.kind.value, "start_char": s.start_char, "end_char": s.end_char}
            for s in d.sections
        ],
    }
    return _build(schemas.DOCUMENTS.arrow, list(documents), special)


def to_rows(table: schemas.Table, rows: pa.Table) -> Iterator[Row]:
    """Build events or relations from a table that has at least their stated columns."""
    columns = rows.to_pydict()
    return _to_events(columns) if table is schemas.EVENTS else _to_relations(columns)


def to_evidence(columns: Mapping[str, list[Any]]) -> Iterator[Evidence]:
    """Build the evidence of each row from columns."""
    return map(Evidence, *(columns[name] for name in _OF_EVIDENCE))


def _to_events(columns: Mapping[str, list[Any]]) -> Iterator[Event]:
    c = columns
    return map(
        Event,
        *(c[n] for n in ("type", "actor", "recipient", "source_id")),
        to_evidence(c),
        *(c[n] for n in ("mode", "mutual", "actor_role", "recipient_role")),
        *(c[n] for n in ("actor_text", "recipient_text", "start", "end")),
        map(_PRECISIONS.__getitem__, c["precision"]),
        c["place"],
        map(_STATUSES.__getitem__, c["status"]),
        map(tuple, c["topics"]),
        c["confidence"],
        c["coder"],
    )


def _to_relations(columns: Mapping[str, list[Any]]) -> Iterator[Relation]:
    c = columns
    return map(
        Relation,
        map(_KINDS.__getitem__, c["kind"]),
        *(c[n] for n in ("a", "b", "source_id")),
        to_evidence(c),
        *(c[n] for n in ("mutual", "start", "end")),
        map(_PRECISIONS.__getitem__, c["start_precision"]),
        map(_PRECISIONS.__getitem__, c["end_precision"]),
        c["terms"],
        map(_STATUSES.__getitem__, c["status"]),
        c["confidence"],
        c["coder"],
    )


def to_sources(table: pa.Table) -> Iterator[Source]:
    """Build sources from their table."""
    for v in table.to_pylist():
        moment = v["retrieved"]
        yield Source(**v | {"retrieved": moment and moment.replace(tzinfo=dt.UTC)})


def to_document(values: Mapping[str, Any], source: Source) -> Document:
    """Build a document from one row of its table."""
    sections = tuple(
        Section(SectionKind(s["kind"]), s["start_char"], s["end_char"]) for s in values["sections"]
    )
    rest = {n: values[n] for n in ("title", "published", "language", "truncated")}
    return Document(values["document_id"], source, values["text"], sections, **rest)


def _of_evidence(name: str) -> Callable[[Any], Any]:
    return lambda row: getattr(row.evidence, name)


def _build(
    schema: pa.Schema, items: list[Any], special: Mapping[str, Callable[[Any], Any]]
) -> pa.Table:
    columns = []
    for field in schema:
        get = special.get(field.name)
        if get is None:
            values = [getattr(item, field.name) for item in items]
        else:
            values = [get(item) for item in items]
        columns.append(_column(field, values))
    return pa.Table.from_arrays(columns, schema=schema)


def _column(field: pa.Field, values: list[Any]) -> pa.Array:
    try:
        return pa.array(values, field.type)
    except UnicodeEncodeError:
        raise LedgerError(
            f"a {field.name} to be stored has half a character in it (a lone surrogate)",
            "nothing was added; decode the text again, with errors='replace'",
        ) from None


def _utc(moment: dt.datetime | None) -> dt.datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(dt.UTC).replace(tzinfo=None)
