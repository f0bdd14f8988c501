"""Rows as CSV, one column for each field of the JSON form, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from legation.briefing.escaping import for_csv
from legation.briefing.structure import Listing
from legation.model import Event, Evidence, Relation, Row, to_json


def rows(found: Iterable[Row]) -> str:
    """Write rows; events and relations together get the columns of both.

    The evidence's fields become ``evidence_document_id`` and so on; topics are joined by ``|``.
    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    listed = [_flat(to_json(row)) for row in found]
    kinds = {r["row"] for r in listed}
    events = [] if kinds == {"relation"} else columns(Event, "event_id")
    relations = [] if kinds == {"event"} else columns(Relation, "relation_id")
    names = list(dict.fromkeys(["row", *events, *relations]))
    return _write(names, ([r.get(n) for n in names] for r in listed))


def columns(kind: type[Event] | type[Relation], id_column: str) -> list[str]:
    """Give the columns of one kind of row, in the order of its fields."""
    found = [id_column]
    for field in fields(kind):
        if field.name == "evidence":
            found += [f"evidence_{part.name}" for part in fields(Evidence)]
        else:
            found.append(field.name)
    return found


def listing(listed: Listing) -> str:
    """Write a listing of any kind."""
    lines = (["".join(s.text for s in c) for c in row] for row in listed.rows)
    return _write([c.lower() for c in listed.columns], lines)


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    evidence = data.pop("evidence")
    if "topics" in data:
        data["topics"] = "|".join(data["topics"])
    return data | {f"evidence_{name}": value for name, value in evidence.items()}


def _write(names: list[str], lines: Iterable[list[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in line] for line in lines)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return for_csv(str(value)) if isinstance(value, str) else str(value)
