"""Sources in one line: title, publisher, day, address, terms."""

from __future__ import annotations

from legation.briefing.escaping import link, one_line
from legation.briefing.structure import day_text
from legation.briefing.wording import capital
from legation.model import Source

UNKNOWN_TERMS = "terms not stated"


def source_line(source: Source) -> str:
    """Name a source in one line; its address is left out where it can be linked to.

    Examples:
        >>> source_line(Source("s", "text", "wire.txt", title="Talks in Tokyo"))
        'Talks in Tokyo. wire.txt. Terms not stated.'
    """
    said = [
        one_line(source.title or ""),
        one_line(source.publisher or ""),
        day_text(source.published) if source.published else "",
        "" if link(source.address) else _address(source.address),
        capital(source.terms or UNKNOWN_TERMS),
    ]
    return " ".join(f"{s.rstrip('.')}." for s in said if s)


def _address(address: str) -> str:
    return "standard input" if address == "-" else one_line(address)
