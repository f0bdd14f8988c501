"""Who stands on which side of what a clause tells of."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from legation.checking.things import Matter
from legation.checking.triggers import Trigger
from legation.coding.actors import Cast
from legation.coding.grammar import Frame, noun_frame, verb_frame
from legation.coding.passages import Passage
from legation.world import organisations, states

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARD = ("with", "against", "to", "on", "upon", "from", "of", "over", "into", "in")
_TOGETHER = ("between", "among")
_AIMED = {Matter.WAR, Matter.OCCUPATION}


def sides(token: Token, verb: Token, trigger: Trigger, cast: Cast) -> tuple[list[str], list[str]]:
    """Give who does it and to whom, by code, organisations too."""
    doers: list[str] = []
    others: list[str] = []
    frames = [verb_frame(token)] if token.pos_ in ("VERB", "AUX") else [noun_frame(token)]
    if token.pos_ not in ("VERB", "AUX"):
        doers += [p.code for p in cast.qualifiers(token)]
        if verb.pos_ in ("VERB", "AUX"):
            frames.append(verb_frame(verb))
    for frame in frames:
        doers += [c for t in frame.subjects if t.i != token.i for c in _whose(t, cast)]
        doers += [p.code for t in frame.after(*_TOGETHER) for p in cast.parties(t)]
        there = trigger.form == "visit" or trigger.matter in _AIMED
        given = trigger.sides == "loses"  # whose object is the land, not who gets it
        for t in frame.after("to") if given else [*frame.objects, *_toward(frame)]:
            if t.i != token.i:
                placed = [p.code for p in cast.located(t)] if there else []
                others += _whose(t, cast) or placed
        others += [p.code for t in frame.datives for p in cast.parties(t)]
    doers = list(dict.fromkeys(doers))
    return doers, [c for c in dict.fromkeys(others) if c not in doers]


def _toward(frame: Frame) -> list[Token]:
    return [t for name, heads in frame.prepositions.items() if name in _TOWARD for t in heads]


def _whose(token: Token, cast: Cast) -> list[str]:
    """Give who a phrase stands for or, failing that, whose thing it is: not where it lies."""
    found = cast.parties(token) or cast.qualifiers(token)
    if not found:
        found = cast.all(noun_frame(token).after("of", "with", "between", "against"))
    return [p.code for p in found]


def pairs_of(
    trigger: Trigger,
    token: Token,
    doers: list[str],
    others: list[str],
    until: int,
    passage: Passage,
) -> tuple[tuple[tuple[str, str], ...], bool, bool]:
    """Give who with whom, whether that is directed, and whether both are named.

    Args:
        trigger: what the word can be about.
        token: the word.
        doers: who does it, by code.
        others: to whom.
        until: index of the token up to which the sentence may name another.
        passage: the sentence.
    """
    if trigger.form == "left" and not any(c in organisations() for c in others):
        left = tuple((d, o) for d in doers for o in others if d in states() and o in states())
        return left, True, True
    if trigger.sides in ("joins", "admits"):
        return _joining(doers, others, trigger, token, passage), True, True
    if trigger.sides == "passes":
        return _passing(others, passage)
    here = [m.code for m in passage.cast.mentions.between(passage.sentence.start, until)]
    able = states() if trigger.matter is not Matter.SANCTIONS else {**states(), **organisations()}
    doers = [c for c in doers if c in able]
    others = [c for c in others if c in states()]
    if trigger.matter is Matter.INDEPENDENCE:
        gained = [(d, o) for d in doers for o in others] or [(d, "") for d in doers]
        return tuple(gained[:4]), bool(others), True
    if trigger.sides == "hosts" and len(others) > 1:
        return tuple(combinations(others, 2))[:8], False, True
    if doers and others and trigger.sides != "mutual":
        product_ = product(others, doers) if trigger.sides == "loses" else product(doers, others)
        return tuple(product_)[:8], True, True
    if doers and others:
        return tuple(product(doers, others))[:8], False, True
    if len(doers or others) > 1 and trigger.sides == "mutual":
        return tuple(combinations(doers or others, 2))[:8], False, True
    named_here = [c for c in dict.fromkeys(here) if c in states()]
    return _completed(doers or others, bool(doers), trigger, named_here, passage.cast)


def _passing(others: list[str], passage: Passage) -> tuple[tuple[tuple[str, str], ...], bool, bool]:
    """Give who got what passed: "Tacna went back to Peru"."""
    gained = [c for c in others if c in states()][:1]
    losers = [gained and passage.cast.focus.other(gained[0])]
    return tuple((g, o) for g in gained for o in losers if o), bool(gained), False


def _joining(
    doers: list[str], others: list[str], trigger: Trigger, token: Token, passage: Passage
) -> tuple[tuple[str, str], ...]:
    """Give who joins, leaves or is in what: the subject, or the noun that "a member" stands by."""
    sentence, cast = passage.sentence, passage.cast
    here = [m.code for m in cast.mentions.between(sentence.start, sentence.end)]
    bodies = [c for c in (*doers, *others, *here) if c in organisations()]
    if token.dep_ == "appos":
        doers = [p.code for p in cast.parties(token.head)]
    joiners = [c for c in (others if trigger.sides == "admits" else doers) if c in states()]
    if not joiners and len(set(here) & states().keys()) == 1:
        joiners = [c for c in here if c in states()]
    if not bodies and trigger.sides == "joins" and not any(c in states() for c in others):
        weights = cast.focus.weights
        bodies = sorted((c for c in weights if c in organisations()), key=lambda c: -weights[c])
    return tuple((s, bodies[0]) for s in dict.fromkeys(joiners) if bodies)[:6]


def _completed(
    known: list[str], first: bool, trigger: Trigger, here: list[str], cast: Cast
) -> tuple[tuple[tuple[str, str], ...], bool, bool]:
    """Fill in the side that the sentence leaves out: whom else it names, or the text is about."""
    if not known:
        pair = tuple(here) if len(here) == 2 else cast.focus.two(here)
        pairs = ((pair[0], pair[1]),) if len(pair) == 2 else ()
        return pairs, False, len(here) == 2
    one = known[0]
    rest = [c for c in here if c not in known]
    other = rest[0] if len(rest) == 1 else cast.focus.other(one)
    if other is None or other not in states():
        two = cast.focus.main_pair() if trigger.sides == "mutual" else ()
        return (((two[0], two[1]),) if len(two) == 2 else ()), False, False
    swap = trigger.sides == "loses"
    directed = first and trigger.sides != "mutual"
    return (((other, one) if swap == first else (one, other)),), directed, len(rest) == 1
