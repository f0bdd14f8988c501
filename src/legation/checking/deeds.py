"""Verdicts on what happened or held between states."""

from __future__ import annotations

from collections.abc import Iterator

from legation.checking.acts import Act
from legation.checking.agreement import fits, gap
from legation.checking.coded import row_of
from legation.checking.covering import outside
from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.known import Known, lands_named, proofs, shared_words
from legation.checking.meaning import (
    BEGINS,
    DIRECTED,
    PLACED,
    agrees,
    of_form,
    of_land,
    off,
    same_way,
)
from legation.checking.things import Matter, Thing, independences
from legation.checking.wording import matter_text, name_of, told, when_text
from legation.coding.passages import Passage
from legation.model import Status
from legation.world import memberships, organisations, states

_HAPPENS = {
    Matter.LAND, Matter.INDEPENDENCE, Matter.OPENING, Matter.RUPTURE, Matter.MEETING, Matter.CRISIS,
}  # fmt: skip


Judged = tuple[Verdict, str, list[Thing]]
"""A verdict, why, and the things that it rests on, the nearest first."""


def check_act(act: Act, passage: Passage, known: Known) -> Iterator[Finding]:
    """Say of an act whether the record has it."""
    if act.status is not Status.REPORTED or not of_land(act, passage):
        return
    if any(t.lower_ in ("few", "fewer") for t in act.token.lefts):
        return  # says what there was not
    kind = ClaimKind.EVENT if _happened(act) else ClaimKind.RELATION
    (verdict, why, things), pair = _judged(act, passage, known)
    evidence = passage.quote(act.start, act.end)
    row = row_of(act, pair, evidence, passage.document.source.source_id)
    yield Finding(Claim(kind, evidence, row), verdict, why, proofs(things))


def _judged(act: Act, passage: Passage, known: Known) -> tuple[Judged, tuple[str, str]]:
    """Judge every pair of an act, and keep the gravest verdict, with its pair.

    Where a clause leaves a side out, whoever else the text speaks of is tried: a row of the
    date that it gives says who is meant.
    """
    verdicts = [(_of_pair(act, pair, passage, known), pair) for pair in act.pairs]
    if _unsaid(act) and act.asserted and all(v[0] is not Verdict.ON_RECORD for v, _ in verdicts):
        others = ((_of_pair(act, p, passage, known), p) for p in _further(act, passage))
        verdicts = [v for v in others if v[0][0] is Verdict.ON_RECORD][:1] or verdicts
    order = [Verdict.DIFFERS, Verdict.ON_RECORD, Verdict.NOT_ON_RECORD, Verdict.OUTSIDE_COVERAGE]
    found = any(v[0] is Verdict.ON_RECORD for v, _ in verdicts)
    if found and (not act.directed or act.matter is Matter.INDEPENDENCE):
        order = order[1:] + order[:1]
    return min(verdicts, key=lambda v: order.index(v[0][0]))


def _unsaid(act: Act) -> bool:
    """Whether a clause leaves to the reader to whom something was done."""
    if act.matter is Matter.INDEPENDENCE or not act.named:
        return not act.named
    return act.directed and set(act.doers) >= set(act.pairs[0])


def _further(act: Act, passage: Passage) -> Iterator[tuple[str, str]]:
    """Pair whom a clause names with the others that the text speaks of, the commonest first.

    A clause that names nobody may be about any two of them.
    """
    weights = passage.cast.focus.weights
    often = [code for code, _ in weights.most_common(8) if code in states()][:6]
    if act.matter is Matter.INDEPENDENCE:
        yield from ((code, "") for code in often)
        return
    here = {m.code for m in passage.cast.mentions.between(act.start, act.end)}
    named = sorted({c for pair in act.pairs for c in pair} & here)
    for code in named or often:
        for other in often:
            if other != code:
                yield (code, other)
                yield (other, code)


def _happened(act: Act) -> bool:
    return act.matter in _HAPPENS or act.token.pos_ == "VERB" or act.verb.lemma_ in BEGINS


def _of_pair(act: Act, pair: tuple[str, str], passage: Passage, known: Known) -> Judged:
    a, b = pair
    text = passage.sentence.text
    if act.matter is Matter.INDEPENDENCE:
        return _independence(act, pair)
    alike = known.like(act.matter, a, b)
    meant = [t for t in alike if of_form(act, t)] or alike
    if act.matter in PLACED:
        placed = [t for t in meant if shared_words(t.name, text)]
        meant = placed or meant
    same = [t for t in meant if agrees(act, t, passage)]
    if not same and act.matter in (Matter.OPENING, Matter.RUPTURE):
        same = [t for t in alike if act.asserted and agrees(act, t, passage)]
    right = [t for t in same if same_way(act, t, pair)]
    if not act.asserted and act.dated.period.dated:
        right.sort(key=lambda t: gap(act.dated.period, t))
    if right:
        return Verdict.ON_RECORD, _found(act, right), right
    sure = act.asserted or any(shared_words(t.name, text) for t in same)
    if same and sure and act.directed and act.named and act.matter in DIRECTED:
        why = f"The record has it the other way round: {told(same[0])}"
        return Verdict.DIFFERS, why, same
    if act.matter in PLACED and (others := _elsewhere(act, pair, passage)):
        return Verdict.DIFFERS, f"The record names other parties: {told(others[0])}", others
    facing = [t for t in meant if same_way(act, t, pair)]
    otherwise = off(act, facing, text, passage) if _certain(act, pair, passage) else []
    if otherwise:
        first = otherwise[0]
        why = f"The record dates it {when_text(first)}, not {_said(act)}: {told(first)}"
        return Verdict.DIFFERS, why, otherwise
    if act.matter is Matter.MEMBERSHIP:
        return _no_member(act, pair, meant)
    if reason := outside(act.matter, pair, act.dated.period):
        return Verdict.OUTSIDE_COVERAGE, f"Outside coverage: {reason}.", []
    between = f"{name_of(a)} and {name_of(b)}"
    return (
        Verdict.NOT_ON_RECORD,
        f"The record has no {matter_text(act.matter)} of {between} at that time.",
        sorted(meant, key=lambda t: gap(act.dated.period, t))[:3],
    )


def _certain(act: Act, pair: tuple[str, str], passage: Passage) -> bool:
    """Whether it is certain whom a clause is about: it names both, or the text only those two."""
    focus = passage.cast.focus
    return act.named or (focus.dominant() and set(pair) == set(focus.main_pair()))


def _elsewhere(act: Act, pair: tuple[str, str], passage: Passage) -> list[Thing]:
    """Give what the record says of the place that a sentence names, with other parties."""
    if not act.directed or not act.named:
        return []
    start, end = act.start, act.end
    clause = passage.section.doc[start:end].text
    found = [
        t
        for t in lands_named(clause, {act.matter})
        if act.asserted and any(fits(p, t) for p in act.dates)
    ]
    if any({t.a, t.b} == set(pair) or not set(pair) & {t.a, t.b} for t in found):
        return []
    return found


def _independence(act: Act, pair: tuple[str, str]) -> Judged:
    state, former = pair
    every = [t for t in independences() if t.a == state]
    same = [t for t in every if not act.asserted or any(fits(p, t) for p in act.dates)]
    if not every:
        return Verdict.NOT_ON_RECORD, f"The record has no independence of {name_of(state)}.", []
    if not same:
        why = f"The record dates it {when_text(every[0])}, not {_said(act)}: {told(every[0])}"
        return Verdict.DIFFERS, why, every
    if former and all(t.b != former for t in same) and act.directed:
        if any(t.b == state or not t.b for t in same):
            return Verdict.ON_RECORD, _found(act, same), same
        return Verdict.DIFFERS, f"The record names another state: {told(same[0])}", same
    return Verdict.ON_RECORD, _found(act, same), same


def _no_member(act: Act, pair: tuple[str, str], spells: list[Thing]) -> Judged:
    state, body = pair
    name = organisations()[body].name
    if spells:
        why = f"The record has {name_of(state)} in {name} at another time: {told(spells[0])}"
        return Verdict.DIFFERS, why, spells
    if body in memberships():
        why = f"{name_of(state)} is not among the members of {name} on record."
        return Verdict.DIFFERS, why, []
    return Verdict.OUTSIDE_COVERAGE, f"The record has no members of {name}.", []


def _found(act: Act, things: list[Thing]) -> str:
    undated = not act.asserted and act.matter not in (Matter.INDEPENDENCE,)
    note = " (the sentence gives no date of its own)" if undated else ""
    return f"On record{note}: {told(things[0])}"


def _said(act: Act) -> str:
    period = act.dated.period
    return str(period.start.year if period.start else period.end and period.end.year)
