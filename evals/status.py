"""Status: is what happened told from what did not, what is to come, what might, what is denied?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from evals.days import day_of
from evals.relation import macro_f1
from legation.coding import code
from legation.model import Event
from legation.reading import read_text


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a file of ``{"text", "date", "actor", "recipient", "types", "status"}``.

    Returns:
        ``accuracy`` over all texts, one of which no fitting event is coded counting as wrong;
        ``found``, the share with an event of an acceptable type between the two; over those alone
        ``accuracy_of_found`` and ``macro_f1_of_found``; ``counted_wrongly``, the share of texts
        without a reported event in which one is found; ``n``.
    """
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    answers = [coded(record) for record in records]
    gold = [record["status"] for record in records]
    both = [(g, a) for g, a in zip(gold, answers, strict=True) if a is not None]
    unreal = [a for g, a in zip(gold, answers, strict=True) if g != "reported"]
    if verbose:
        for record, answer in zip(records, answers, strict=True):
            if answer != record["status"]:
                print(
                    f"  {record['status']:<12} read as {answer or '-':<12} {record['text'][:200]}"
                )
        for (g, a), n in Counter(x for x in both if x[0] != x[1]).most_common():
            print(f"  {n:4} {g} read as {a}")
    right = sum(g == a for g, a in both)
    return {
        "accuracy": _share(right, len(records)),
        "found": _share(len(both), len(records)),
        "accuracy_of_found": _share(right, len(both)),
        "macro_f1_of_found": macro_f1([g for g, _ in both], [a for _, a in both]),
        "counted_wrongly": _share(sum(a == "reported" for a in unreal), len(unreal)),
        "n": len(records),
    }


def coded(record: dict[str, Any]) -> str | None:
    """Give the status of the event that a text is about; ``None`` where none is coded."""
    parties = {record["actor"], record["recipient"]}
    document = read_text(record["text"], published=day_of(record["date"]))
    fitting = (
        row.status.value
        for row in code(document)
        if isinstance(row, Event)
        and {row.actor, row.recipient} == parties
        and row.type in record["types"]
    )
    return next(fitting, None)


def _share(part: int, whole: int) -> float:
    return round(part / max(whole, 1), 3)
