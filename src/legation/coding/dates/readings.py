"""What a rule reads at one place in a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from legation.model.dates import Period

YearOf = Callable[[int], Period | None]
"""Builds the period that a date without a year has in a given year; None where it has none."""


class Pull(Enum):
    """How a mention moves the anchor that later mentions count from."""

    FIRM = "firm"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with its value, before it becomes a mention.

    Args:
        start: offset of its first character.
        end: offset after its last character.
        period: what it denotes.
        rule: name of the rule that read it.
        anchored: whether its value came from an earlier date in the text.
        pull: how it moves the anchor.
        in_year: for a date without a year, what it would be in another.
        from_document: whether its value came from the document's date.
    """

    start: int
    end: int
    period: Period
    rule: str
    anchored: bool = False
    pull: Pull = Pull.FIRM
    in_year: YearOf | None = None
    from_document: bool = False

    def moved(self, start: int | None = None, end: int | None = None) -> Reading:
        """Widen or narrow the span, keeping the value."""
        return replace(
            self,
            start=self.start if start is None else start,
            end=self.end if end is None else end,
        )

    def valued(self, period: Period, rule: str, pull: Pull | None = None) -> Reading:
        """Give the same span another value, which no year can change any more."""
        return replace(self, period=period, rule=rule, in_year=None, pull=pull or self.pull)
