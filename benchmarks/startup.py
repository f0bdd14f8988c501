"""How long a user waits before anything happens: help, import, and a brief from cold."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Measure

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"

RUNS = 5
"""The best of these counts: what else the machine does is not ours."""

HELP, IMPORT, BRIEF = 0.3, 0.5, 2.0
"""Seconds promised in docs and README."""


def measures() -> Iterator[Measure]:
    """Time new processes, each with its own interpreter."""
    python = [sys.executable]
    yield _timed("legation --help", [*python, "-m", "legation", "--help"], HELP)
    yield _timed("import legation", [*python, "-c", "import legation"], IMPORT)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEGATION_HOME"] = folder
        command = [*python, "-m", "legation"]
        yield _timed("legation read, three articles", [*command, "read", str(ARTICLES)], None, 1)
        yield _timed("legation brief RUS JPN", [*command, "brief", "RUS", "JPN"], BRIEF)
        yield _timed("legation events --json", [*command, "events", "--json"], None)
        yield _timed("legation states", [*command, "states"], None)


def _timed(name: str, command: list[str], limit: float | None, runs: int = RUNS) -> Measure:
    best = min(_seconds(command) for _ in range(runs))
    return Measure(name, f"{best:.2f} s (best of {runs})", best, limit)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started
