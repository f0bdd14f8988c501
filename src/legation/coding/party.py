"""One side of what a sentence says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event or relation, as the text has it.

    Args:
        code: state or organisation.
        role: PLOVER sector, or None for the state as such.
        text: the words that stand for it; empty where the text leaves it out.
        token: index of the head word, for explanations.
    """

    code: str
    role: str | None
    text: str
    token: int
