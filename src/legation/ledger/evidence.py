"""No row without evidence, and evidence that says what it is said to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from legation.errors import LedgerError
from legation.ledger.schemas import DOCUMENTS, Table
from legation.ledger.snapshot import Snapshot
from legation.model import Document

_SPAN = ("document_id", "start_char", "end_char", "quote")


def check_evidence(
    snapshot: Snapshot, documents: Sequence[Document], rows: Mapping[Table, pa.Table]
) -> dict[str, dict[str, str]]:
    """Check that every row has evidence and that every quote is in its text.

    Args:
        snapshot: the ledger, for the documents that are stored.
        documents: those that come along.
        rows: the rows to be added, by table.

    Returns:
        ``{document id: {source id: text}}`` of what is stored of these documents.

    Raises:
        LedgerError: something is missing or differs, and what.
    """
    named = {d.document_id for d in documents}
    for table in rows.values():
        _check_present(table)
        named |= set(pc.unique(table["document_id"]).to_pylist()) - {None}
    stored: dict[str, dict[str, str]] = {}
    names = ("document_id", "source_id", "text")
    for found in snapshot.find(DOCUMENTS, "document_id", named, names).to_pylist():
        stored.setdefault(found["document_id"], {})[found["source_id"]] = found["text"]
    texts = {i: next(iter(copies.values())) for i, copies in stored.items()}
    for document in documents:
        if texts.setdefault(document.document_id, document.text) != document.text:
            raise LedgerError(
                f"document {document.document_id} is stored with another text",
                "evidence would no longer fit; give a changed text an id of its own",
            )
    for table in rows.values():
        _check_quotes(table, texts)
    return stored


def _check_present(rows: pa.Table) -> None:
    data = pc.and_(pc.is_valid(rows["dataset"]), pc.is_valid(rows["row_key"]))
    if not pc.all(pc.or_(pc.is_valid(rows["document_id"]), data), min_count=0).as_py():
        raise LedgerError(
            "a row without evidence cannot be kept", "name its document or its data set and row"
        )


def _check_quotes(rows: pa.Table, texts: Mapping[str, str]) -> None:
    for document, start, end, quote in _spans(rows):
        if document not in texts:
            raise LedgerError(
                f"a row cites document {document}, which the ledger does not hold",
                "add the document with it",
            )
        if start is not None and not _says(texts[document], start, end, quote):
            raise LedgerError(
                f"characters {start} to {end} of document {document} are not {quote!r}",
                "code the stored text, not another version of it",
            )


def _says(text: str, start: int, end: int | None, quote: str | None) -> bool:
    return end is not None and 0 <= start <= end <= len(text) and text[start:end] == quote


def _spans(rows: pa.Table) -> Iterator[tuple[str, int | None, int | None, str | None]]:
    cited = rows.select(list(_SPAN)).filter(pc.is_valid(rows["document_id"]))
    return zip(*(cited[name].to_pylist() for name in _SPAN), strict=True)
