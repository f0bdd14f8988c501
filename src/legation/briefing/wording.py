"""Rows as English sentences, one for each, that say no more than the row does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.briefing.periods import UNDATED_TEXT, period_text
from legation.errors import TableError
from legation.model import Event, Period, Relation, Row, Status, codebook
from legation.world import organisations, states

EVENT_COLUMNS = ("type", "mode", "past", "infinitive", "both_past", "both_infinitive")
RELATION_COLUMNS = ("kind", "noun", "present", "past", "both_present", "both_past")

_OPTIONAL = re.compile(r"\[([^\]]*)\]")

_SAID = {
    Status.PLANNED: "Planned, not reported as done",
    Status.HYPOTHETICAL: "Only supposed",
    Status.NEGATED: "Said not to be so",
    Status.DENIED: "Denied",
}

UNNAMED = "a party that is not named"


@dataclass(frozen=True, slots=True)
class Phrase:
    """How an event of one type and mode is told."""

    past: str
    infinitive: str
    both_past: str
    both_infinitive: str


def sentence(row: Row, holds: bool = False) -> str:
    """Tell a row in one sentence, with its date; what is not reported is said to be so.

    Args:
        row: an event or relation.
        holds: whether a relation is to be told in the present tense.

    Examples:
        >>> import datetime as dt
        >>> from legation.model import Evidence, Precision
        >>> day = dt.date(2013, 11, 2)
        >>> talks = Event("CONSULT", "RUS", "JPN", "s", Evidence(), mutual=True, start=day,
        ...               end=day, precision=Precision.DAY)
        >>> sentence(talks)
        'Russia and Japan held talks (2 November 2013).'
    """
    told = _event(row) if isinstance(row, Event) else _relation(row, holds)
    when = period_text(row.period)
    if when == UNDATED_TEXT:
        when = "date not given"
    detail = f"{_detail(row)}; {when}" if _detail(row) else when
    text = f"{capital(told)} ({detail})."
    return f"{_SAID[row.status]}: {text}" if row.status in _SAID else text


def name(code: str | None, text: str | None = None) -> str:
    """Name a party: its English name, else the words the text has for it."""
    if code is None:
        return f"“{text}”" if text else UNNAMED
    if code in states():
        plain = states()[code].name
        return f"the {plain}" if _WITH_ARTICLE.search(plain) else plain
    body = organisations().get(code)
    return body.name if body else code


_WITH_ARTICLE = re.compile(
    r"^(United |Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Comoros$|Seychelles$)"
    r"|Holy See$|\bIslands$|\bRepublic$|\bRepublic of the Congo$|\bEmirates$"
)
"""English names that take the article in a sentence."""


def capital(text: str) -> str:
    """Start a text with a capital and leave the rest alone."""
    return f"{text[:1].upper()}{text[1:]}"


def what(row: Row) -> str:
    """Name the type and mode of an event, or the kind of a relation, in the codebook's words."""
    if isinstance(row, Event):
        return f"{row.type} {row.mode}" if row.mode else row.type
    return row.kind.value


def who(row: Row) -> str:
    """Write the parties by their codes, with an arrow for who does it to whom."""
    one, other = (row.actor, row.recipient) if isinstance(row, Event) else (row.a, row.b)
    return f"{one or '?'} {'↔' if row.mutual else '→'} {other or '?'}"


def noun(kind: str) -> str:
    """Name a relation kind in plain words."""
    return relation_phrases()[kind]["noun"]


def _event(event: Event) -> str:
    phrase = event_phrases().get((event.type, event.mode or "")) or event_phrases()[event.type, ""]
    planned = event.status in (Status.PLANNED, Status.HYPOTHETICAL)
    actor = _party(event.actor, event.actor_text, event.actor_role)
    recipient = _party(event.recipient, event.recipient_text, event.recipient_role)
    if event.mutual and event.recipient:
        does = phrase.both_infinitive if planned else phrase.both_past
        return f"{actor} and {recipient} {'to ' if planned else ''}{does}"
    does = phrase.infinitive if planned else phrase.past
    known = event.recipient or event.recipient_text
    does = _OPTIONAL.sub(r"\1" if known else "", does).replace("{recipient}", recipient)
    return f"{actor} {'to ' if planned else ''}{does}"


def _party(code: str | None, text: str | None, role: str | None) -> str:
    said = name(code, text)
    if role in (None, "GOV", "IGO") or code is None:
        return said
    return f"{said} ({_SECTORS.get(role, codebook().sectors.get(role, role))})"


_SECTORS = {
    "MIL": "armed forces", "LEG": "parliament", "JUD": "courts", "COP": "police",
    "SPY": "intelligence services", "OPP": "opposition", "BUS": "business", "CVL": "civilians",
    "JRN": "press", "REB": "rebels", "ELI": "former office holders", "PTY": "a party",
}  # fmt: skip


def _relation(relation: Relation, holds: bool) -> str:
    phrase = relation_phrases()[relation.kind.value]
    tense = "present" if holds or relation.status is not Status.REPORTED else "past"
    form = phrase[f"both_{tense}" if relation.mutual else tense]
    return form.format(a=name(relation.a), b=name(relation.b))


def _detail(row: Row) -> str:
    if isinstance(row, Relation):
        return row.terms or ""
    return f"in {row.place}" if row.place else ""


@cache
def event_phrases() -> dict[tuple[str, str], Phrase]:
    """Give the phrase of every type and of the modes that need one of their own.

    Raises:
        TableError: a type has no phrase, or a phrase names a mode that does not exist.
    """
    found = {
        (r["type"], r["mode"]): Phrase(*(r[c] for c in EVENT_COLUMNS[2:]))
        for r in tables.rows("briefing", "event_phrases.csv", EVENT_COLUMNS)
    }
    types = codebook().types
    for type_, mode in found:
        if type_ not in types or (mode and mode not in types[type_].modes):
            raise TableError(f"event_phrases.csv names {type_} {mode}, which the codebook lacks")
    missing = [t for t in types if (t, "") not in found]
    if missing:
        raise TableError(f"event_phrases.csv has no phrase for {missing}")
    return found


@cache
def relation_phrases() -> dict[str, dict[str, str]]:
    """Give each relation kind's noun, and its sentence in each tense, one way and mutual."""
    found = tables.rows("briefing", "relation_phrases.csv", RELATION_COLUMNS)
    return {row["kind"]: row for row in found}


def year_of(period: Period) -> str:
    """Give the heading that a period goes under in a chronology."""
    day = period.start or period.end
    return str(day.year) if day else "Date not given"
