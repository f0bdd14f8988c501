"""Queries as portable SQL; what a user typed reaches it as parameters only."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from legation.ledger.query import Query
from legation.ledger.schemas import EVENTS, Table

_ROW = re.compile(r"\br\.")
"""What a condition calls a row; a second look at the same table calls it otherwise."""

FIRST, LAST = dt.date(1, 1, 1), dt.date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of the sorted table: the pairs whose first code lies between two, both included."""

    first: str
    last: str


def select(
    table: Table,
    query: Query,
    columns: Sequence[str] | None = None,
    *,
    hide_superseded: bool = False,
    part: Slice | None = None,
    listed: bool = False,
) -> tuple[str, dict[str, Any]]:
    """Write the SELECT that gives the rows to fold, in the order that folding wants.

    Args:
        table: events or relations.
        query: what is asked; its dates choose whole buckets here, as folding needs them.
        columns: the columns to give; None gives all.
        hide_superseded: leave out rows of the readings in the input ``superseded``.
        part: only this stretch.
        listed: only the pairs in the input ``listed``.

    Returns:
        The SQL, over the inputs named as the table and ``superseded``, and its parameters.
    """
    names = ", ".join(f'r."{name}"' for name in columns or table.names)
    conditions, parameters = _conditions(table, query, part)
    if query.bounded:
        conditions.append(_bucket_in_window(table, query, conditions))
        parameters |= {"since": query.since or FIRST, "until": query.until or LAST}
    if listed:
        conditions.append(_LISTED)
    if hide_superseded:
        conditions.append(UNSUPERSEDED)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT {names} FROM {table.name} r{where} ORDER BY {_rank(table)}", parameters


UNSUPERSEDED = (
    "NOT EXISTS (SELECT 1 FROM superseded s WHERE s.document_id = r.document_id"
    " AND s.coder_version = r.coder_version)"
)
"""Leaves out the rows of superseded readings; rows without a document have no reading."""

_LISTED = "EXISTS (SELECT 1 FROM listed l WHERE l.pair_a = r.pair_a AND l.pair_b = r.pair_b)"


def kind_column(table: Table) -> str:
    """Give the column that says what kind of event or relation a row is."""
    return "type" if table is EVENTS else "kind"


def _conditions(table: Table, query: Query, part: Slice | None) -> tuple[list[str], dict[str, Any]]:
    one, other = ("actor", "recipient") if table is EVENTS else ("a", "b")
    conditions: list[str] = []
    parameters: dict[str, Any] = {}
    if part is not None:
        conditions.append("r.pair_a BETWEEN :first_code AND :last_code")
        parameters |= {"first_code": part.first, "last_code": part.last}
    if query.pair:
        conditions += ["r.pair_a = :pair_a", "r.pair_b = :pair_b"]
        parameters |= {"pair_a": query.pair.a, "pair_b": query.pair.b}
    if query.states:
        marks = _marks("state", query.states, parameters)
        conditions.append(f"(r.{one} IN ({marks}) OR r.{other} IN ({marks}))")
    if query.kinds:
        marks = _marks("kind", query.kinds, parameters)
        conditions.append(f"r.{kind_column(table)} IN ({marks})")
    if query.statuses:
        marks = _marks("status", query.statuses, parameters)
        conditions.append(f"r.status IN ({marks})")
    if query.as_of:
        conditions.append("(r.known IS NULL OR r.known <= :as_of)")
        conditions.append('(r."start" IS NULL OR r."start" <= :as_of)')
        parameters["as_of"] = query.as_of
    return conditions, parameters


def _marks(name: str, values: Sequence[str], parameters: dict[str, Any]) -> str:
    named = {f"{name}_{number}": str(value) for number, value in enumerate(values)}
    parameters |= named
    return ", ".join(f":{mark}" for mark in named)


def _bucket_in_window(table: Table, query: Query, conditions: Sequence[str]) -> str:
    """Choose the buckets that have a row in the window, whole: a twin may lie outside it."""
    dated = '(r."start" IS NOT NULL OR r."end" IS NOT NULL)'
    within = '(r."end" IS NULL OR r."end" >= :since) AND (r."start" IS NULL OR r."start" <= :until)'
    window = f"{dated} AND {within}"
    if query.include_undated:
        window = f"(({window}) OR NOT {dated})"
    inside = _ROW.sub("w.", " AND ".join([*conditions, window]))
    same = " AND ".join(f"{_ROW.sub('w.', key)} = {key}" for key in _bucket(table))
    return f"EXISTS (SELECT 1 FROM {table.name} w WHERE {inside} AND {same})"


def _bucket(table: Table) -> tuple[str, ...]:
    """Say what the rows of one bucket have in common."""
    actor = "actor" if table is EVENTS else "a"
    direction = f"CASE WHEN r.mutual THEN '' ELSE coalesce(r.{actor}, '') END"
    return ("r.pair_a", "r.pair_b", f"r.{kind_column(table)}", "r.status", "r.mutual", direction)


def _rank(table: Table) -> str:
    """Order buckets, and in each bucket the rows from the best to the worst."""
    precision = "precision" if table is EVENTS else "start_precision"
    plain = ("mode", "place") if table is EVENTS else ("end", "terms")
    return ", ".join(
        [
            *_bucket(table),
            _coarseness(precision),
            *(f'CASE WHEN r."{name}" IS NULL THEN 1 ELSE 0 END' for name in plain),
            *("CASE WHEN r.known IS NULL THEN 1 ELSE 0 END", "r.known"),
            *(f"r.{table.id}", "coalesce(r.coder, '')"),
        ]
    )


def _coarseness(precision: str) -> str:
    order = ("day", "month", "season", "year", "decade", "century")
    cases = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(order))
    return (
        'CASE WHEN r."start" IS NULL AND r."end" IS NULL THEN 7'
        ' WHEN r."start" IS NULL OR r."end" IS NULL THEN 6'
        f" WHEN r.{precision} IS NULL THEN 0 ELSE CASE r.{precision} {cases} ELSE 6 END END"
    )
