"""Whether a thing on record is what a clause means, and whether it says the same of it."""

from __future__ import annotations

from legation.checking.acts import Act
from legation.checking.agreement import fits, gap
from legation.checking.known import FEW, akin, lands_named, shared_words
from legation.checking.things import Matter, Thing
from legation.checking.triggers import trigger_of
from legation.checking.wording import name_of
from legation.coding.passages import Passage
from legation.model import Period

PLACED = {Matter.LAND, Matter.CLAIM, Matter.OCCUPATION}
DIRECTED = {*PLACED, Matter.SANCTIONS, Matter.INDEPENDENCE}
_NEAR = {
    Matter.WAR: 3.0,
    Matter.CRISIS: 1.5,
    Matter.OCCUPATION: 1.5,
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
BEGINS = {"sign", "conclude", "form", "join", "enter", "accede", "admit", "begin", "start",
           "impose", "declare", "invade", "found", "agree", "make", "annex"}  # fmt: skip
_ENDS = {"end", "leave", "quit", "withdraw", "lift", "abrogate", "denounce", "expire", "dissolve"}
_KINDS = {
    "peace": "peace", "friendship": "friendship", "boundary": "boundary", "border": "boundary",
    "frontier": "boundary", "trade": "commerce", "commerc": "commerce", "commercial": "commerce",
    "non-aggression": "nonaggression", "nonaggression": "nonaggression", "neutrality": "neutrality",
    "defence": "defence", "defense": "defence", "mutual assistance": "defence",
    "alliance": "defence", "arms": "arms control", "normalis": "normalisation",
}  # fmt: skip
"""What treaties are called in texts, and their kinds and obligations in the record."""


def agrees(act: Act, thing: Thing, passage: Passage) -> bool:
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
    if act.form == "left" or act.verb.lemma_ in _ENDS or _until(act):
        ended = Period(None, period.end or period.start, None, period.end_precision)
        return fits(ended, thing) or (
            act.form != "left" and not _until(act) and fits(period, thing)
        )
    begins = True if act.token.lemma_ in BEGINS or act.verb.lemma_ in BEGINS else None
    if begins and thing.matter in (Matter.WAR, Matter.OCCUPATION, Matter.SANCTIONS):
        begins = None
    return fits(period, thing, begins)


def _until(act: Act) -> bool:
    """Whether a clause dates an end: "held by them until 1845", "wound up in 1989"."""
    words = act.token.doc[act.start : act.end].text.lower()
    return any(w in words for w in ("until ", "wound up", "till ", "evacuated"))


def _in_force(act: Act, thing: Thing, passage: Passage) -> bool:
    """Whether a thing still held on the document's day, where the sentence is in the present."""
    day = passage.document.published
    present = act.verb.tag_ in ("VBZ", "VBP") and act.dated.how != "narrative"
    if not (present and day and thing.matter.lasts):
        return True
    return thing.whole.overlaps(Period.day(day))


def same_way(act: Act, thing: Thing, pair: tuple[str, str]) -> bool:
    """Whether who does it in a clause does it on record."""
    if thing.mutual or not act.directed or act.matter not in DIRECTED:
        return True
    return thing.a == pair[0] or thing.b == pair[1]


def of_form(act: Act, thing: Thing) -> bool:
    """Whether a thing is of the form that a clause speaks of: recognised, a two-plus-two."""
    if act.matter in (Matter.OPENING, Matter.RUPTURE):
        return not act.form or act.form == thing.form
    if act.matter is Matter.MEETING and act.form == "two_plus_two":
        return act.form in thing.form
    return True


def off(act: Act, things: list[Thing], text: str, passage: Passage) -> list[Thing]:
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
    strong = act.matter in PLACED
    limit = _NEAR.get(act.matter, 0.0)
    near = [
        t
        for t in sorted(things, key=lambda t: gap(period, t))
        if t.matter in akin(act.matter)
        and t.parties <= FEW
        and gap(period, t) <= (60.0 if strong and _of_that_place(t, text) else limit)
    ]
    return [] if near and _fits_another(near[0], passage) else near[:2]


def _of_that_place(thing: Thing, text: str) -> bool:
    """Whether a text names the place that a thing is about, and not only a state of it."""
    whole = thing.name in (name_of(thing.a), name_of(thing.b))
    return not whole and shared_words(thing.name, text) > 0


def _same_year(thing: Thing, period: Period) -> bool:
    """Whether a treaty began in the year that a text gives: another of that year may be meant."""
    years = {p.start.year for p in thing.begun if p.start}
    return period.start is not None and period.start.year in years


def _of_kind(thing: Thing, act: Act, passage: Passage) -> bool:
    """Whether a treaty is of the kind that a clause speaks of; not where it speaks of none."""
    text = passage.section.doc[act.start : act.end].text.lower()
    told = f"{thing.form} {thing.name}".lower()
    return any(word in text and (kind in told or word in told) for word, kind in _KINDS.items())


def _fits_another(thing: Thing, passage: Passage) -> bool:
    """Whether another date of the sentence fits, so that this one may be of something else."""
    return any(fits(p, thing) for p, _ in passage.calendar.here(passage.sentence) if p.dated)


_LOOSE = {
    "go", "pass", "revert", "fall", "take", "gain", "win", "return", "hand", "lose", "give",
    "yield", "sell", "buy", "purchase", "surrender", "transfer", "recover", "acquire", "capture",
    "absorb",
}  # fmt: skip
"""Verbs that are of land only where their object is."""


def of_land(act: Act, passage: Passage) -> bool:
    """Whether a clause on land names some that the record knows of, or a place as what passes."""
    if act.matter is not Matter.LAND or act.token.lemma_ not in _LOOSE:
        return True
    objects = [t for t in act.token.subtree if t.dep_ in ("dobj", "nsubjpass")]
    referring = any(t.lower_ in ("them", "it", "these", "they") for t in objects)
    clause = passage.section.doc[act.start : act.end].text
    text = passage.sentence.text if referring else clause
    if any(True for _ in lands_named(text, {Matter.LAND, Matter.CLAIM})):
        return True
    return any(t.ent_type_ in ("GPE", "LOC") for t in objects)
