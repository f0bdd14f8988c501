import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.samples import NOV, document, event, relation

from legation.ledger import Ledger, Query
from legation.model import Period, Precision, RelationKind, Status

NOVEMBER, YEAR = Period.month(2013, 11), Period.year(2013)
DAY2, DAY3, DAY4, DAY20 = (Period.day(NOV[n]) for n in (2, 3, 4, 20))

EVENTS = [
    ("same day", {}, {}, 1),
    ("printed next day", {"when": DAY2}, {"when": DAY3}, 1),
    ("two days apart", {"when": DAY2}, {"when": DAY4}, 2),
    ("another type", {}, {"type": "COOPERATE"}, 2),
    ("another pair", {}, {"recipient": "CHN"}, 2),
    ("mutual, told from either side", {}, {"actor": "JPN", "recipient": "RUS"}, 1),
    ("directed, the same way", {"mutual": False}, {"mutual": False}, 1),
    (
        "directed, the other way",
        {"mutual": False},
        {"mutual": False, "actor": "JPN", "recipient": "RUS"},
        2,
    ),
    ("directed and mutual", {"mutual": False}, {}, 2),
    ("another status", {}, {"status": Status.PLANNED}, 2),
    ("modes conflict", {"mode": "visit"}, {"mode": "phone"}, 2),
    ("one without a mode", {"mode": "visit"}, {}, 1),
    ("places conflict", {"place": "Tokyo"}, {"place": "Moscow"}, 2),
    ("places written otherwise", {"place": "Tokyo"}, {"place": " TOKYO "}, 1),
    ("one without a place", {"place": "Tokyo"}, {}, 1),
    ("roles conflict", {"actor_role": "GOV"}, {"actor_role": "MIL"}, 2),
    (
        "roles agree from either side",
        {"actor_role": "GOV", "recipient_role": "MIL"},
        {"actor": "JPN", "recipient": "RUS", "actor_role": "MIL", "recipient_role": "GOV"},
        1,
    ),
    (
        "roles conflict from either side",
        {"actor_role": "GOV"},
        {"actor": "JPN", "recipient": "RUS", "recipient_role": "MIL"},
        2,
    ),
    ("a day in the month", {"when": DAY2}, {"when": NOVEMBER}, 1),
    ("a day in another month", {"when": DAY2}, {"when": Period.month(2013, 10)}, 2),
    ("same month", {"when": NOVEMBER}, {"when": NOVEMBER}, 1),
    ("month in the year", {"when": NOVEMBER}, {"when": YEAR}, 1),
    (
        "years that overlap",
        {"when": YEAR},
        {"when": Period.span(YEAR, Period.year(2015))},
        1,
    ),
    (
        "month and season overlap only",
        {"when": NOVEMBER},
        {"when": Period.exact(NOV[15], dt.date(2014, 2, 1), Precision.SEASON)},
        2,
    ),
    ("both undated", {"when": Period()}, {"when": Period()}, 2),
    ("open, same bounds", {"when": Period.since(YEAR)}, {"when": Period.since(YEAR)}, 1),
    ("open, other bounds", {"when": Period.since(YEAR)}, {"when": Period.since(DAY2)}, 2),
    ("no party known", {"actor": None, "recipient": None}, {"actor": None, "recipient": None}, 2),
    ("one party known", {"recipient": None}, {"recipient": None}, 1),
]


@pytest.mark.parametrize(
    ("one", "other", "shown"), [c[1:] for c in EVENTS], ids=[c[0] for c in EVENTS]
)
def test_two_reports(tmp_path, one, other, shown):
    ledger = Ledger(tmp_path / "l")
    a, b = document("a", NOV[3]), document("b", NOV[4])
    ledger.add([a, b], [event(a, **one), event(b, **other)])
    found = list(ledger.events(Query(statuses=())))
    assert len(found) == shown
    assert sum(len(r.sources) for r in found) == 2


def test_what_one_document_tells_twice_is_two_events(tmp_path):
    ledger = Ledger(tmp_path / "l")
    a, b = document("a"), document("b")
    ledger.add([a, b], [event(a), event(a, mode="visit"), event(b)])
    found = list(ledger.events())
    assert sorted(len(r.sources) for r in found) == [1, 2]


def test_a_vague_report_of_several_events_stands_by_itself(tmp_path):
    ledger = Ledger(tmp_path / "l")
    a, b = document("a"), document("b")
    rows = [event(a, when=DAY2), event(a, when=DAY20), event(b, when=NOVEMBER)]
    ledger.add([a, b], rows)
    assert [len(r.sources) for r in ledger.events()] == [1, 1, 1]


def test_folding_does_not_chain(tmp_path):
    ledger = Ledger(tmp_path / "l")
    days = [document(f"d{n}", NOV[n]) for n in (2, 3, 4, 5)]
    ledger.add(days, [event(d, when=Period.day(d.published)) for d in days])
    assert [(r.row.start, len(r.sources)) for r in ledger.events()] == [(NOV[2], 2), (NOV[4], 2)]


def test_a_mode_once_folded_in_keeps_others_out(tmp_path):
    ledger = Ledger(tmp_path / "l")
    names = "abc"
    docs = {n: document(n, NOV[i + 3]) for i, n in enumerate(names)}
    rows = [
        event(docs["a"], when=DAY2),
        event(docs["b"], when=NOVEMBER, mode="visit"),
        event(docs["c"], when=NOVEMBER, mode="phone"),
    ]
    ledger.add(docs.values(), rows)
    assert [len(r.sources) for r in ledger.events()] == [1, 2]


def test_the_most_precise_then_the_earliest_is_kept(tmp_path):
    ledger = Ledger(tmp_path / "l")
    docs = [document("month", NOV[1]), document("late", NOV[9]), document("early", NOV[4])]
    periods = [NOVEMBER, DAY2, DAY2]
    ledger.add(docs, [event(d, when=w) for d, w in zip(docs, periods, strict=True)])
    [found] = ledger.events()
    assert [c.evidence.document_id for c in found.sources] == ["early", "late", "month"]
    assert found.row.precision.value == "day" and found.row.evidence.document_id == "early"
    table = ledger.table("events").to_pylist()
    assert [(t["document_id"], t["reports"], len(t["sources"])) for t in table] == [("early", 3, 3)]


SINCE_51, SINCE_60 = (Period.since(Period.year(y)) for y in (1951, 1960))
WAR, RIVALRY = RelationKind.WAR, RelationKind.RIVALRY
RELATIONS = [
    ("same spell", {}, {}, 1),
    ("overlapping spells", {"when": SINCE_51}, {"when": SINCE_60}, 1),
    ("one undated", {"when": SINCE_51}, {"when": Period()}, 1),
    ("both undated", {"when": Period()}, {"when": Period()}, 1),
    (
        "apart",
        {"kind": WAR, "when": Period.year(1904)},
        {"kind": WAR, "when": Period.year(1945)},
        2,
    ),
    ("another kind", {}, {"kind": RIVALRY}, 2),
    ("another pair", {}, {"a": "KOR"}, 2),
    ("told from either side", {}, {"a": "JPN", "b": "USA"}, 1),
    ("directed, the other way", {"mutual": False}, {"mutual": False, "a": "JPN", "b": "USA"}, 2),
    ("other terms", {"terms": "Treaty of 1951"}, {"terms": "Treaty of 1960"}, 2),
    ("one without terms", {"terms": "Treaty of 1951"}, {}, 1),
]


@pytest.mark.parametrize(
    ("one", "other", "shown"), [c[1:] for c in RELATIONS], ids=[c[0] for c in RELATIONS]
)
def test_two_relations(tmp_path, one, other, shown):
    ledger = Ledger(tmp_path / "l")
    a, b = document("a"), document("b")
    ledger.add([a, b], [relation(a, **one), relation(b, **other)])
    found = list(ledger.relations())
    assert len(found) == shown and sum(len(r.sources) for r in found) == 2


def test_an_undated_relation_that_could_be_either_stands_by_itself(tmp_path):
    ledger = Ledger(tmp_path / "l")
    a, b = document("a"), document("b")
    spells = [Period.year(1904), Period.year(1945), Period()]
    rows = [relation(d, WAR, when=w) for d, w in zip((a, a, b), spells, strict=True)]
    ledger.add([a, b], rows)
    assert [len(r.sources) for r in ledger.relations()] == [1, 1, 1]


PERIODS = st.sampled_from(
    [*(Period.day(NOV[n]) for n in range(1, 12)), NOVEMBER, Period.month(2013, 10), YEAR, Period()]
)
REPORT = st.tuples(
    st.integers(0, 5),
    PERIODS,
    st.sampled_from([None, "visit", "phone"]),
    st.sampled_from([None, "Tokyo", "Moscow"]),
    st.booleans(),
)
DOCUMENTS = [document(f"d{n}", NOV[12 + n]) for n in range(6)]


def build(reports):
    return [
        event(DOCUMENTS[n], when=when, mode=mode, place=place, mutual=mutual)
        for n, when, mode, place, mutual in reports
    ]


@settings(max_examples=30, deadline=None)
@given(reports=st.lists(REPORT, min_size=1, max_size=25, unique_by=lambda r: (r[0], r[1])))
def test_folding_loses_no_report_and_heeds_no_order(tmp_path_factory, reports):
    rows = build(reports)
    whole, parted = (Ledger(tmp_path_factory.mktemp("l") / "l", grace=0) for _ in range(2))
    whole.add(DOCUMENTS, rows)
    for n in reversed(range(6)):
        mine = [r for r in rows if r.evidence.document_id == f"d{n}"]
        parted.add([DOCUMENTS[n]], mine)
    before = list(parted.events())
    parted.compact()
    assert list(whole.events()) == list(parted.events()) == before
    cited = [c.row_id for r in before for c in r.sources]
    assert sorted(cited) == sorted(r.event_id for r in rows)
    for found in before:
        voices = [c.evidence.document_id for c in found.sources]
        assert len(voices) == len(set(voices))


@settings(max_examples=30, deadline=None)
@given(
    reports=st.lists(REPORT, min_size=1, max_size=25, unique_by=lambda r: (r[0], r[1])),
    days=st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted),
)
def test_a_window_selects_among_the_folded_rows(tmp_path_factory, reports, days):
    ledger = Ledger(tmp_path_factory.mktemp("l") / "l")
    ledger.add(DOCUMENTS, build(reports))
    since, until = (NOV[d] for d in days)
    window = Period(since, until)
    shown = [r for r in ledger.events() if r.row.period.dated and r.row.period.overlaps(window)]
    assert list(ledger.events(Query(since=since, until=until))) == shown
    assert list(ledger.events(Query(since=since, until=until, include_undated=True))) == [
        *shown,
        *itertools.filterfalse(lambda r: r.row.period.dated, ledger.events()),
    ]
