import datetime as dt
from dataclasses import replace

import pyarrow as pa
import pytest
from tests.ledger.samples import NOV, document, event, relation, source, told

from legation.errors import LedgerError, UserError
from legation.ledger import Added, Ledger, Query
from legation.model import Event, Evidence, Source, Status


def test_a_ledger_that_is_not_there_is_empty_and_is_not_made_by_reading(tmp_path):
    ledger = Ledger(tmp_path / "none")
    assert list(ledger.events()) == list(ledger.relations()) == ledger.sources() == []
    assert ledger.table("events").num_rows == ledger.counts().num_rows == 0
    assert ledger.document("d") is None and ledger.source("s") is None
    assert not ledger.has("d", "rules/1") and ledger.check() == []
    assert ledger.summary().documents == 0
    assert not ledger.path.exists()


def test_adding_says_what_was_added(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one, two = document("one"), document("two")
    rows = [event(one), event(one, "ACCUSE"), relation(one)]
    assert ledger.add([one], rows) == Added(1, 0, 2, 1, folded=0)
    assert ledger.add([two], [event(two)]) == Added(1, 0, 1, 0, folded=1)
    assert ledger.summary().all.events == 3


def test_the_same_reading_adds_nothing(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one = document("one")
    ledger.add([one], [event(one)])
    segments = ledger.summary().segments
    assert ledger.add([one], [event(one)]) == Added(0, 1, 0, 0, folded=0)
    assert ledger.add([one], [event(one), event(one, "ACCUSE")]) == Added(0, 1, 0, 0, folded=0)
    assert ledger.summary().segments == segments
    assert ledger.has("one", "rules/1") and ledger.has("one", "rules/1:meet")
    assert not ledger.has("one", "rules/2") and not ledger.has("two", "rules/1")


def test_a_document_without_rows_is_read_when_the_coder_is_named(tmp_path):
    ledger = Ledger(tmp_path / "l")
    ledger.add([document("one")], [])
    assert not ledger.has("one", "rules/1")
    ledger.add([document("one")], [], coder="rules/1")
    assert ledger.has("one", "rules/1")


def test_a_renamed_coder_supersedes_what_it_was_called_before(tmp_path):
    ledger = Ledger(tmp_path / "l", grace=0)
    one = document("one")
    for version in ("rules/1", "legation/2"):
        ledger.add([one], [event(one, coder=f"{version}:meet")])
    [found] = ledger.events()
    assert [c.coder for c in found.sources] == ["legation/2:meet"]


@pytest.mark.parametrize(
    ("versions", "shown"),
    [
        (["rules/1", "rules/2"], "rules/2"),
        (["rules/1.9", "rules/1.10"], "rules/1.10"),
        (["rules/2", "rules/1"], "rules/2"),
        (["rules/1", "rules/2", "rules/3"], "rules/3"),
        (["rules/a", "rules/b"], "rules/b"),
    ],
)
@pytest.mark.parametrize("compact", [False, True])
def test_a_newer_version_of_a_coder_supersedes(tmp_path, versions, shown, compact):
    ledger = Ledger(tmp_path / "l", grace=0)
    one = document("one")
    for version in versions:
        ledger.add([one], [event(one, coder=f"{version}:meet")])
        if compact:
            ledger.compact()
    assert [r.row.coder for r in ledger.events()] == [f"{shown}:meet"]
    history = ledger.events(Query(superseded=True))
    assert sorted(r.row.coder for r in history) == sorted(f"{v}:meet" for v in versions)
    assert ledger.summary().all.events == 1


def test_a_newer_version_that_finds_nothing_supersedes_as_well(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one = document("one")
    ledger.add([one], [event(one), relation(one)])
    ledger.add([one], [], coder="rules/2")
    assert list(ledger.events()) == list(ledger.relations()) == []


def test_another_coder_does_not_supersede_but_folds(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one = document("one")
    ledger.add([one], [event(one)])
    ledger.add([one], [event(one, coder="model/7:x")])
    [found] = ledger.events()
    assert [c.coder for c in found.sources] == ["model/7:x", "rules/1:meet"]


def test_a_copy_elsewhere_adds_its_source_only(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one = document("one")
    copy = type(one)("one", source("copy"), one.text)
    ledger.add([one], [event(one)])
    assert ledger.add([copy], [event(copy)]) == Added(0, 1, 0, 0, folded=0)
    assert ledger.document("one") == one
    assert {s.source_id for s in ledger.copies("one")} == {"source of one", "source of copy"}
    assert len(ledger.sources()) == 2


def test_rows_of_a_data_set_are_added_once(tmp_path):
    ledger = Ledger(tmp_path / "l")
    mids = Source("mids", "dataset", "MID 5.0")
    rows = [
        Event("ASSAULT", "RUS", "JPN", "mids", Evidence(dataset="MID 5.0", row_key=str(n)))
        for n in range(3)
    ]
    assert ledger.add([], rows[:2], sources=[mids]).events == 2
    assert ledger.add([], rows, sources=[mids]).events == 1
    assert ledger.add([], rows).events == 0
    assert len(list(ledger.events())) == 3


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"evidence": Evidence("other", 0, 1, "T")}, "cites document other"),
        ({"evidence": Evidence()}, "without evidence"),
        ({"evidence": Evidence(dataset="MID")}, "without evidence"),
        ({"evidence": Evidence("one", 0, 4, "Tex_")}, "are not 'Tex_'"),
        ({"evidence": Evidence("one", -3, -1, "et")}, "are not 'et'"),
        ({"evidence": Evidence("one", 0, 999, "Text of one: they met.")}, "are not"),
        ({"source_id": "nobody"}, "names the source nobody"),
        ({"place": "\ud800"}, "lone surrogate"),
    ],
)
def test_what_has_no_evidence_is_refused_and_nothing_is_added(tmp_path, change, problem):
    ledger = Ledger(tmp_path / "l")
    one = document("one")
    with pytest.raises(LedgerError, match=problem):
        ledger.add([one], [event(one, "ACCUSE"), replace(event(one), **change)])
    assert ledger.document("one") is None and list(ledger.events()) == []


def test_a_text_may_not_change_under_its_id(tmp_path):
    ledger = Ledger(tmp_path / "l")
    ledger.add([document("one")], [])
    with pytest.raises(LedgerError, match="another text"):
        ledger.add([document("one", text="Something else.")], [])
    with pytest.raises(LedgerError, match="another text"):
        ledger.add([document("two"), document("two", text="Something else.")], [])


def test_a_table_in_bulk_gives_what_rows_give(tmp_path):
    one = document("one")
    rows = [event(one, start=NOV[n]) for n in (2, 9)]
    by_row, by_table = Ledger(tmp_path / "rows"), Ledger(tmp_path / "table")
    by_row.add([one], rows)
    by_table.add([one], [])
    columns = {
        "type": ["CONSULT"] * 2,
        "actor": ["RUS"] * 2,
        "recipient": ["JPN"] * 2,
        "mutual": [True] * 2,
        "start": [NOV[2], NOV[9]],
        "end": [NOV[2], NOV[9]],
        "precision": ["day"] * 2,
        "source_id": ["source of one"] * 2,
        "document_id": ["one"] * 2,
        "start_char": [0] * 2,
        "end_char": [len(one.text)] * 2,
        "quote": [one.text] * 2,
        "coder": ["rules/1:meet"] * 2,
    }
    assert by_table.add_table("events", pa.table(columns)) == Added(0, 0, 2, 0, folded=None)
    assert by_table.table("events").equals(by_row.table("events"))
    assert by_table.add_table("events", pa.table(columns)).events == 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"type": ["DANCE"]}, "'DANCE' is no type"),
        ({"status": ["rumoured"]}, "'rumoured' is no status"),
        ({"precision": ["hour"]}, "'hour' is no precision"),
        ({"colour": ["red"]}, "no column colour"),
        ({"start": ["someday"]}, "column start"),
        ({"source_id": pa.array([None], pa.string())}, "nulls"),
        ({"type": None}, "need a column type"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(tmp_path, change, problem):
    columns = {"type": ["CONSULT"], "source_id": ["s"], "dataset": ["d"], "row_key": ["1"]}
    columns = {n: v for n, v in (columns | change).items() if v is not None}
    with pytest.raises(LedgerError, match=problem):
        Ledger(tmp_path / "l").add_table(
            "events", pa.table(columns), sources=[Source("s", "dataset", "d")]
        )


@pytest.mark.parametrize("name", ["it's", "we[ir]d *?", "year=2020", "日本"])
def test_any_folder_name_will_do(tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ledger = Ledger(name)
    one = document("one")
    ledger.add([one], [event(one)])
    ledger.compact()
    (tmp_path / "link").symlink_to(name)
    assert told(ledger) == told(Ledger("link")) == [("RUS", NOV[2], 1)]


def test_what_a_user_typed_is_never_sql(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one = document("one")
    ledger.add([one], [event(one, actor="x' OR 1=1 --")])
    assert told(ledger, Query(states=("y' OR 1=1 --",))) == []
    assert len(told(ledger, Query(states=("x' OR 1=1 --",)))) == 1
    assert told(ledger, Query(kinds=("CONSULT'; DROP TABLE events",))) == []


def test_many_small_additions_are_merged_on_the_way(tmp_path):
    ledger = Ledger(tmp_path / "l", grace=0)
    for n in range(40):
        one = document(f"d{n}")
        ledger.add([one], [event(one, start=NOV[1] + dt.timedelta(3 * n))])
    assert len(told(ledger)) == 40
    assert ledger.summary().segments < 100
    assert ledger.check() == []
    ledger.compact()
    assert ledger.summary().segments == 4
    assert len(told(ledger)) == 40


def test_the_summary_counts_by_kind_of_source(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one, two = document("one"), document("two")
    mids = Source("mids", "dataset", "MID 5.0")
    old = Event(
        "ASSAULT",
        "RUS",
        "JPN",
        "mids",
        Evidence(dataset="MID", row_key="1"),
        start=dt.date(1904, 2, 8),
        end=dt.date(1904, 2, 8),
    )
    ledger.add([one, two], [event(one), event(two), relation(two), old], sources=[mids])
    summary = ledger.summary()
    assert (summary.documents, summary.sources) == (2, 3)
    assert (summary.all.events, summary.all.relations) == (3, 1)
    assert (summary.all.first, summary.all.last) == (dt.date(1904, 2, 8), NOV[2])
    assert summary.by_kind["text"].events == 2
    assert summary.by_kind["dataset"].first == dt.date(1904, 2, 8)


def test_counts_are_of_folded_events_by_month(tmp_path):
    ledger = Ledger(tmp_path / "l")
    one, two = document("one"), document("two")
    vague = {"start": dt.date(2013, 1, 1), "end": dt.date(2013, 12, 31), "precision": "year"}
    rows = [event(one), event(two), event(two, start=NOV[20]), event(one, "ACCUSE", **vague)]
    ledger.add([one, two], rows)
    found = ledger.counts(by="month").to_pylist()
    assert [(f["type"], f["period"], f["events"]) for f in found] == [
        ("ACCUSE", None, 1),
        ("CONSULT", NOV[1], 2),
    ]
    assert ledger.counts(by="year")["period"].to_pylist() == [dt.date(2013, 1, 1)] * 2


def test_a_query_that_makes_no_sense_is_refused():
    with pytest.raises(UserError, match="ends before"):
        Query(since=NOV[2], until=NOV[1])
    with pytest.raises(UserError, match="limit"):
        Query(limit=-1)
    assert Query(statuses=()).statuses == () != (Status.REPORTED,)
