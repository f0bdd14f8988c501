"""Texts that stop in mid-sentence: a paywall, a teaser, a cut file. The fragment is set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from legation import tables
from legation.reading.blocks import Block, Role

_CLOSERS = "\"'”’»)]}›"
_STOPS = ".!?。！？؟।۔︒"
_TERMINAL = re.compile(rf"[{re.escape(_STOPS)}:;*†—–-][{re.escape(_CLOSERS)}\s\d]*$")
_CLOSED_QUOTE = re.compile(r"[\"”’»)\]]$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.+|\[\s*(?:…|\.\.\.+)\s*\]|\(\s*(?:…|\.\.\.+)\s*\))\s*[»>→]?$")
_INVITATION = re.compile(
    r"\s*[\[(]?\s*(?:continue reading|read (?:more|on|the rest)|keep reading)\b.{0,80}$", re.I
)
_LOCATOR = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$")
_BOUNDARY = re.compile(
    rf"(?<=[{re.escape(_STOPS)}…])[{re.escape(_CLOSERS)}]*"
    r"(?:\s+(?=[\"“‘«(\[]?[^\W_a-zà-þа-я]|[\[(]?(?:…|\.\.\.))|(?<=[。！？])(?=\S))"
)
_LAST_WORD = re.compile(r"([\w.]+)\.[\"'”’»)\]]*$")
# Scripts that end sentences without a mark.
_UNMARKED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_TAIL = 400  # characters at a text's end that show how it ends
_FEWEST_WORDS = 5  # fewer are a signature, a heading or a place
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


class Cut(NamedTuple):
    """A paragraph that was cut off: its complete sentences, and the incomplete last one."""

    complete: str
    fragment: str


def find_cut(blocks: Sequence[Block]) -> Cut | None:
    """Tell whether the main text stops in mid-sentence, and split its last paragraph there.

    Headings, list items, captions, poems and texts that never mark a sentence's end are no cut.

    Args:
        blocks: the main text without boilerplate.

    Examples:
        >>> find_cut([Block(Role.PARAGRAPH, "They met. The two ministers then agreed on a")])
        Cut(complete='They met.', fragment='The two ministers then agreed on a')
        >>> find_cut([Block(Role.PARAGRAPH, "They met and then they parted.")]) is None
        True
    """
    main = [b for b in blocks if b.role is not Role.CAPTION]
    if not main or main[-1].role not in (Role.PARAGRAPH, Role.QUOTE):
        return None
    tail = main[-1].text[-_TAIL:]
    last = _INVITATION.sub("", tail) or tail
    elided = _ELLIPSIS.search(last) is not None
    invited = last != tail and not _TERMINAL.search(last)
    if not (elided or invited) and (_is_whole(last) or not _marks_ends(main) or _is_line(main)):
        return None
    return _split(main[-1].text)


def _is_whole(text: str) -> bool:
    """Whether a last paragraph ends as texts end."""
    if _TERMINAL.search(text) or _LOCATOR.search(text) or _UNMARKED.search(text):
        return True
    if _CLOSED_QUOTE.search(text):
        return True  # a quoted ending or "(ends)"
    words = len(text.split()) if not _CJK.search(text) else len(text) // 2
    return words < _FEWEST_WORDS or _is_capitalised(text)


def _is_line(main: Sequence[Block]) -> bool:
    """Whether the text is one sentence by itself, as a headline or a record of a data set is.

    Such a line needs no stop; it was cut off where its last word cannot be one.
    """
    text = main[0].text
    words = text.split()
    if len(main) > 1 or len(words) > _LONGEST_LINE or _BOUNDARY.search(text):
        return False
    return words[-1].casefold() not in _NEVER_LAST and words[-1][-1] not in ",;-–—"


_LONGEST_LINE = 50
_NEVER_LAST = {
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or",
    "but", "nor", "as", "that", "which", "who", "whose", "when", "while", "if", "than", "into",
    "its", "their", "his", "her", "our", "your", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "very",
    "about", "after", "before", "between", "during", "since", "until",
}  # fmt: skip


def _is_capitalised(text: str) -> bool:
    """Whether a line is set like a headline or signature: all longer words with a capital."""
    longer = [w for w in text.split() if len(w) > 3]
    return len(longer) > 1 and all(w[0].isupper() or not w[0].isalpha() for w in longer)


def _marks_ends(main: Sequence[Block]) -> bool:
    """Whether this text puts a mark at the end of its sentences at all."""
    earlier = [b.text for b in main[:-1] if b.role is Role.PARAGRAPH and len(b.text.split()) >= 3]
    if not earlier:
        return True
    return 2 * sum(bool(_TERMINAL.search(t)) for t in earlier) >= len(earlier)


def _split(text: str) -> Cut:
    """Split at the last sentence end; an ellipsis after a full stop is itself the fragment."""
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        if boundary.end() < len(text) and not _is_abbreviation(text[: boundary.start()]):
            start = boundary.end()
    return Cut(text[:start].strip(), text[start:].strip())


def _is_abbreviation(before: str) -> bool:
    found = _LAST_WORD.search(before[-40:])
    if found is None:
        return False
    word = found.group(1)
    return len(word) == 1 or word.casefold() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    table = tables.rows("reading", "abbreviations.csv", ("abbreviation", "meaning"))
    return frozenset(row["abbreviation"].casefold() for row in table)
