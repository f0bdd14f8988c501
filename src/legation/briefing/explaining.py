"""Why a row is there: the rule that fired, and the words that name its parties."""

from __future__ import annotations

import re

from legation.briefing.structure import Cell, Span
from legation.model import Event, Row


def explained(row: Row) -> Cell:
    """Quote a row's evidence with its parties marked, and say what rule read it how.

    Examples:
        >>> from legation.model import Evidence
        >>> event = Event("ACCUSE", "CHN", "JPN", "s", Evidence(quote="China criticised Japan."),
        ...               actor_text="China", recipient_text="Japan", coder="rules/1:criticise")
        >>> [(s.text, s.mark) for s in explained(event)][:3]
        [('China', 'actor'), (' criticised ', ''), ('Japan', 'recipient')]
    """
    quote = " ".join((row.evidence.quote or "").split())
    return (*marked(quote, row), Span(f"\n{_reason(row)}", "quiet"))


def marked(quote: str, row: Row) -> Cell:
    """Cut a quote into spans, the words of the actor and the recipient marked."""
    if not isinstance(row, Event):
        return (Span(quote),)
    found = _first(quote, row.actor_text, "actor", ())
    found += _first(quote, row.recipient_text, "recipient", found)
    spans, position = [], 0
    for start, end, mark in sorted(found):
        spans += [Span(quote[position:start]), Span(quote[start:end], mark)]
        position = end
    return tuple(s for s in (*spans, Span(quote[position:])) if s.text)


_Marks = tuple[tuple[int, int, str], ...]


def _first(quote: str, words: str | None, mark: str, taken: _Marks) -> _Marks:
    if not words or not words.strip():
        return ()
    pattern = rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)"
    for hit in re.finditer(pattern, quote):
        if all(hit.end() <= start or end <= hit.start() for start, end, _ in taken):
            return ((hit.start(), hit.end(), mark),)
    return ()


def _reason(row: Row) -> str:
    coder, _, rule = (row.coder or "").partition(":")
    said = [_why(rule, row.confidence), f"coder {coder or 'unknown'}"]
    if isinstance(row, Event):
        said.append(_party("actor", row.actor, row.actor_role, row.actor_text))
        said.append(_party("recipient", row.recipient, row.recipient_role, row.recipient_text))
        said.append("both do it" if row.mutual else "one way")
        said += [f"topics {', '.join(row.topics)}"] if row.topics else []
    elif row.terms:
        said.append(f"terms “{row.terms}”")
    if row.evidence.start_char is not None:
        place = f"characters {row.evidence.start_char}–{row.evidence.end_char}"
        said.append(f"{place} of document {row.evidence.document_id}")
    return "; ".join(said)


def _why(rule: str, confidence: float | None) -> str:
    if not rule:
        return "no rule named"
    read = rule.removeprefix("scored ")
    if read == rule:
        return f"rule “{rule}”"
    return f"no rule: the trained scorer read {read}, probability {confidence}"


def _party(what: str, code: str | None, role: str | None, text: str | None) -> str:
    named = f"{code or 'nobody known'}{f' {role}' if role else ''}"
    return f"{what} {named}{f' from “{text}”' if text else ''}"
