"""The scorer on sentences of the corpus that it has not learned from, pairs without an act too."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from evals.marked import held_out, unmark
from evals.relation import macro_f1
from legation.coding.scorer import scorer


def evaluate(folder: Path, verbose: bool = False) -> dict[str, Any]:
    """Score the held-out lines of a folder of ``.tsv`` files in the corpus's columns.

    Returns:
        ``type_macro_f1`` over the 16 types and ``NONE``, ``accuracy``, and ``n`` lines.
    """
    marked, gold, texts = [], [], []
    for file in sorted(folder.glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                text, actor, recipient = unmark(row["marked_sentence"])
                if held_out(text):
                    marked.append(scorer().mark(text, actor, recipient))
                    gold.append(row["label"].partition("/")[0])
                    texts.append(row["marked_sentence"])
    types = [there.types() for there, _ in scorer().score(marked)]
    found = [max(t, key=t.__getitem__) for t in types]
    if verbose:
        for text, g, f in zip(texts, gold, found, strict=True):
            if g != f:
                print(f"  {g:<10} read as {f:<10} {text[:200]}")
    right = sum(g == f for g, f in zip(gold, found, strict=True))
    return {
        "type_macro_f1": macro_f1(gold, found),
        "accuracy": round(right / max(len(gold), 1), 3),
        "n": len(gold),
    }
