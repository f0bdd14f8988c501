"""A document in parts that a model can take in at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from legation.model import Document, Section, SectionKind

_BYTES_A_TOKEN = 4
"""A rule of thumb for English; other scripts have more bytes a character, and more tokens."""

_SENTENCE_END = re.compile(r"""[.!?…。！？]["'”’)\]]*\s""")


class Chunk(NamedTuple):
    """A stretch of a document's text, by character offsets, end excluded."""

    start: int
    end: int


def chunks(document: Document, budget: int) -> list[Chunk]:
    """Cut a document at its sections into parts of a size; a cut-off fragment is left out.

    A section that is too long by itself is cut between sentences, or else between words.

    Args:
        document: what to cut; a document without sections is one.
        budget: tokens that a part may have, by a rough count.

    Examples:
        >>> from legation.reading import read_text
        >>> document = read_text("Russia and Japan met.\\n\\nChina protested.")
        >>> [document.text[start:end] for start, end in chunks(document, 6)]
        ['Russia and Japan met.', 'China protested.']
        >>> len(chunks(document, 100))
        1
    """
    size = _characters(document.text, budget)
    found: list[Chunk] = []
    for piece in _pieces(document, size):
        if found and piece.end - found[-1].start <= size:
            found[-1] = Chunk(found[-1].start, piece.end)
        else:
            found.append(piece)
    return found


def _characters(text: str, budget: int) -> int:
    """Say how many characters of a text make so many tokens."""
    size = len(text.encode("utf-8", "surrogatepass"))
    return max(1, budget * _BYTES_A_TOKEN * len(text) // max(1, size))


def _pieces(document: Document, size: int) -> Iterator[Chunk]:
    whole = (Section(SectionKind.PARAGRAPH, 0, len(document.text)),)
    for section in document.sections or whole:
        if section.kind is SectionKind.FRAGMENT:
            continue
        start = section.start_char
        while section.end_char - start > size:
            cut = _cut(document.text, start, start + size)
            yield Chunk(start, cut)
            start = cut
        if document.text[start : section.end_char].strip():
            yield Chunk(start, section.end_char)


def _cut(text: str, start: int, limit: int) -> int:
    """Find the last place before a limit where a sentence, or else a word, has ended."""
    ends = [hit.end() for hit in _SENTENCE_END.finditer(text, start, limit)]
    space = text.rfind(" ", start + 1, limit) + 1
    return ends[-1] if ends else space or limit
