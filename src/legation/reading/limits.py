"""How much Legation reads at most, with the reason for each number."""

from __future__ import annotations

from legation.errors import UnreadableError

MAX_BYTES = 50_000_000
"""One file: a 2,000-page scanned treaty volume is about 40 MB; more is an archive, not a text."""

MAX_CHARACTERS = 5_000_000
"""One text: about 2,500 pages. Offsets and parses stay in memory several times over."""

MAX_MARKUP = 10_000_000
"""Characters of one HTML page or feed; the largest pages of Wikipedia have 3 million."""

MAX_ELEMENTS = 200_000
"""HTML elements that are walked; pages beyond it are generated to hurt, the rest is left."""

MAX_PAGES = 3_000
"""Pages of one PDF."""


def check_size(size: int, limit: int, what: str, unit: str) -> None:
    """Refuse what is too big.

    Raises:
        UnreadableError: ``size`` is over ``limit``.
    """
    if size > limit:
        raise UnreadableError(
            f"{what} is too big: more than {limit:,} {unit}", "split it, or give the part you need"
        )
