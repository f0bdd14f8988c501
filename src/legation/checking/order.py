"""Verdicts on what is said to be the first, or never to have been."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.checking.acts import Act
from legation.checking.agreement import before, fits
from legation.checking.covering import outside
from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.known import FEW, Known, proofs
from legation.checking.meaning import of_land
from legation.checking.numbers import number
from legation.checking.things import Matter, Thing
from legation.checking.wording import matter_text, name_of, told
from legation.coding.passages import Passage
from legation.model import Period, Status
from legation.world import place_names

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = {"first", "first-ever", "earliest", "maiden", "inaugural"}
_TREATY = re.compile(r"[Tt]reaty|[Pp]eace")
_NEVER = {"never"}


def check_order(acts: list[Act], passage: Passage, known: Known) -> Iterator[Finding]:
    """Say of a "first" and a "never" whether the record has an earlier one, or any."""
    for act in acts:
        word = _word(act)
        never = act.status is Status.NEGATED and (_ever(act) or (word and word.lower_ in _NEVER))
        if (word is None and not never) or not act.pairs or not of_land(act, passage):
            continue
        if _of_several(act, word) or (never and _again(act)):
            continue
        claim = Claim(ClaimKind.ORDER, passage.quote(act.start, act.end))
        if never:
            yield _never(claim, act, passage, known)
        elif act.status is Status.REPORTED:
            yield _first(claim, act, passage, known)


def _of_several(act: Act, word: Token | None) -> bool:
    """Whether "the first" is of some that the text has told of: "the first of these wars"."""
    if word is None or word.i + 2 >= len(word.doc):
        return False
    return word.nbor(1).lower_ == "of" and word.nbor(2).lower_ in ("these", "those", "them")


def _again(act: Act) -> bool:
    return any(t.lower_ == "again" for t in act.verb.subtree)


def _ever(act: Act) -> bool:
    return any(t.lower_ in ("ever", "yet", "no") for t in act.verb.subtree)


def _word(act: Act) -> Token | None:
    for token in (*act.token.lefts, *act.token.rights, *act.verb.children):
        if token.lower_ in _FIRST or token.lower_ in _NEVER:
            return token
    for token in act.token.doc[max(act.start, act.token.i - 4) : act.token.i]:
        if token.lower_ in _FIRST:
            return token
    for token in act.verb.subtree:
        if token.lower_ == "first" and token.head.lemma_ in ("time", "of"):
            return token
        if token.lower_ == "first" and token.head in (act.token, act.verb):
            return token
    return None


def _first(claim: Claim, act: Act, passage: Passage, known: Known) -> Finding:
    a, b = act.pairs[0]
    things = _alike(act, passage, known.like(act.matter, a, b))
    period, since = _date(act), _since(passage)
    dated = act.asserted and period.start
    now = [t for t in things if dated and fits(period, t, True)]
    day = _day(act, now, passage)
    if day and since is None and (years := _in_years(act)):
        since = day - dt.timedelta(days=365.25 * (years - 0.6))
    earlier = before(things, day, since) if day else []
    if act.matter is Matter.MEETING:
        few = now[0].parties if now else FEW
        earlier = [
            t for t in earlier if (t.parties > 2) == (few > 2) and t.parties <= max(few, FEW)
        ]
    if act.form == "visit" and now:
        earlier = [t for t in earlier if _state_of(t.name) == _state_of(now[0].name)]
    what = f"{matter_text(act.matter)} of {name_of(a)} and {name_of(b)}"
    if earlier:
        why = f"The record has an earlier one: {told(earlier[0])}"
        return Finding(claim, Verdict.DIFFERS, why, proofs(earlier))
    if now or (things and not dated):
        found = (now or things)[0]
        why = f"First found on record, and none earlier: {told(found)}"
        return Finding(claim, Verdict.ON_RECORD, why, proofs([found]))
    if reason := outside(act.matter, (a, b), period):
        return Finding(claim, Verdict.OUTSIDE_COVERAGE, f"Outside coverage: {reason}.")
    why = f"The record has no such {what}, nor an earlier one."
    return Finding(claim, Verdict.NOT_ON_RECORD, why)


def _in_years(act: Act) -> float | None:
    """Give in how many years something is the first: "the first summit in six years"."""
    found = re.search(
        r"\bin (?:almost |nearly |over |more than )?([\w-]+) years\b", act.verb.sent.text
    )
    return number(found.group(1)) if found else None


def _never(claim: Claim, act: Act, passage: Passage, known: Known) -> Finding:
    a, b = act.pairs[0]
    things = _alike(act, passage, known.like(act.matter, a, b))
    day = act.dated.period.start if act.asserted else passage.document.published
    since = _last_war(known, a, b) if act.matter is Matter.TREATY else None
    found = before(things, day or dt.date.max, since)
    what = f"{matter_text(act.matter)} of {name_of(a)} and {name_of(b)}"
    if found:
        return Finding(
            claim, Verdict.DIFFERS, f"The record has one: {told(found[0])}", proofs(found)
        )
    if reason := outside(act.matter, (a, b), act.dated.period):
        return Finding(claim, Verdict.OUTSIDE_COVERAGE, f"Outside coverage: {reason}.")
    return Finding(claim, Verdict.ON_RECORD, f"None is on record: no {what} was found.")


def _state_of(place: str) -> str:
    found = place_names().get(place, ())
    return next((p.state for p in found if p.state), place)


def _date(act: Act) -> Period:
    """Give when it is said to have been: the clause's own date, or where the story has got to."""
    return act.dates[0] if act.dates else act.dated.period


def _last_war(known: Known, a: str, b: str) -> dt.date | None:
    """Give when two last went to war: "no peace treaty" means none since."""
    return max(
        (t.whole.start for t in known.things(a, b, Matter.WAR) if t.whole.start), default=None
    )


def _alike(act: Act, passage: Passage, things: list[Thing]) -> list[Thing]:
    """Keep things of the form that the words name: summits, two-plus-twos, peace treaties."""
    text = passage.section.doc[act.start : act.end].text.lower()
    kept = [t for t in things if t.matter is act.matter or act.matter is Matter.TREATY]
    if act.matter is Matter.MEETING:
        if act.form == "two_plus_two":
            return [t for t in kept if "two_plus_two" in t.form]
        if act.form == "visit":
            kept = [t for t in kept if "visit" in t.form or "summit" in t.form]
        if "foreign minister" in text:
            return [t for t in kept if "foreign" in t.form]
        if act.form in ("summit", "visit"):
            return [t for t in kept if "head" in t.form]
    if act.matter is Matter.TREATY and ("peace" in text):
        return [t for t in kept if "peace" in t.form and _TREATY.search(t.name)]
    if act.matter is Matter.OPENING and act.form:
        return [t for t in kept if t.form == act.form]
    return kept


def _since(passage: Passage) -> dt.date | None:
    """Give the day since when something is the first: "the first visit since 1973"."""
    for period, words in passage.calendar.here(passage.sentence):
        text = passage.section.doc[max(0, words.start - 1) : words.end].text.lower()
        if text.startswith("since") or (period.end is None and "since" in text):
            return period.start and period.start.replace(month=12, day=31)
    return None


def _day(act: Act, now: list[Thing], passage: Passage) -> dt.date | None:
    if now and now[0].begun:
        return now[0].begun[0].start
    if act.dated.how == "sentence" and act.dated.period.start and act.dated.period.end:
        return act.dated.period.start
    return None if act.dated.how == "sentence" else passage.document.published
