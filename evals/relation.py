"""The relation of a marked pair in a sentence: which of 15 types, in the convention of PLV.

CONCEDE and RETREAT count as one root, YIELD. Two conventions of the sets that are marked this
way differ from the codebook that Legation follows, and are put on here: cooperation that is yet
to come is AGREE and conflict that is yet to come is THREATEN, whatever the act; a court's
verdict is ACCUSE.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from evals.marked import unmark
from legation.coding.scorer import Score, scorer
from legation.model import Status, codebook

csv.field_size_limit(sys.maxsize)

YIELD = {"CONCEDE", "RETREAT"}
PENDING = {Status.PLANNED}


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a tab-separated file with columns ``marked_sentence`` and ``gold_root``.

    Returns:
        ``root_macro_f1``, ``quad_f1`` and ``binary_f1`` (means over classes), ``accuracy``,
        ``coverage`` (share of sentences with an answer) and ``n``.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    gold = [merged(row["gold_root"]) for row in rows]
    found = roots([row["marked_sentence"] for row in rows])
    if verbose:
        _report(rows, gold, found)
    return {
        "root_macro_f1": macro_f1(gold, found),
        "quad_f1": macro_f1([_quad(g) for g in gold], [_quad(f) for f in found]),
        "binary_f1": macro_f1([_hostile(g) for g in gold], [_hostile(f) for f in found]),
        "accuracy": round(
            sum(g == f for g, f in zip(gold, found, strict=True)) / max(len(gold), 1), 3
        ),
        "coverage": 1.0,
        "n": len(gold),
    }


def roots(marked_sentences: list[str]) -> list[str]:
    """Give the likeliest root of each marked sentence."""
    marked = []
    for sentence in marked_sentences:
        text, actor, recipient = unmark(sentence)
        marked.append(scorer().mark(text, actor or [(0, 0)], recipient))
    return [root(there) for there, _ in scorer().score(marked)]


def root(score: Score) -> str:
    """Give the root of a scored pair."""
    sums: dict[str, float] = defaultdict(float)
    for label, p in score.labels.items():
        sums["ACCUSE" if label == "SANCTION/convict" else merged(label.partition("/")[0])] += p
    del sums["NONE"]
    best = max(sums, key=sums.__getitem__)
    if score.status() in PENDING:
        return "THREATEN" if _hostile(best) else "AGREE"
    return best


def merged(code: str) -> str:
    """Give the root that a type counts as."""
    return "YIELD" if code in YIELD else code


def _quad(code: str) -> int:
    return 2 if code == "YIELD" else codebook().quad(code)


def _hostile(code: str) -> bool:
    return _quad(code) > 2


def macro_f1(gold: list[Any], found: list[Any]) -> float:
    """Average the F1 of each class that the gold has."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    wanted, given = Counter(gold), Counter(found)
    scores = [2 * right[c] / (wanted[c] + given[c]) for c in wanted]
    return round(sum(scores) / max(len(scores), 1), 3)


def _report(rows: list[dict[str, str]], gold: list[str], found: list[str]) -> None:
    for row, g, f in zip(rows, gold, found, strict=True):
        if g != f:
            print(f"  {g:<10} read as {f:<10} {row['marked_sentence'][:200]}")
