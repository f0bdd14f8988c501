"""The dates that gold sets carry, however they are written."""

from __future__ import annotations

import datetime as dt

from legation.coding.dates import find_dates


def day_of(text: str) -> dt.date | None:
    """Read a date; None for an empty cell, for "today", and for what is no date."""
    if not text or text.casefold() == "today":
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        found = find_dates(text.title(), None)
    return found[0].period.start if found else None
