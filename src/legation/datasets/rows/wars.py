"""COW's inter-state wars by pair of enemies, with their days."""

from __future__ import annotations

from collections.abc import Iterator

from legation.datasets.rows.making import CODER, Origin, called, code_of, spell, when
from legation.model import Relation, RelationKind, Row

DATASETS = ("cow_war_dyads",)


def rows(origin: Origin, records: Iterator[dict[str, int]]) -> Iterator[Row]:
    """Make a relation of each war of each pair; a pair that fought twice in a war has two."""
    seen = set()
    for r in records:
        first = when(r["warstrtyr"], r["warstrtmnth"], r["warstrtday"])
        last = when(r["warendyr"], r["warendmnth"], r["warenday"])
        if first.start is None:
            continue
        a, b = (code_of(r[side], first.start) for side in ("statea", "stateb"))
        key = (r["warnum"], frozenset((a, b)), first.start)
        if a is None or b is None or a == b or key in seen:
            continue
        seen.add(key)
        a, b = sorted((a, b))
        held = spell(first, last)
        spoken = _days(first.start, last.end)
        said = f"Inter-state war {r['warnum']}: {called(a)} and {called(b)}, {spoken}"
        yield Relation(
            RelationKind.WAR, a, b, origin.source_id,
            origin.evidence(f"{r['warnum']}:{r['dyindex']}", said), True, held.start, held.end,
            held.start_precision, held.end_precision, confidence=1.0, coder=CODER,
        )  # fmt: skip


def _days(first: object, last: object) -> str:
    return f"{first} to {last}" if last else f"from {first}"
