"""Real rows fit the published schema, and rows that do not are caught."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.briefing import samples

from legation.briefing import render_json
from legation.briefing.schema import schema
from legation.coding import code
from legation.model import to_json
from legation.reading import read

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"

_TYPES = {
    "string": str, "null": type(None), "boolean": bool, "array": list, "object": dict,
    "integer": int, "number": (int, float),
}  # fmt: skip


def faults(value: Any, rule: dict[str, Any], whole: dict[str, Any], at: str = "row") -> list[str]:
    """Check the part of JSON Schema that ours uses."""
    if "$ref" in rule:
        return faults(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole, at)
    if "oneOf" in rule:
        fits = [r for r in rule["oneOf"] if not faults(value, r, whole, at)]
        return [] if len(fits) == 1 else [f"{at} fits {len(fits)} forms"]
    found = []
    if "const" in rule and value != rule["const"]:
        found.append(f"{at} is not {rule['const']}")
    if "enum" in rule and value not in rule["enum"]:
        found.append(f"{at} is {value!r}")
    if "type" in rule:
        types = [rule["type"]] if isinstance(rule["type"], str) else rule["type"]
        if not any(isinstance(value, _TYPES[t]) for t in types):
            return [*found, f"{at} is no {types}"]
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        found.append(f"{at} {value!r} has another form")
    if isinstance(value, list):
        for number, item in enumerate(value):
            found += faults(item, rule.get("items", {}), whole, f"{at}[{number}]")
    if isinstance(value, dict):
        names = rule.get("properties", {})
        found += [f"{at} lacks {n}" for n in rule.get("required", ()) if n not in value]
        found += [f"{at} has {n}" for n in value if n not in names]
        for name, inner in value.items():
            found += faults(inner, names.get(name, {}), whole, f"{at}.{name}")
    return found


@pytest.fixture(scope="module")
def real_rows() -> list[dict[str, Any]]:
    rows = [r for d in read(ARTICLES) for r in code(d)]
    return [json.loads(line) for line in render_json.rows(rows)]


def test_real_rows_fit(real_rows: list[dict[str, Any]]) -> None:
    assert {r["row"] for r in real_rows} == {"event", "relation"}
    assert [f for row in real_rows for f in faults(row, schema(), schema())] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "MEET"),
        ("start", "2 November"),
        ("status", None),
        ("topics", "trade"),
        ("event_id", "x"),
        ("actor", "Russia"),
        ("mutual", "yes"),
        ("extra", 1),
    ],
)
def test_what_does_not_fit_is_caught(field: str, value: Any) -> None:
    doc = samples.document("They met.", None, "a", "A")
    row = to_json(samples.talks(doc, "They met."))
    assert faults(row, schema(), schema()) == []
    assert faults(row | {field: value}, schema(), schema())


def test_the_schema_is_plain_json_with_a_version() -> None:
    again = json.loads(json.dumps(schema()))
    assert again == schema()
    assert again["version"] == "1"
    assert again["codebook"]["types"]["CONSULT"]["modes"]["phone"]
