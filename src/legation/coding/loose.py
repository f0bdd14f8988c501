"""The last resort: a sentence that names two states and one thing between them.

Where no rule of grammar finds who does what to whom (a long sentence, a parse gone wrong), the
order of the words still tells: the one before the verb acts, the one after it is acted upon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate
from legation.coding.grammar import verb_frame
from legation.coding.lexicon import frames, verb_classes, verbs, words
from legation.coding.party import Party
from legation.coding.predicates import noun_readings, whole_lemma
from legation.model import Status
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def find_loose(sentence: Span, cast: Cast) -> Iterator[Candidate]:
    """Find at most one candidate in a sentence that names exactly two states.

    Args:
        sentence: a sentence in which the rules found nothing.
        cast: who is who; already told to enter the sentence.
    """
    named = _named(sentence, cast)
    if len(named) != 2 or len(sentence) > _LONGEST:
        return
    first, second = named
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_ in words("attribution"):
            continue
        made = _made(verb)
        if made is None:
            continue
        type_, mode, mutual, what = made
        passive = verb_frame(verb).passive
        reach = {t.i for t in verb.subtree}
        if first.token < verb.i < second.token and second.token in reach:
            actor, recipient = (second, first) if passive else (first, second)
        elif mutual:
            actor, recipient = first, second
        else:
            continue
        yield Candidate(
            type_, mode, verb, [actor], [recipient], mutual, Status.REPORTED, f"loose {what}",
            flags=frozenset({"loose"}),
        )  # fmt: skip
        return


_PARTICULAR = {"reverse", "goods", "body", "holder", "clause", "crowd", "force", "troops", "person"}
"""Flags of readings that need more than word order."""
_LONGEST = 40
"""Words in a sentence up to which word order is trusted."""


def _named(sentence: Span, cast: Cast) -> list[Party]:
    found: dict[str, Party] = {}
    for mention in cast.mentions.between(sentence.start, sentence.end):
        if mention.code in states():
            text = sentence.doc[mention.start : mention.end].text
            found.setdefault(mention.code, Party(mention.code, mention.role, text, mention.start))
    return list(found.values())


def _made(verb: Token) -> tuple[str, str | None, bool, str] | None:
    """Say what a verb makes, with a noun of its clause or by itself."""
    keys = whole_lemma(verb)
    classes = {c for key in keys for c in verb_classes().get(key, ())}
    for noun in verb.subtree:
        if noun.pos_ != "NOUN" or noun.i == verb.i:
            continue
        for reading in noun_readings(noun):
            for verb_class in sorted(classes):
                found = frames().get((verb_class, reading.name))
                if found and not found.flags & {"territory", "reverse"}:
                    mutual = "mutual" in reading.flags and found.type in words("two_way")
                    return found.type, found.mode, mutual, f"{verb.lemma_}+{noun.lemma_}"
    for key in keys:
        for plain in verbs().get(key, ()):
            moves = not {"obj", "with", "against"} & set(plain.recipient)
            if not moves and not plain.flags & _PARTICULAR:
                return plain.type, plain.mode, "mutual" in plain.flags, key
    return None
