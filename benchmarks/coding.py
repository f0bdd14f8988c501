"""Words coded a second and peak memory on one core, beside the bare parse of the same texts."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import Measure

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
REPEATS = 20
SECONDS, OVERHEAD, MEGABYTES = 2.5, 0.6, 1200
"""Promised: per thousand words on one core; beyond the bare parse; at the peak."""


def measures() -> Iterator[Measure]:
    """Time the coder over the bundled articles, each read many times."""
    from legation.coding import code
    from legation.coding.parse import parse
    from legation.reading import read

    documents = list(read(ARTICLES)) * REPEATS
    words = sum(len(d.text.split()) for d in documents)
    code(documents[0])
    coding = _seconds(lambda: [code(d) for d in documents])
    parsing = _seconds(lambda: [parse(d) for d in documents])
    per_thousand = 1000 * coding / words
    yield Measure(
        "coding on one core",
        f"{words / coding:,.0f} words/s (parse alone {words / parsing:,.0f})",
        per_thousand,
        SECONDS,
    )
    over = coding / parsing - 1
    yield Measure("coding beyond the bare parse", f"{over:.0%} more time", over, OVERHEAD)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measure("peak memory", f"{peak:,.0f} MB", peak, MEGABYTES)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
