"""Readings: which coder, in which version, has read which document, and which of them count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from legation.ledger.schemas import READINGS
from legation.ledger.snapshot import Snapshot

Reading = tuple[str, str]
"""A document's id and the coder and version that read it."""


def coder_version(coder: str) -> str:
    """Give a coder and its version without the rule.

    Examples:
        >>> coder_version("rules/1:meet.with")
        'rules/1'
    """
    return coder.partition(":")[0]


def readings_in(tables: Iterable[pa.Table]) -> set[Reading]:
    """Find the readings that rows come from."""
    found: set[Reading] = set()
    for rows in tables:
        keys = rows.select(["document_id", "coder_version"]).filter(
            pc.is_valid(rows["document_id"])
        )
        distinct = keys.group_by(["document_id", "coder_version"]).aggregate([])
        found |= set(zip(*(distinct[c].to_pylist() for c in keys.column_names), strict=True))
    return found


def stored_readings(snapshot: Snapshot, documents: set[str]) -> dict[Reading, int]:
    """Look up the readings of some documents, each with the commit that added it."""
    found = snapshot.find(READINGS, "document_id", documents)
    return {(r["document_id"], r["coder_version"]): r["sequence"] for r in found.to_pylist()}


def superseded(before: Mapping[Reading, int], fresh: Iterable[Reading], now: int) -> list[Reading]:
    """Find the readings that no longer count once fresh ones are added.

    Of several versions of one coder the highest counts, of equals the last added; so a fresh
    reading by an old version is superseded from the start.
    """
    after = dict(before) | dict.fromkeys(fresh, now)
    return sorted(_outdone(after) - _outdone(before))


def _outdone(readings: Mapping[Reading, int]) -> set[Reading]:
    """Find the readings for which a newer version of the same coder read the same document."""
    rivals: defaultdict[Reading, list[str]] = defaultdict(list)
    for document, coder in readings:
        rivals[document, _name(coder)].append(coder)
    outdone = set()
    for (document, _), coders in rivals.items():
        ranked = sorted(coders, key=lambda c: (version(c), readings[document, c]))
        outdone |= {(document, coder) for coder in ranked[:-1]}
    return outdone


def _name(coder: str) -> str:
    name = coder.partition("/")[0]
    return _RENAMED.get(name, name)


_RENAMED = {"rules": "legation"}
"""Former names of coders, with today's."""


def version(coder: str) -> tuple[int, ...]:
    """Give the version of a coder as numbers that compare.

    Examples:
        >>> version("rules/1.10") > version("rules/1.9")
        True
    """
    return tuple(int(n) for n in re.findall(r"\d+", coder.partition("/")[2]))


def readings_table(readings: Sequence[Reading], sequence: int = 0) -> pa.Table:
    """Build the table of readings added by one commit."""
    columns = [[d for d, _ in readings], [c for _, c in readings], [sequence] * len(readings)]
    return pa.table(columns, schema=READINGS.arrow)
