"""Where a row comes from: documents, their sources, and spans of their text."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum


def digest(*parts: str) -> str:
    """Hash texts into a short id: 16 hexadecimal digits of SHA-256.

    Examples:
        >>> digest("a", "b") == digest("a", "b") != digest("ab")
        True
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class SectionKind(StrEnum):
    """What part of a document a stretch of its text is; a ``fragment`` was cut off."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document's clean text, by character offsets, end excluded."""

    kind: SectionKind
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document or data row was got from.

    Args:
        source_id: digest of the address and the bytes that were there.
        kind: ``text``, ``html``, ``pdf``, ``feed``, ``dataset``, ``record`` or ``hand``.
        address: path, URL, or ``"-"`` for standard input.
        title: its title, where it has one.
        publisher: site or organisation, where known.
        published: day of publication, where known.
        retrieved: moment it was read, UTC.
        sha256: digest of the raw bytes.
        terms: licence or terms of use, where known.
    """

    source_id: str
    kind: str
    address: str
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    retrieved: dt.datetime | None = None
    sha256: str | None = None
    terms: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Clean text whose offsets are the ground truth for evidence.

    Args:
        document_id: digest of ``text``.
        source: where it was got from.
        text: the clean text; never changed once stored.
        sections: its parts in order; text between them is white space.
        title: its title, where it has one.
        published: the day that relative dates are counted from, where known.
        language: ISO 639-1 code, where detected.
        truncated: whether it stops in mid-sentence.
    """

    document_id: str
    source: Source
    text: str
    sections: tuple[Section, ...] = ()
    title: str | None = None
    published: dt.date | None = None
    language: str | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a document's clean text, or a data set's row.

    Args:
        document_id: the document, or None where the evidence is a data set's row.
        start_char: offset of the first character of the quote.
        end_char: offset after its last character.
        quote: ``text[start_char:end_char]``; for a data row, what the row says.
        dataset: the data set's name and version, or None.
        row_key: the row's key in it, or None.
    """

    document_id: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    quote: str | None = None
    dataset: str | None = None
    row_key: str | None = None

    @classmethod
    def span(cls, document: Document, start_char: int, end_char: int) -> Evidence:
        """Quote a document between two offsets."""
        return cls(document.document_id, start_char, end_char, document.text[start_char:end_char])
