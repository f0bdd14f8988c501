"""Agreements on civil nuclear cooperation, by the year of their signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.datasets.rows.making import CODER, Origin, called, code_of, when
from legation.model import Event, Row

DATASETS = ("nuclear_cooperation",)


def rows(origin: Origin, records: Iterator[dict[str, Any]]) -> Iterator[Row]:
    """Make an event of each agreement."""
    for number, r in enumerate(records):
        period = when(r["year"])
        if r["nca"] != 1 or period.start is None:
            continue
        a, b = code_of(r["ccode1"], period.start), code_of(r["ccode2"], period.start)
        if a is None or b is None or a == b:
            continue
        a, b = sorted((a, b))
        pair = f"{called(a)} and {called(b)}"
        said = f"Nuclear cooperation agreement of {pair}, {r['year']}: {r['nca_type']}"
        key = f"{r['ccode1']}:{r['ccode2']}:{r['year']}:{number}"
        yield Event(
            "SUPPORT", a, b, origin.source_id, origin.evidence(key, said), mutual=True,
            start=period.start, end=period.end, precision=period.precision, confidence=1.0,
            coder=CODER,
        )  # fmt: skip
