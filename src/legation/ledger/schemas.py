"""The ledger's tables, each declared once: columns, types, nulls, meaning and sort order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

SCHEMA_VERSION = 1
"""Rises whenever a column below is added, dropped or changes its meaning."""

TEXT, DAY, MOMENT, FLAG = pa.string(), pa.date32(), pa.timestamp("us"), pa.bool_()
COUNT, RATIO, TEXTS = pa.int64(), pa.float64(), pa.list_(pa.string())


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``null`` says what a null means, or is empty where none may occur."""

    name: str
    type: pa.DataType
    meaning: str
    null: str = ""


@dataclass(frozen=True)
class Table:
    """One table of the ledger.

    Args:
        name: what SQL calls it and what its segment files start with.
        columns: its columns, in order.
        order: the columns that its segments are sorted by.
        row_group: rows in one Parquet row group, the unit that a query skips.

    Examples:
        >>> EVENTS.arrow.field("start").type, EVENTS.order
        (DataType(date32[day]), ('pair_a', 'pair_b', 'start', 'event_id'))
    """

    name: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    row_group: int

    @cached_property
    def arrow(self) -> pa.Schema:
        """The columns as an Arrow schema."""
        return pa.schema([pa.field(c.name, c.type, nullable=bool(c.null)) for c in self.columns])

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(c.name for c in self.columns)

    @property
    def id(self) -> str:
        """The name of the first column, which identifies a row."""
        return self.columns[0].name


PAIR_ROWS = 65_536
"""Rows in a row group of events: see docs/decisions/ledger-segments.md for the measurement."""

_EVIDENCE = (
    Column("document_id", TEXT, "the document that says so", "a data set's row says so"),
    Column("start_char", COUNT, "offset of the quote's first character", "no document"),
    Column("end_char", COUNT, "offset after the quote's last character", "no document"),
    Column("quote", TEXT, "the words, or what the data row says", "not given"),
    Column("dataset", TEXT, "name and version of the data set", "a document says so"),
    Column("row_key", TEXT, "key of its row", "a document says so"),
)
_KEPT = (
    Column("coder", TEXT, "coder, version and rule", "not coded by Legation"),
    Column("source_id", TEXT, "where the evidence was got from"),
    *_EVIDENCE,
    Column("coder_version", TEXT, "coder and version, without the rule; empty where none"),
    Column("known", DAY, "day its source was published, or else retrieved", "neither is known"),
)
_PAIR = (
    Column("pair_a", TEXT, "the pair's first code by alphabet; empty where one is unknown"),
    Column("pair_b", TEXT, "the pair's second code; empty where both are unknown"),
)
_STATUS = (
    Column("status", TEXT, "reported, negated, planned, hypothetical or denied"),
    Column("confidence", RATIO, "0 to 1", "not given"),
)

EVENTS = Table(
    "events",
    (
        Column("event_id", TEXT, "digest of what the row says and of its evidence"),
        *_PAIR,
        Column("type", TEXT, "PLOVER type"),
        Column("mode", TEXT, "PLOVER mode", "none is said"),
        Column("actor", TEXT, "code of who did it", "unknown"),
        Column("recipient", TEXT, "code of who received it", "unknown"),
        Column("mutual", FLAG, "whether both did it to each other"),
        Column("actor_role", TEXT, "PLOVER sector", "none is said"),
        Column("recipient_role", TEXT, "PLOVER sector", "none is said"),
        Column("actor_text", TEXT, "how the text names the actor", "not named"),
        Column("recipient_text", TEXT, "how the text names the recipient", "not named"),
        Column("start", DAY, "first day", "undated"),
        Column("end", DAY, "last day", "undated, or open"),
        Column("precision", TEXT, "day, month, season, year, decade, century, open", "undated"),
        Column("place", TEXT, "where", "none is said"),
        Column("topics", TEXTS, "PLOVER contexts, may be empty"),
        *_STATUS,
        *_KEPT,
    ),
    ("pair_a", "pair_b", "start", "event_id"),
    PAIR_ROWS,
)

RELATIONS = Table(
    "relations",
    (
        Column("relation_id", TEXT, "digest of what the row says and of its evidence"),
        *_PAIR,
        Column("kind", TEXT, "relation kind"),
        Column("a", TEXT, "code of the first party: claimant, gainer, occupier, sender, member"),
        Column("b", TEXT, "code of the second party"),
        Column("mutual", FLAG, "whether it holds both ways"),
        Column("start", DAY, "first day", "unknown"),
        Column("end", DAY, "last day", "unknown, or it goes on"),
        Column("start_precision", TEXT, "how exactly the start is known", "no start"),
        Column("end_precision", TEXT, "the same of the end; open where it goes on", "no end"),
        Column("terms", TEXT, "what binds them or what is claimed", "not said"),
        *_STATUS,
        *_KEPT,
    ),
    ("pair_a", "pair_b", "start", "relation_id"),
    PAIR_ROWS,
)

SOURCES = Table(
    "sources",
    (
        Column("source_id", TEXT, "digest of the address and the bytes that were there"),
        Column("kind", TEXT, "text, html, pdf, feed, dataset, record or hand"),
        Column("address", TEXT, "path or URL; - for standard input"),
        Column("title", TEXT, "its title", "it has none"),
        Column("publisher", TEXT, "site or organisation", "unknown"),
        Column("published", DAY, "day of publication", "unknown"),
        Column("retrieved", MOMENT, "moment it was read, UTC", "unknown"),
        Column("sha256", TEXT, "digest of the raw bytes", "unknown"),
        Column("terms", TEXT, "licence or terms of use", "unknown"),
    ),
    ("source_id",),
    16_384,
)

SECTION = pa.struct([("kind", TEXT), ("start_char", COUNT), ("end_char", COUNT)])

DOCUMENTS = Table(
    "documents",
    (
        Column("document_id", TEXT, "digest of the text"),
        Column("source_id", TEXT, "where it was got from; one row for each copy of the text"),
        Column("text", TEXT, "the clean text that evidence offsets slice"),
        Column("sections", pa.list_(SECTION), "its parts in order"),
        Column("title", TEXT, "its title", "it has none"),
        Column("published", DAY, "day that relative dates are counted from", "unknown"),
        Column("language", TEXT, "ISO 639-1 code", "not detected"),
        Column("truncated", FLAG, "whether it stops in mid-sentence"),
        Column("sequence", COUNT, "the commit that stored this copy"),
    ),
    ("document_id", "source_id"),
    256,
)

READINGS = Table(
    "readings",
    (
        Column("document_id", TEXT, "the document that was coded"),
        Column("coder_version", TEXT, "by what coder and version of it"),
        Column("sequence", COUNT, "the commit that added its rows"),
    ),
    ("document_id", "coder_version"),
    16_384,
)

SUPERSEDED = Table(
    "superseded",
    (
        Column("document_id", TEXT, "the document of a reading that is no longer shown"),
        Column("coder_version", TEXT, "its coder and version"),
    ),
    ("document_id", "coder_version"),
    16_384,
)

TABLES = {t.name: t for t in (EVENTS, RELATIONS, SOURCES, DOCUMENTS, READINGS, SUPERSEDED)}
"""Every table by name."""

FOLDED = (
    Column("reports", COUNT, "how many rows were folded into this one, itself included"),
    Column("sources", TEXTS, "their source ids, the kept row's first"),
)
"""The columns that a folded table has besides those of its segments."""


def folded_schema(table: Table) -> pa.Schema:
    """Give the schema of a table of events or relations after folding."""
    extra = [pa.field(c.name, c.type, nullable=False) for c in FOLDED]
    return pa.schema([*table.arrow, *extra])
