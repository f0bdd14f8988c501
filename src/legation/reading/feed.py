"""RSS and Atom feeds to entries, each with its own content, date and link."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin

from legation.errors import UnreadableError
from legation.reading import html, plain, printed_dates
from legation.reading.blocks import Draft
from legation.reading.characters import clean, one_line
from legation.reading.markup import Element, markup_of, parse_xml, text_of

MAX_ENTRIES = 1_000
"""Entries of one feed that are read; feeds list tens, archives hundreds."""

_ENTRIES = ("item", "entry")
_CONTENT = ("encoded", "content", "description", "summary")  # fullest first
_DATES = ("pubDate", "published", "issued", "date", "created", "updated")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Args:
        address: its link, or the feed's address and its place in it.
        link: its link, where it has one.
        raw: its content as it stands in the feed, for the digest.
        draft: what its own content gives; an entry may only have a teaser.
    """

    address: str
    link: str | None
    raw: str
    draft: Draft


def entries(text: str, address: str) -> Iterator[Entry]:
    """Read the entries of a feed, in its order.

    Args:
        text: the decoded feed, RSS 0.9 to 2.0 or Atom.
        address: its URL or path, which relative links start from.

    Raises:
        UnreadableError: it is broken, or has no entries.

    Examples:
        >>> text = "<rss><channel><title>Wire</title><item><title>Talks</title>" \\
        ...        "<description>They met in Tokyo.</description></item></channel></rss>"
        >>> [(e.draft.title, e.draft.publisher) for e in entries(text, "wire.xml")]
        [('Talks', 'Wire')]
    """
    root = parse_xml(text, address)
    items = [] if root is None else [e for e in root.iter() if _name(e) in _ENTRIES][:MAX_ENTRIES]
    if not items:
        raise UnreadableError(f"{address} is a feed without entries", "check that it is complete")
    publisher, language = _publisher(root, items[0]), _value(items[0].getparent(), "language")
    for number, item in enumerate(items, 1):
        yield _entry(item, number, address, publisher, language or None)


def _entry(
    item: Element, number: int, address: str, publisher: str | None, language: str | None
) -> Entry:
    title = _plain(_value(item, "title"))
    content = next((c for name in _CONTENT if (c := _value(item, name)).strip()), "")
    link = _link(item, address)
    own = link or f"{address}#{number}"
    if _TAG.search(content):
        blocks = tuple(html.fragment(content, own))
    else:
        blocks = plain.draft(f"{title}\n\n{clean(content)}").blocks if content else ()
    draft = Draft(blocks, title or None, None, _day(item), publisher, language)
    return Entry(own, link, f"{title}\x1f{content}", draft)


def _name(element: Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Element | None, name: str) -> str:
    """Give the text of the first child of that name, markup within it as text."""
    if element is None:
        return ""
    for child in element:
        if _name(child) == name:
            return markup_of(child) if len(child) else text_of(child)
    return ""


def _plain(text: str) -> str:
    return one_line(clean(_TAG.sub(" ", unescape(text))))


def _link(item: Element, address: str) -> str | None:
    for child in item:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            target = (child.get("href") or text_of(child)).strip()
            if target:
                return _joined(address, target)
    guid = next((text_of(c).strip() for c in item if _name(c) in ("guid", "id")), "")
    return guid if guid.startswith(("http://", "https://")) else None


def _joined(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError:  # "http://[": not an address
        return target


def _publisher(root: Element, item: Element) -> str | None:
    holders = [root, *[e for e in root if _name(e) == "channel"], item.getparent()]
    return next((t for h in holders if (t := _plain(_value(h, "title")))), None)


def _day(item: Element) -> dt.date | None:
    for name in _DATES:
        if written := _value(item, name).strip():
            try:
                return parsedate_to_datetime(written).date()
            except (ValueError, TypeError, IndexError, OverflowError):
                if found := printed_dates.find(re.sub(r"(?<=\d)T(?=\d)", " ", written)):
                    return found.day
    return None
