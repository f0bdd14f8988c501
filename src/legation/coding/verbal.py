"""Verbs that make an event by themselves: "invaded", "met with", "accused of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate, enough, new
from legation.coding.grammar import Frame, noun_frame
from legation.coding.lexicon import Verb, agents, is_of, verb_classes, verbs, words
from legation.coding.party import Party
from legation.coding.predicates import is_war, lemma_of, noun_readings, whole_lemma
from legation.coding.sides import involved
from legation.model import Status, codebook
from legation.world import organisations, place_names

if TYPE_CHECKING:
    from spacy.tokens import Token


_ACTING = {None, "GOV", "LEG", "IGO", "JUD", "SPY", "COP"}


def find_riot(frame: Frame, cast: Cast) -> Iterator[Candidate]:
    """Read what a crowd does to an embassy: "protesters stormed the Saudi embassy"."""
    posts = [t for t in [*frame.objects, *frame.after("at", "into")] if is_of(t.lemma_, "embassy")]
    actors = cast.all(frame.subjects) or _crowd(frame, cast)
    crowd = any(agents().get(t.lemma_.lower()) == "CVL" for t in frame.subjects)
    recipients = new(involved(posts, cast), actors)
    if crowd and actors and recipients and frame.predicate.lemma_ in words("rioting"):
        yield Candidate(
            "PROTEST", "riot", frame.predicate, actors, recipients, False, Status.REPORTED, "riot"
        )


def find_plain(frame: Frame, cast: Cast) -> Iterator[Candidate]:
    """Read a verb by the first of its lexicon readings that finds two sides."""
    if any(is_war(t) for t in frame.objects) or _sells_land(frame) or _names(frame):
        return
    for key in whole_lemma(frame.predicate):
        for reading in verbs().get(key, ()):
            candidate = _read(frame, reading, cast)
            if candidate:
                yield replace(candidate, rule=key)
                return


def _names(frame: Frame) -> bool:
    """Whether somebody is called something, and not called up: "called it an aggressor"."""
    verb = frame.predicate
    if verb.lemma_ != "call":
        return False
    renamed = any(c.dep_ == "oprd" for c in verb.children)
    return renamed or len([c for c in verb.children if c.dep_ in ("dobj", "attr")]) > 1


def _sells_land(frame: Frame) -> bool:
    gives = any("cede" in verb_classes().get(key, ()) for key in lemma_of(frame.predicate))
    return gives and any(t.text in place_names() for t in frame.objects)


def _read(frame: Frame, reading: Verb, cast: Cast) -> Candidate | None:
    actors = cast.all(frame.subjects)
    heads = _heads(frame, reading)
    recipients = involved(heads, cast)
    if "envoy" in reading.flags:
        recipients = [p for t in heads for p in cast.located(t) or cast.parties(t)]
    if not recipients and heads and codebook().quad(reading.type) == 4:
        places = frame.after("in", "at", "near", "on", "around")
        recipients = [p for t in places for p in cast.located(t) or cast.parties(t)]
    if "crowd" in reading.flags:
        actors = actors or _crowd(frame, cast)
    if {"official"} & reading.flags and any(p.role not in _ACTING for p in actors):
        return None
    if "troops" in reading.flags and not any(p.role == "MIL" for p in actors):
        return None
    if "body" in reading.flags and not any(p.code in organisations() for p in recipients):
        return None
    if "holder" in reading.flags and not any(cast.is_person(t) for t in heads):
        return None
    if "envoy" in reading.flags and not any(cast.is_person(t) for t in frame.subjects):
        return None
    if "clause" in reading.flags and not frame.prepositions.get("that") and not _told(frame):
        return None
    if "person" in reading.flags and not any(_is_agent(t) for t in heads):
        return None
    if "force" in reading.flags and not any(p.role in (None, "MIL") for p in actors):
        return None
    if reading.flags & {"property", "territory"} and not any(noun_readings(t) for t in heads):
        return None
    mutual = "mutual" in reading.flags
    recipients = new(recipients, actors)
    if not recipients and actors:
        recipients = _loose(frame, reading, heads, actors, cast)
    if _reciprocal(heads):
        mutual, recipients = True, []
    if "implied" in reading.flags and not heads and len(actors) == 1:
        recipients = cast.implied(actors, frame.predicate)
    if reading.type == "CONSULT" and reading.recipient[:1] != ("obj",) and frame.objects:
        return None
    if mutual and any(c.lower_ == "together" for c in frame.predicate.children):
        recipients = []
    given = frame.datives and any(t.tag_ == "NNS" for t in frame.objects)
    if "goods" in reading.flags and not given and not any(_is_goods(t) for t in frame.objects):
        return None
    if not enough(reading.type, actors, recipients, mutual):
        return None
    if "reverse" in reading.flags:
        actors, recipients = recipients, actors
    if "among" in reading.flags:
        if len(recipients) < 2:
            return None
        actors, recipients, mutual = recipients, [], True
    return Candidate(
        reading.type,
        reading.mode,
        frame.predicate,
        actors,
        recipients,
        mutual,
        Status.REPORTED,
        "",
        flags=reading.flags,
    )


def _crowd(frame: Frame, cast: Cast) -> list[Party]:
    """Give whose citizens protest: those of the place where they do."""
    if not any(agents().get(t.lemma_.lower()) == "CVL" for t in frame.subjects):
        return []
    words_after = [t for t in frame.predicate.sent if t.dep_ == "pobj" and t.head.lower_ == "in"]
    found = [p for t in words_after for p in cast.located(t) or cast.parties(t)]
    return [replace(p, role="CVL") for p in found[:1]]


def _heads(frame: Frame, reading: Verb) -> list[Token]:
    places = reading.recipient
    if "ask" in reading.flags:
        places = (*places, "that")
    for place in places:
        if place == "obj":
            heads = frame.objects
        else:
            below = (h for o in frame.objects for h in noun_frame(o).after(place))
            heads = frame.after(place) or list(below)
        if heads:
            return heads
    return []


_ONE_SIDED = {"ASSAULT", "ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION", "COERCE", "CONCEDE"}


def _loose(
    frame: Frame, reading: Verb, heads: list[Token], actors: list[Party], cast: Cast
) -> list[Party]:
    """Find a recipient off the beaten path: named elsewhere in the clause, or left out."""
    if "mutual" in reading.flags or reading.type in ("CONSULT", "MOBILIZE"):
        return []
    if not heads:
        return []
    named = new(cast.within(frame.predicate, frame.predicate.i), actors)
    if len(named) == 1:
        return named
    own = any(c.dep_ == "poss" and c.lower_ == "its" for t in heads for c in t.children)
    if named or own or not heads or reading.type not in _ONE_SIDED:
        return []
    return cast.implied(actors, frame.predicate)


def _told(frame: Frame) -> bool:
    """Whether somebody is told to do something: "ordered Serbia to withdraw"."""
    return any(c.dep_ in ("xcomp", "ccomp") for c in frame.predicate.children)


def _reciprocal(heads: list[Token]) -> bool:
    """Whether what is done is done to "each other" or "one another"."""
    return any(
        t.lower_ in ("other", "another") and t.i and t.nbor(-1).lower_ in ("each", "one")
        for t in heads
    )


def _is_goods(token: Token) -> bool:
    """Whether something is given away: aid by name, or a counted or measured quantity."""
    inner = [o for c in token.children if c.dep_ == "prep" for o in c.children]
    nouns_in = [token, *inner]
    if any(is_of(t.lemma_.lower(), "aid") for t in nouns_in):
        return True
    return any(c.dep_ == "nummod" for t in nouns_in for c in t.children)


def _is_agent(token: Token) -> bool:
    return token.lemma_.lower() in agents() or token.ent_type_ in ("PERSON", "NORP")
