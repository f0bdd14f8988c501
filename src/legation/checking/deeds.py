"""Verdicts on what happened or held between states."""

from __future__ import annotations

from collections.abc import Iterator

from legation.checking.acts import Act, trigger_of
from legation.checking.agreement import fits, gap
from legation.checking.covering import outside
from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.known import FEW, Known, akin, lands_named, proofs, shared_words
from legation.checking.things import Matter, Thing, independences
from legation.checking.wording import name_of, told, when_text
from legation.coding.passages import Passage
from legation.model import Period, Status
from legation.world import memberships, organisations, states

_NEAR = {
    Matter.WAR: 3.0,
    Matter.CRISIS: 1.5,
    Matter.OCCUPATION: 5.0,
    Matter.ALLIANCE: 3.0,
    Matter.TREATY: 2.0,
    Matter.LAND: 3.0,
    Matter.INDEPENDENCE: 100.0,
    Matter.OPENING: 8.0,
    Matter.RUPTURE: 8.0,
    Matter.SANCTIONS: 3.0,
    Matter.MEMBERSHIP: 100.0,
}
"""Years within which something else of the same kind is taken for what a text means."""
_PLACED = {Matter.LAND, Matter.CLAIM, Matter.OCCUPATION}
_DIRECTED = {*_PLACED, Matter.SANCTIONS, Matter.INDEPENDENCE}
_HAPPENS = {
    Matter.LAND, Matter.INDEPENDENCE, Matter.OPENING, Matter.RUPTURE, Matter.MEETING, Matter.CRISIS,
}  # fmt: skip
_BEGINS = {"sign", "conclude", "form", "join", "enter", "accede", "admit", "begin", "start",
           "impose", "declare", "invade", "found", "agree", "make", "annex"}  # fmt: skip
_ENDS = {"end", "leave", "quit", "withdraw", "lift", "abrogate", "denounce", "expire", "dissolve"}


def check_act(act: Act, passage: Passage, known: Known) -> Iterator[Finding]:
    """Say of an act whether the record has it."""
    if act.status is not Status.REPORTED:
        return
    if act.matter is Matter.LAND and act.token.lemma_ in _LOOSE and not _of_land(act, passage):
        return
    kind = ClaimKind.EVENT if _happened(act) else ClaimKind.RELATION
    claim = Claim(kind, passage.quote(act.start, act.end))
    verdicts = [_of_pair(act, pair, passage, known) for pair in act.pairs]
    unsaid = not act.named or (act.directed and set(act.doers) >= set(act.pairs[0]))
    if unsaid and act.asserted and all(v is not Verdict.ON_RECORD for v, _, _ in verdicts):
        others = (_of_pair(act, pair, passage, known) for pair in _further(act, passage))
        verdicts = [v for v in others if v[0] is Verdict.ON_RECORD][:1] or verdicts
    order = [Verdict.DIFFERS, Verdict.ON_RECORD, Verdict.NOT_ON_RECORD, Verdict.OUTSIDE_COVERAGE]
    if any(v is Verdict.ON_RECORD for v, _, _ in verdicts) and not act.directed:
        order = order[1:] + order[:1]
    verdict, why, things = min(verdicts, key=lambda v: order.index(v[0]))
    yield Finding(claim, verdict, why, proofs(things))


_LOOSE = {
    "go", "pass", "revert", "fall", "take", "gain", "win", "return", "hand", "lose", "give",
    "yield", "sell", "buy", "purchase", "surrender", "transfer", "recover", "acquire", "capture",
    "absorb",
}  # fmt: skip
"""Verbs that are of land only where their object is."""


def _of_land(act: Act, passage: Passage) -> bool:
    """Whether a clause names land that the record knows of, or a place as what passes."""
    clause = passage.section.doc[act.start : act.end]
    if any(True for _ in lands_named(clause.text, {Matter.LAND, Matter.CLAIM})):
        return True
    objects = (t for t in act.token.subtree if t.dep_ in ("dobj", "nsubjpass"))
    return any(t.ent_type_ in ("GPE", "LOC") for t in objects)


Judged = tuple[Verdict, str, list[Thing]]


def _further(act: Act, passage: Passage) -> Iterator[tuple[str, str]]:
    """Pair whom a clause names with the others that the text speaks of, the commonest first."""
    named = {c for pair in act.pairs for c in pair} & {
        m.code for m in passage.cast.mentions.between(act.start, act.end)
    }
    for code in sorted(named):
        for other, _ in passage.cast.focus.weights.most_common(6):
            if other != code and other in states():
                yield (code, other)
                yield (other, code)


def _happened(act: Act) -> bool:
    return act.matter in _HAPPENS or act.token.pos_ == "VERB" or act.verb.lemma_ in _BEGINS


def _of_pair(act: Act, pair: tuple[str, str], passage: Passage, known: Known) -> Judged:
    a, b = pair
    text = passage.sentence.text
    if act.matter is Matter.INDEPENDENCE:
        return _independence(act, pair)
    alike = known.like(act.matter, a, b)
    meant = [t for t in alike if _of_form(act, t)] or alike
    if act.matter in _PLACED:
        placed = [t for t in meant if shared_words(t.name, text)]
        meant = placed or meant
    same = [t for t in meant if _agrees(act, t, passage)]
    if not same and act.matter in (Matter.OPENING, Matter.RUPTURE):
        same = [t for t in alike if act.asserted and _agrees(act, t, passage)]
    right = [t for t in same if _same_way(act, t, pair)]
    if not act.asserted and act.dated.period.dated:
        right.sort(key=lambda t: gap(act.dated.period, t))
    if right:
        return Verdict.ON_RECORD, _found(act, right), right
    sure = act.asserted or any(shared_words(t.name, text) for t in same)
    if same and sure and act.directed and act.named and act.matter in _DIRECTED:
        why = f"The record has it the other way round: {told(same[0])}"
        return Verdict.DIFFERS, why, same
    if act.matter in _PLACED and (others := _elsewhere(act, pair, passage)):
        return Verdict.DIFFERS, f"The record names other parties: {told(others[0])}", others
    facing = [t for t in meant if _same_way(act, t, pair)]
    off = _off(act, facing, text, passage) if _certain(act, pair, passage) else []
    if off:
        why = f"The record dates it {when_text(off[0])}, not {_said(act)}: {told(off[0])}"
        return Verdict.DIFFERS, why, off
    if act.matter is Matter.MEMBERSHIP:
        return _no_member(act, pair, meant)
    if reason := outside(act.matter, pair, act.dated.period):
        return Verdict.OUTSIDE_COVERAGE, f"Outside coverage: {reason}.", []
    between = f"{name_of(a)} and {name_of(b)}"
    return (
        Verdict.NOT_ON_RECORD,
        f"The record has no {act.matter.value} of {between} at that time.",
        sorted(meant, key=lambda t: gap(act.dated.period, t))[:3],
    )


def _certain(act: Act, pair: tuple[str, str], passage: Passage) -> bool:
    """Whether it is certain whom a clause is about: it names both, or the text only those two."""
    focus = passage.cast.focus
    return act.named or (focus.dominant() and set(pair) == set(focus.main_pair()))


def _agrees(act: Act, thing: Thing, passage: Passage) -> bool:
    """Whether a thing fits the time that the sentence gives; any does where it gives none."""
    if not act.asserted:
        if act.matter is Matter.MEETING:
            return act.dated.period.dated and fits(act.dated.period, thing)
        return thing.parties <= FEW and _in_force(act, thing, passage)
    if _several(act):
        return any(period.overlaps(thing.whole) for period in act.dates)
    return any(_agrees_with(period, act, thing) for period in act.dates)


def _several(act: Act) -> bool:
    """Whether a clause tells of several things at once: "four wars between 1948 and 1973"."""
    words = (t for t in act.token.doc[act.start : act.end] if t.tag_ == "NNS")
    return any(trigger_of(t) is not None for t in words)


def _agrees_with(period: Period, act: Act, thing: Thing) -> bool:
    if act.form == "left" or act.verb.lemma_ in _ENDS:
        ended = Period(None, period.end or period.start, None, period.end_precision)
        return fits(ended, thing) or (act.form != "left" and fits(period, thing))
    begins = True if act.token.lemma_ in _BEGINS or act.verb.lemma_ in _BEGINS else None
    if begins and thing.matter in (Matter.WAR, Matter.OCCUPATION, Matter.SANCTIONS):
        begins = None
    return fits(period, thing, begins)


def _in_force(act: Act, thing: Thing, passage: Passage) -> bool:
    """Whether a thing still held on the document's day, where the sentence is in the present."""
    day = passage.document.published
    present = act.verb.tag_ in ("VBZ", "VBP") and act.dated.how != "narrative"
    if not (present and day and thing.matter.lasts):
        return True
    return thing.whole.overlaps(Period.day(day))


def _same_way(act: Act, thing: Thing, pair: tuple[str, str]) -> bool:
    if thing.mutual or not act.directed or act.matter not in _DIRECTED:
        return True
    return (thing.a, thing.b) == pair


def _of_form(act: Act, thing: Thing) -> bool:
    if act.matter in (Matter.OPENING, Matter.RUPTURE):
        return not act.form or act.form == thing.form
    if act.matter is Matter.MEETING and act.form == "two_plus_two":
        return act.form in thing.form
    return True


def _off(act: Act, things: list[Thing], text: str, passage: Passage) -> list[Thing]:
    """Give the things that a text must mean, though it dates them otherwise."""
    period = act.dated.period
    if not act.asserted:
        if act.verb.tag_ in ("VBZ", "VBP") and passage.document.published and act.named:
            return [t for t in things if t.matter.lasts and t.whole.end][-1:]
        return []
    if act.matter is Matter.MEETING:
        near = [t for t in things if t.name and t.name in text and gap(period, t) < 0.2]
        return near if period.start_precision and period.start_precision.value == "day" else []
    if act.matter is Matter.TREATY:
        things = [t for t in things if _of_kind(t, act, passage) and not _same_year(t, period)]
    nearest = sorted(things, key=lambda t: gap(period, t))
    limit = _NEAR.get(act.matter, 0.0)
    strong = act.matter in _PLACED
    return [
        t
        for t in nearest
        if t.matter in akin(act.matter)
        and t.parties <= FEW
        and gap(period, t) <= (60.0 if strong and shared_words(t.name, text) else limit)
        and not _fits_another(t, passage)
    ][:2]


def _same_year(thing: Thing, period: Period) -> bool:
    """Whether a treaty began in the year that a text gives: another of that year may be meant."""
    years = {p.start.year for p in thing.begun if p.start}
    return period.start is not None and period.start.year in years


_KINDS = {
    "peace": "peace", "friendship": "friendship", "boundary": "boundary", "border": "boundary",
    "frontier": "boundary", "trade": "commerce", "commerc": "commerce", "commercial": "commerce",
    "non-aggression": "nonaggression", "nonaggression": "nonaggression", "neutrality": "neutrality",
    "defence": "defence", "defense": "defence", "mutual assistance": "defence",
    "alliance": "defence", "arms": "arms control", "normalis": "normalisation",
}  # fmt: skip
"""What treaties are called in texts, and their kinds and obligations in the record."""


def _of_kind(thing: Thing, act: Act, passage: Passage) -> bool:
    """Whether a treaty is of the kind that a clause speaks of; not where it speaks of none."""
    text = passage.section.doc[act.start : act.end].text.lower()
    told = f"{thing.form} {thing.name}".lower()
    return any(word in text and (kind in told or word in told) for word, kind in _KINDS.items())


def _fits_another(thing: Thing, passage: Passage) -> bool:
    """Whether another date of the sentence fits, so that this one may be of something else."""
    return any(fits(p, thing) for p, _ in passage.calendar.here(passage.sentence) if p.dated)


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
