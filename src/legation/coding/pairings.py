"""Verb and noun read together: "imposed sanctions on", "talks were held"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate, enough, new
from legation.coding.grammar import Frame, noun_frame
from legation.coding.lexicon import Combination, Noun, frames, verb_classes, words
from legation.coding.predicates import is_war, noun_readings, whole_lemma
from legation.coding.sides import around, sides_of, weighty
from legation.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_combinations(frame: Frame, cast: Cast) -> Iterator[Candidate]:
    """Read verb and noun together: "imposed sanctions on", "talks were held"."""
    for noun in _carried(frame):
        combined = _combine(frame, noun)
        if combined is None:
            continue
        entry, combination = combined
        if noun in frame.subjects and entry.name == "war":
            continue
        actors, recipients, mutual = sides_of(frame, noun, entry, cast)
        both_ways = "mutual" in entry.flags and not _one_way(combination)
        mutual = mutual or (both_ways and not (entry.name == "war" and recipients))
        if "reverse" in combination.flags:
            actors, recipients = recipients, actors
        if combination.type == "MOBILIZE" and actors and not recipients:
            recipients = new(around(frame, noun, cast), actors)
        bilateral = entry.name in words("bilateral")
        if entry.name == "force":
            bilateral = bool(actors) and cast.focus.dominant()
        rule = f"{frame.predicate.lemma_.lower()}+{noun.lemma_.lower()}"
        if actors and not recipients and not mutual and not bilateral:
            near = new(cast.within(frame.predicate, frame.predicate.i), actors)
            recipients = near if len(near) == 1 else cast.implied(actors, noun)
        if bilateral and not enough(combination.type, actors, recipients, mutual):
            unknown = not actors and any(t.i != noun.i for t in frame.subjects)
            nobody = not actors and not recipients
            unknown = unknown or (nobody and _one_way(combination) and entry.name != "meeting")
            if unknown or _elsewhere(frame, noun):
                continue
            actors, recipients, both = cast.complete(actors, recipients, noun)
            mutual, rule = mutual or both, f"{rule}+implied"
        if "territory" in combination.flags or enough(combination.type, actors, recipients, mutual):
            yield Candidate(
                combination.type,
                combination.mode or (entry.mode if combination.type == entry.type else None),
                frame.predicate,
                actors,
                recipients,
                mutual,
                Status.REPORTED,
                rule,
                noun,
                combination.flags | {entry.name},
            )


def _elsewhere(frame: Frame, noun: Token) -> bool:
    """Whether the text names another side that is no state: "a deal with a shipyard"."""
    near = noun_frame(noun)
    places = ("with", "between", "against")
    target = [t for t in near.after("on", "against") if t.ent_type_ != "DATE"]
    return bool(frame.after(*places) or near.after(*places) or (target and is_war(noun)))


_TAKING_PART = {"take", "participate", "engage", "share", "join"}


_CIRCUMSTANCE = {
    "with", "since", "after", "before", "during", "because", "despite", "amid", "following",
    "until", "without", "by", "as", "that", "over", "about",
}  # fmt: skip


def _carried(frame: Frame) -> list[Token]:
    """List the nouns that a verb says something of: objects, else complements, else subject."""
    heads = [
        *frame.objects,
        *(t for p, ts in frame.prepositions.items() if _carries(frame.predicate, p) for t in ts),
    ]
    if not frame.objects:
        heads += frame.subjects
    return [weighty(t) for t in heads if t.pos_ in ("NOUN", "PROPN")]


def _carries(verb: Token, preposition: str) -> bool:
    """Whether what stands after a preposition can be what the verb is about."""
    if preposition == "in":
        return verb.lemma_ in _TAKING_PART
    if preposition == "with":
        return "answer" in verb_classes().get(verb.lemma_.lower(), ())
    return preposition not in _CIRCUMSTANCE


def _combine(frame: Frame, noun: Token) -> tuple[Noun, Combination] | None:
    """Find what verb and noun make together; of a subject noun only what can happen to it."""
    happens = noun in frame.subjects and not frame.passive
    for key in whole_lemma(frame.predicate):
        for verb_class in sorted(verb_classes().get(key, ())):
            if happens and verb_class not in _INTRANSITIVE:
                continue
            for reading in noun_readings(noun):
                if found := frames().get((verb_class, reading.name)):
                    return reading, found
    return None


_INTRANSITIVE = {"begin", "cancel", "break", "establish", "hold", "finish"}
"""Verb classes that make an event of their subject: "talks began", "relations improved"."""


def _one_way(combination: Combination) -> bool:
    return combination.type in {
        "REQUEST", "REJECT", "SANCTION", "THREATEN", "AID", "MOBILIZE", "ACCUSE", "CONCEDE",
    }  # fmt: skip
