"""What was read, as pages: rows by document, or the clean text by its sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.briefing.listings import rows_listing
from legation.briefing.structure import Listing, Page, cell, day_text
from legation.model import Document, Row


def reading_page(documents: Sequence[Document], rows: Iterable[Row], explain: bool) -> Page:
    """List the rows of each document under its title."""
    by_source: dict[str | None, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row.evidence.document_id, []).append(row)
    listings = tuple(
        rows_listing(heading(d), by_source.get(d.document_id, ()), explain) for d in documents
    )
    return Page("What was read", listings)


def text_page(documents: Sequence[Document]) -> Page:
    """List the sections of each document with what kind they are."""
    listings = tuple(
        Listing(
            heading(d),
            ("Section", "From", "Text"),
            tuple(
                (
                    cell(s.kind.value, "quiet"),
                    cell(str(s.start_char), "quiet"),
                    cell(d.text[s.start_char : s.end_char]),
                )
                for s in d.sections
            ),
            (f"Document {d.document_id}, {len(d.text):,} characters.",),
            long=True,
        )
        for d in documents
    )
    return Page("Text", listings)


def heading(document: Document) -> str:
    """Name a document: its title or address, and its day.

    Examples:
        >>> from legation.model import Source
        >>> heading(Document("d", Source("s", "text", "wire.txt"), "They met."))
        'wire.txt (no date)'
    """
    address = document.source.address
    named = document.title or ("standard input" if address == "-" else address)
    when = day_text(document.published) if document.published else "no date"
    return f"{named} ({when})"
