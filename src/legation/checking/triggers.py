"""The words that tell of something that the record knows of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation import tables
from legation.checking.things import Matter
from legation.coding.grammar import verb_frame

if TYPE_CHECKING:
    from spacy.tokens import Token

_THESE = {"they", "them", "these", "those", "it"}
_NO_WAR = {"cold", "civil", "trade", "tariff", "price", "culture", "currency", "guerrilla"}
"""Words that make of "war" something else than a war of two states."""
_SHORT_OF = {"near", "brink", "verge", "close", "short", "threat", "edge", "nearly", "almost"}
"""Words before "war" that make it a crisis."""
_MEMORY = 60
"""Words back in which what "them" stands for is looked for."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word can be about.

    Args:
        matter: what kind of thing.
        form: what form of it, where the word says so.
        sides: who is who: ``mutual``, ``active`` (subject to object), ``gains``, ``loses``,
            ``joins`` or ``admits``.
        objects: lemmas of which one must be the verb's object; empty for any.
    """

    matter: Matter
    form: str
    sides: str
    objects: frozenset[str]


@cache
def triggers() -> dict[tuple[str, str], Trigger]:
    """Give what each word can be about, by lemma and part of speech.

    Examples:
        >>> triggers()["annex", "VERB"].matter.value
        'land'
    """
    columns = ("lemma", "pos", "matter", "form", "sides", "object")
    return {
        (row["lemma"], row["pos"]): Trigger(
            Matter(row["matter"]), row["form"], row["sides"],
            frozenset(row["object"].split("|")) if row["object"] else frozenset(),
        )
        for row in tables.rows("checking", "triggers.csv", columns)
    }  # fmt: skip


def trigger_of(token: Token) -> Trigger | None:
    """Give what a word can be about, its object considered; None where it is nothing here."""
    if _two_plus_two(token):
        return Trigger(Matter.MEETING, "two_plus_two", "mutual", frozenset())
    pos = "NOUN" if token.pos_ == "PROPN" else "VERB" if token.pos_ == "AUX" else token.pos_
    trigger = triggers().get((token.lemma_.lower(), pos))
    if trigger is not None and trigger.matter is Matter.WAR and pos == "NOUN":
        if token.i and token.nbor(-1).lower_ in _NO_WAR:
            return None
        words = {t.lower_ for t in token.doc[max(0, token.i - 4) : token.i]}
        if words & _SHORT_OF:
            return Trigger(Matter.CRISIS, "", trigger.sides, frozenset())
    if trigger is None or not trigger.objects:
        return trigger
    frame = verb_frame(token)
    near = [*frame.objects, *frame.after("off", "with"), *token.children]
    if any(t.lemma_.lower() in trigger.objects for t in near):
        return trigger
    before = token.doc[max(0, token.i - _MEMORY) : token.i]
    spoken = any(t.lemma_.lower() in trigger.objects for t in before)
    return trigger if spoken and any(t.lower_ in _THESE for t in frame.objects) else None


def _two_plus_two(token: Token) -> bool:
    """Whether a word is the middle of "two plus two", "2+2" or "two-plus-two"."""
    around = token.doc[max(0, token.i - 2) : token.i + 3].text.lower().replace("-", " ")
    middle = token.lower_ in ("plus", "+", "2+2")
    return middle and any(w in around for w in ("two plus two", "2+2", "2 + 2", "2 plus 2"))
