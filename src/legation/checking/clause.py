"""Clauses as they are held against the lines of the record: words, days, states, towns, people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.checking.acts import clause_words, trimmed
from legation.coding.passages import Passage
from legation.coding.status import standing
from legation.model import Period, Status
from legation.record.words import stems_of
from legation.world import NameKind, memberships, organisations, place_names, states

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINING = re.compile(
    r"\b(?:join|c[ao]me in|enter|follow|admit|member|club|accede|welcom|return"
    r"|(?:let|taken|brought|received|went) (?:in|into)\b)"
)
"""Words of joining an organisation."""
ENDING = re.compile(
    r"\b(?:until|till|ended|ends?|wound up|withdrew|evacuated|dissolved|lapsed|expired|disbanded"
    r"|walk(?:ed|ing) out|quit|left|leaving|called off|lifted|finished|over)\b",
    re.IGNORECASE,
)
"""Words that make a day that of an end."""
LEAVING = re.compile(
    r"\b(?:left|leaving|leave|quit|withdrew|withdrawn|walk(?:ed|ing) out|expelled)\b"
)
"""Words of leaving an organisation."""
_VERBS = ("VERB", "AUX")
_PERSONS = (NameKind.HOLDER, NameKind.SURNAME)
_SHORT = 45  # characters of "West Germany five years later", which goes on from a clause before


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says, as far as lines of the record can say it too.

    Args:
        text: its words.
        stems: the stems of those that tell, and its organisations by code.
        proper: the stems of its names.
        own: the states that it names.
        states: those, the sentence's, and the two that the text is about.
        dates: its days.
        explicit: whether it gives them itself.
        towns: the towns in or at which it says something happened.
        people: the persons that it names, by whose they are.
        body: the organisation that the text is about, or empty.
        joining: whether its sentence is about joining one.
        counted: whether it says plainly that somebody joined or left.
    """

    text: str
    stems: frozenset[str]
    proper: frozenset[str]
    own: frozenset[str]
    states: frozenset[str]
    dates: tuple[Period, ...]
    explicit: bool
    towns: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    body: str
    joining: bool
    counted: bool


def clauses_of(passage: Passage) -> Iterator[tuple[Token, int, int]]:
    """Give the clauses that a sentence reports, each by its verb and the tokens of its stretch."""
    sentence = passage.sentence
    heads = [t for t in sentence if t.pos_ in _VERBS and t.dep_ not in ("aux", "auxpass")]
    for verb in heads or [sentence.root]:
        if verb.pos_ in _VERBS and standing(verb).status is not Status.REPORTED:
            continue
        words = clause_words(verb, verb)
        start = min(words)
        end = trimmed(start, max(words) + 1, passage)
        yield from ((verb, low, high) for low, high in _segments(start, end, passage))


def _segments(start: int, end: int, passage: Passage) -> Iterator[tuple[int, int]]:
    """Part a clause that tells of several days at the commas between them."""
    doc = passage.section.doc
    dates = [w for _, w in passage.calendar.here(passage.sentence) if start <= w.start < end]
    low = start
    for date in dates[:-1]:
        comma = next((i for i in range(date.end, end) if doc[i].text in (",", ";")), None)
        later = [d for d in dates if comma is not None and d.start > comma]
        if comma is not None and comma > low and later:
            yield low, comma
            low = comma + 1
    if low < end:
        yield low, end


def clause_of(passage: Passage, verb: Token, start: int, end: int) -> Clause:
    """Take a clause apart."""
    doc, cast = passage.section.doc, passage.cast
    mentions = cast.mentions.between(start, end)
    dates, dated, explicit = _days(passage, verb, start, end)
    named = {i for m in mentions if m.code in states() for i in range(m.start, m.end)}
    words = [t for t in doc[start:end] if t.i not in dated]
    telling = (t.text for t in words if not t.is_stop and not t.like_num
               and (t.i not in named or t.ent_type_ not in ("GPE", "NORP")))  # fmt: skip
    bodies = {f"#{m.code}" for m in mentions if m.code in organisations()}
    near = cast.mentions.between(passage.sentence.start, passage.sentence.end)
    text = doc[start:end].text
    return Clause(
        text=text,
        stems=stems_of(" ".join(telling)) | bodies,
        proper=stems_of(" ".join(t.text for t in words if t.pos_ == "PROPN" and t.i not in named)),
        own=frozenset(m.code for m in mentions if m.code in states()),
        states=frozenset(c for c in (*(m.code for m in near), *cast.focus.main_pair())
                         if c in states()),
        dates=dates,
        explicit=explicit,
        towns=tuple(t.text for t in words if _in_town(t)),
        people=tuple((m.code, doc[m.start : m.end].text) for m in mentions if m.kind in _PERSONS),
        body=_main_body(passage),
        joining=JOINING.search(passage.sentence.text) is not None,
        counted=_whose_spell(text),
    )  # fmt: skip


def _days(
    passage: Passage, verb: Token, start: int, end: int
) -> tuple[tuple[Period, ...], set[int], bool]:
    """Give the days of a clause, the tokens that say them, and whether the clause says them."""
    doc, here = passage.section.doc, passage.calendar.here(passage.sentence)
    inside = [(p, w) for p, w in here if start <= w.start < end and p.dated]
    dates = [p for p, _ in inside]
    dated = {i for _, w in inside for i in range(w.start, w.end)}
    plain = re.search(r"\d{4}|\b(?:later|earlier|after)\b", doc[start:end].text)
    explicit = bool(dates) and (plain is not None or not dated)
    own = passage.calendar.of(verb)
    if not dates and own.how == "sentence":
        dates.append(own.period)
        explicit = len(here) == 1 and bool(re.search(r"\d{4}", here[0][1].text))
    return tuple(dates), dated, explicit


def _in_town(token: Token) -> bool:
    placed = token.ent_type_ == "GPE" and token.dep_ == "pobj" and token.head.lower_ in ("in", "at")
    return placed and _is_town(token.text)


def _is_town(name: str) -> bool:
    return any(p.kind not in ("country", "state", "region") for p in place_names().get(name, ()))


def _main_body(passage: Passage) -> str:
    """Give the organisation that a text names at least twice as often as any other, if any."""
    counts = passage.cast.focus.weights
    bodies = [c for c in counts if c in memberships()]
    best = max(bodies, key=lambda c: counts[c], default="")
    return best if best and all(counts[b] * 2 <= counts[best] for b in bodies if b != best) else ""


def _whose_spell(text: str) -> bool:
    """Whether a clause says plainly that somebody joined or left, so that its day is of that."""
    return (
        JOINING.search(text) is not None or LEAVING.search(text) is not None or len(text) < _SHORT
    )
