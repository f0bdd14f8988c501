"""Run benchmarks and print a table: ``python -m benchmarks [name ...]``."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    """Run the named modules, or all; the exit code is 1 if a limit is broken."""
    here = Path(__file__).parent
    found = sorted(p.stem for p in here.glob("*.py") if not p.stem.startswith("_"))
    broken = 0
    for name in names or found:
        print(f"\n{name}")
        for measure in importlib.import_module(f"benchmarks.{name}").measures():
            limit = "" if measure.limit is None else f"{measure.limit:g}"
            verdict = "" if measure.limit is None else ("ok" if measure.kept else "TOO SLOW")
            print(f"  {measure.name:<58} {measure.result:<34} {limit:>6} {verdict}", flush=True)
            broken += not measure.kept
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
