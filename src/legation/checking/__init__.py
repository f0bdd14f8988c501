"""Claims against the record: what a text says, and whether the record bears it out."""

from legation.checking.checker import check
from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict

__all__ = ["Claim", "ClaimKind", "Finding", "Proof", "Verdict", "check"]
