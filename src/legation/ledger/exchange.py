"""A ledger as one text file that any other ledger can take in: JSON, one object a line."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from legation.errors import UnreadableError
from legation.ledger import encoding
from legation.ledger.ledger import Added, Ledger
from legation.ledger.schemas import (
    DOCUMENTS,
    EVENTS,
    READINGS,
    RELATIONS,
    SOURCES,
    SUPERSEDED,
    Table,
)
from legation.ledger.snapshot import Snapshot
from legation.model import Document, Row, Section, Source, from_json, to_json
from legation.model.evidence import SectionKind

FORMAT, VERSION = "legation-export", 1
BATCH = 200
"""Lines taken in with one commit."""


def export(ledger: Ledger, path: Path) -> int:
    """Write all that a ledger shows into one file; superseded rows are left out.

    Args:
        ledger: what to write.
        path: where to; compressed where its name ends in ``.gz``. An existing file is replaced
            once the new one is whole.

    Returns:
        How many rows were written.
    """
    rows = 0
    part = path.with_name(f"{path.name}.part")
    try:
        with _opened(part, "wt", path.suffix == ".gz") as file:
            head = {"format": FORMAT, "version": VERSION}
            file.write(f"{json.dumps(head)}\n")
            for line in ledger.ask(_lines):
                rows += len(line["rows"])
                file.write(f"{json.dumps(line, ensure_ascii=False, default=str)}\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return rows


def take_in(ledger: Ledger, path: Path) -> Added:
    """Add what another ledger's export holds; what is there already adds nothing.

    Args:
        ledger: where to keep it.
        path: the file.

    Raises:
        UnreadableError: the file is no export, or stops in the middle; whole batches before that
            are kept, and taking it in again goes on from there.
        LedgerError: the ledger cannot be written.
    """
    total = Added(0, 0, 0, 0, 0)
    with _opened(path, "rt", path.suffix == ".gz") as file:
        lines = _parsed(file, path)
        head = next(lines, {})
        if head.get("format") != FORMAT or head.get("version") != VERSION:
            raise UnreadableError(f"{path} is no export of a ledger",
                                  "name a file that `legation ledger export` wrote")  # fmt: skip
        while batch := list(itertools.islice(lines, BATCH)):
            total = _sum(total, _add(ledger, batch, path))
    return total


def _lines(snapshot: Snapshot) -> list[dict[str, Any]]:
    return [*_of_documents(snapshot), *_of_data(snapshot)]


def _of_documents(snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    if not snapshot.files(DOCUMENTS):
        return
    everyone = snapshot.run("SELECT DISTINCT document_id FROM documents", [DOCUMENTS])
    ids = sorted(everyone["document_id"].to_pylist())
    for chunk in _chunks(ids):
        read = _readings(snapshot, chunk)
        rows: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for table in (EVENTS, RELATIONS):
            found = snapshot.find(table, "document_id", chunk)
            for row, coder in zip(
                encoding.to_rows(table, found), found["coder_version"].to_pylist(), strict=True
            ):
                rows[row.evidence.document_id or "", coder].append(to_json(row))
        copies = snapshot.find(DOCUMENTS, "document_id", chunk).to_pylist()
        origins = _sources(snapshot, {c["source_id"] for c in copies})
        for copy in copies:
            own = {k[1]: v for k, v in rows.items() if k[0] == copy["document_id"]}
            for coder in sorted(read[copy["document_id"]]):
                yield {
                    "source": asdict(origins[copy["source_id"]]),
                    "document": {n: v for n, v in copy.items() if n not in ("sequence",)},
                    "coder": coder,
                    "rows": own.get(coder, []),
                }


def _chunks(ids: list[str]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(ids), BATCH):
        yield tuple(ids[at : at + BATCH])


def _readings(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, set[str]]:
    """Give the coders whose reading of each document is shown."""
    found: dict[str, set[str]] = defaultdict(set)
    gone = {
        (r["document_id"], r["coder_version"])
        for r in snapshot.find(SUPERSEDED, "document_id", ids).to_pylist()
    }
    for r in snapshot.find(READINGS, "document_id", ids).to_pylist():
        if (r["document_id"], r["coder_version"]) not in gone:
            found[r["document_id"]].add(r["coder_version"])
    return found


def _of_data(snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """Write the rows of data sets and those made by hand, source by source."""
    for table in (EVENTS, RELATIONS):
        if not snapshot.files(table):
            continue
        sql = f"SELECT * FROM {table.name} WHERE document_id IS NULL ORDER BY source_id"
        found = snapshot.run(sql, [table]).cast(table.arrow)
        for source, rows in _by_source(table, found):
            origin = _sources(snapshot, [source])[source]
            yield {"source": asdict(origin), "document": None, "coder": None, "rows": rows}


def _by_source(table: Table, found: pa.Table) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    rows = encoding.to_rows(table, found)
    for source, same in itertools.groupby(rows, key=lambda row: row.source_id):
        yield source, [to_json(row) for row in same]


def _sources(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, Source]:
    found = snapshot.find(SOURCES, "source_id", ids)
    return {s.source_id: s for s in encoding.to_sources(found)}


def _parsed(file: IO[str], path: Path) -> Iterator[dict[str, Any]]:
    read = 0
    try:
        for line in file:
            value = json.loads(line)
            if not isinstance(value, dict):
                raise ValueError
            read += 1
            yield value
    except (ValueError, EOFError, OSError) as error:
        if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
            raise
        raise UnreadableError(
            f"{path} is no whole export: line {read + 1} cannot be read",
            "export it again; what came before is kept",
        ) from None


def _add(ledger: Ledger, batch: list[dict[str, Any]], path: Path) -> Added:
    total = Added(0, 0, 0, 0, 0)
    by_coder: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for line in batch:
        by_coder[line.get("coder")].append(line)
    for coder, lines in by_coder.items():
        try:
            sources = [_source(line["source"]) for line in lines]
            documents = [_document(line["document"], s) for line, s in
                         zip(lines, sources, strict=True) if line["document"]]  # fmt: skip
            rows: list[Row] = [from_json(row) for line in lines for row in line["rows"]]
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableError(
                f"{path} has a line that is no row of a ledger ({error})",
                "export it again; what came before is kept",
            ) from None
        total = _sum(total, ledger.add(documents, rows, sources=sources, coder=coder))
    return total


def _sum(one: Added, other: Added) -> Added:
    return Added(*(a + b for a, b in zip(_counts(one), _counts(other), strict=True)))


def _counts(added: Added) -> list[int]:
    return [value or 0 for value in asdict(added).values()]


def _source(data: dict[str, Any]) -> Source:
    published, retrieved = data["published"], data["retrieved"]
    return Source(
        **data
        | {
            "published": published and dt.date.fromisoformat(published),
            "retrieved": retrieved and dt.datetime.fromisoformat(retrieved),
        }
    )


def _document(data: dict[str, Any], source: Source) -> Document:
    sections = tuple(
        Section(SectionKind(s["kind"]), s["start_char"], s["end_char"]) for s in data["sections"]
    )
    published = data["published"] and dt.date.fromisoformat(data["published"])
    rest = {n: data[n] for n in ("title", "language", "truncated")}
    return Document(data["document_id"], source, data["text"], sections, published=published,
                    **rest)  # fmt: skip


def _opened(path: Path, mode: str, packed: bool) -> IO[str]:
    if packed:
        return gzip.open(path, mode, encoding="utf-8")  # type: ignore[return-value]
    return path.open(mode, encoding="utf-8")
