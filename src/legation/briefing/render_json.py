"""Answers as JSON: rows one a line, a brief as one object."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from legation.briefing.escaping import for_json
from legation.briefing.structure import Brief, Reference, Sentence
from legation.datasets import Dataset, Store
from legation.model import Document, Row, Source, State, to_json

SCHEMA = "1"
"""Version of the published forms; a change to them is a release note."""


def line(data: Any) -> str:
    """Write one value as one line of JSON."""
    return for_json(json.dumps(data, ensure_ascii=False, default=_plain))


def rows(found: Iterable[Row]) -> Iterator[str]:
    """Write rows one a line, with exactly the fields of :func:`legation.model.to_json`."""
    return (line(to_json(row)) for row in found)


def brief(told: Brief) -> str:
    """Write a brief as one object: parts, sentences, references and the rows behind them."""
    return line(brief_data(told))


def brief_data(told: Brief) -> dict[str, Any]:
    """Give the JSON form of a brief."""
    cover = told.coverage
    return {
        "answer": "brief",
        "schema": SCHEMA,
        "a": told.a.code,
        "b": told.b.code,
        "as_of": told.as_of,
        "coverage": {name: getattr(cover, name) for name in cover.__dataclass_fields__},
        "parts": [
            {
                "key": part.key,
                "title": part.title,
                "nothing": part.nothing if not part.groups else None,
                "groups": [
                    {"heading": g.heading, "sentences": [_sentence(s) for s in g.sentences]}
                    for g in part.groups
                ],
            }
            for part in told.parts
        ],
        "references": [_reference(r) for r in told.references],
        "rows": [to_json(row) for row in told.rows],
    }


def document(found: Document) -> str:
    """Write a document with its text and sections as one object."""
    data = {
        "document_id": found.document_id,
        "title": found.title,
        "published": found.published,
        "language": found.language,
        "truncated": found.truncated,
        "source": source_data(found.source),
        "sections": [
            {"kind": s.kind.value, "start_char": s.start_char, "end_char": s.end_char}
            for s in found.sections
        ],
        "text": found.text,
    }
    return line(data)


def source_data(source: Source) -> dict[str, Any]:
    """Give the JSON form of a source."""
    return {name: getattr(source, name) for name in source.__dataclass_fields__}


def state_data(state: State) -> dict[str, Any]:
    """Give the JSON form of a state with its spells."""
    return {
        "code": state.code,
        "name": state.name,
        "iso2": state.iso2,
        "region": state.region,
        "spells": [
            {name: getattr(s, name) for name in s.__dataclass_fields__} for s in state.spells
        ],
    }


def dataset_data(data: Dataset, store: Store) -> dict[str, Any]:
    """Give the JSON form of what is known of a data set, and of the copy at hand."""
    receipt = store.receipt(data.name) if store.holds(data.name) else None
    return {"answer": "dataset", "schema": SCHEMA, **asdict(data),
            "receipt": asdict(receipt) if receipt else None}  # fmt: skip


def _sentence(said: Sentence) -> dict[str, Any]:
    return {
        "text": said.text,
        "status": said.status,
        "cites": list(said.cites),
        "rows": list(said.rows),
    }


def _reference(reference: Reference) -> dict[str, Any]:
    quotes = [{name: getattr(q, name) for name in q.__dataclass_fields__} for q in reference.quotes]
    return {
        "number": reference.number,
        "source": source_data(reference.source),
        "quotes": quotes,
    }


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")
