"""Which blocks of a page are its main text: trafilatura's judgement, completed by our own.

Trafilatura decides where the text is; it drops captions, definition lists and some tables, and on
rare layouts everything. So its result only marks blocks, and the container that holds the marked
ones is read in full, less what is linked, labelled or worded as part of the page.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from legation.reading.blocks import Role
from legation.reading.characters import key
from legation.reading.markup import Element
from legation.reading.page_blocks import PageBlock

_STOP = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
# Below these trafilatura has missed the text and our own prose test decides.
_LEAST_CHARACTERS = 200
_LEAST_SHARE = 0.3
_PROSE_CHARACTERS = 60
_SHORT_PROSE_CHARACTERS = 25
# The container of the text holds this share of it; the rest may be a stray teaser.
_CONTAINED = 0.8
# Elements that hold one block and so are no container.
_SINGLE = frozenset(("p", "li", "dd", "dt", "tr", "pre", "h2", "h3", "h4", "figcaption"))
# Trafilatura takes 0.1 ms an element; on pages beyond this, generated or endless, it is left out.
_MOST_ELEMENTS = 15_000
_PROBE = 40  # letters that identify the start or end of a block


def choose(blocks: Sequence[PageBlock], page: Element) -> list[int]:
    """Give the indices of the blocks that make up the main text, captions included.

    Args:
        blocks: the page's blocks in order.
        page: the page without its junk.
    """
    marked = _marked(blocks, _trafilatura_keys(page))
    prose = [i for i, b in enumerate(blocks) if _is_prose(b, _PROSE_CHARACTERS)]
    found, all_prose = _size(blocks, marked), _size(blocks, prose)
    if found < _LEAST_CHARACTERS or found < _LEAST_SHARE * all_prose:
        marked = prose if all_prose > found else marked
    if not marked:
        return [i for i, b in enumerate(blocks) if b.linked < 0.5 and b.tag != "h1"]
    return _completed(blocks, marked)


def _trafilatura_keys(page: Element) -> list[str]:
    """Run trafilatura; whatever goes wrong in it on a hostile page leaves our own judgement."""
    if sum(1 for _ in islice(page.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        return []
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(page, fast=True, include_comments=False)
    except Exception:  # it and lxml raise what they like
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [k for e in body.iter() if isinstance(e.tag, str) and (k := key("".join(e.itertext())))]


def _marked(blocks: Sequence[PageBlock], keys: list[str]) -> list[int]:
    whole, joined = set(keys), max(keys, key=len, default="")
    marked = []
    for i, b in enumerate(blocks):
        name = key(b.block.text)
        probes = (name,) if len(name) <= _PROBE else (name[:_PROBE], name[-_PROBE:])
        within = len(name) >= _SHORT_PROSE_CHARACTERS and any(p in joined for p in probes)
        if name and (name in whole or within) and (b.linked < 0.8 or _STOP.search(b.block.text)):
            marked.append(i)
    return marked


def _completed(blocks: Sequence[PageBlock], marked: list[int]) -> list[int]:
    """Add what stands among the marked blocks, in their container, and reads as text."""
    container = _container(blocks, marked)
    inside = [i for i in marked if container is None or container in blocks[i].ancestors]
    first, last = inside[0], inside[-1]
    title = max((i for i in range(first) if blocks[i].tag == "h1"), default=-1)
    chosen, known = set(inside), set(marked)
    for i, b in enumerate(blocks):
        contained = container is None or container in b.ancestors
        if first < i < last:
            belongs = i in known or (contained and _reads_as_text(b))
        else:
            near = title < i < first or (contained and i > title)
            beside = i > last and b.ancestors == blocks[last].ancestors and _is_prose(b, 1)
            belongs = beside or (near and (_is_caption(b) or (contained and _is_extension(b))))
        if belongs:
            chosen.add(i)
    return sorted(chosen)


def _container(blocks: Sequence[PageBlock], marked: list[int]) -> int | None:
    """Find the innermost element that holds most of the marked text."""
    weights: Counter[int] = Counter()
    depths: dict[int, int] = {}
    counts: Counter[int] = Counter()
    for i in marked:
        b = blocks[i]
        around = b.ancestors[:-1] if b.tag in _SINGLE else b.ancestors
        for depth, ancestor in enumerate(around):
            weights[ancestor] += len(b.block.text)
            counts[ancestor] += 1
            depths[ancestor] = depth
    least, fewest = _CONTAINED * _size(blocks, marked), min(2, len(marked))
    holders = [a for a, weight in weights.items() if weight >= least and counts[a] >= fewest]
    return max(holders, key=lambda a: depths[a], default=None)


def _reads_as_text(b: PageBlock) -> bool:
    if b.block.role is Role.PARAGRAPH:
        return _is_prose(b, _SHORT_PROSE_CHARACTERS)
    return b.linked < 0.5


def _is_extension(b: PageBlock) -> bool:
    """Whether a block before or after the marked text still belongs to it."""
    if b.block.role is Role.HEADING:
        return b.linked < 0.2 and b.tag not in ("h1", "legend")
    if b.block.role is Role.ITEM:
        return b.linked < 0.4 and len(b.block.text) >= _SHORT_PROSE_CHARACTERS
    return _is_prose(b, _SHORT_PROSE_CHARACTERS)


def _is_caption(b: PageBlock) -> bool:
    return b.block.role is Role.CAPTION and b.linked < 0.8


def _is_prose(b: PageBlock, least: int) -> bool:
    text = b.block.text
    return len(text) >= least and b.linked < 0.5 and _STOP.search(text) is not None


def _size(blocks: Sequence[PageBlock], indices: Sequence[int]) -> int:
    return sum(len(blocks[i].block.text) for i in indices)
