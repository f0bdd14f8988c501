"""Whether a text reports a thing, or negates, plans, supposes or denies it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation import tables
from legation.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAY = {"may", "might", "could", "would", "should", "can", "must", "ought"}
_WILL = {"will", "shall", "'ll", "wo"}
_SUPPOSING = {"if", "unless", "whether", "should", "lest", "provided"}
_HINDERING = {"keep", "prevent", "stop", "bar", "hinder", "dissuade", "deter"}
_CLIMB = {"xcomp", "ccomp", "pcomp", "dobj", "pobj", "acl", "prep", "conj", "attr", "advcl"}
_NOUNS_UP = {"dobj", "pobj", "nsubjpass", "attr", "prep", "conj"}
_STATUSES = {s.value for s in Status}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text presents what a predicate says.

    Args:
        status: the row's status.
        control: the word above that turns it into another act ("agreed to", "refused to").
        act: the PLOVER type of that act, ``"skip"`` where the predicate is no row of its own.
    """

    status: Status = Status.REPORTED
    control: Token | None = None
    act: str | None = None


def standing(predicate: Token) -> Standing:
    """Judge how a text presents a predicate, from its own words and those it hangs on."""
    above = _above(predicate)
    if above.act is not None:
        return above
    status = _own(predicate)
    return Standing(status) if status is not Status.REPORTED else above


def _own(token: Token) -> Status:
    children = list(token.children)
    words = {c.lower_ for c in children if c.dep_ in ("aux", "auxpass", "mark", "neg", "advmod")}
    if any(c.dep_ == "neg" for c in children) or words & {"never", "hardly", "nor"}:
        return Status.REPORTED if _until(token) else Status.NEGATED
    if token.pos_ == "NOUN" and any(c.lower_ in ("no", "neither") for c in children):
        return Status.NEGATED
    if words & _SUPPOSING:
        return Status.HYPOTHETICAL
    if any(c.dep_ == "aux" and c.lower_ in _WILL for c in children):
        return Status.PLANNED
    if any(c.dep_ == "aux" and c.lower_ in _MAY for c in children):
        perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in children)
        would = any(c.lower_ in ("would", "'d") for c in children) and not perfect
        return Status.PLANNED if would and _reported_speech(token) else Status.HYPOTHETICAL
    if any(c.dep_ in ("dobj", "nsubj", "nsubjpass") and _none(c) for c in children):
        return Status.NEGATED
    return Status.REPORTED


def _until(verb: Token) -> bool:
    """Whether what was not done was done at last: "did not restore relations until 1990"."""
    past = any(c.lower_ in ("did", "had", "were", "was") for c in verb.children)
    ends = [c for c in verb.subtree if c.lower_ in ("until", "till") and c.dep_ == "prep"]
    return past and any(o.ent_type_ == "DATE" for c in ends for o in c.children)


def _reported_speech(token: Token) -> bool:
    return token.dep_ == "ccomp" and token.head.lemma_ in ("say", "announce", "tell", "confirm")


def _none(token: Token) -> bool:
    return token.lower_ in ("none", "nothing", "nobody") or any(
        c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children
    )


def _above(predicate: Token) -> Standing:
    if predicate.pos_ != "VERB" and predicate.dep_ == "nsubj" and _supposed(predicate.head):
        return Standing(Status.HYPOTHETICAL)
    token, steps = predicate, 0
    while token.head != token and steps < 6:
        allowed = _CLIMB if token.pos_ in ("VERB", "AUX", "ADP") else _NOUNS_UP
        if token.dep_ not in allowed:
            break
        below, token, steps = token, token.head, steps + 1
        if below.dep_ == "conj":
            if shared := _shared(below, token):
                return Standing(shared)
            continue
        if below.dep_ == "advcl":
            break
        if token.lemma_ == "be" and below.dep_ == "xcomp" and below.tag_ == "VB":
            return Standing(Status.PLANNED)
        if token.lemma_ in _HINDERING and below.dep_ == "prep" and below.lower_ == "from":
            return Standing(Status.NEGATED)
        effect = controls().get(token.lemma_.lower())
        if effect and _governs(token, below):
            return _controlled(token, effect)
        if token.pos_ in ("VERB", "AUX"):
            own = _own(token)
            if own is not Status.REPORTED and below.dep_ != "ccomp":
                return Standing(own)
    return Standing()


def _supposed(verb: Token) -> bool:
    """Whether a verb only says what its subject would do: "a treaty would change"."""
    modal = any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might") for c in verb.children)
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    return modal and not perfect


def _shared(below: Token, above: Token) -> Status | None:
    """Give the status that "will meet and sign" shares with its first verb."""
    has_aux = any(c.dep_ == "aux" for c in below.children)
    own = _own(above)
    if below.pos_ in ("VERB", "AUX") and below.tag_ == "VB" and not has_aux:
        return own if own is not Status.REPORTED else None
    return None


def _governs(control: Token, below: Token) -> bool:
    """Whether a control word takes what is below as what is agreed, refused, planned."""
    if below.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "prep"):
        return below.dep_ != "prep" or below.lower_ in ("to", "of", "for", "from", "against", "on")
    effect = controls()[control.lemma_.lower()]
    return below.dep_ in ("dobj", "nsubjpass") and effect in _STATUSES | {"skip"}


def _controlled(control: Token, effect: str) -> Standing:
    own = _own(control)
    if effect in _STATUSES:
        status = Status(effect)
        if own is Status.NEGATED and status is Status.NEGATED:
            status = Status.REPORTED
        return Standing(status)
    return Standing(own, control, effect)


@cache
def controls() -> dict[str, str]:
    """Give the words that govern another predicate, with what they make of it."""
    rows = tables.rows("coding", "controls.csv", ("lemma", "effect", "meaning"))
    return {r["lemma"]: r["effect"] for r in rows}
