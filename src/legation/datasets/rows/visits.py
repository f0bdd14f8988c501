"""Visits of the leaders of five major powers, by year, out of the signals of support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.datasets.rows.making import CODER, Origin, called, code_of, when
from legation.model import Event, Row

DATASETS = ("power_signals",)

_VISITORS = {"us_vis": "USA", "uk_vis": "GBR", "fra_vis": "FRA", "rus_vis": "RUS",
             "chi_vis": "CHN"}  # fmt: skip


def rows(origin: Origin, records: Iterator[dict[str, Any]]) -> Iterator[Row]:
    """Make an event of a year in which the leader of a major power visited a state."""
    for r in records:
        period = when(r["year"])
        host = code_of(r["ccode"], period.start) if period.start else None
        for column, visitor in _VISITORS.items():
            if r[column] and r[column] > 0 and host is not None and host != visitor:
                said = f"The leader of {called(visitor)} visited {called(host)} in {r['year']}"
                yield Event(
                    "CONSULT", visitor, host, origin.source_id,
                    origin.evidence(f"{r['ctry_yr']}:{column}", said), mode="visit",
                    start=period.start, end=period.end, precision=period.precision,
                    confidence=1.0, coder=CODER,
                )  # fmt: skip
