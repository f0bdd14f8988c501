"""What belongs to the page and not to the text: buttons, notices, bylines, lists of headlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from legation import tables
from legation.reading import dateline
from legation.reading.blocks import Block, Role

# No rule is for longer lines: what runs on is prose, whatever it starts with.
_LONGEST = 340
# A headline in a list of "related articles" is shorter than this.
_HEADLINE = 160
# A text that has had this many sentences' worth of prose may be ended by "Comments (3)".
_PROSE_BEFORE_END = 2
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_SEPARATED = re.compile(r"\s*[|•·›»]\s*|\s+[/>]\s+")
_NAME = r"(?:[A-Z][\w'’.-]*|de|da|di|van|von|der|al|bin|el|la|le)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:By|BY|Von|Par|Por|Di|Text:|Author:|Written by|Words by|From)\s+"
    rf"{_NAMES}(?:(?:\s*[,&|]\s*|\s+(?:and|und|et|y|in)\s+){_NAMES}){{0,4}}"
)
_POSTED_BY = re.compile(r"(?:posted |published )?by [\w.' -]{2,40}", re.I)
_MONTH_OR_DAY = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def strip(blocks: Iterable[Block]) -> list[Block]:
    """Drop the page's own lines, the lists of headlines, and what follows the comments' head.

    Args:
        blocks: the blocks of a page in order.

    Examples:
        >>> page = [Block(Role.PARAGRAPH, t) for t in
        ...         ("They met.", "Share this", "Related articles", "Old quarrel", "They parted.")]
        >>> [b.text for b in strip(page)]
        ['They met.', 'They parted.']
    """
    kept: list[Block] = []
    listing = False
    for block in blocks:
        if _applies("end", block.text) and _prose(kept) >= _PROSE_BEFORE_END:
            break
        if _applies("cut", block.text) or _applies("end", block.text):
            listing = True
            continue
        listing = listing and _is_headline(block)
        if not listing and not is_boilerplate(block.text):
            kept.append(block)
    return kept


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is a button, notice, credit, counter, byline or navigation bar.

    Examples:
        >>> is_boilerplate("Home | World | Asia"), is_boilerplate("By Friday, talks had stalled.")
        (True, False)
    """
    return (
        not any(map(str.isalnum, line))
        or _applies("line", line)
        or is_byline(line)
        or dateline.is_labelled_date(line)
        or _is_navigation(line)
        or _is_counter(line)
    )


def is_byline(line: str) -> bool:
    """Whether a line only names who wrote the text.

    Examples:
        >>> is_byline("By Jane Doe and John Roe, Tokyo"), is_byline("By Land and by Sea.")
        (True, False)
    """
    line = line.strip()
    if len(line) > 120 or line.endswith((".", "?", "!")) or _MONTH_OR_DAY.search(line):
        return False
    return bool(_BYLINE.fullmatch(line) or _POSTED_BY.fullmatch(line))


def is_letterhead(line: str) -> bool:
    """Whether a line at the top of a text names its kind or the office that issued it.

    Examples:
        >>> is_letterhead("MINISTRY OF FOREIGN AFFAIRS")
        True
        >>> is_letterhead("Ministry of Defence denies it")
        False
    """
    return _applies("letterhead", line)


def _is_navigation(line: str) -> bool:
    """Whether a line is short labels between bars or bullets, such as ``Home | World``."""
    labels = [label for label in _SEPARATED.split(line.strip()) if label]
    separators = len(_SEPARATED.findall(line))
    if separators < 1 or not labels or _SENTENCE_END.search(line):
        return False
    short = all(len(label) <= 28 and len(label.split()) <= 4 for label in labels)
    return short and (separators >= 2 or "|" in line or "›" in line or "»" in line)


def _is_counter(line: str) -> bool:
    """Whether a line is a bare number; a year stays, as timelines use it for a heading."""
    number = line.strip().strip("()[]")
    if not re.fullmatch(r"[\d.,]+\s?[kKmM]?", number):
        return False
    return not re.fullmatch(r"1[5-9]\d\d|20\d\d", number)


def _is_headline(block: Block) -> bool:
    """Whether a block may belong to a list of headlines rather than to the text."""
    text = block.text
    if block.role is Role.HEADING or len(text) > _HEADLINE:
        return False
    return block.role is Role.ITEM or not text.endswith((".", ".”", '."', "。"))


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(b.text) >= 60 and bool(_SENTENCE_END.search(b.text)) for b in blocks)


def _applies(rule: str, line: str) -> bool:
    line = line.strip()
    if len(line) > _LONGEST:
        return False
    bare = line[1:-1] if line[:1] + line[-1:] in ("()", "[]") else line
    return any(_rules()[rule].fullmatch(form) for form in {line, bare})


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    patterns: dict[str, list[str]] = {}
    for row in tables.rows("reading", "boilerplate.csv", ("rule", "pattern", "example")):
        patterns.setdefault(row["rule"], []).append(row["pattern"])
    return {rule: re.compile("|".join(found), re.I) for rule, found in patterns.items()}
