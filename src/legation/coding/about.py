"""Who a document is about, and who speaks in it, counted before its sentences are coded."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from legation.coding.focus import Focus
from legation.coding.mentions import Mentions
from legation.coding.parse import Parsed
from legation.model import SectionKind
from legation.world import states


def about(parsed: list[Parsed], mentions: list[Mentions]) -> Focus:
    """Count who the document is about; what a title names counts thrice."""
    focus = Focus()
    for section, found in zip(parsed, mentions, strict=True):
        weight = 3 if section.section.kind is SectionKind.TITLE else 1
        for mention in found.all:
            focus.weights[mention.code] += weight
        for sentence in section.doc.sents:
            named = {m.code for m in found.between(sentence.start, sentence.end)}
            for pair in combinations(sorted(named & states().keys()), 2):
                focus.together[pair] += weight
    focus.we = _speaker(parsed, mentions, focus)
    return focus


def _speaker(parsed: list[Parsed], mentions: list[Mentions], focus: Focus) -> str | None:
    """Say who "we" are where a text says it often.

    A state that the title names comes first; then one that the text names much, but not beside
    "we": who speaks of "us" names the others.
    """
    spoken = sum(t.lower_ in _WE for p in parsed for t in p.doc)
    if spoken < _SPEAKING:
        return None
    heads = (SectionKind.TITLE, SectionKind.SUBTITLE)
    titled = [
        m.code
        for p, found in zip(parsed, mentions, strict=True)
        if p.section.kind in heads
        for m in found.all
    ]
    company: Counter[str] = Counter()
    for p, found in zip(parsed, mentions, strict=True):
        for sentence in p.doc.sents:
            if any(t.lower_ in _WE for t in sentence):
                named = {m.code for m in found.between(sentence.start, sentence.end)}
                company.update(named)
    scores = {c: n - 2 * company[c] for c, n in focus.weights.most_common(4) if c in states()}
    likely = max(scores, key=lambda c: (c in titled, scores[c]), default=None)
    return likely


_WE = {"we", "our", "us"}
_SPEAKING = 3
"""First person plurals that make a text somebody's; fewer may be quotations."""
