"""What ``events`` and ``relations`` share: their filters, and how the rows found are shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from legation.cli.options import Form, statuses

if TYPE_CHECKING:
    from legation.api import Wanted
    from legation.ledger import Recorded


def wanted(
    states: list[str] | None,
    pair: tuple[str, str] | None,
    kinds: list[str],
    status: list[str] | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    limit: int | None,
) -> Wanted:
    """Gather filters as they were typed into what the API takes."""
    return {
        "pair": pair,
        "states": states or [],
        "kinds": kinds,
        "statuses": statuses(status),
        "since": since,
        "until": until,
        "as_of": as_of,
        "limit": limit,
    }


def show(
    title: str, found: Iterator[Recorded], shape: Form, ledger: Path, limit: int | None
) -> None:
    """Show rows on record in the form asked for."""
    from legation.cli import output

    if shape is Form.JSON:
        from legation.briefing import render_json

        output.write_lines(render_json.rows(r.row for r in found))
    elif shape is Form.CSV:
        from legation.briefing import render_csv

        output.write(render_csv.rows(r.row for r in found))
    else:
        from legation.briefing.listings import recorded_listing

        listing = recorded_listing(title, found, limit)
        output.show(listing, shape)
        if not listing.rows:
            output.note(f"Nothing like that in the ledger {ledger}; that means not found, not "
                        "that it never happened.")  # fmt: skip
