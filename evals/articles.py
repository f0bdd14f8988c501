"""Articles end to end: coded rows against gold rows.

A row is right when its type or kind is acceptable, its pair agrees (and its direction, unless
the gold row is mutual), and its dates overlap the gold dates. A row without a date does not
agree with a dated gold row. Optional gold rows are neither rewarded nor punished.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

from legation.coding import code
from legation.model import Event, Period, Row
from legation.reading import read


def evaluate(folder: Path, verbose: bool = False) -> dict[str, Any]:
    """Score every ``NAME.gold.json`` of a folder whose article stands beside it.

    Returns:
        ``precision``, ``recall``, ``f1`` overall, ``articles`` by name, and ``n`` gold rows.
    """
    counts: Counter[str] = Counter()
    articles = {}
    for gold_file in sorted(folder.glob("*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        rows = _coded(gold_file, gold)
        score, report = compare(rows, gold["rows"], gold.get("optional", []))
        counts += score
        name = gold_file.name.removesuffix(".gold.json")
        articles[name] = _measures(score)
        if verbose:
            print(f"\n== {name}  {articles[name]}")
            print("\n".join(report))
    return _measures(counts) | {"n": counts["gold"], "articles": articles}


def _coded(gold_file: Path, gold: dict[str, Any]) -> list[Row]:
    stem = gold_file.name.removesuffix(".gold.json")
    article = next(p for p in gold_file.parent.glob(f"{stem}.*") if p.suffix in (".txt", ".html"))
    date = dt.date.fromisoformat(gold["date"]) if gold.get("date") else None
    return [row for document in read(article, published=date) for row in code(document)]


def compare(
    rows: list[Row], gold: list[dict[str, Any]], optional: list[dict[str, Any]]
) -> tuple[Counter[str], list[str]]:
    """Match coded rows with gold rows, each gold row once, the required ones first."""
    report, right = [], 0
    missing = list(gold)
    left = []
    for row in rows:
        match = next((g for g in missing if agrees(row, g)), None)
        if match is None:
            left.append(row)
            continue
        missing.remove(match)
        right += 1
        report.append(f"  ok     {_show(row)} | {row.coder}")
    wrong = [row for row in left if not any(agrees(row, o) for o in optional)]
    report += [f"  WRONG  {_show(r)} | {r.coder} | {(r.evidence.quote or '')[:110]}" for r in wrong]
    report += [f"  MISSED {_near(rows, g)}{_show_gold(g)}" for g in missing]
    return Counter(right=right, wrong=len(wrong), gold=len(gold)), report


def agrees(row: Row, gold: dict[str, Any]) -> bool:
    """Whether a coded row says what a gold row says."""
    if isinstance(row, Event):
        if gold["row"] != "event" or row.type not in gold["types"]:
            return False
        ends, wanted = (row.actor, row.recipient), (gold["actor"], gold["recipient"])
    else:
        if gold["row"] != "relation" or row.kind.value not in gold["kinds"]:
            return False
        ends, wanted = (row.a, row.b), (gold["a"], gold["b"])
    if ends != wanted and not (gold["mutual"] and ends[::-1] == wanted):
        return False
    when = Period(_date(gold["start"]), _date(gold["end"]))
    return not when.dated or (row.period.dated and row.period.overlaps(when))


def _near(rows: list[Row], gold: dict[str, Any]) -> str:
    undated = gold | {"start": None, "end": None}
    near = [row for row in rows if agrees(row, undated)]
    return f"(dated {', '.join(f'{r.start}..{r.end}' for r in near)}) " if near else ""


def _measures(counts: Counter[str]) -> dict[str, float]:
    precision = counts["right"] / max(counts["right"] + counts["wrong"], 1)
    recall = counts["right"] / max(counts["gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _show(row: Row) -> str:
    if isinstance(row, Event):
        head = f"{row.type} {row.actor} {row.recipient}"
    else:
        head = f"{row.kind.value} {row.a} {row.b}"
    return f"{head} {'mutual ' if row.mutual else ''}{row.start}..{row.end} {row.status.value}"


def _show_gold(gold: dict[str, Any]) -> str:
    event = gold["row"] == "event"
    head = gold["types"] if event else gold["kinds"]
    ends = (gold["actor"], gold["recipient"]) if event else (gold["a"], gold["b"])
    return f"{head} {ends} {gold['start']}..{gold['end']} {gold['status']} | {gold['quote'][:110]}"
