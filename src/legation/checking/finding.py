"""What a check consists of: claims, verdicts, and the rows that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from legation.model import Evidence, Row, Source


class Verdict(StrEnum):
    """What the record says of a claim."""

    ON_RECORD = "on_record"
    DIFFERS = "differs"
    NOT_ON_RECORD = "not_on_record"
    OUTSIDE_COVERAGE = "outside_coverage"
    JUDGEMENT = "judgement"


class ClaimKind(StrEnum):
    """What kind of thing a text claims."""

    EVENT = "event"
    RELATION = "relation"
    OFFICE = "office"
    COUNT = "count"
    ORDER = "order"
    DURATION = "duration"
    COMPARISON = "comparison"
    STANDING = "standing"
    CAUSE = "cause"

    @property
    def is_judgement(self) -> bool:
        """Whether no record can decide it."""
        return self in (ClaimKind.COMPARISON, ClaimKind.STANDING, ClaimKind.CAUSE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a text says.

    Args:
        kind: what kind of thing.
        evidence: the words that say it.
        row: the coded event or relation that it is or is about, where there is one.
    """

    kind: ClaimKind
    evidence: Evidence
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """One row that a verdict rests on.

    Args:
        table: the table it stands in; ``ledger`` for what was read before.
        key: its key there; in the ledger, the row's id.
        said: what it says, in words.
        source: where that can be looked up.
    """

    table: str
    key: str
    said: str
    source: Source


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with its verdict.

    Args:
        claim: what the text says.
        verdict: what the record says of it.
        why: the reason, in a sentence or two.
        proofs: the rows that it rests on, the nearest first.
    """

    claim: Claim
    verdict: Verdict
    why: str
    proofs: tuple[Proof, ...] = field(default_factory=tuple)
