"""Actor phrases: whose they are, and what they are."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from evals.days import day_of
from legation.coding.phrases import resolve
from legation.world import organisations


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a tab-separated file with columns ``text, context, date, country, code_1``.

    A cell that the gold leaves empty is not scored: many phrases have no state, many no sector.

    Returns:
        ``country_accuracy`` and ``sector_accuracy`` over the cells that the gold fills, and
        ``n`` phrases.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = {"country": 0, "code_1": 0}
    asked = {"country": 0, "code_1": 0}
    for row in rows:
        found = resolve(row["text"], day_of(row.get("date") or ""), row.get("context") or "")
        got = {"country": found.code, "code_1": found.role}
        for column, answer in got.items():
            wanted = row.get(column) or ""
            asked[column] += bool(wanted)
            right[column] += bool(wanted) and _same(wanted, answer)
            if verbose and wanted and not _same(wanted, answer):
                print(f"  {row['text']!r} {row.get('date') or ''}: {column} {wanted}, got {answer}")
    return {
        "country_accuracy": round(right["country"] / max(asked["country"], 1), 3),
        "sector_accuracy": round(right["code_1"] / max(asked["code_1"], 1), 3),
        "n": len(rows),
    }


_ORGANISATIONS = {"EUR": "EUU"}
"""Codes of organisations in the sets at hand that are not Legation's."""


def _same(wanted: str, answer: str | None) -> bool:
    body = organisations().get(answer or "")
    if wanted == "IGO" or (wanted == "UNO" and body and body.kind == "organ"):
        return body is not None
    return answer in (wanted, _ORGANISATIONS.get(wanted, wanted))
