"""The vocabulary: frozen value types and the codebook. No I/O beyond its own tables."""

from legation.model.codebook import Codebook, EventType, codebook
from legation.model.dates import UNDATED, Period, Precision, parse_date
from legation.model.evidence import Document, Evidence, Section, SectionKind, Source, digest
from legation.model.rows import Event, Relation, RelationKind, Row, Status, from_json, to_json
from legation.model.states import Pair, Spell, State

__all__ = [
    "UNDATED",
    "Codebook",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "Pair",
    "Period",
    "Precision",
    "Relation",
    "RelationKind",
    "Row",
    "Section",
    "SectionKind",
    "Source",
    "Spell",
    "State",
    "Status",
    "codebook",
    "digest",
    "from_json",
    "parse_date",
    "to_json",
]
