"""What kind of thing some bytes are, from the bytes; the suffix only breaks ties."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath

from legation import tables
from legation.errors import UnreadableError

_HEAD = 4096
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|a|span|table|td|li|ul|meta|title|article|main|section|em|strong)\b[^<>]*>",
    re.I,
)
_PAGE_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"}
# Tabs, line ends, form feeds and escapes occur in text; other controls make up binaries.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_CONTROL_SHARE = 0.07  # a text with stray zeros stays far below; random bytes give a tenth
_JSON = re.compile(r"\s*[\[{]\s*[\[{\"][^\n]{0,200}")
_NUL_SHARE = 0.05


def check_bytes(data: bytes, address: str) -> None:
    """Refuse what is empty, or is a known kind of file that holds no plain text.

    Raises:
        UnreadableError: with what the file is and what to do instead.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        raise UnreadableError(f"{address} is empty", "give a file or page that has text")
    for start, name, remedy in _magic():
        if data.startswith(start):
            raise UnreadableError(f"{address} is {name}, not text", remedy)


def check_text(text: str, address: str) -> None:
    """Refuse decoded text that is mostly control characters, or is data.

    Raises:
        UnreadableError: it was a binary file or JSON.
    """
    head = text[:100_000]
    controls = len(_CONTROL.findall(head))
    if controls > len(head) * _CONTROL_SHARE or head.count("\0") > len(head) * _NUL_SHARE:
        raise UnreadableError(f"{address} is a binary file, not text", "save it as text or PDF")
    if _JSON.match(head) and text.rstrip()[-1:] in ("]", "}"):
        raise UnreadableError(f"{address} is JSON data, not text", "give the text that it is about")


def is_pdf(data: bytes) -> bool:
    """Whether a PDF begins within the first kilobyte, as the format allows."""
    return b"%PDF-" in data[:1024]


def kind_of(text: str, address: str = "", content_type: str | None = None) -> str:
    """Tell a feed or a web page from plain text.

    Args:
        text: the decoded text.
        address: its path or URL, whose suffix breaks ties.
        content_type: the media type that a server gave, which breaks ties.

    Returns:
        ``feed``, ``html`` or ``text``.

    Examples:
        >>> [kind_of(t) for t in ("<!DOCTYPE html><p>Hello", "Five <p> tags", "<rss version='2'>")]
        ['html', 'text', 'feed']
    """
    head = text[:_HEAD].lstrip()
    if head.startswith("<") and _FEED.search(head) and not _PAGE.search(head):
        return "feed"
    if _PAGE.search(head[:2000]) and (head.startswith("<") or len(_TAG.findall(head)) > 2):
        return "html"
    tags = len(_TAG.findall(head))
    hinted = "html" in (content_type or "") or _suffix(address) in _PAGE_SUFFIXES
    starts = _TAG.match(head) is not None or head.startswith("<!--")
    if tags >= 5 or (tags and (hinted or starts)):
        return "html"
    return "text"


def _suffix(address: str) -> str:
    return PurePosixPath(address.split("?")[0]).suffix.lower()


@cache
def _magic() -> tuple[tuple[bytes, str, str], ...]:
    table = tables.rows("reading", "magic.csv", ("start", "name", "remedy"))
    return tuple((bytes.fromhex(r["start"]), r["name"], r["remedy"]) for r in table)
