"""A ledger in numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from legation.briefing.structure import Cell, Listing, cell
from legation.ledger import Coverage, Summary


def summary_listing(held: Summary, where: str) -> Listing:
    """List what a ledger holds by kind of source."""
    lines = [_line(kind, cover) for kind, cover in held.by_kind.items()]
    notes = (
        f"{held.documents:,} documents from {held.sources:,} sources; "
        f"{held.segments:,} files, {held.size / 1_000_000:.1f} MB. {where}",
        "Rows are counted before folding, of any status.",
    )
    columns = ("Kind of source", "Events", "Relations", "First event", "Last event")
    return Listing("The ledger", columns, (*lines, _line("all", held.all)), notes)


def summary_data(held: Summary) -> dict[str, Any]:
    """Give the JSON form of a summary."""
    return asdict(held)


def _line(kind: str, cover: Coverage) -> tuple[Cell, ...]:
    return (
        cell(kind),
        cell(f"{cover.events:,}"),
        cell(f"{cover.relations:,}"),
        cell(str(cover.first or "none")),
        cell(str(cover.last or "none")),
    )
