"""The façade of the room: what is added, what is asked, and how a ledger is kept sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pyarrow as pa

from legation.ledger import adding, compaction, encoding, folded, schemas
from legation.ledger import manifest as manifests
from legation.ledger.commit import Commit, change, orphans
from legation.ledger.counting import By, count
from legation.ledger.disk import Step, no_step
from legation.ledger.duckdb import DuckDBEngine
from legation.ledger.engine import Engine, EngineError
from legation.ledger.incoming import conform
from legation.ledger.query import Query
from legation.ledger.readings import coder_version
from legation.ledger.recorded import Recorded
from legation.ledger.schemas import DOCUMENTS, EVENTS, READINGS, RELATIONS, SOURCES, Table
from legation.ledger.snapshot import Answer, Snapshot, reading
from legation.ledger.summary import Summary, summarise
from legation.ledger.voices import COMPARED
from legation.model import Document, Event, Row, Source

Kind = Literal["events", "relations"]

EVERYTHING = Query()


@dataclass(frozen=True, slots=True)
class Added:
    """What one call added.

    Args:
        documents: texts that were not stored before.
        repeated: documents given that the same coder had read before; nothing was added.
        events: rows of events.
        relations: rows of relations.
        folded: how many of these rows report what another row reports too; None of bulk tables.
    """

    documents: int = 0
    repeated: int = 0
    events: int = 0
    relations: int = 0
    folded: int | None = 0


class Ledger:
    """An append-only record of events and relations with their evidence.

    Args:
        path: its folder, made by the first :meth:`add`.
        engine: what runs the queries; None means DuckDB.
        wait: how many seconds to wait for another process that writes.
        grace: how many seconds a merged segment stays for readers that still use it.
        step: told the name of each step of a write, for tests.

    Examples:
        >>> import datetime as dt, tempfile
        >>> from legation.model import Evidence
        >>> text = "Sergei Lavrov met Fumio Kishida in Tokyo on 2 November 2013."
        >>> source = Source("s1", "text", "example.txt", published=dt.date(2013, 11, 3))
        >>> document = Document("d1", source, text)
        >>> event = Event("CONSULT", "RUS", "JPN", "s1", Evidence.span(document, 14, 17),
        ...               mode="meet", mutual=True, start=dt.date(2013, 11, 2),
        ...               end=dt.date(2013, 11, 2), coder="rules/1:meet")
        >>> folder = tempfile.TemporaryDirectory()
        >>> ledger = Ledger(folder.name)
        >>> ledger.add([document], [event])
        Added(documents=1, repeated=0, events=1, relations=0, folded=0)
        >>> ledger.add([document], [event])
        Added(documents=0, repeated=1, events=0, relations=0, folded=0)
        >>> [found] = ledger.events(Query(states=("JPN",)))
        >>> found.row == event, found.sources[0].evidence.quote
        (True, 'met')
        >>> folder.cleanup()
    """

    def __init__(
        self,
        path: Path | str,
        engine: Engine | None = None,
        *,
        wait: float = 10.0,
        grace: float = 600.0,
        step: Step = no_step,
    ) -> None:
        self.path = Path(path).resolve()
        self._engine = engine or DuckDBEngine(self.path)
        self._wait, self._grace, self._step = wait, grace, step
        manifests.load(self.path)

    def add(
        self,
        documents: Iterable[Document],
        rows: Iterable[Row],
        *,
        sources: Iterable[Source] = (),
        coder: str | None = None,
    ) -> Added:
        """Add documents and the rows coded from them, all or nothing.

        A document that the same version of the same coder has read adds nothing. Read by a
        newer version, its earlier rows are superseded: kept, but no longer shown.

        Args:
            documents: clean texts; stored once, with every source they were got from.
            rows: events and relations, each with evidence in one of these documents, in one
                stored before, or in a data set.
            sources: sources of rows from data sets.
            coder: name and version of who read the documents (``rules/1``), so that a document
                without rows counts as read by it.

        Raises:
            LedgerError: the ledger is busy, broken or cannot be written, or a row's evidence
                does not hold; nothing is added.
        """
        distinct = list(dict.fromkeys(rows))
        events = [r for r in distinct if isinstance(r, Event)]
        relations = [r for r in distinct if not isinstance(r, Event)]
        tables = {
            EVENTS: encoding.rows_table(EVENTS, events),
            RELATIONS: encoding.rows_table(RELATIONS, relations),
        }
        added, new = self._add(list(documents), tables, sources, coder)
        return replace(added, folded=sum(self._told_before(t, r) for t, r in new.items()))

    def add_table(
        self,
        kind: Kind,
        rows: pa.Table,
        *,
        sources: Iterable[Source] = (),
        coder: str | None = None,
    ) -> Added:
        """Add many rows at once from an Arrow table, all or nothing.

        Args:
            kind: ``events`` or ``relations``.
            rows: columns as declared in :mod:`legation.ledger.schemas`; those the ledger
                derives are left out, and those that may be null may be.
            sources: the sources that the rows name, unless stored before.
            coder: as in :meth:`add`.

        Raises:
            LedgerError: as in :meth:`add`, or the columns do not fit.
        """
        table = schemas.TABLES[kind]
        added, _ = self._add([], {table: conform(table, rows)}, sources, coder)
        return added

    def has(self, document_id: str, coder: str) -> bool:
        """Whether a coder (``rules/1``; a rule after a colon is ignored) read a document."""
        wanted = coder_version(coder)
        found = self._read(lambda s: s.find(READINGS, "document_id", [document_id]))
        return wanted in found["coder_version"].to_pylist()

    def events(self, query: Query = EVERYTHING) -> Iterator[Recorded]:
        """Give events, folded, from the earliest; undated ones last."""
        return folded.by_date(self._folded(EVENTS, query), query.limit)

    def relations(self, query: Query = EVERYTHING) -> Iterator[Recorded]:
        """Give relations, folded, from the earliest; those without a start last."""
        return folded.by_date(self._folded(RELATIONS, query), query.limit)

    def table(self, kind: Kind, query: Query = EVERYTHING) -> pa.Table:
        """Give events or relations, folded, as an Arrow table by pair and date.

        Returns:
            The columns of :func:`legation.ledger.schemas.folded_schema`.
        """
        table = schemas.TABLES[kind]
        parts = [f.shown() for f in self._folded(table, query)]
        return pa.concat_tables(parts).slice(0, query.limit)

    def counts(self, query: Query = EVERYTHING, by: By = "month") -> pa.Table:
        """Count folded events by pair, type and period.

        Args:
            query: which events; its limit is ignored.
            by: ``day``, ``month`` or ``year``.

        Returns:
            Columns ``pair_a, pair_b, type, period, events``; ``period`` is its first day, null
            where an event's dates do not fall into one period.
        """
        return self._read(lambda s: count(s, query, by))

    def document(self, document_id: str) -> Document | None:
        """Give a stored document, with the source that it was first got from, or None."""
        copies = self._read(lambda s: s.find(DOCUMENTS, "document_id", [document_id]))
        if not len(copies):
            return None
        first = min(copies.to_pylist(), key=lambda c: (c["sequence"], c["source_id"]))
        [source] = self.sources([first["source_id"]])
        return encoding.to_document(first, source)

    def copies(self, document_id: str) -> list[Source]:
        """List every source that a document's text was got from."""
        names = ["source_id"]
        found = self._read(lambda s: s.find(DOCUMENTS, "document_id", [document_id], names))
        return self.sources(found["source_id"].to_pylist())

    def source(self, source_id: str) -> Source | None:
        """Give one source."""
        return next(iter(self.sources([source_id])), None)

    def sources(self, ids: Iterable[str] | None = None) -> list[Source]:
        """List sources by id: these, or all."""
        if ids is None:
            found = self._read(_all_sources)
        else:
            wanted = list(ids)
            found = self._read(lambda s: s.find(SOURCES, "source_id", wanted))
        return list(encoding.to_sources(found.sort_by("source_id")))

    def compact(self) -> None:
        """Merge the segments of each table and set superseded rows aside."""
        with self._change() as (commit, snapshot):
            compaction.compact(commit, snapshot)
            commit.publish()

    def check(self) -> list[str]:
        """Compare every file with its digest; one line for each fault, none if it is sound."""
        manifest = manifests.load(self.path) or manifests.Manifest()
        left = [
            f"{p} is left over from a crash; the next write removes it"
            for p in orphans(self.path, manifest)
        ]
        return Snapshot(self.path, manifest, self._engine).faults() + left

    def summary(self) -> Summary:
        """Count what is stored, by kind of source and with its first and last dates."""
        return self._read(summarise)

    def ask(self, answer: Callable[[Snapshot], Answer]) -> Answer:
        """Answer a question from one snapshot, whatever is written meanwhile."""
        return self._read(answer)

    def _add(
        self,
        documents: list[Document],
        tables: dict[Table, pa.Table],
        sources: Iterable[Source],
        coder: str | None,
    ) -> tuple[Added, dict[Table, pa.Table]]:
        with self._change() as (commit, snapshot):
            new = adding.addition(snapshot, documents, sources, tables, coder)
            for table, rows in new.rows.items():
                if len(rows):
                    commit.add(table, rows)
            if new.supersedes:
                commit.supersede()
            compaction.tidy(commit, snapshot)
            commit.publish()
        added = Added(
            new.documents,
            new.repeated,
            len(new.rows.get(EVENTS, ())),
            len(new.rows.get(RELATIONS, ())),
            None,
        )
        return added, {t: new.rows[t] for t in tables}

    def _told_before(self, table: Table, rows: pa.Table) -> int:
        """Count the rows whose event or relation another row reports too."""
        if not len(rows):
            return 0
        pairs = rows.select(["pair_a", "pair_b"]).group_by(["pair_a", "pair_b"]).aggregate([])
        everything = Query(statuses=())
        names = COMPARED[table.name]
        found = self._read(lambda s: s.folded(table, everything, names, pairs=pairs))
        return found.told_before(rows[table.id])

    def _folded(self, table: Table, query: Query) -> list[folded.Folded]:
        return self._read(
            lambda s: [s.folded(table, query, part=part) for part in s.parts(table, query)]
        )

    def _read(self, answer: Callable[[Snapshot], Answer]) -> Answer:
        return reading(self.path, self._engine, answer)

    @contextmanager
    def _change(self) -> Iterator[tuple[Commit, Snapshot]]:
        with change(self.path, self._step, self._grace, self._wait) as commit:
            snapshot = Snapshot(self.path, commit.before, self._engine)
            try:
                yield commit, snapshot
            except EngineError as error:
                raise snapshot.explain(error) from error


def _all_sources(snapshot: Snapshot) -> pa.Table:
    if not snapshot.files(SOURCES):
        return SOURCES.arrow.empty_table()
    return snapshot.run("SELECT * FROM sources", [SOURCES]).cast(SOURCES.arrow)
