"""Diplomatic acts and meetings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from legation.model import Pair
from legation.record.statement import Statement, lines
from legation.world import period

ACT_COLUMNS = ("act_id", "a", "b", "act", "date", "note", "source")
MEETING_COLUMNS = (
    "meeting_id", "date", "end", "format", "level", "states", "place", "name", "note", "source",
)  # fmt: skip
MEETING_TABLES = ("meetings_great_powers", "meetings_asia_pacific")
ACTS = {
    "recognised": ("SUPPORT", None, False),
    "established": ("SUPPORT", None, True),
    "restored": ("SUPPORT", None, True),
    "raised": ("SUPPORT", None, True),
    "broken": ("SANCTION", "discontinue", False),
    "severed_by_war": ("SANCTION", "discontinue", True),
    "downgraded": ("SANCTION", "withdraw", False),
}
"""What each act is in the codebook: type, mode, and whether both do it."""
MODES = {"visit": "visit", "phone": "phone", "conference": "multilateral"}


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each two states what they did about their relations, and when they met."""
    for line in lines(ACT_COLUMNS, "diplomatic_acts", of=of):
        code, mode, mutual = ACTS[line["act"]]
        when = period(line["date"], line["date"])
        said = f"Diplomatic relations of {line['a']} and {line['b']} {line['act']}"
        yield line.event(code, line["a"], line["b"], when, said, mode=mode, mutual=mutual)
    for line in lines(MEETING_COLUMNS, *MEETING_TABLES, of=of):
        when = period(line["date"], line["end"] or line["date"])
        mode, place = MODES.get(line["format"]), line["place"] or None
        said = f"{line['name']} ({line['format'].replace('_', ' ')})"
        for a, b in combinations(line["states"].split(), 2):
            yield line.event("CONSULT", a, b, when, said, mode=mode, mutual=True, place=place)
