"""What a brief is told from: the pair's rows in the ledger, as one day could know them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from legation.briefing.references import References
from legation.ledger import Citation, Ledger, Query, Recorded, Summary
from legation.model import Event, Pair, Relation, Row, State, Status
from legation.record import DATASET, Fact, facts_of
from legation.record.treaties import ALLIANCE_TABLES, TREATY_TABLES

AHEAD = (Status.PLANNED, Status.HYPOTHETICAL)
"""The statuses that may lie after the day of a brief."""


@dataclass(frozen=True)
class Material:
    """The rows of a pair, and what numbers their sources.

    Args:
        a: the state named first.
        b: the state named second.
        as_of: the day of the brief.
        told: every row of the pair, of any status, from the earliest, undated ones last.
        later: how many rows of the pair are left out because they became known after the day.
        around: reported rows of one of the two with a third party, in the same documents.
        company: how many states a row of the record binds together, by row; two where it is not
            said.
        summary: what the ledger holds.
        references: gives labels to what is cited.
    """

    a: State
    b: State
    as_of: dt.date
    told: tuple[Recorded, ...]
    later: int
    around: tuple[Recorded, ...]
    company: Mapping[str, int]
    summary: Summary
    references: References

    @property
    def reported(self) -> list[Recorded]:
        """The rows that are told as facts."""
        return [r for r in self.told if r.row.status is Status.REPORTED]

    @property
    def read(self) -> list[Recorded]:
        """The rows, of any status, that documents and data sets in the ledger report."""
        return [r for r in self.told if not compiled(r)]

    @property
    def events(self) -> list[Recorded]:
        """The reported events, from the earliest."""
        return [r for r in self.reported if isinstance(r.row, Event)]

    @property
    def relations(self) -> list[Recorded]:
        """The reported relations, from the earliest."""
        return [r for r in self.reported if isinstance(r.row, Relation)]

    @property
    def documents(self) -> set[str]:
        """The documents that tell of the pair."""
        return documents_of(self.told)


def gather(ledger: Ledger, a: State, b: State, as_of: dt.date) -> Material:
    """Ask the ledger and the embedded record for everything that a brief of two states needs."""
    pair = Pair.of(a.code, b.code)
    read, later = _told(ledger, pair, as_of)
    around = _around(ledger, a, b, as_of, documents_of(read))
    wanted = {c.source_id for r in (*read, *around) for c in r.sources}
    sources = {s.source_id: s for s in ledger.sources(wanted)} if wanted else {}
    on_record = [
        (f, row) for f in facts_of(pair) if not _signing(f) and (row := _by_then(f.row, as_of))
    ]
    sources |= {f.source.source_id: f.source for f, _ in on_record}
    company = {row_id(_compiled(f, row)): f.parties for f, row in on_record}
    told = sorted(_joined(read, [_compiled(f, row) for f, row in on_record]), key=_when)
    references = References(sources.get)
    return Material(
        a, b, as_of, tuple(told), later, around, company, ledger.summary(), references
    )  # fmt: skip


def _joined(read: Iterable[Recorded], on_record: Iterable[Recorded]) -> list[Recorded]:
    """Put the record's report of what was read, too, under the row that was read.

    It is the same where both say the same kind of thing of the same first day.
    """
    found = list(read)
    place: dict[tuple[str, dt.date] | None, int] = {}
    for i, recorded in enumerate(found):
        if key := _what_and_when(recorded):
            place.setdefault(key, i)
    for recorded in on_record:
        key = _what_and_when(recorded)
        if key in place:
            same = found[place[key]]
            found[place[key]] = replace(same, sources=(*same.sources, *recorded.sources))
        else:
            found.append(recorded)
    return found


def _what_and_when(recorded: Recorded) -> tuple[str, dt.date] | None:
    row = recorded.row
    if row.start is None or row.status is not Status.REPORTED:
        return None
    return (row.type if isinstance(row, Event) else row.kind.value), row.start


def compiled(recorded: Recorded) -> bool:
    """Whether a row comes from the embedded record, and not from the ledger."""
    return recorded.row.evidence.dataset == DATASET


def _signing(fact: Fact) -> bool:
    """Whether a fact is only that a treaty was signed, which is told with the treaty."""
    return isinstance(fact.row, Event) and fact.table in (*ALLIANCE_TABLES, *TREATY_TABLES)


def _by_then(row: Row, as_of: dt.date) -> Row | None:
    """Give a row of the record as one day could know it; what ended later had not ended."""
    if row.start and row.start > as_of:
        return None
    if isinstance(row, Relation) and row.end and row.end > as_of:
        return replace(row, end=None, end_precision=None)
    return row


def _compiled(fact: Fact, row: Row) -> Recorded:
    """Give a fact of the record as a row that its page reports."""
    key = row.event_id if isinstance(row, Event) else row.relation_id
    return Recorded(row, (Citation(key, row.source_id, row.evidence, row.coder),))


def documents_of(rows: tuple[Recorded, ...]) -> set[str]:
    """Give the ids of the documents that report some rows."""
    ids = {c.evidence.document_id for r in rows for c in r.sources}
    return {i for i in ids if i}


def row_id(recorded: Recorded) -> str:
    """Give the id of a row, event or relation."""
    row = recorded.row
    return row.event_id if isinstance(row, Event) else row.relation_id


def _told(ledger: Ledger, pair: Pair, as_of: dt.date) -> tuple[tuple[Recorded, ...], int]:
    found = {row_id(r): r for r in _both(ledger, Query(pair=pair, statuses=(), as_of=as_of))}
    everything = _both(ledger, Query(pair=pair, statuses=()))
    for recorded in everything:
        # What was planned for later starts after the day, which as_of leaves out.
        known = recorded.sources[0].known
        if recorded.row.status in AHEAD and (known is None or known <= as_of):
            found.setdefault(row_id(recorded), recorded)
    told = tuple(sorted(filter(None, (_known(r, as_of) for r in found.values())), key=_when))
    return told, max(0, len(everything) - len(told))


def _known(recorded: Recorded, as_of: dt.date) -> Recorded | None:
    """Give a row as the day could know it; what a data set says was known in its own time."""
    if recorded.sources[0].known is not None:
        return recorded
    row = _by_then(recorded.row, as_of)
    return replace(recorded, row=row) if row is not None else None


def _around(
    ledger: Ledger, a: State, b: State, as_of: dt.date, documents: set[str]
) -> tuple[Recorded, ...]:
    if not documents:
        return ()
    query = Query(states=(a.code, b.code), as_of=as_of)
    own = {a.code, b.code}
    return tuple(
        r
        for r in sorted(_both(ledger, query), key=_when)
        if documents_of((r,)) & documents and not parties(r) <= own
    )


def parties(recorded: Recorded) -> set[str]:
    """Give the codes of a row's parties, unknown ones left out."""
    row = recorded.row
    named = (row.actor, row.recipient) if isinstance(row, Event) else (row.a, row.b)
    return {code for code in named if code}


def _both(ledger: Ledger, query: Query) -> list[Recorded]:
    return [*ledger.events(query), *ledger.relations(query)]


def _when(recorded: Recorded) -> tuple[dt.date, dt.date, str]:
    row = recorded.row
    start = row.start or row.end or dt.date.max
    return start, row.end or dt.date.max, row_id(recorded)
