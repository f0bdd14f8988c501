"""Parsing HTML and XML with lxml, safely: no entities, no network, no unbounded trees."""

from __future__ import annotations

import re
from typing import Any

from legation.reading.limits import MAX_MARKUP, check_size

Element = Any
"""An lxml element; lxml ships no types."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Attributes longer than this are embedded images and state, which no reader needs.
_LONG_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"<>]{4000,}"|'[^'<>]{4000,}')""")
# A start tag as long as this is an attack on parsers, whose check for double attributes is
# quadratic; it is read without its attributes.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,40})[^<>]{20000,}>")


def parse_page(text: str, address: str) -> Element | None:
    """Parse an HTML page, however broken; None where nothing is there to parse.

    Raises:
        UnreadableError: the page is bigger than any page.
    """
    from lxml import etree, html

    check_size(len(text), MAX_MARKUP, address, "characters")
    bare = _LONG_TAG.sub(r"<\1>", _LONG_ATTRIBUTE.sub('=""', _DECLARATION.sub("", text)))
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        return html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def parse_fragment(text: str, address: str) -> Element | None:
    """Parse a piece of HTML, such as a feed entry's content."""
    return parse_page(f"<html><body>{text}</body></html>", address)


def parse_xml(text: str, address: str) -> Element | None:
    """Parse XML, mending what is broken; entities stay unexpanded, so that none can explode.

    Raises:
        UnreadableError: the document is bigger than any feed.
    """
    from lxml import etree

    check_size(len(text), MAX_MARKUP, address, "characters")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(
            _DECLARATION.sub("", text).strip().encode("utf-8", "replace"), parser
        )
    except (etree.XMLSyntaxError, ValueError):
        return None


def walk_through(element: Element) -> Any:
    """Iterate over ``("start" or "end", element)`` without recursion, as lxml's iterwalk does."""
    from lxml import etree

    return etree.iterwalk(element, events=("start", "end"))


def markup_of(element: Element) -> str:
    """Give an element as the markup that it was parsed from."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def text_of(element: Element) -> str:
    """Give all text within an element."""
    return "".join(element.itertext())
