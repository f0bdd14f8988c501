"""What of the things to be added is new, and what it supersedes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from legation.errors import LedgerError
from legation.ledger import encoding, schemas
from legation.ledger.evidence import check_evidence
from legation.ledger.readings import (
    Reading,
    coder_version,
    readings_in,
    readings_table,
    stored_readings,
    superseded,
)
from legation.ledger.schemas import Table
from legation.ledger.snapshot import Snapshot
from legation.model import Document, Source


@dataclass(frozen=True)
class Addition:
    """What one commit adds.

    Args:
        rows: the new rows by table.
        documents: how many texts are new.
        repeated: how many of the documents had been read by the same coder before.
        supersedes: whether it supersedes readings.
    """

    rows: Mapping[Table, pa.Table]
    documents: int
    repeated: int
    supersedes: bool


def addition(
    snapshot: Snapshot,
    documents: Sequence[Document],
    sources: Iterable[Source],
    rows: Mapping[Table, pa.Table],
    coder: str | None,
) -> Addition:
    """Compare what is given with what is stored.

    Args:
        snapshot: the ledger before.
        documents: clean texts; those known already add nothing but a new source.
        sources: provenance of rows that no document carries.
        rows: stated columns of events and relations.
        coder: who read the documents, so that one with no rows counts as read too.

    Raises:
        LedgerError: a row without evidence, of an unknown source or document, or whose quote
            is not what the text says there; a text that changed under its id.
    """
    now = snapshot.manifest.sequence + 1
    stored = check_evidence(snapshot, documents, rows)
    origins = {s.source_id: s for s in (*(d.source for d in documents), *sources)}
    whole = {t: _complete(snapshot, t, r, origins, documents) for t, r in rows.items()}
    found = readings_in(whole.values())
    if coder is not None:
        found |= {(d.document_id, coder_version(coder)) for d in documents}
    before = stored_readings(snapshot, {d for d, _ in found})
    fresh = sorted(found - before.keys())
    gone = superseded(before, fresh, now)
    new = {t: _unread(snapshot, t, r, found & before.keys()) for t, r in whole.items()}
    new[schemas.DOCUMENTS] = _new_documents(documents, stored, now)
    new[schemas.SOURCES] = _new_sources(snapshot, origins)
    new[schemas.READINGS] = readings_table(fresh, now)
    new[schemas.SUPERSEDED] = readings_table(gone).select(schemas.SUPERSEDED.names)
    repeated = _repeated(documents, stored, found, before.keys())
    texts = len({d.document_id for d in documents} - stored.keys())
    return Addition(new, texts, repeated, bool(gone))


def _complete(
    snapshot: Snapshot,
    table: Table,
    rows: pa.Table,
    origins: Mapping[str, Source],
    documents: Sequence[Document],
) -> pa.Table:
    one, other = ("actor", "recipient") if table is schemas.EVENTS else ("a", "b")
    first, second = (pc.fill_null(rows[name], "") for name in (one, other))
    coder = pc.list_element(pc.split_pattern(pc.fill_null(rows["coder"], ""), ":", max_splits=1), 0)
    derived = {
        "pair_a": pc.if_else(pc.less(first, second), first, second),
        "pair_b": pc.if_else(pc.less(first, second), second, first),
        "coder_version": coder,
        "known": _known(snapshot, rows["source_id"], origins, documents),
    }
    columns = [derived[n] if n in derived else rows[n] for n in table.names]
    return pa.table(columns, schema=table.arrow)


def _known(
    snapshot: Snapshot,
    ids: pa.ChunkedArray,
    origins: Mapping[str, Source],
    documents: Sequence[Document],
) -> pa.ChunkedArray:
    wanted = pc.unique(ids).to_pylist()
    elsewhere = [i for i in wanted if i not in origins]
    stored = snapshot.find(schemas.SOURCES, "source_id", elsewhere)
    given = dict(origins) | {s.source_id: s for s in encoding.to_sources(stored)}
    missing = next((i for i in wanted if i not in given), None)
    if missing is not None:
        raise LedgerError(f"a row names the source {missing}, which is not known", "give it too")
    printed = {d.source.source_id: d.published for d in documents}
    names = ("source_id", "published")
    copies = snapshot.find(schemas.DOCUMENTS, "source_id", elsewhere, names).to_pylist()
    printed |= {copy["source_id"]: copy["published"] for copy in copies}
    days = pa.array([_day(given[i], printed.get(i)) for i in wanted], pa.date32())
    places = pc.index_in(ids, pa.array(wanted, pa.string()))
    return pc.take(days, places)


def _day(source: Source, printed: dt.date | None) -> dt.date | None:
    retrieved = source.retrieved.date() if source.retrieved else None
    return source.published or printed or retrieved


def _unread(snapshot: Snapshot, table: Table, rows: pa.Table, read: set[Reading]) -> pa.Table:
    """Leave out the rows of readings and of data sets that are stored."""
    if read:
        keys = pa.array([f"{document}\x1f{coder}" for document, coder in read])
        mine = pc.binary_join_element_wise(rows["document_id"], rows["coder_version"], "\x1f")
        rows = rows.filter(pc.fill_null(pc.invert(pc.is_in(mine, keys)), True))
    data = rows.filter(pc.is_null(rows["document_id"]))
    if not len(data):
        return rows
    stored = snapshot.find(table, table.id, data[table.id].to_pylist(), [table.id])
    if len(stored):
        again = pc.and_(pc.is_in(rows[table.id], stored[table.id]), pc.is_null(rows["document_id"]))
        rows = rows.filter(pc.invert(again))
    return rows


def _new_documents(
    documents: Sequence[Document], stored: Mapping[str, Mapping[str, str]], now: int
) -> pa.Table:
    unique = {(d.document_id, d.source.source_id): d for d in reversed(documents)}
    fresh = [d for (i, source), d in unique.items() if source not in stored.get(i, {})]
    return encoding.documents_table(fresh, now)


def _new_sources(snapshot: Snapshot, origins: Mapping[str, Source]) -> pa.Table:
    stored = snapshot.find(schemas.SOURCES, "source_id", origins, ["source_id"])
    known = set(stored["source_id"].to_pylist())
    return encoding.sources_table(s for i, s in origins.items() if i not in known)


def _repeated(
    documents: Sequence[Document],
    stored: Mapping[str, Mapping[str, str]],
    found: set[Reading],
    before: Iterable[Reading],
) -> int:
    fresh = {document for document, _ in found - set(before)}
    ids = {d.document_id for d in documents}
    return sum(1 for i in ids if i in stored and i not in fresh)
