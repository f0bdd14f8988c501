"""Date expressions: are they found, and is their value right?"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from legation.coding.dates import find_dates


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a file of ``{"text", "document_date", "gold": [{start_char, end_char, start, end}]}``.

    Returns:
        ``value_accuracy``: share of gold expressions with a mention that overlaps them and has
        their value; ``span_f1`` of exact spans; ``n`` gold expressions.
    """
    right = exact = found = wanted = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        day = record.get("document_date")
        mentions = find_dates(record["text"], dt.date.fromisoformat(day) if day else None)
        found += len(mentions)
        for gold in record["gold"]:
            wanted += 1
            near = [
                m
                for m in mentions
                if m.start_char < gold["end_char"] and gold["start_char"] < m.end_char
            ]
            value = (gold["start"], gold["end"])
            hit = any((_iso(m.period.start), _iso(m.period.end)) == value for m in near)
            right += hit
            exact += any(
                (m.start_char, m.end_char) == (gold["start_char"], gold["end_char"]) for m in near
            )
            if verbose and not hit:
                print(f"  MISSED {record['text'][gold['start_char'] : gold['end_char']]!r} {value}")
    precision, recall = exact / max(found, 1), exact / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    accuracy = right / max(wanted, 1)
    return {"value_accuracy": round(accuracy, 3), "span_f1": round(f1, 3), "n": wanted}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
