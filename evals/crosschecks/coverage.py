"""The share of the days since 1990 that the office tables cover, by state and office."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from evals.crosschecks.findings import Findings
from legation.world import holders, states
from legation.world.coverage import OFFICES, Extent, coverage, existed, share_covered

NEEDED: tuple[str, ...] = ()
UNTIL = dt.date(2025, 6, 30)
FLOOR = 0.95


def check(_: Path | None) -> Findings:
    """Compare what is declared complete with what the rows cover."""
    found = Findings()
    found.table.append(f"{'':6}" + "".join(f"{office:>20}" for office in OFFICES))
    for state in sorted({h.state for h in holders()} & set(states())):
        span = existed(state, UNTIL)
        if span is None:
            continue
        cells = []
        for office in OFFICES:
            share, extent = share_covered(state, office, *span), coverage(state, office).extent
            cells.append(f"{share:.0%} {extent.value}")
            if extent is Extent.COMPLETE and share < FLOOR:
                found.differ("declared complete", f"{state} {office}: {share:.0%}")
            elif extent is Extent.COMPLETE:
                found.agree("declared complete")
        found.table.append(f"{state:6}" + "".join(f"{text:>20}" for text in cells))
    return found
