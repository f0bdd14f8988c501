"""Run every cross-check: ``python -m evals.crosschecks [FOLDER] [--quiet]``.

FOLDER holds the lists as Parquet files; without it the folder that LEGATION_DATA names, else
``../shared/data/states`` beside the repository. A check whose lists are absent is skipped, and
says so: the package does not need them. ``--quiet`` prints the summary alone. Ends with 1
where a difference has no explanation.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from evals.crosschecks import (
    alliances,
    capitals,
    coverage,
    crises,
    crosswalk,
    memberships,
    office_holders,
    rivalries,
    spells,
    wars,
)
from evals.crosschecks.findings import VERDICTS, Findings, explained

CHECKS = {
    "spells": spells,
    "crosswalk": crosswalk,
    "capitals": capitals,
    "memberships": memberships,
    "office_holders": office_holders,
    "coverage": coverage,
    "wars": wars,
    "alliances": alliances,
    "crises": crises,
    "rivalries": rivalries,
}
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data" / "states"


def main(arguments: list[str]) -> int:
    given = [a for a in arguments if not a.startswith("-")]
    folder = Path(given[0] if given else os.environ.get("LEGATION_DATA") or BESIDE)
    results: dict[str, Findings | str] = {}
    for name, check in CHECKS.items():
        absent = [n for n in check.NEEDED if not (folder / f"{n}.parquet").is_file()]
        if absent:
            results[name] = f"skipped: no {', '.join(absent)} in {folder} (set LEGATION_DATA)"
            continue
        results[name] = check.check(folder)
    if "--quiet" not in arguments:
        _print_lines(results)
    _print_summary(results)
    found = [r for r in results.values() if isinstance(r, Findings)]
    return 1 if any(r.count[p, "unexplained"] for r in found for p in r.parts()) else 0


def _print_lines(results: dict[str, Findings | str]) -> None:
    for name, found in results.items():
        if isinstance(found, Findings):
            print(f"\n{name}")
            print("\n".join(f"  {line}" for line in [*found.table, *sorted(found.lines)]))
    if all(isinstance(found, Findings) for found in results.values()):
        used = set().union(*(f.used for f in results.values() if isinstance(f, Findings)))
        for key in sorted(set(explained()) - used):
            print(f"  explained.csv: {key!r} is no longer needed")


def _print_summary(results: dict[str, Findings | str]) -> None:
    print(f"\n{'check':16}{'part':24}" + "".join(f"{verdict:>13}" for verdict in VERDICTS))
    for name, found in results.items():
        if isinstance(found, str):
            print(f"{name:16}{found}")
            continue
        for part in found.parts():
            numbers = "".join(f"{found.count[part, verdict]:>13}" for verdict in VERDICTS)
            print(f"{name:16}{part:24}{numbers}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
