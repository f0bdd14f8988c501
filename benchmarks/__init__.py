"""Benchmarks: each module here has ``measures()``, which yields what it measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table.

    Args:
        name: what was measured.
        result: the result in words, with its unit.
        value: the number to hold against the limit.
        limit: the most it may be, or None where there is no promise.
    """

    name: str
    result: str
    value: float | None = None
    limit: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the limit is kept; true where there is none."""
        return self.limit is None or (self.value is not None and self.value <= self.limit)
