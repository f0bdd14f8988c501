"""Event nouns that no verb takes up: "Russia's visit to", "the attack on"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate, enough, new
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.party import Party
from legation.coding.predicates import noun_readings
from legation.coding.sides import noun_sides
from legation.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_nominal(noun: Token, cast: Cast) -> Iterator[Candidate]:
    """Read an event noun by its own complements, its possessor and the words before it."""
    entry = next((n for n in noun_readings(noun) if n.type), None)
    if entry is None or entry.type is None:
        return
    sources, targets, together = noun_sides(noun, entry, cast)
    sources = sources or _attending(noun, cast)
    actors, recipients, mutual = sources, targets, "mutual" in entry.flags
    if together:
        actors, recipients = together, []
    if len({p.code for p in (*actors, *recipients)}) == 1 and not together:
        near = new(cast.within(noun, noun.left_edge.i - 1), [*actors, *recipients])
        if len(near) == 1:
            actors, recipients = (actors, near) if actors else (near, recipients)
    if "visit" in entry.flags and len(actors) == 1 and not _goes_somewhere(noun):
        recipients = recipients or cast.complete(actors, [], noun)[1]
    if enough(entry.type, actors, recipients, mutual):
        lemma = noun.lemma_.lower()
        yield Candidate(
            entry.type, entry.mode, noun, actors, recipients, mutual, Status.REPORTED, lemma, noun,
            frozenset({entry.name}),
        )  # fmt: skip


def _goes_somewhere(noun: Token) -> bool:
    return bool(noun_frame(noun).after("to", "in", "at", "with"))


def _attending(noun: Token, cast: Cast) -> list[Party]:
    """Give the subject of "is in Jakarta for talks", "died in fighting"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("for", "in", "to", "during"):
        return []
    verb = preposition.head
    while verb.dep_ in ("prep", "pobj") and verb.head != verb:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    frame = verb_frame(verb)
    return [] if frame.passive else cast.all(frame.subjects)
