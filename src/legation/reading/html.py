"""A web page to a draft: its main text in order, with title, standfirst, captions and date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.reading import boilerplate, credits, dateline, main_text, page_dates
from legation.reading.blocks import Block, Draft, Role
from legation.reading.characters import clean, key
from legation.reading.markup import parse_fragment, parse_page
from legation.reading.page_blocks import PageBlock, cut_up
from legation.reading.page_metadata import Metadata, read_metadata

_LONGEST_SUBTITLE = 400
_MOST_QUOTES = 40  # a page has a few pull quotes; with more, its quotations are its text
# A page with this many labelled dates in its text is a timeline, not an article with a date.
_TIMELINE = 3


def draft(text: str, address: str) -> Draft:
    """Read a decoded HTML page.

    Args:
        text: the markup, complete or cut off anywhere.
        address: its URL or path, which may hold its date.

    Raises:
        UnreadableError: it is bigger than any page.

    Examples:
        >>> page = "<title>Talks | Gazette</title><h1>Talks</h1><p>They met.<p>Share this"
        >>> d = draft(page, "a.html")
        >>> d.title, [b.text for b in d.blocks]
        ('Talks', ['They met.'])
    """
    page = parse_page(clean(text), address)
    if page is None:
        return Draft(())
    metadata = read_metadata(page)
    blocks = cut_up(page)
    published = page_dates.published(page, metadata, blocks, address)
    chosen = main_text.choose(blocks, page)
    subtitle = _subtitle(blocks, chosen, metadata)
    body = _body([blocks[i] for i in chosen], metadata.title, subtitle)
    return Draft(
        tuple(body), metadata.title, subtitle, published, metadata.publisher, metadata.language
    )


def fragment(text: str, address: str) -> list[Block]:
    """Read a piece of HTML that is all content, such as a feed entry's."""
    page = parse_fragment(clean(text), address)
    return _body(cut_up(page), None, None) if page is not None else []


def _body(blocks: Sequence[PageBlock], title: str | None, subtitle: str | None) -> list[Block]:
    heads = {key(head) for head in (title, subtitle) if head}
    dated = sum("date" in b.kinds for b in blocks) >= _TIMELINE
    kept = [
        b.block
        for b in blocks
        if "byline" not in b.kinds
        and ("date" not in b.kinds or dated or b.block.role is Role.ITEM)
        and key(b.block.text) not in heads
    ]
    body = list(_opened(boilerplate.strip(_quoted_once(map(_captioned, _undated(kept))))))
    while body and body[-1].role is Role.HEADING:  # what it headed was boilerplate
        body.pop()
    return body


def _undated(blocks: Sequence[Block]) -> Iterable[Block]:
    """Drop the lines that date the page, which come before its first sentence."""
    start = next((i for i, b in enumerate(blocks) if b.text.endswith((".", "”", '"'))), 0)
    for i, block in enumerate(blocks):
        if i >= start or block.role is Role.ITEM or dateline.date_line(block.text) is None:
            yield block


def _captioned(block: Block) -> Block:
    if block.role is Role.CAPTION or (
        block.role is Role.PARAGRAPH and credits.is_captioned(block.text)
    ):
        return Block(Role.CAPTION, credits.strip_credit(block.text))
    return block


def _quoted_once(blocks: Iterable[Block]) -> list[Block]:
    """Drop the pull quotes, which repeat a stretch of a paragraph."""
    blocks = [b for b in blocks if b.text]
    if sum(b.role is Role.QUOTE for b in blocks) > _MOST_QUOTES:
        return blocks
    paragraphs = [key(b.text) for b in blocks if b.role is Role.PARAGRAPH]
    return [
        b
        for b in blocks
        if b.role is not Role.QUOTE or not any(key(b.text) in p for p in paragraphs)
    ]


def _opened(blocks: Iterable[Block]) -> Iterable[Block]:
    """Split the dateline off the first paragraph."""
    waiting = True
    for block in blocks:
        if waiting and block.role is Role.PARAGRAPH:
            waiting = False
            if found := dateline.opening(block.text):
                yield Block(Role.DATELINE, found.dateline)
                block = Block(Role.PARAGRAPH, found.rest)
        yield block


def _subtitle(blocks: Sequence[PageBlock], chosen: Sequence[int], metadata: Metadata) -> str | None:
    """Find the standfirst: labelled as one, or the heading that directly follows the title."""
    first = next((i for i in chosen if blocks[i].block.role is Role.PARAGRAPH), len(blocks))
    for b in blocks[: first + 1]:
        if "subtitle" in b.kinds and _fits(b, metadata.title):
            return b.block.text
    titled = next((i for i, b in enumerate(blocks) if _is_title(b, metadata.title)), None)
    if titled is not None and titled + 1 < len(blocks):
        after = blocks[titled + 1]
        described = key(
            metadata.meta.get("og:description") or metadata.meta.get("description") or ""
        )
        if after.tag in ("h2", "h3") and _fits(after, metadata.title):
            return after.block.text
        if key(after.block.text) == described and titled + 1 < first and _fits(after, None):
            return after.block.text
    return None


def _fits(b: PageBlock, title: str | None) -> bool:
    text = b.block.text
    words = len(text.split())
    return words >= 4 and len(text) <= _LONGEST_SUBTITLE and key(text) != key(title or "")


def _is_title(b: PageBlock, title: str | None) -> bool:
    return title is not None and key(b.block.text) == key(title)
