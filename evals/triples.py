"""Events end to end: (actor, type, recipient) from plain sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evals.days import day_of
from legation.coding import code
from legation.model import Event, Status
from legation.reading import read_text
from legation.world import organisations

Triple = tuple[str, str, str]


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a file of ``{"text", "date", "gold": [[actor, type, recipient], ...]}``.

    What both sides do to each other counts in whichever directions the gold has it, once where
    it has neither. What the text negates, denies or only imagines does not count.

    Returns:
        ``precision``, ``recall``, ``f1`` of triples and, under ``dyad_…``, of pairs with their
        direction; ``false_alarm_rate``, the share of texts without gold that give a row; ``n``.
    """
    counts = {"triple": [0, 0, 0], "dyad": [0, 0, 0]}
    quiet = alarms = texts = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold = {(party(a), t, party(r)) for a, t, r in record["gold"]}
        found = coded(record["text"], record.get("date"), gold)
        texts += 1
        if not gold:
            quiet += 1
            alarms += bool(found)
        for name, g, f in (
            ("triple", gold, found),
            ("dyad", {(a, r) for a, _, r in gold}, {(a, r) for a, _, r in found}),
        ):
            counts[name][0] += len(g & f)
            counts[name][1] += len(f)
            counts[name][2] += len(g)
        if verbose and gold != found:
            print(f"  {record['text'][:160]}\n    gold {sorted(gold)}\n    got  {sorted(found)}")
    result: dict[str, Any] = {}
    for name, prefix in (("triple", ""), ("dyad", "dyad_")):
        right, given, wanted = counts[name]
        precision, recall = right / max(given, 1), right / max(wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        result |= {
            f"{prefix}precision": round(precision, 3),
            f"{prefix}recall": round(recall, 3),
            f"{prefix}f1": round(f1, 3),
        }
    return result | {"false_alarm_rate": round(alarms / max(quiet, 1), 3), "n": texts}


def coded(text: str, date: str | None, gold: set[Triple]) -> set[Triple]:
    """Code one text and give its triples, in the gold's conventions."""
    if not text.strip():
        return set()
    found: set[Triple] = set()
    for row in code(read_text(text, published=day_of(date or "")), everyone=True):
        if isinstance(row, Event) and row.status in COUNTED:
            one = (party(row.actor), row.type, party(row.recipient))
            other = (one[2], one[1], one[0])
            ways = {one, other} & gold if row.mutual else {one}
            found |= ways or {one}
    return found


COUNTED = (Status.REPORTED, Status.PLANNED)


def party(code: str | None) -> str:
    """Give the gold's code of a party: it has one for all organisations of states."""
    return "IGO" if code in organisations() or code in _BODIES else code or ""


_BODIES = {"EUR", "UN", "NAT"}
