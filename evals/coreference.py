"""Coreference: whom do "it", "the two countries", "its neighbour", "their leaders" stand for?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from evals.days import day_of
from legation.coding.about import about
from legation.coding.actors import Cast
from legation.coding.dates import find_dates
from legation.coding.introductions import introduce
from legation.coding.mentions import find_mentions
from legation.coding.parse import parse
from legation.coding.when import section_days
from legation.reading import read_text

Span = tuple[int, int]


def evaluate(file: Path, verbose: bool = False) -> dict[str, Any]:
    """Score a file of ``{"text", "date", "gold": [{start_char, end_char, codes}]}``.

    Returns:
        ``accuracy``, the share of gold expressions that stand for exactly the states of the gold;
        ``resolved``, the share that are taken for any state; ``accuracy_of_resolved``;
        ``accuracy_of_one`` and ``accuracy_of_several`` by how many states the gold has; ``n``.
    """
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    resolved = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        spans = [(g["start_char"], g["end_char"]) for g in record["gold"]]
        for gold, codes in zip(record["gold"], stands_for(record, spans), strict=True):
            size = "one" if len(gold["codes"]) == 1 else "several"
            hit = codes == set(gold["codes"])
            wanted[size] += 1
            right[size] += hit
            resolved += bool(codes)
            if verbose and not hit:
                name = record["text"][gold["start_char"] : gold["end_char"]]
                print(f"  {name!r} {gold['codes']} read as {sorted(codes)}: {record['text'][:160]}")
    n = wanted.total()
    return {
        "accuracy": _share(right.total(), n),
        "resolved": _share(resolved, n),
        "accuracy_of_resolved": _share(right.total(), resolved),
        "accuracy_of_one": _share(right["one"], wanted["one"]),
        "accuracy_of_several": _share(right["several"], wanted["several"]),
        "n": n,
    }


def stands_for(record: dict[str, Any], spans: list[Span]) -> list[set[str]]:
    """Give the codes that each span of a text is taken to stand for, as the coder reads it."""
    document = read_text(record["text"], published=day_of(record["date"]))
    shift = max(record["text"].find(document.text[:40]), 0)
    parsed = parse(document)
    sections = [(p.section.start_char, p.section.end_char) for p in parsed]
    dates = find_dates(document.text, document.published, sections)
    days = section_days(sections, dates, document.published)
    mentions = introduce(parsed, find_mentions(parsed, document.published, days))
    focus = about(parsed, mentions)
    found: list[set[str]] = [set() for _ in spans]
    for section, named in zip(parsed, mentions, strict=True):
        cast = Cast(named, focus)
        for sentence in section.doc.sents:
            cast.enter(sentence)
            for i, (start, end) in enumerate(spans):
                base = section.offset + shift
                phrase = section.doc.char_span(start - base, end - base, alignment_mode="expand")
                if phrase is not None and sentence.start <= phrase.start < sentence.end:
                    heads = [phrase.root, *phrase]
                    parties = next((p for t in heads if (p := cast.parties(t))), [])
                    found[i] = {party.code for party in parties}
            cast.leave()
    return found


def _share(part: int, whole: int) -> float:
    return round(part / max(whole, 1), 3)
