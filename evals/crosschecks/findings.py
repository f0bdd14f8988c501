"""What a cross-check found: agreements, explained and unexplained differences."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

VERDICTS = ("agree", "explained", "unexplained")


@dataclass
class Findings:
    """The count of each verdict by part of a check, a line for each difference, and a table."""

    count: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    table: list[str] = field(default_factory=list)

    def agree(self, part: str, number: int = 1) -> None:
        self.count[part, "agree"] += number

    def differ(self, part: str, text: str, *keys: str, reason: str = "") -> None:
        """Note a difference; a key, such as "BRA place Brasilia", may be in explained.csv.

        A reason is given where a rule of the check, or a note in our own table, says it.
        """
        key = next((k for k in keys if k in explained()), "")
        reason = reason or explained().get(key, "")
        verdict = "explained" if reason else "unexplained"
        self.count[part, verdict] += 1
        self.used |= {key} - {""}
        self.lines.append(f"{verdict:11} {part}: {text}" + (f"  [{reason}]" if reason else ""))

    def parts(self) -> list[str]:
        return sorted({part for part, _ in self.count})


@cache
def explained() -> dict[str, str]:
    """Give why the tables and a list differ, by the difference's key."""
    with (Path(__file__).parent / "explained.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row["reason"] for row in csv.DictReader(file)}
