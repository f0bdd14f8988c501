"""Where in a document words stand that a model says are there."""

from __future__ import annotations

import re

from legation.coding.llm.chunks import Chunk


def find(quote: str, text: str, within: Chunk) -> Chunk | None:
    """Find words in a text to the letter, but for white space; the offsets are the text's own.

    Args:
        quote: the words.
        text: where they are to be.
        within: the stretch that is looked through.

    Examples:
        >>> find("They met.", "On Monday.\\nThey\\n met. They met.", Chunk(0, 31))
        Chunk(start=11, end=21)
        >>> find("They  parted.", "They met.", Chunk(0, 9)) is None
        True
    """
    words = quote.split()
    if not words or sum(map(len, words)) > within.end - within.start:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    hit = pattern.search(text, within.start, within.end)
    return Chunk(*hit.span()) if hit else None
