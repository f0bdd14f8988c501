"""Legation: read, check, keep and tell the relations between states.

Examples:
    >>> from legation import find_state
    >>> find_state("Siam").code
    'THA'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legation.api import Legation, NotKeptError, Reading
    from legation.briefing import Brief
    from legation.coding import code
    from legation.errors import LegationError, UserError
    from legation.ledger import Ledger, Query, Recorded
    from legation.model import (
        Document,
        Event,
        Evidence,
        Pair,
        Period,
        Precision,
        Relation,
        RelationKind,
        Source,
        State,
        Status,
        from_json,
        parse_date,
        to_json,
    )
    from legation.reading import read, read_bytes, read_text
    from legation.world import find_state

__version__ = "0.1.0"

_HOMES = {
    "api": ("Legation", "NotKeptError", "Reading"),
    "briefing": ("Brief",),
    "coding": ("code",),
    "errors": ("LegationError", "UserError"),
    "ledger": ("Ledger", "Query", "Recorded"),
    "model": (
        *("Document", "Event", "Evidence", "Pair", "Period", "Precision", "Relation"),
        *("RelationKind", "Source", "State", "Status", "from_json", "parse_date", "to_json"),
    ),
    "reading": ("read", "read_bytes", "read_text"),
    "world": ("find_state",),
}

_ROOMS = {name: f"legation.{room}" for room, names in _HOMES.items() for name in names}

__all__ = [
    "Brief",
    "Document",
    "Event",
    "Evidence",
    "Ledger",
    "Legation",
    "LegationError",
    "NotKeptError",
    "Pair",
    "Period",
    "Precision",
    "Query",
    "Reading",
    "Recorded",
    "Relation",
    "RelationKind",
    "Source",
    "State",
    "Status",
    "UserError",
    "code",
    "find_state",
    "from_json",
    "parse_date",
    "read",
    "read_bytes",
    "read_text",
    "to_json",
]


def __getattr__(name: str) -> Any:
    # Loaded when first used: parsing and querying take seconds to import, `--version` must not.
    if name == "panel":
        return import_module("legation.panel")
    if name not in _ROOMS:
        raise AttributeError(f"module 'legation' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
