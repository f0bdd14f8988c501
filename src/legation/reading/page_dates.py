"""When a page was published, from the surest sign to the least sure.

1. ``<meta>`` such as ``article:published_time``; 2. JSON-LD ``datePublished``; 3. ``<time>``;
4. a date printed in the byline or dateline; 5. the date in the address (``/2013/11/10/``);
6. htmldate's markup search, without its opportunistic search through the text: a wrong day would
shift every "yesterday" of the document, a missing one only leaves them open.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterable, Sequence

from legation.reading import dateline, printed_dates
from legation.reading.blocks import Role
from legation.reading.markup import Element, text_of
from legation.reading.page_blocks import PageBlock
from legation.reading.page_metadata import Metadata

_NAMES_LINE = (
    "article:published_time article:published og:published_time og:article:published_time "
    "datepublished date_published publishdate publish-date publish_date publication_date "
    "publication-date pubdate parsely-pub-date sailthru.date dc.date.issued dcterms.issued "
    "dcterms.created dcterms.date dc.date dc.created citation_publication_date "
    "citation_date article_date_original originalpublicationdate date issued created "
    "datecreated rnews:datepublished"
)
_NAMES = tuple(_NAMES_LINE.split())
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/\-_.]|$)")
_HEAD_BLOCKS = 12  # printed dates count only this far around the title


def published(
    page: Element, metadata: Metadata, blocks: Sequence[PageBlock], address: str
) -> dt.date | None:
    """Give the day of publication, or None where no sign is sure enough.

    Args:
        page: the parsed page.
        metadata: what its head declares.
        blocks: all its blocks.
        address: its URL or path.
    """
    declared = [metadata.meta[n] for n in _NAMES if n in metadata.meta]
    if metadata.published:
        declared.append(metadata.published)
    return (
        _first_day(declared)
        or _first_day(_times(page))
        or _printed(blocks)
        or _in_address(address)
        or _htmldate(page)
    )


def _first_day(texts: Iterable[str]) -> dt.date | None:
    return next((day for text in texts if (day := _day(text))), None)


def _day(text: str) -> dt.date | None:
    """Read a machine's date: the day as it was there, whatever the time zone."""
    compact = re.match(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T|$|\s)", text)
    if compact:
        text = "-".join(compact.groups())
    found = printed_dates.find(re.sub(r"(?<=\d)T(?=\d)", " ", text))
    return found.day if found else None


def _times(page: Element) -> Iterable[str]:
    """Give the machine-readable ``<time>`` elements that stand for publication, surest first."""
    times = [t for t in page.iter("time") if _changed(t) is False]
    marked = [
        t for t in times if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    ]
    heads = [
        t for t in times if t.getparent() is not None and t.getparent().tag not in ("p", "li", "td")
    ]
    first = marked or heads[:1]
    return [t.get("datetime") or text_of(t) for t in first]


def _changed(time: Element) -> bool:
    return "updated" in (time.get("class") or "") or time.get("itemprop") == "dateModified"


def _printed(blocks: Sequence[PageBlock]) -> dt.date | None:
    start = next((i for i, b in enumerate(blocks) if b.tag == "h1"), 0)
    labelled = [b for b in blocks if b.kinds & {"byline", "date"}]
    near = [
        b
        for b in blocks[max(0, start - 3) : start + _HEAD_BLOCKS]
        if b.block.role is Role.PARAGRAPH
    ]
    for b in [*labelled, *near]:
        if not dateline.is_update(b.block.text) and (day := dateline.date_line(b.block.text)):
            return day
    openings = (dateline.opening(b.block.text) for b in near)
    return next((o.date for o in openings if o and o.date), None)


def _in_address(address: str) -> dt.date | None:
    found = _IN_ADDRESS.search(address)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _htmldate(page: Element) -> dt.date | None:
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(page, extensive_search=False, original_date=True)
        return dt.date.fromisoformat(found) if found else None
    except Exception:  # it and lxml raise what they like on a hostile page
        return None
