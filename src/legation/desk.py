"""The desk: documents are coded, and kept batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from legation.errors import LedgerError, LegationError
from legation.model import Document, Row

if TYPE_CHECKING:
    from legation.ledger import Added, Ledger

BATCH = 25
"""Documents kept with one commit: a crash or Ctrl-C loses at most these, and reading goes on."""

OnRows = Callable[[Document, list[Row]], None]


class Coder(Protocol):
    """What codes documents: the rules and scorer of Legation, or a language model."""

    @property
    def name(self) -> str:
        """Its name and version (``legation/2``), with which the ``coder`` of its rows begins."""

    @property
    def incomplete(self) -> Mapping[str, LegationError]:
        """Documents, by id, of which it could not code every part, each with why."""

    def __call__(self, document: Document) -> list[Row]:
        """Code a document, as :func:`legation.coding.code` does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave.

    Args:
        documents: the documents, in the order they were read.
        rows: their events and relations, in the order of the documents and of their evidence.
        added: what the ledger did not hold before; None where nothing was to be kept.
        problems: addresses that could not be read, or not coded whole, each with why.
    """

    documents: tuple[Document, ...]
    rows: tuple[Row, ...]
    added: Added | None
    problems: tuple[tuple[str, LegationError], ...] = ()


class NotKeptError(LedgerError):
    """Documents were read and coded, but the ledger did not take them; ``reading`` has them."""

    def __init__(self, cause: LedgerError, reading: Reading) -> None:
        super().__init__(cause.problem, cause.remedy)
        self.reading = reading


class OwnCoder:
    """The rules and the scorer, which code every document whole."""

    incomplete: Mapping[str, LegationError] = MappingProxyType({})

    @property
    def name(self) -> str:
        """Its name and version."""
        from legation.coding.making import CODER

        return CODER

    def __call__(self, document: Document) -> list[Row]:
        """Code a document."""
        from legation.coding import code

        return code(document)


class Desk:
    """Codes documents and keeps them batch by batch, the last one even after an interruption.

    Args:
        ledger: where to keep them; None where nothing is to be kept.
        coder: what codes a document.
        on_rows: called with each document and its rows; without it the reading collects them.
    """

    def __init__(self, ledger: Ledger | None, coder: Coder, on_rows: OnRows | None = None) -> None:
        self._ledger = ledger
        self._coder = coder
        self._on_rows = on_rows
        self._documents: list[Document] = []
        self._rows: list[Row] = []
        self._waiting: list[tuple[Document, list[Row]]] = []
        self._added: list[Added] = []

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None or not issubclass(kind, LedgerError):
            self._keep()

    def coded(
        self, documents: Iterable[Document], jobs: int
    ) -> Iterator[tuple[Document, list[Row]]]:
        """Code documents, in several processes where the coder is Legation's own.

        Where rows are not collected, a document that this coder has read before has none here:
        they are in the ledger.
        """
        if jobs > 1 and isinstance(self._coder, OwnCoder):
            from legation.coding.pool import code_many

            yield from code_many(documents, jobs, self._known)
            return
        for document in documents:
            yield document, [] if self._known(document) else self._coder(document)

    def _known(self, document: Document) -> bool:
        if self._on_rows is None or self._ledger is None:
            return False
        return self._ledger.has(document.document_id, self._coder.name)

    def take(self, document: Document, rows: list[Row]) -> LegationError | None:
        """Take a document with its rows; give the problem where it was not coded whole."""
        problem = self._coder.incomplete.get(document.document_id)
        if problem is None:
            self._waiting.append((document, rows))
        if self._on_rows is not None:
            self._on_rows(document, rows)
        elif problem is None or rows:
            self._documents.append(document)
            self._rows += rows
        if len(self._waiting) >= BATCH:
            self._keep()
        return problem

    def reading(self) -> Reading:
        """Give what was read so far."""
        added = _sum(self._added) if self._ledger else None
        return Reading(tuple(self._documents), tuple(self._rows), added)

    def _keep(self) -> None:
        waiting, self._waiting = self._waiting, []
        if self._ledger is None or not waiting:
            return
        documents = [d for d, _ in waiting]
        rows = [r for _, found in waiting for r in found]
        try:
            self._added.append(self._ledger.add(documents, rows, coder=self._coder.name))
        except LedgerError as error:
            raise NotKeptError(error, self.reading()) from error


def _sum(parts: list[Added]) -> Added:
    from legation.ledger import Added

    names = [f.name for f in fields(Added)]
    return Added(*(sum(getattr(p, n) or 0 for p in parts) for n in names))
