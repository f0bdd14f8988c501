import datetime as dt

import pytest
from tests.ledger.samples import NOV, document, event

from legation.ledger import Ledger, Query
from legation.model import Pair, Period, Source, Status
from legation.model.evidence import Document

PUBLISHED = document("published", NOV[5])
RETRIEVED = Document(
    "retrieved",
    Source("r", "text", "r", retrieved=dt.datetime(2013, 11, 10, 23, 59, tzinfo=dt.UTC)),
    "Read later.",
)
UNKNOWN = document("unknown")

ROWS = {
    "talks": event(PUBLISHED, when=Period.day(NOV[2])),
    "threat": event(PUBLISHED, "THREATEN", "PRK", "KOR", Period.day(NOV[4]), mutual=False),
    "plan": event(PUBLISHED, when=Period.day(NOV[20]), status=Status.PLANNED),
    "month": event(PUBLISHED, "AID", "USA", "JPN", Period.month(2013, 10), mutual=False),
    "open": event(RETRIEVED, "MOBILIZE", "RUS", None, Period.since(Period.day(NOV[1]))),
    "undated": event(RETRIEVED, "ACCUSE", "PRK", "JPN", Period(), mutual=False),
    "old": event(UNKNOWN, "ASSAULT", "RUS", "JPN", Period.year(1904)),
    "visit": event(UNKNOWN, "CONSULT", "CHN", "USA", Period.day(NOV[9]), mutual=False),
}
EVERY = ["old", "month", "open", "talks", "threat", "visit", "undated"]

CASES = [
    (Query(), EVERY),
    (Query(statuses=()), [*EVERY[:-1], "plan", "undated"]),
    (Query(statuses=(Status.PLANNED,)), ["plan"]),
    (Query(pair=Pair.of("RUS", "JPN")), ["old", "talks"]),
    (Query(pair=Pair.of("RUS", "USA")), []),
    (Query(states=("PRK",)), ["threat", "undated"]),
    (Query(states=("PRK", "RUS")), ["old", "open", "talks", "threat", "undated"]),
    (Query(kinds=("CONSULT",)), ["talks", "visit"]),
    (Query(kinds=("CONSULT", "AID"), states=("USA",)), ["month", "visit"]),
    (Query(since=NOV[3]), ["open", "threat", "visit"]),
    (Query(since=NOV[3], include_undated=True), ["open", "threat", "visit", "undated"]),
    (Query(until=dt.date(1904, 1, 1)), ["old"]),
    (Query(since=dt.date(1904, 12, 31), until=dt.date(1905, 1, 1)), ["old"]),
    (Query(since=dt.date(2013, 10, 31), until=dt.date(2013, 10, 31)), ["month"]),
    (Query(since=NOV[2], until=NOV[2]), ["open", "talks"]),
    (Query(as_of=NOV[4]), ["old"]),
    (Query(as_of=NOV[5]), ["old", "month", "talks", "threat"]),
    (Query(as_of=NOV[9]), ["old", "month", "talks", "threat", "visit"]),
    (Query(as_of=NOV[10]), EVERY),
    (Query(as_of=NOV[10], statuses=()), EVERY),
    (Query(as_of=NOV[20], statuses=(Status.PLANNED,)), ["plan"]),
    (Query(limit=2), ["old", "month"]),
    (Query(limit=0), []),
    (Query(limit=99, states=("USA",)), ["month", "visit"]),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    ledger = Ledger(tmp_path_factory.mktemp("query") / "l")
    ledger.add([PUBLISHED, RETRIEVED, UNKNOWN], ROWS.values())
    return ledger


@pytest.mark.parametrize(("query", "names"), CASES, ids=lambda c: str(c)[:60])
def test_a_query_shows(ledger, query, names):
    name_of = {row: name for name, row in ROWS.items()}
    assert [name_of[r.row] for r in ledger.events(query)] == names
    if query.limit is None:
        ids = {r["event_id"] for r in ledger.table("events", query).to_pylist()}
        assert ids == {ROWS[n].event_id for n in names}


def test_a_later_report_does_not_choose_what_an_earlier_day_knew(tmp_path):
    ledger = Ledger(tmp_path / "l")
    early, late = document("early", NOV[3]), document("late", NOV[9])
    rows = [event(early, start=NOV[3]), event(late, start=NOV[2], mode="visit")]
    ledger.add([early, late], rows)
    [known] = ledger.events(Query(as_of=NOV[4]))
    assert known.row.start == NOV[3] and len(known.sources) == 1
    [now] = ledger.events()
    assert now.row.mode == "visit" and len(now.sources) == 2
    assert [c.known for c in now.sources] == [NOV[9], NOV[3]]


def test_the_whole_ledger_is_folded_part_by_part_with_the_same_result(tmp_path, monkeypatch):
    ledger = Ledger(tmp_path / "l", grace=0)
    codes = [("USA", "CHN"), ("RUS", "JPN"), ("FRA", "DEU"), ("GBR", None), (None, None)]
    docs = [document(f"d{n}", NOV[n + 1]) for n in range(4)]
    rows = [
        event(d, actor=a, recipient=b, when=Period.day(NOV[n + 1]))
        for n, d in enumerate(docs)
        for a, b in codes
    ]
    ledger.add(docs[:2], [r for r in rows if r.evidence.document_id in ("d0", "d1")])
    ledger.add(docs[2:], [r for r in rows if r.evidence.document_id in ("d2", "d3")])
    queries = [Query(), Query(since=NOV[2], until=NOV[3]), Query(limit=3)]
    whole = [(list(ledger.events(q)), ledger.table("events", q), ledger.counts(q)) for q in queries]
    monkeypatch.setattr("legation.ledger.snapshot.SLICE_ROWS", 3)
    for query, (events, table, counts) in zip(queries, whole, strict=True):
        assert list(ledger.events(query)) == events
        assert ledger.table("events", query).sort_by("event_id") == table.sort_by("event_id")
        assert ledger.counts(query) == counts
    ledger.compact()
    assert list(ledger.events()) == whole[0][0]
