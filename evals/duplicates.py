"""Duplicates: are two reports of one event told as one, and reports of two as two?"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from legation.coding import code
from legation.ledger import Ledger
from legation.model import Event
from legation.reading import read_text

_BACKWARD = re.compile(r"\b(ago|last (week|month|year)|yesterday|earlier|anniversary)\b", re.I)


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a file of ``{"a": {text, date}, "b": {text, date}, "same"}``.

    Both texts are read into an empty ledger; they are held to tell of one event where a row of
    it rests on both.

    Returns:
        ``precision``, ``recall`` and ``f1`` of "the same"; ``accuracy``; ``both_coded``, the share
        of pairs of which both texts give an event, without which nothing can fold, and
        ``f1_where_coded``; ``baseline_accuracy`` of the better of two that read no meaning (shared
        words; a phrase that looks back); ``n``.
    """
    pairs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    verdicts = [told_as_one(pair["a"], pair["b"]) for pair in pairs]
    gold = [bool(pair["same"]) for pair in pairs]
    found = [one for one, _ in verdicts]
    coded = [i for i, (_, both) in enumerate(verdicts) if both]
    if verbose:
        for pair, (one, both) in zip(pairs, verdicts, strict=True):
            if one != pair["same"]:
                told = "one" if one else "two" if both else "not coded"
                print(f"  {pair['id']} same={pair['same']} told as {told}: {pair['note']}")
    words = [_alike(p["a"]["text"], p["b"]["text"]) for p in pairs]
    middle = sorted(words)[len(words) // 2] if words else 0
    backward = [bool(_BACKWARD.search(p["a"]["text"] + p["b"]["text"])) for p in pairs]
    baseline = max(
        _share(sum(g == b for g, b in zip(gold, guess, strict=True)), len(gold))
        for guess in ([w > middle for w in words], backward, [w < middle for w in words])
    )
    return {
        **_scores(gold, found),
        "accuracy": _share(sum(g == f for g, f in zip(gold, found, strict=True)), len(gold)),
        "both_coded": _share(len(coded), len(gold)),
        "f1_where_coded": _scores([gold[i] for i in coded], [found[i] for i in coded])["f1"],
        "baseline_accuracy": baseline,
        "n": len(pairs),
    }


def told_as_one(*texts: dict[str, str]) -> tuple[bool, bool]:
    """Say whether an event of an empty ledger rests on all texts, and whether all gave one."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder))
        coded = True
        for text in texts:
            document = read_text(text["text"], published=dt.date.fromisoformat(text["date"]))
            rows = code(document)
            coded &= any(isinstance(row, Event) for row in rows)
            ledger.add([document], rows)
        told = ledger.events()
        one = any(len({c.source_id for c in e.sources}) == len(texts) for e in told)
    return one, coded


def _scores(gold: list[bool], found: list[bool]) -> dict[str, float]:
    right = sum(g and f for g, f in zip(gold, found, strict=True))
    precision, recall = _share(right, sum(found)), _share(right, sum(gold))
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "f1": round(f1, 3)}


def _share(part: int, whole: int) -> float:
    return round(part / max(whole, 1), 3)


def _alike(a: str, b: str) -> float:
    one, other = ({w.lower() for w in re.findall(r"\w{3,}", text)} for text in (a, b))
    return len(one & other) / max(len(one | other), 1)
