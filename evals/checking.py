"""Checking: is each claim of an article given the verdict that the record warrants?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from evals.days import day_of
from legation.checking import ClaimKind, Finding, Verdict, check
from legation.reading import read_text

Span = tuple[int, int]
_ROW = {ClaimKind.EVENT, ClaimKind.RELATION}


def evaluate(folder: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a folder of ``NAME.txt`` beside ``NAME.gold.json``.

    A claim is found by the finding of its kind (events and relations are one kind, and so are
    comparisons, standings and causes) that shares most with its words.

    Returns:
        ``accuracy``, the share of the gold claims that get the right verdict, one that is not
        found counting as wrong; ``found``; ``accuracy_of_found``; ``false_differs``, the share
        of claims that the record does not contradict of which ``differs`` is said;
        ``differs_precision`` of all findings that say so; ``n``.
    """
    right = found = false = sound = said = upheld = n = 0
    confusion: Counter[tuple[str, str, str]] = Counter()
    for file in sorted(folder.glob("*.txt")):
        gold = json.loads(file.with_suffix("").with_suffix(".gold.json").read_text("utf-8"))
        day = gold["published"] and day_of(gold["published"])
        document = read_text(file.read_text(encoding="utf-8"), published=day or None)
        findings = check(document)
        wrong_spans = []
        for claim in gold["claims"]:
            n += 1
            at = document.text.find(claim["quote"])
            span = (at, at + len(claim["quote"]))
            answer = _answer(span, claim["kind"], findings)
            verdict = answer.verdict.value if answer else "-"
            found += answer is not None
            right += verdict == claim["verdict"]
            if claim["verdict"] == "differs":
                wrong_spans.append(span)
            else:
                sound += 1
                false += verdict == "differs"
            confusion[claim["kind"], claim["verdict"], verdict] += 1
            if verbose and verdict != claim["verdict"]:
                print(f"{file.stem}: {claim['kind']} {claim['verdict']} read as {verdict}")
                print(f"    {claim['quote']}\n    gold: {claim['why']}")
                if answer:
                    print(f"    ours: {answer.why}")
        for one in findings:
            if one.verdict is Verdict.DIFFERS:
                said += 1
                upheld += any(_shared(_span(one), w) > 0 for w in wrong_spans)
    if verbose:
        for (kind, wanted, got), count in sorted(confusion.items()):
            print(f"  {count:4} {kind:11} {wanted:17} {got}")
    return {
        "accuracy": _share(right, n),
        "found": _share(found, n),
        "accuracy_of_found": _share(right, found),
        "false_differs": _share(false, sound),
        "differs_precision": _share(upheld, said),
        "n": n,
    }


def _answer(span: Span, kind: str, findings: list[Finding]) -> Finding | None:
    alike = [f for f in findings if _group(f.claim.kind) == _group(ClaimKind(kind))]
    best = max(alike, key=lambda f: _likeness(_span(f), span), default=None)
    return best if best and _shared(_span(best), span) > 0 else None


def _group(kind: ClaimKind) -> str:
    if kind in _ROW:
        return "row"
    return "judgement" if kind.is_judgement else kind.value


def _span(finding: Finding) -> Span:
    evidence = finding.claim.evidence
    return evidence.start_char or 0, evidence.end_char or 0


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _likeness(one: Span, other: Span) -> float:
    shared = _shared(one, other)
    return shared / ((one[1] - one[0]) + (other[1] - other[0]) - shared or 1)


def _share(part: int, whole: int) -> float:
    return round(part / max(whole, 1), 3)
