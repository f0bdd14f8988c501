"""The form that an answer must have, as JSON Schema: within what endpoints can hold a model to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from legation.model import Precision, RelationKind, Status, codebook


def form() -> dict[str, Any]:
    """Build the schema of an answer: an object with ``rows``, each an event or a relation.

    Every field is required and nothing else is allowed, which strict endpoints ask for; what is
    unknown is null.

    Examples:
        >>> event, relation = form()["properties"]["rows"]["items"]["anyOf"]
        >>> "recipient" in event["required"], relation["properties"]["row"]
        (True, {'type': 'string', 'enum': ['relation']})
    """
    rows = {"anyOf": [_object(_event()), _object(_relation())]}
    return _object({"rows": {"type": "array", "items": rows}})


def _event() -> dict[str, Any]:
    book = codebook()
    modes = sorted({mode for t in book.types.values() for mode in t.modes})
    return {
        "row": _one_of(["event"]),
        "quote": _TEXT,
        "type": _one_of(book.types),
        "mode": _one_of_or_null(modes),
        "actor": _TEXT_OR_NULL,
        "recipient": _TEXT_OR_NULL,
        "mutual": {"type": "boolean"},
        "actor_role": _one_of_or_null(book.sectors),
        "recipient_role": _one_of_or_null(book.sectors),
        "actor_text": _TEXT_OR_NULL,
        "recipient_text": _TEXT_OR_NULL,
        "start": _TEXT_OR_NULL,
        "end": _TEXT_OR_NULL,
        "precision": _one_of_or_null(Precision),
        "place": _TEXT_OR_NULL,
        "status": _one_of(Status),
        "topics": {"type": "array", "items": _one_of(book.contexts)},
    }


def _relation() -> dict[str, Any]:
    return {
        "row": _one_of(["relation"]),
        "quote": _TEXT,
        "kind": _one_of(RelationKind),
        "a": _TEXT,
        "b": _TEXT,
        "mutual": {"type": "boolean"},
        "start": _TEXT_OR_NULL,
        "end": _TEXT_OR_NULL,
        "start_precision": _one_of_or_null(Precision),
        "end_precision": _one_of_or_null(Precision),
        "terms": _TEXT_OR_NULL,
        "status": _one_of(Status),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(values: Iterable[str]) -> dict[str, Any]:
    return {"type": "string", "enum": [str(v) for v in values]}


def _one_of_or_null(values: Iterable[str]) -> dict[str, Any]:
    return {"type": ["string", "null"], "enum": [*(str(v) for v in values), None]}


_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
