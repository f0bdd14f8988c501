"""Numbers for sources and letters for quotes, given out as sentences need them."""

from __future__ import annotations

from collections.abc import Callable

from legation.briefing.structure import Quote, Reference
from legation.ledger import Recorded
from legation.model import Evidence, Source, digest

TABLE_TERMS = "Apache-2.0"


class References:
    """Collects what sentences cite.

    Args:
        find: gives a source by its id; an unknown one is shown by its id alone.
    """

    def __init__(self, find: Callable[[str], Source | None]) -> None:
        self._find = find
        self._sources: dict[str, Source] = {}
        self._numbers: dict[str, int] = {}
        self._quotes: dict[str, list[Quote]] = {}
        self._labels: dict[tuple[str, str, int | None], str] = {}

    def cite(self, recorded: Recorded) -> tuple[str, ...]:
        """Cite every report of a row, and give the labels."""
        labels = (self._quote(c.source_id, c.evidence) for c in recorded.sources)
        return tuple(dict.fromkeys(labels))

    def cite_table(self, table: str, address: str) -> str:
        """Cite a row of the world tables, and give the label, which has no letter.

        Args:
            table: what the table holds.
            address: where the row can be looked up, as the row says.
        """
        key = digest("world", address)
        title = f"Legation's table of {table}, which names this page"
        source = Source(key, "record", address, title, terms=TABLE_TERMS)
        self._sources.setdefault(key, source)
        return str(self._number(key))

    def listed(self) -> tuple[Reference, ...]:
        """Give every source cited, in the order of their numbers."""
        return tuple(
            Reference(number, self._sources[key], tuple(self._quotes.get(key, ())))
            for key, number in self._numbers.items()
        )

    def _quote(self, source_id: str, evidence: Evidence) -> str:
        if source_id not in self._sources:
            found = self._find(source_id)
            self._sources[source_id] = found or Source(source_id, "text", source_id)
        text = evidence.quote or f"{evidence.dataset} {evidence.row_key}"
        key = (source_id, text, evidence.start_char)
        if key not in self._labels:
            quotes = self._quotes.setdefault(source_id, [])
            label = f"{self._number(source_id)}{letters(len(quotes))}"
            self._labels[key] = label
            quotes.append(
                Quote(label, text, evidence.document_id, evidence.start_char, evidence.end_char)
            )
        return self._labels[key]

    def _number(self, source_id: str) -> int:
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)


def letters(position: int) -> str:
    """Count in letters, as spreadsheets name their columns.

    Examples:
        >>> letters(0), letters(25), letters(26), letters(27)
        ('a', 'z', 'aa', 'ab')
    """
    found = ""
    position += 1
    while position:
        position, left = divmod(position - 1, 26)
        found = chr(ord("a") + left) + found
    return found
