"""Sentences with their actor in ``<s>…</s>`` and their recipient in ``<t>…</t>``."""

from __future__ import annotations

import hashlib
import re

_MARK = re.compile(r"</?[st]>")


def unmark(marked: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """Take ``<s>`` and ``<t>`` out of a sentence and say where they stood."""
    text, done = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    for m in _MARK.finditer(marked):
        text += marked[done : m.start()]
        done = m.end()
        name = m.group().strip("</>")
        if m.group().startswith("</"):
            if name in opened:
                spans[name].append(_trim(text, opened.pop(name), len(text)))
        else:
            opened[name] = len(text)
    return text + marked[done:], spans["s"], spans["t"]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


HELD_OUT = 0.06
"""Share of the corpus's sentences that nothing learns from."""


def held_out(text: str) -> bool:
    """Whether a sentence of the corpus is held out: by a digest, all its pairs together."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) / 2**32 < HELD_OUT
