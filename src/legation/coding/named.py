"""Relations that a text speaks of by name: "the Winter War", "the Treaty of Portsmouth"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.party import Party
from legation.coding.relations import Bond, Phase
from legation.model import RelationKind, Status
from legation.world import NamedEvent, named_events

if TYPE_CHECKING:
    from spacy.tokens import Span

_WORD = re.compile(r"[^\W_]+")
_KINDS = {
    "war": RelationKind.WAR,
    "treaty": RelationKind.TREATY,
    "alliance": RelationKind.ALLIANCE,
}


def find_named(sentence: Span, cast: Cast) -> Iterator[Bond]:
    """Find the wars and treaties that a sentence names, between states that the document names.

    The spell comes from the table of named events, not from the sentence.
    """
    for start, event in _occurrences(sentence.text):
        kind = _KINDS.get(event.kind)
        token = sentence.doc.char_span(
            sentence.start_char + start, sentence.start_char + start + 1, alignment_mode="expand"
        )
        if kind is None or token is None:
            continue
        present = cast.focus.weights
        for pair in sorted(event.pairs()):
            if present[pair.a] and present[pair.b]:
                a, b = (Party(c, None, event.name, token.start) for c in (pair.a, pair.b))
                yield Bond(
                    kind, a, b, token.root, Phase.WITHIN, True, Status.REPORTED,
                    f"named {event.name}", event.name, spell=event.period,
                )  # fmt: skip


def _occurrences(text: str) -> Iterator[tuple[int, NamedEvent]]:
    reach = 0
    for word in _WORD.finditer(text):
        if word.start() < reach:
            continue
        for name in _by_first_word().get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield word.start(), named_events()[name]
                reach = end
                break


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for name in named_events():
        if first := _WORD.match(name):
            index.setdefault(first.group(), []).append(name)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in index.items()}
