"""Data sets as rows of the ledger, each with the data set's own row as evidence.

Examples:
    >>> "cow_war_dyads" in FEEDS
    True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from legation.datasets.entries import dataset
from legation.datasets.errors import DatasetError
from legation.datasets.rows import (
    alliances,
    disputes,
    nuclear,
    rivalries,
    sanctions,
    visits,
    wars,
)
from legation.datasets.rows.making import CODER, Origin
from legation.datasets.store import Store
from legation.model import Row, Source

__all__ = ["CODER", "FEEDS", "rows_of"]

FEEDS: dict[str, tuple[tuple[str, ...], Callable[..., Iterator[Row]]]] = {
    "cow_war_dyads": (wars.DATASETS, wars.rows),
    "atop_members": (alliances.DATASETS, alliances.rows),
    "cow_mid_dirdisps": (disputes.DISPUTES, disputes.dispute_rows),
    "cow_mid_incidents": (disputes.INCIDENTS, disputes.incident_rows),
    "rivalries_tss": (rivalries.DATASETS, rivalries.rows),
    "ties": (sanctions.DATASETS, sanctions.rows),
    "nuclear_cooperation": (nuclear.DATASETS, nuclear.rows),
    "power_signals": (visits.DATASETS, visits.rows),
}
"""The data sets that say things of pairs: the tables that each takes, and what makes its rows."""


def rows_of(name: str, store: Store | None = None) -> tuple[Source, Iterator[Row]]:
    """Give what a data set at hand says, as events and relations, with their source.

    Args:
        name: one of :data:`FEEDS`.
        store: the data sets at hand; by default the user's own.

    Raises:
        DatasetError: the data set says nothing that a row could hold, or is not at hand.
    """
    if name not in FEEDS:
        dataset(name)
        raise DatasetError(
            f"{name} says nothing that an event or relation could hold",
            "these do: " + ", ".join(FEEDS),
        )
    store = store or Store()
    needed, make = FEEDS[name]
    origin = Origin(dataset(name), store.receipt(name))
    return origin.source, make(origin, *(_records(store, n) for n in needed))


def _records(store: Store, name: str) -> Iterator[dict[str, Any]]:
    table = store.table(name)
    for batch in table.to_batches(max_chunksize=5_000):
        yield from batch.to_pylist()
