"""A parsed page to its blocks in reading order, each with what helps to tell text from page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from legation.reading import page_classes, unwrapping
from legation.reading.blocks import Block, Role
from legation.reading.characters import clean, one_line
from legation.reading.limits import MAX_ELEMENTS
from legation.reading.markup import Element, text_of, walk_through

_SKIPPED_LINE = (
    "script style noscript template svg math iframe object embed canvas audio video map "
    "head button select textarea option datalist nav aside footer dialog"
)
_SKIPPED = frozenset(_SKIPPED_LINE.split())
_BLOCKS_LINE = (
    "address article blockquote body center dd details div dl dt fieldset figcaption "
    "figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody "
    "td tfoot th thead tr ul caption legend"
)
_BLOCKS = frozenset(_BLOCKS_LINE.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEVER_JUNK = frozenset(("html", "body", "main", "article", "p", "h1"))
_ITEMS = frozenset(("li", "dd", "dt"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_REFERENCE = re.compile(r"\[(?:\d{1,3}|[a-z]|edit|citation needed|note \d+)\]")
_PARAGRAPH_BREAK = re.compile(r"\x01\s*(?:\x01\s*)+")
_STOP = re.compile(r"[.!?…:。][\"'”’»)\]]*$")
_STARTS_ITEM = re.compile(r"(?:[-•*–]\s|(?:1[5-9]|20)\d\d\b|\d{1,2}[.)]\s)")
_BREAK = "\x01"
_WRAPPED = 60  # characters; whoever breaks lines by hand before this means something by it
# A class says "social" on a whole page's wrapper too; what holds this share of it is no junk.
_TOO_MUCH = 0.5


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block of a page.

    Args:
        block: its role and text.
        tag: the element that it stands in.
        linked: share of its characters that are links, 0 to 1.
        ancestors: numbers of the block elements around it, outermost first.
        kinds: what the classes around it say: ``byline``, ``date``, ``subtitle``.
    """

    block: Block
    tag: str
    linked: float
    ancestors: tuple[int, ...]
    kinds: frozenset[str] = frozenset()


def cut_up(page: Element) -> list[PageBlock]:
    """Cut a parsed page into blocks and take the junk out of the page.

    Args:
        page: the root element; scripts, navigation, share bars and comments are removed from it.
    """
    body = page.find("body")
    walker = _Walker(len(text_of(page)))
    walk = walk_through(body if body is not None else page)
    for count, (event, element) in enumerate(walk):
        if count > 2 * MAX_ELEMENTS:
            break
        if event == "end":
            walker.end(element)
        elif walker.start(element):
            walk.skip_subtree()
    walker.flush()
    for element in walker.junk:
        if element.getparent() is not None:
            element.drop_tree()
    return walker.blocks


class _Open(NamedTuple):
    """A block element that is being read; numbered, as lxml's elements have no lasting identity."""

    element: Element
    kinds: frozenset[str]
    number: int


@dataclass(slots=True)
class _Walker:
    """Collects inline text until a block element starts or ends."""

    page_size: int
    blocks: list[PageBlock] = field(default_factory=list)
    junk: list[Element] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _linked: int = 0
    _links: int = 0
    _open: list[_Open] = field(default_factory=list)
    _opened: int = 0
    _term: str = ""
    _row: Element | None = None
    _skipped: Element | None = None

    def start(self, element: Element) -> bool:
        """Enter an element; true where it and all in it is to be skipped."""
        if self._is_junk(element):
            self.junk.append(element)
            self._skipped = element
            return True
        tag = element.tag
        if tag in _BLOCKS and self._row is None:
            self.flush()
            kinds = self._open[-1].kinds if self._open else frozenset()
            self._opened += 1
            self._open.append(_Open(element, kinds | self._kinds(element), self._opened))
            self._row = element if tag == "tr" and _is_data_row(element) else None
        elif tag == "br":
            self._text.append(_BREAK)
        elif tag in ("td", "th") and self._text:
            self._text.append("\x02")
        self._links += tag == "a"
        self._add(element.text)
        return False

    def end(self, element: Element) -> None:
        """Leave an element; the text behind it belongs to the one around it."""
        if element is self._skipped:
            self._skipped = None
        else:
            self._links -= element.tag == "a"
            if self._open and self._open[-1].element is element:
                self.flush()
                self._open.pop()
                self._row = None if element is self._row else self._row
        self._add(element.tail)

    def flush(self) -> None:
        """Turn the collected text into blocks."""
        raw, linked = "".join(self._text), self._linked
        self._text, self._linked = [], 0
        if not raw.strip(" \n\t\x01\x02") or not self._open:
            return
        element, kinds, _ = self._open[-1]
        share = min(1.0, linked / max(1, len(raw.replace(" ", ""))))
        role = self._role(kinds)
        if self._row is not None and self._row.find("td") is None:
            return  # the names of columns
        if element.tag == "dt":
            self._term = one_line(raw.replace(_BREAK, " "))
            return
        for text in self._pieces(raw, element.tag):
            ancestors = tuple(o.number for o in self._open)
            self.blocks.append(PageBlock(Block(role, text), element.tag, share, ancestors, kinds))

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            if self._links > 0:
                self._linked += len(text.replace(" ", ""))

    def _pieces(self, raw: str, tag: str) -> list[str]:
        if tag == "pre":
            return [b.text for b in unwrapping.blocks_of(clean(raw.replace(_BREAK, "\n")))]
        if self._row is not None:
            cells = [one_line(c.replace(_BREAK, " ")) for c in raw.split("\x02")]
            first, *rest = [c for c in cells if c] or [""]
            return [_term(first, "; ".join(rest))]
        texts = [_REFERENCE.sub("", t) for p in _PARAGRAPH_BREAK.split(raw) for t in _lines(p)]
        if tag == "dd" and self._term and texts:
            texts[0], self._term = _term(self._term, texts[0]), ""
        return [one_line(t) for t in texts if t.strip()]

    def _role(self, kinds: frozenset[str]) -> Role:
        tags = [o.element.tag for o in self._open]
        if "figcaption" in tags or "caption" in kinds:
            return Role.CAPTION
        if tags[-1] in _HEADINGS or tags[-1] in ("caption", "legend", "summary"):
            return Role.HEADING
        if self._row is not None or any(t in _ITEMS for t in tags):
            return Role.ITEM
        return Role.QUOTE if "blockquote" in tags else Role.PARAGRAPH

    def _kinds(self, element: Element) -> frozenset[str]:
        return page_classes.kinds(_classes(element)) - {"junk", "comments"}

    def _is_junk(self, element: Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return not isinstance(tag, str) or not self._holds_title(element)
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
            return not self._is_most(element)
        kinds = page_classes.kinds(_classes(element)) if tag not in _NEVER_JUNK else frozenset()
        if "comments" in kinds:
            return not self._holds_title(element)
        return "junk" in kinds and not self._holds_title(element) and not self._is_most(element)

    def _holds_title(self, element: Element) -> bool:
        return element.tag not in ("script", "style", "head") and element.find(".//h1") is not None

    def _is_most(self, element: Element) -> bool:
        return sum(map(len, element.itertext())) > _TOO_MUCH * self.page_size


def _classes(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _is_data_row(row: Element) -> bool:
    """Whether a table row holds data in its cells, and is not there to lay out the page."""
    cells = [c for c in row if c.tag in ("td", "th")]
    if len(cells) < 2 or row.find(".//table") is not None or row.find(".//p") is not None:
        return False
    if row.find(".//div") is not None or row.find(".//ul") is not None:
        return False
    return all(sum(map(len, cell.itertext())) < 600 for cell in cells)


def _term(term: str, text: str) -> str:
    """Put a term or a row's first cell before what is said of it."""
    return f"{term.rstrip(' :–—-')}: {text}" if text else term


def _lines(paragraph: str) -> list[str]:
    """Split at single line breaks that separate sentences or entries, join at the others."""
    lines: list[list[str]] = []
    for line in (one_line(part) for part in paragraph.split(_BREAK)):
        if line and lines and _goes_on(lines[-1][-1], line):
            lines[-1].append(line)
        elif line:
            lines.append([line])
    return [" ".join(parts) for parts in lines]


def _goes_on(line: str, after: str) -> bool:
    """Whether a line break is only a wrapped line's, not between a headline and a byline."""
    if _STOP.search(line) or _STARTS_ITEM.match(after):
        return False
    return after[0].islower() or len(line) >= _WRAPPED
