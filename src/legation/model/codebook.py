"""The PLOVER codebook: 16 event types with their modes, contexts, sectors and quad classes.

Types, modes and contexts follow *PLOVER: Political Language Ontology for Verifiable Event
Records* (Open Event Data Alliance, version 2.0, 2021-2023); the meanings are in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation import tables
from legation.errors import TableError


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type.

    Args:
        code: its name, such as ``CONSULT``.
        quad: its quad class, 1 verbal cooperation to 4 material conflict.
        needs_recipient: whether an event of the type is incomplete without a recipient.
        meaning: what it covers.
        modes: ``{mode: meaning}``, empty where the type has none.
    """

    code: str
    quad: int
    needs_recipient: bool
    meaning: str
    modes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook.

    Args:
        types: the event types by code.
        contexts: ``{context: meaning}``; an event's topics are drawn from these.
        sectors: ``{sector: meaning}``; an actor's role is one of these.
        quads: ``{1: "verbal cooperation", ...}``.
    """

    types: dict[str, EventType]
    contexts: dict[str, str]
    sectors: dict[str, str]
    quads: dict[int, str]

    def quad(self, type_code: str) -> int:
        """Give the quad class of a type.

        Examples:
            >>> codebook().quad("ASSAULT")
            4
        """
        return self.types[type_code].quad


@cache
def codebook() -> Codebook:
    """Load the codebook, once, and check that its tables agree with each other.

    Raises:
        TableError: a mode or quad class names what is not there.

    Examples:
        >>> len(codebook().types), codebook().types["CONSULT"].modes["phone"]
        (16, 'the two speak from afar')
    """
    quads = {int(r["code"]): r["name"] for r in _rows("quads", "code", "name", "meaning")}
    modes: dict[str, dict[str, str]] = {}
    for r in _rows("modes", "type", "code", "meaning"):
        modes.setdefault(r["type"], {})[r["code"]] = r["meaning"]
    types = {
        r["code"]: EventType(
            r["code"],
            int(r["quad"]),
            r["needs_recipient"] == "yes",
            r["meaning"],
            modes.pop(r["code"], {}),
        )
        for r in _rows("types", "code", "quad", "needs_recipient", "meaning")
    }
    if modes or any(t.quad not in quads for t in types.values()):
        raise TableError("the codebook's modes or quads name types that it lacks")
    contexts = {r["code"]: r["meaning"] for r in _rows("contexts", "code", "meaning")}
    sectors = {r["code"]: r["meaning"] for r in _rows("sectors", "code", "meaning")}
    return Codebook(types, contexts, sectors, quads)


def _rows(name: str, *columns: str) -> list[dict[str, str]]:
    return list(tables.rows("model", f"{name}.csv", columns))
