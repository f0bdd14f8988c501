"""Strategic rivalries, from 1816 or later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.datasets.rows.making import CODER, Origin, code_of, spell, when
from legation.model import Period, Relation, RelationKind, Row

DATASETS = ("rivalries_tss",)

_LAST = 2020  # a rivalry of the last year is held to go on
_KINDS = ("positional", "spatial", "ideological", "interventionary")


def rows(origin: Origin, records: Iterator[dict[str, Any]]) -> Iterator[Row]:
    """Make a relation of each rivalry that lasted into the years of the lists of states."""
    for r in records:
        if r["end"] < 1816:
            continue
        first = when(r["start"])
        last = Period() if r["end"] >= _LAST else when(r["end"])
        held = spell(first, last)
        if held.start is None:
            continue
        day = when(max(r["start"], 1816)).start
        assert day is not None
        a, b = code_of(r["ccode1"], day), code_of(r["ccode2"], day)
        if a is None or b is None or a == b:
            continue
        a, b = sorted((a, b))
        terms = ", ".join(k for k in _KINDS if r[k] == 1)
        said = f"Strategic rivalry {r['rivalry']}, {r['start']} to {held.end or 'now'}: {terms}"
        yield Relation(
            RelationKind.RIVALRY, a, b, origin.source_id, origin.evidence(r["tssr_id"], said), True,
            held.start, held.end, held.start_precision, held.end_precision, terms or None,
            confidence=1.0, coder=CODER,
        )  # fmt: skip
