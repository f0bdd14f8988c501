"""Which of several records counts in a period in which something changed."""

from __future__ import annotations

from legation.panel.errors import PanelError


def checked_slice(slice: str) -> str:
    """Give back ``first`` or ``last``.

    Raises:
        PanelError: it is neither.
    """
    if slice not in ("first", "last"):
        raise PanelError(f"no record of a period is its {slice[:40]!r}", "give first or last")
    return slice
