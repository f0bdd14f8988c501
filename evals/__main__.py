"""Run an evaluation by name, or all of them against their floors."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from evals.floors import check_floors

NAMES = (
    "articles", "dates", "relation", "triples", "actors", "places", "status", "coreference",
    "duplicates", "checking", "scorer",
)  # fmt: skip
HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Run ``python -m evals [NAME PATH]``; each evaluation prints one JSON object last."""
    if not arguments:
        return check_floors(HERE / "floors.json")
    name, *rest = arguments
    if name not in NAMES:
        print(f"no evaluation is called {name!r}: choose from {', '.join(NAMES)}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"evals.{name}")
    if not rest or not Path(rest[0]).exists():
        print(f"usage: python -m evals {name} PATH (an existing file or folder)", file=sys.stderr)
        return 2
    result = module.evaluate(Path(rest[0]), verbose="--verbose" in rest)
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
