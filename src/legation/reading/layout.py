"""A draft to a Document: duplicates dropped, the cut set apart, sections laid out by offsets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from legation.errors import UnreadableError
from legation.model import Document, Section, SectionKind, Source, digest
from legation.reading import language, truncation
from legation.reading.blocks import Block, Draft, Role
from legation.reading.characters import clean, key, one_line
from legation.reading.limits import MAX_CHARACTERS, check_size

_GAP = "\n\n"
# Shorter repetitions are refrains, table cells and signatures; longer ones are a page's mistake.
_SHORTEST_DUPLICATE = 30


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft came from.

    Args:
        address: path, URL, or ``"-"``.
        kind: ``text``, ``html``, ``pdf`` or ``feed``.
        sha256: digest of the raw bytes.
        published: the day that the user gave, which wins over the document's own.
        publisher: known from outside, such as a feed's title.
    """

    address: str
    kind: str
    sha256: str
    published: dt.date | None = None
    publisher: str | None = None


def lay_out(draft: Draft, origin: Origin) -> Document:
    """Build the document whose sections slice its text exactly.

    Raises:
        UnreadableError: no text is left, or too much.
    """
    title, subtitle = _line(draft.title), _line(draft.subtitle)
    blocks = _distinct(draft.blocks, [t for t in (title, subtitle) if t])
    parts = [(SectionKind.TITLE, title), (SectionKind.SUBTITLE, subtitle), *_body(blocks)]
    text, sections = _join((kind, part) for kind, part in parts if part)
    if not text:
        raise UnreadableError(
            f"{origin.address} has no text to read", "check that it is an article"
        )
    check_size(len(text), MAX_CHARACTERS, origin.address, "characters")
    published = origin.published or draft.published
    return Document(
        document_id=digest(text),
        source=_source(origin, title, draft.publisher or origin.publisher, published),
        text=text,
        sections=sections,
        title=title,
        published=published,
        language=language.detect(text, draft.language),
        truncated=any(s.kind is SectionKind.FRAGMENT for s in sections),
    )


def _line(text: str | None) -> str | None:
    return one_line(clean(text)) or None if text else None


def _distinct(blocks: Iterable[Block], heads: list[str]) -> list[Block]:
    """Clean each block and drop what repeats the title, the standfirst or an earlier block."""
    seen = {key(head) for head in heads}
    kept = []
    for block in blocks:
        text = one_line(clean(block.text))
        name = key(text)
        if text and not (name in seen and name):
            kept.append(Block(block.role, text))
        if len(text) >= _SHORTEST_DUPLICATE:
            seen.add(name)
    return kept


def _body(blocks: list[Block]) -> Iterable[tuple[SectionKind, str]]:
    cut = truncation.find_cut(blocks)
    last = max((i for i, b in enumerate(blocks) if b.role is not Role.CAPTION), default=-1)
    for i, block in enumerate(blocks):
        kind = SectionKind.CAPTION if block.role is Role.CAPTION else SectionKind.PARAGRAPH
        if cut and i == last:
            yield kind, cut.complete
            yield SectionKind.FRAGMENT, cut.fragment
        else:
            yield kind, block.text


def _join(parts: Iterable[tuple[SectionKind, str]]) -> tuple[str, tuple[Section, ...]]:
    texts: list[str] = []
    sections: list[Section] = []
    at = 0
    for kind, part in parts:
        at += len(_GAP) if texts else 0
        texts.append(part)
        sections.append(Section(kind, at, at + len(part)))
        at += len(part)
    return _GAP.join(texts), tuple(sections)


def _source(
    origin: Origin, title: str | None, publisher: str | None, published: dt.date | None
) -> Source:
    return Source(
        source_id=digest(origin.address, origin.sha256),
        kind=origin.kind,
        address=origin.address,
        title=title,
        publisher=_line(publisher),
        published=published,
        retrieved=dt.datetime.now(dt.UTC),
        sha256=origin.sha256,
    )
