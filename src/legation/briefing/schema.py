"""The published form of the rows as JSON Schema, with the codebook in it."""

from __future__ import annotations

from typing import Any

from legation.briefing.render_json import SCHEMA
from legation.model import Precision, RelationKind, Status, codebook


def schema() -> dict[str, Any]:
    """Build the JSON Schema (2020-12) of one line of ``--json`` output.

    Examples:
        >>> sorted(schema()["$defs"])
        ['event', 'evidence', 'relation']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:legation:row:{SCHEMA}",
        "title": "A row of Legation: an event or a relation",
        "version": SCHEMA,
        "oneOf": [{"$ref": "#/$defs/event"}, {"$ref": "#/$defs/relation"}],
        "$defs": {
            "event": _object("Something that happened at a time", _event()),
            "relation": _object("What holds over a spell", _relation()),
            "evidence": _object("A span of a document's text, or a data set's row", _evidence()),
        },
        "codebook": codebook_data(),
    }


def codebook_data() -> dict[str, Any]:
    """Give the codebook in plain types: quads, types with modes, contexts and sectors."""
    book = codebook()
    return {
        "quads": {str(code): name for code, name in book.quads.items()},
        "types": {
            code: {
                "quad": t.quad,
                "needs_recipient": t.needs_recipient,
                "meaning": t.meaning,
                "modes": t.modes,
            }
            for code, t in book.types.items()
        },
        "contexts": book.contexts,
        "sectors": book.sectors,
    }


def _event() -> dict[str, Any]:
    book = codebook()
    modes = sorted({mode for t in book.types.values() for mode in t.modes})
    return {
        "row": {"const": "event"},
        "event_id": _ID,
        "type": {"enum": list(book.types)},
        "mode": {"enum": [*modes, None]},
        "actor": _CODE_OR_NULL,
        "recipient": _CODE_OR_NULL,
        "mutual": {"type": "boolean", "description": "both do it to each other"},
        "actor_role": {"enum": [*book.sectors, None]},
        "recipient_role": {"enum": [*book.sectors, None]},
        "actor_text": _TEXT_OR_NULL,
        "recipient_text": _TEXT_OR_NULL,
        "start": _DAY,
        "end": _DAY,
        "precision": _PRECISION,
        "place": _TEXT_OR_NULL,
        "topics": {"type": "array", "items": {"enum": list(book.contexts)}},
        **_kept(),
    }


def _relation() -> dict[str, Any]:
    return {
        "row": {"const": "relation"},
        "relation_id": _ID,
        "kind": {"enum": [k.value for k in RelationKind]},
        "a": _CODE,
        "b": _CODE,
        "mutual": {"type": "boolean", "description": "it holds both ways"},
        "start": _DAY,
        "end": _DAY,
        "start_precision": _PRECISION,
        "end_precision": _PRECISION,
        "terms": _TEXT_OR_NULL,
        **_kept(),
    }


def _kept() -> dict[str, Any]:
    return {
        "status": {"enum": [s.value for s in Status]},
        "confidence": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
        "coder": _TEXT_OR_NULL,
        "source_id": {"type": "string", "minLength": 1},
        "evidence": {"$ref": "#/$defs/evidence"},
    }


def _evidence() -> dict[str, Any]:
    offset = {"type": ["integer", "null"], "minimum": 0}
    return {
        "document_id": _TEXT_OR_NULL,
        "start_char": offset,
        "end_char": offset,
        "quote": _TEXT_OR_NULL,
        "dataset": _TEXT_OR_NULL,
        "row_key": _TEXT_OR_NULL,
    }


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_ID = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
_CODE = {"type": "string", "pattern": "^[A-Z0-9_]{2,}$"}
_CODE_OR_NULL = {"type": ["string", "null"], "pattern": "^[A-Z0-9_]{2,}$"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_DAY = {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PRECISION = {"enum": [*(p.value for p in Precision), None]}
