"""A sentence and the two sides in it, as the scorer's encoder reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.coding.scorer.wordpiece import WordPiece

Span = tuple[int, int]
"""Start and end of a side's phrase in the sentence, in characters."""

OPEN = {"a": "[unused1]", "b": "[unused3]"}
CLOSE = {"a": "[unused2]", "b": "[unused4]"}
LENGTH = 128
"""Pieces that the encoder reads; of a longer sentence, those about its two sides."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Word pieces of a marked sentence.

    Args:
        ids: piece ids, with the frame that the encoder expects.
        a: where the first side's mark stands.
        b: where the second side's mark stands; 0, the frame's start, where there is none.
    """

    ids: list[int]
    a: int
    b: int


def mark(pieces: WordPiece, text: str, a: Sequence[Span], b: Sequence[Span]) -> Marked:
    """Put marks about the phrases of two sides and cut the sentence into pieces.

    Args:
        pieces: the encoder's vocabulary.
        text: one sentence.
        a: where the first side is named; at least one span.
        b: where the second side is named; may be empty.
    """
    vocabulary = pieces.vocabulary
    edges = sorted(
        (at, closes, name)
        for name, spans in (("a", a), ("b", b))
        for span in spans
        for at, closes in ((span[0], 1), (span[1], 0))
    )
    ids: list[int] = []
    where: dict[str, int] = {}
    done = 0
    for at, opens, name in edges:
        ids += pieces.ids(text[done:at])
        done = at
        if opens:
            where.setdefault(name, len(ids))
        ids.append(vocabulary[(OPEN if opens else CLOSE)[name]])
    ids += pieces.ids(text[done:])
    ids, start = _window(ids, where)
    shift = 1 - start
    return Marked(
        [vocabulary["[CLS]"], *ids, vocabulary["[SEP]"]],
        where["a"] + shift,
        where["b"] + shift if "b" in where else 0,
    )


def _window(ids: list[int], where: dict[str, int]) -> tuple[list[int], int]:
    """Cut to the encoder's length, the marks inside where they can be."""
    room = LENGTH - 2
    if len(ids) <= room:
        return ids, 0
    first, last = min(where.values()), max(where.values())
    if last - first >= room:  # too far apart: the later one is read as the window's last piece
        where.update({name: min(at, first + room - 1) for name, at in where.items()})
        return ids[first : first + room], first
    start = max(0, min((first + last - room) // 2, first, len(ids) - room))
    return ids[start : start + room], start
