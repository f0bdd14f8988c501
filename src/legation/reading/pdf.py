"""A PDF to a draft: its text without running heads and page numbers, hyphens mended.

The dates in a PDF's metadata say when the file was made, which for a digitised treaty is decades
after; so only a date at the head of the text counts as publication.
"""

from __future__ import annotations

import dataclasses
import io
import logging
import re
from typing import Any

from legation.errors import UnreadableError
from legation.reading import plain
from legation.reading.blocks import Draft
from legation.reading.characters import clean, key, one_line
from legation.reading.limits import MAX_CHARACTERS, MAX_PAGES, check_size
from legation.reading.running_heads import without_running_heads

_NO_TITLE = re.compile(
    r"untitled|microsoft (?:word|powerpoint)|\.(?:docx?|pdf|indd|qxd|tex|rtf|pptx?)\b|"
    r"^(?:document|title|print|layout|scan|layout \d+|\d+)$|^[\w-]+_[\w-]+$",
    re.I,
)
_LONGEST_TITLE = 200
# Under this many letters and digits a page is a picture with a stamp or a page number on it.
_FEWEST_ON_PAGE = 15


def draft(data: bytes, address: str) -> Draft:
    """Read a PDF.

    Args:
        data: the file.
        address: its path or URL, for messages.

    Raises:
        UnreadableError: it is encrypted, damaged, holds only images, or is too big.
    """
    reader = _open(data, address)
    pages = _pages(reader, address)
    if sum(len(key(p)) for p in pages) < _FEWEST_ON_PAGE * max(1, len(pages)) ** 0.5:
        raise UnreadableError(
            f"{address} holds images of pages and no text",
            "run a text recognition (OCR) over it first",
        )
    text = "\n".join(without_running_heads([clean(p) for p in pages]))
    found = plain.draft(text)
    title = _title(reader)
    if title and found.title != title:
        blocks = tuple(b for b in found.blocks if key(b.text) != key(title))
        if found.title and key(found.title) not in key(title):
            return found  # what stands on the page is surer than what stands in its metadata
        return dataclasses.replace(found, title=title, blocks=blocks)
    return found


def _open(data: bytes, address: str) -> Any:
    import pypdf
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True  # AES, which needs a package more: to the user it is locked all the same
    except Exception as error:  # a damaged file makes pypdf raise anything
        raise _damaged(address) from error
    if locked:
        raise UnreadableError(f"{address} is encrypted", "save a copy of it without a password")
    return reader


def _pages(reader: Any, address: str) -> list[str]:
    texts: list[str] = []
    try:
        check_size(len(reader.pages), MAX_PAGES, address, "pages")
        for page in reader.pages:
            texts.append(page.extract_text() or "")
            check_size(sum(map(len, texts)), MAX_CHARACTERS, address, "characters")
    except UnreadableError:
        raise
    except Exception as error:  # as above; RecursionError on looped page trees among them
        raise _damaged(address) from error
    if not texts:
        raise _damaged(address)
    return texts


def _damaged(address: str) -> UnreadableError:
    return UnreadableError(f"{address} is a damaged PDF", "get it again, or print it to a new PDF")


def _title(reader: Any) -> str | None:
    """Give the metadata's title where it is one and not a file name."""
    try:
        title = one_line(clean(str(reader.metadata.title or ""))) if reader.metadata else ""
    except Exception:  # as above
        return None
    sensible = len(title.split()) >= 2 and len(title) <= _LONGEST_TITLE
    return title if sensible and not _NO_TITLE.search(title) else None
