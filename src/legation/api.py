"""The one façade: read, keep, ask, brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from legation.desk import BATCH, Coder, Desk, NotKeptError, OnRows, OwnCoder, Reading
from legation.errors import InvalidDateError, LegationError
from legation.folders import data_folder
from legation.model import Document, Pair, Period, Precision, Source, State, Status, parse_date

if TYPE_CHECKING:
    from legation.briefing import Brief
    from legation.checking import Finding
    from legation.datasets import Store
    from legation.ledger import Added, Ledger, Query, Recorded

__all__ = ["BATCH", "Coder", "Legation", "NotKeptError", "Reading", "Wanted"]

OnProblem = Callable[[str, LegationError], None]
Progress = Callable[[Document], None]
Reader = Callable[..., Iterator[Document]]


class Wanted(TypedDict, total=False):
    """Which rows to give; what is left out does not restrict.

    Args:
        pair: names or codes of both parties; an organisation by its code.
        states: at least one party is one of these.
        kinds: event types or relation kinds.
        statuses: how the text presents them, only ``reported`` by default; empty for any.
        since: the row reaches this day (of a month or year, its first) or goes beyond it.
        until: it starts on this day (of a month or year, its last) or before it.
        as_of: only what was known by this day.
        limit: at most this many.
    """

    pair: tuple[str, str] | None
    states: Iterable[str]
    kinds: Iterable[str]
    statuses: Iterable[str | Status]
    since: str | dt.date | None
    until: str | dt.date | None
    as_of: str | dt.date | None
    limit: int | None


class Legation:
    """All of Legation, over one ledger.

    Args:
        ledger: the ledger's folder, made when something is first kept. By default ``ledger`` in
            the folder that the environment variable ``LEGATION_HOME`` names, or else in the
            platform's folder for a user's data; see :func:`default_ledger`.

    Examples:
        >>> import tempfile
        >>> folder = tempfile.TemporaryDirectory()
        >>> article = Path(folder.name, "article.txt")
        >>> text = "On 2 November 2013 Russia and Japan held talks in Tokyo."
        >>> _ = article.write_text(text)
        >>> legation = Legation(Path(folder.name, "ledger"))
        >>> legation.read(article, published="2013-11-03").added
        Added(documents=1, repeated=0, events=1, relations=0, folded=0)
        >>> [r.row.type for r in legation.events(pair=("Japan", "Russia"))]
        ['CONSULT']
        >>> legation.brief("Russia", "Japan", as_of="2013-11-03").coverage.pair_rows
        1
        >>> folder.cleanup()
    """

    def __init__(self, ledger: Path | str | None = None) -> None:
        self.path = Path(ledger) if ledger is not None else data_folder("ledger")

    @property
    def ledger(self) -> Ledger:
        """The ledger itself, opened anew.

        Raises:
            LedgerError: there is something else in its folder, or it is broken.
        """
        from legation.ledger import Ledger

        return Ledger(self.path)

    def read(
        self,
        address: str | Path | Iterable[str | Path],
        published: str | dt.date | None = None,
        keep: bool = True,
        *,
        on_problem: OnProblem | None = None,
        progress: Progress | None = None,
        reader: Reader | None = None,
        coder: Coder | None = None,
        jobs: int = 1,
        on_rows: OnRows | None = None,
    ) -> Reading:
        """Read and code documents, and keep them in the ledger.

        A document that the coder could not code whole is a problem; its rows are given but not
        kept, so that it can be read again. What a coder raises ends the reading; what was coded
        before is kept.

        Args:
            address: file, folder, URL, or ``"-"``; or several of these.
            published: day that relative dates are counted from; it wins over the document's.
            keep: whether to keep documents and rows in the ledger.
            on_problem: called for what cannot be read; without it the first such address given
                by itself raises, and those in a folder are listed in the result.
            progress: called with each document once it is coded.
            reader: what reads an address; :func:`legation.reading.read` by default.
            coder: what codes a document; by default the rules and scorer of Legation. See
                :class:`legation.coding.llm.LlmCoder` for another.
            jobs: processes that code at once, where Legation's own coder does; a script that asks
                for more than one must not do its work when it is imported.
            on_rows: called with each document and its rows, instead of collecting them in the
                result, so that memory stays bounded however many there are. A document that the
                ledger has from this coder is then not coded again.

        Raises:
            UnreadableError: nothing can be read at an address.
            InvalidDateError: ``published`` is no day.
            UserError: the coder cannot be used; a language model's endpoint refuses, say.
            NotKeptError: the ledger took none or only some; the exception has what was read.
            LedgerError: the ledger is broken, which is found before anything is read.
        """
        desk = Desk(self.ledger if keep else None, coder or OwnCoder(), on_rows)
        problems: list[tuple[str, LegationError]] = []
        documents = _documents(address, _day(published), on_problem, problems, reader)
        with desk:
            for document, rows in desk.coded(documents, jobs):
                if problem := desk.take(document, rows):
                    problems.append((document.source.address, problem))
                    if on_problem:
                        on_problem(document.source.address, problem)
                if progress:
                    progress(document)
        return replace(desk.reading(), problems=tuple(problems))

    def check(
        self,
        address: str | Path | Iterable[str | Path],
        published: str | dt.date | None = None,
        *,
        on_problem: OnProblem | None = None,
        progress: Progress | None = None,
    ) -> tuple[list[tuple[Document, list[Finding]]], list[tuple[str, LegationError]]]:
        """Say of each claim of documents what the record, and the ledger, show of it.

        Nothing is kept; what a ledger holds of the document itself is no proof of it.

        Args:
            address: file, folder, URL, or ``"-"``; or several of these.
            published: the day at which the texts speak; it wins over the documents' own.
            on_problem: called for what cannot be read; without it the first such address raises.
            progress: called with each document once it is checked.

        Returns:
            Each document with its findings, and the addresses that could not be read.

        Raises:
            UnreadableError: nothing can be read at an address.
            InvalidDateError: ``published`` is no day.
            LedgerError: the ledger is broken.
        """
        from legation.checking import check

        problems: list[tuple[str, LegationError]] = []
        ledger, found = self.ledger, []
        for document in _documents(address, _day(published), on_problem, problems):
            found.append((document, check(document, ledger)))
            if progress:
                progress(document)
        return found, problems

    def add(
        self,
        kind: str,
        a: str,
        b: str,
        *,
        said: str,
        source: str,
        start: str | None = None,
        end: str | None = None,
        mode: str | None = None,
        mutual: bool = False,
        place: str | None = None,
        terms: str | None = None,
        published: str | dt.date | None = None,
    ) -> Added:
        """Keep one event or relation found by hand, with the source that says so.

        Args:
            kind: an event type or a relation kind.
            a: who does it or has it, by name or code.
            b: the other; an organisation by its code.
            said: what the source says, in words.
            source: where that can be looked up.
            start: its day, month or year, or its first.
            end: its last; an event without one is of its start, a relation goes on.
            mode: the event's mode.
            mutual: whether both did the event to each other.
            place: where an event happened.
            terms: what a relation is about.
            published: the day of the source; without one it is known since today.

        Raises:
            UserError: a part is missing or does not fit the kind.
            UnknownStateError: a name that no state has.
            InvalidDateError: a date that no calendar has.
            LedgerError: the ledger cannot be written.
        """
        from legation.hand import CODER, hand_row

        when = _spell(start, end)
        row, origin = hand_row(
            kind, _code(a), _code(b), said, source, when, mode=mode, mutual=mutual, place=place,
            terms=terms, published=_day(published), now=dt.datetime.now(dt.UTC),
        )  # fmt: skip
        return self.ledger.add([], [row], sources=[origin], coder=CODER)

    def feed(self, *names: str, store: Store | None = None) -> Added:
        """Keep what data sets at hand say of pairs, each row with theirs as its evidence.

        Args:
            names: data sets that say things of pairs, such as ``"cow_war_dyads"``; without any,
                all of them that are at hand.
            store: the data sets at hand; by default the user's own.

        Raises:
            DatasetError: a data set says nothing of pairs, or is not at hand.
            LedgerError: the ledger cannot be written.
        """
        from legation.datasets import Store
        from legation.datasets.rows import CODER, FEEDS, rows_of

        store = store or Store()
        wanted = names or [n for n in FEEDS if store.holds(n)]
        made = [rows_of(name, store) for name in wanted]
        rows = [row for _, found in made for row in found]
        return self.ledger.add([], rows, sources=[source for source, _ in made], coder=CODER)

    def events(self, **wanted: Unpack[Wanted]) -> Iterator[Recorded]:
        """Give events on record, folded, from the earliest.

        Args:
            wanted: which, see :class:`Wanted`; ``kinds`` are PLOVER types.

        Raises:
            UnknownStateError: a name that no state has.
            InvalidDateError: a date that no calendar has.
            LedgerError: the ledger cannot be read.
        """
        return self.ledger.events(_query(wanted))

    def relations(self, **wanted: Unpack[Wanted]) -> Iterator[Recorded]:
        """Give relations on record, folded, from the earliest; see :meth:`events`."""
        return self.ledger.relations(_query(wanted))

    def brief(self, a: str, b: str, as_of: str | dt.date | None = None) -> Brief:
        """Tell the story of two states.

        Args:
            a: name or code of one state.
            b: name or code of the other.
            as_of: the day it is told for, today by default.

        Raises:
            UnknownStateError: a name that no state has.
            UserError: both are one state.
            LedgerError: the ledger cannot be read.
        """
        from legation.briefing.telling import brief

        day = _day(as_of, last=True) or dt.date.today()
        return brief(self.ledger, state_of(a, day), state_of(b, day), day)

    def states(self, on: str | dt.date | None = None, system: str | None = None) -> list[State]:
        """List states by code: all, or those in a list of states on a day.

        Args:
            on: the day; without one, every state that Legation knows, past ones too.
            system: ``"cow"`` or ``"gw"``; without it, on a day, those in either list.
        """
        from legation import world

        day = _day(on)
        systems = [system] if system else ["cow", "gw"]
        return [
            state
            for _, state in sorted(world.states().items())
            if (day is None and system is None)
            or any(s.system in systems and (day is None or s.holds(day)) for s in state.spells)
        ]

    def cite(self) -> list[Source]:
        """List what to cite: Legation first, then the world tables' producers, then the data sets
        at hand, then the sources that the ledger holds.

        Examples:
            >>> import tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     [s.title for s in Legation(folder).cite()][:2]
            ['Legation 0.1.0', 'GeoNames']
        """  # fmt: skip
        from legation.briefing.citing import dataset_sources, own_sources

        return [*own_sources(), *dataset_sources(), *self.ledger.sources()]


def _documents(
    address: str | Path | Iterable[str | Path],
    day: dt.date | None,
    on_problem: OnProblem | None,
    problems: list[tuple[str, LegationError]],
    reader: Reader | None = None,
) -> Iterator[Document]:
    """Read addresses, noting those that cannot be read."""
    from legation.reading import read

    def note(where: str, error: LegationError) -> None:
        problems.append((where, error))
        if on_problem:
            on_problem(where, error)

    for one in [address] if isinstance(address, str | Path) else list(address):
        try:
            yield from (reader or read)(one, published=day, on_problem=note)
        except LegationError as error:
            if on_problem is None:
                raise
            note(str(one), error)


def _spell(start: str | None, end: str | None) -> Period:
    first = parse_date(start) if start else Period()
    last = parse_date(end) if end else None
    if last is None:
        return Period(first.start, None, first.start_precision, Precision.OPEN if start else None)
    return Period(first.start, last.end, first.start_precision, last.end_precision)


def _query(wanted: Wanted) -> Query:
    from legation.ledger import Query

    pair = wanted.get("pair")
    return Query(
        Pair.of(*map(_code, pair)) if pair else None,
        tuple(map(_code, wanted.get("states", ()))),
        tuple(wanted.get("kinds", ())),
        tuple(Status(s) for s in wanted.get("statuses", (Status.REPORTED,))),
        _day(wanted.get("since")),
        _day(wanted.get("until"), last=True),
        as_of=_day(wanted.get("as_of"), last=True),
        limit=wanted.get("limit"),
    )


def _code(name: str) -> str:
    from legation.world import find_state, organisations

    code = name.strip().upper()  # a pair may be a state and an organisation that it belongs to
    return code if code in organisations() else find_state(name).code


def state_of(name: str, on: dt.date | None) -> State:
    """Find the state that a name has on a day, or else on any other.

    Raises:
        UnknownStateError: no state has or had the name.

    Examples:
        >>> state_of("Soviet Union", dt.date(2013, 11, 2)).code
        'RUS'
    """
    from legation.errors import UnknownStateError
    from legation.world import find_state

    try:
        return find_state(name, on)
    except UnknownStateError:
        return find_state(name)


def _day(given: str | dt.date | None, last: bool = False) -> dt.date | None:
    if given is None or isinstance(given, dt.date):
        return given
    period = parse_date(given)
    day = period.end if last else period.start
    if day is None:
        raise InvalidDateError(f"{given!r} is not a date", "write it as YYYY-MM-DD")
    return day
