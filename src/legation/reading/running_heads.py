"""Running heads, running feet and page numbers, which are cut out of the text they interrupt."""

from __future__ import annotations

import re
from collections import Counter

_EDGE = 2  # lines at the top and the bottom of a page where they stand
_FEWEST_PAGES = 3
# A running head may alternate between left and right pages, so half of the pages minus the first.
_SHARE = 0.4
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|стр\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d{1,4})?\W*",
    re.I,
)
_DIGITS = re.compile(r"\d+")


def without_running_heads(pages: list[str]) -> list[str]:
    r"""Drop the lines that repeat at the edges of pages, and page numbers.

    Args:
        pages: the text of each page, with ``\n`` line ends.

    Examples:
        >>> words = ("They met.", "They spoke.", "They parted.")
        >>> without_running_heads([f"Treaty Series {n}\n{w}\n- {n} -" for n, w in enumerate(words)])
        ['They met.', 'They spoke.', 'They parted.']
    """
    lines = [[line.rstrip() for line in page.split("\n") if line.strip()] for page in pages]
    repeated = _repeated(lines)
    return ["\n".join(_body(page, repeated)) for page in lines]


def _repeated(pages: list[list[str]]) -> set[str]:
    if len(pages) < _FEWEST_PAGES:
        return set()
    counts = Counter(
        shape for page in pages for shape in {_shape(line) for line in page[:_EDGE] + page[-_EDGE:]}
    )
    least = max(_FEWEST_PAGES - 1, _SHARE * len(pages))
    return {shape for shape, count in counts.items() if count >= least and len(shape) < 120}


def _body(page: list[str], repeated: set[str]) -> list[str]:
    first, last = 0, len(page)
    while first < min(_EDGE, last) and _is_edge(page[first], repeated):
        first += 1
    while last > max(first, len(page) - _EDGE) and _is_edge(page[last - 1], repeated):
        last -= 1
    return page[first:last]


def _is_edge(line: str, repeated: set[str]) -> bool:
    return _shape(line) in repeated or _NUMBER.fullmatch(line.strip()) is not None


def _shape(line: str) -> str:
    """Give a line with its numbers masked, so that "Page 3" and "Page 4" are the same."""
    return _DIGITS.sub("#", line.strip().casefold())
