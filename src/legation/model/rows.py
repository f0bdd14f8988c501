"""The two kinds of row: events, which happened, and relations, which hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from legation.model.dates import Period, Precision
from legation.model.evidence import Evidence, digest


class Status(StrEnum):
    """How a text presents a row; only ``reported`` counts in a measure."""

    REPORTED = "reported"
    NEGATED = "negated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class RelationKind(StrEnum):
    """What can hold between two states, or a state and an organisation."""

    ALLIANCE = "alliance"
    TREATY = "treaty"
    WAR = "war"
    TERRITORIAL_CLAIM = "territorial_claim"
    TERRITORIAL_CHANGE = "territorial_change"
    OCCUPATION = "occupation"
    RIVALRY = "rivalry"
    DIPLOMATIC_RELATIONS = "diplomatic_relations"
    SANCTIONS = "sanctions"
    TRADE = "trade"
    RAPPROCHEMENT = "rapprochement"
    MEMBERSHIP = "membership"

    @property
    def mutual(self) -> bool:
        """Whether it holds both ways by its nature."""
        return self not in _DIRECTED


_DIRECTED = {
    RelationKind.TERRITORIAL_CLAIM,
    RelationKind.TERRITORIAL_CHANGE,
    RelationKind.OCCUPATION,
    RelationKind.SANCTIONS,
    RelationKind.MEMBERSHIP,
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that one actor did to another, or both to each other, at a time.

    ``actor`` does it, ``recipient`` receives it; ``mutual`` is true where both do it to each
    other. ``type``, ``mode`` and ``topics`` are PLOVER's types, modes and contexts; the roles
    are PLOVER's sectors. ``confidence`` lies between 0 and 1. ``coder`` names the coder, its
    version and the rule that fired.
    """

    type: str
    actor: str | None
    recipient: str | None
    source_id: str
    evidence: Evidence
    mode: str | None = None
    mutual: bool = False
    actor_role: str | None = None
    recipient_role: str | None = None
    actor_text: str | None = None
    recipient_text: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None
    place: str | None = None
    status: Status = Status.REPORTED
    topics: tuple[str, ...] = ()
    confidence: float | None = None
    coder: str | None = None

    @property
    def event_id(self) -> str:
        """The digest of what the row says and of its evidence: same row, same id."""
        return digest(
            "event",
            self.type,
            self.actor or "",
            self.recipient or "",
            str(self.start),
            str(self.end),
            self.status,
            _evidence_key(self.evidence),
        )

    @property
    def period(self) -> Period:
        """When it happened, as a :class:`Period`."""
        return Period(self.start, self.end, self.precision, self.precision)


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between ``a`` and ``b`` over a spell.

    Where it is not mutual, ``a`` is the claimant, gainer, occupier, sender of sanctions or
    member; ``b`` the target, loser, occupied or organisation. ``terms`` says what binds them
    or what is claimed, in the source's words or the record's.
    """

    kind: RelationKind
    a: str
    b: str
    source_id: str
    evidence: Evidence
    mutual: bool = True
    start: dt.date | None = None
    end: dt.date | None = None
    start_precision: Precision | None = None
    end_precision: Precision | None = None
    terms: str | None = None
    status: Status = Status.REPORTED
    confidence: float | None = None
    coder: str | None = None

    @property
    def relation_id(self) -> str:
        """The digest of what the row says and of its evidence: same row, same id."""
        return digest(
            "relation",
            self.kind,
            self.a,
            self.b,
            str(self.start),
            str(self.end),
            self.status,
            self.terms or "",
            _evidence_key(self.evidence),
        )

    @property
    def period(self) -> Period:
        """The spell, as a :class:`Period`."""
        return Period(self.start, self.end, self.start_precision, self.end_precision)


Row = Event | Relation


def to_json(row: Row) -> dict[str, Any]:
    """Turn a row into the published JSON form: field names as declared, dates as ISO strings.

    Examples:
        >>> event = Event("CONSULT", "RUS", "JPN", "s1", Evidence("d1", 0, 4, "They"),
        ...               mutual=True, start=dt.date(2013, 11, 2), end=dt.date(2013, 11, 2))
        >>> to_json(event)["start"], to_json(event)["row"]
        ('2013-11-02', 'event')
    """
    if isinstance(row, Event):
        head = {"row": "event", "event_id": row.event_id}
    else:
        head = {"row": "relation", "relation_id": row.relation_id}
    return head | {name: _plain(value) for name, value in asdict(row).items()}


def from_json(data: dict[str, Any]) -> Row:
    """Build a row back from its JSON form; the inverse of :func:`to_json`.

    Raises:
        KeyError: a required field is missing.
        ValueError: a field holds what it cannot hold.
    """
    fields = {k: v for k, v in data.items() if k not in ("row", "event_id", "relation_id")}
    fields["evidence"] = Evidence(**fields["evidence"])
    fields["status"] = Status(fields["status"])
    for name in ("start", "end"):
        fields[name] = fields[name] and dt.date.fromisoformat(fields[name])
    for name in ("precision", "start_precision", "end_precision"):
        if fields.get(name):
            fields[name] = Precision(fields[name])
    if data["row"] == "event":
        return Event(**fields | {"topics": tuple(fields["topics"])})
    return Relation(**fields | {"kind": RelationKind(fields["kind"])})


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value


def _evidence_key(evidence: Evidence) -> str:
    if evidence.document_id is None:
        return f"{evidence.dataset}#{evidence.row_key}"
    return f"{evidence.document_id}:{evidence.start_char}:{evidence.end_char}"
