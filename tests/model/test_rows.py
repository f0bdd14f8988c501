"""Rows: their JSON form loses nothing, their ids say what they say."""

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import (
    Event,
    Evidence,
    Period,
    Precision,
    Relation,
    RelationKind,
    Row,
    Status,
    codebook,
    from_json,
    to_json,
)

TEXTS = st.text(max_size=8)
MAYBE = st.none() | TEXTS
DAYS = st.none() | st.dates()
PRECISIONS = st.none() | st.sampled_from(Precision)
CONFIDENCE = st.none() | st.floats(0, 1)
OFFSETS = st.none() | st.integers(0, 10**9)
EVIDENCE = st.builds(Evidence, MAYBE, OFFSETS, OFFSETS, MAYBE, MAYBE, MAYBE)
EVENTS = st.builds(
    Event,
    type=st.sampled_from(sorted(codebook().types)),
    actor=MAYBE,
    recipient=MAYBE,
    source_id=TEXTS,
    evidence=EVIDENCE,
    mode=MAYBE,
    mutual=st.booleans(),
    actor_role=MAYBE,
    recipient_role=MAYBE,
    actor_text=MAYBE,
    recipient_text=MAYBE,
    start=DAYS,
    end=DAYS,
    precision=PRECISIONS,
    place=MAYBE,
    status=st.sampled_from(Status),
    topics=st.lists(TEXTS, max_size=3).map(tuple),
    confidence=CONFIDENCE,
    coder=MAYBE,
)
RELATIONS = st.builds(
    Relation,
    kind=st.sampled_from(RelationKind),
    a=TEXTS,
    b=TEXTS,
    source_id=TEXTS,
    evidence=EVIDENCE,
    mutual=st.booleans(),
    start=DAYS,
    end=DAYS,
    start_precision=PRECISIONS,
    end_precision=PRECISIONS,
    terms=MAYBE,
    status=st.sampled_from(Status),
    confidence=CONFIDENCE,
    coder=MAYBE,
)
DAY = dt.date(2013, 11, 2)
EVENT = Event(
    "CONSULT",
    "RUS",
    "JPN",
    "s1",
    Evidence("d1", 0, 4, "They"),
    mutual=True,
    start=DAY,
    end=DAY,
    precision=Precision.DAY,
)
RELATION = Relation(RelationKind.ALLIANCE, "USA", "JPN", "s1", Evidence("d1", 0, 4, "They"))


@given(EVENTS | RELATIONS)
def test_the_json_form_loses_nothing(row: Row) -> None:
    assert from_json(json.loads(json.dumps(to_json(row)))) == row


@given(EVENTS | RELATIONS)
def test_the_json_form_has_every_field_and_only_plain_values(row: Row) -> None:
    data = to_json(row)
    fields = [f.name for f in dataclasses.fields(row)]
    kind = "event" if isinstance(row, Event) else "relation"
    assert list(data) == ["row", f"{kind}_id", *fields]
    assert data["row"] == kind
    assert all(type(v) in (str, int, float, bool, list, dict, type(None)) for v in data.values())


@given(EVENTS | RELATIONS)
def test_an_id_is_stable(row: Row) -> None:
    again = from_json(to_json(row))
    assert _id(row) == _id(again)
    assert len(_id(row)) == 16


@pytest.mark.parametrize(
    "change",
    [
        *({"type": "ASSAULT"}, {"actor": "CHN"}, {"actor": None}, {"recipient": "KOR"}),
        *({"start": None}, {"end": dt.date(2013, 11, 3)}, {"status": Status.PLANNED}),
        *({"evidence": Evidence("d2", 0, 4)}, {"evidence": Evidence("d1", 0, 5)}),
        {"evidence": Evidence(dataset="cow/4", row_key="1")},
    ],
)
def test_what_an_event_says_is_in_its_id(change: dict[str, Any]) -> None:
    assert dataclasses.replace(EVENT, **change).event_id != EVENT.event_id


@pytest.mark.parametrize("change", [{"confidence": 0.5}, {"coder": "rules/2"}, {"place": "Tokyo"}])
def test_how_an_event_was_coded_is_not_in_its_id(change: dict[str, Any]) -> None:
    assert dataclasses.replace(EVENT, **change).event_id == EVENT.event_id


@pytest.mark.parametrize(
    "change",
    [
        *({"kind": RelationKind.WAR}, {"a": "GBR"}, {"b": "KOR"}, {"start": DAY}, {"end": DAY}),
        *({"terms": "mutual defence"}, {"status": Status.NEGATED}),
        {"evidence": Evidence(dataset="atop/5", row_key="1")},
    ],
)
def test_what_a_relation_says_is_in_its_id(change: dict[str, Any]) -> None:
    assert dataclasses.replace(RELATION, **change).relation_id != RELATION.relation_id


def test_two_rows_of_one_data_set_have_two_ids() -> None:
    rows = [
        dataclasses.replace(RELATION, evidence=Evidence(dataset="atop/5", row_key=str(i)))
        for i in range(3)
    ]
    assert len({r.relation_id for r in rows}) == 3


def test_the_published_form() -> None:
    data = to_json(EVENT)
    assert (data["start"], data["precision"], data["status"]) == ("2013-11-02", "day", "reported")
    assert data["topics"] == []
    assert data["evidence"]["quote"] == "They"
    assert to_json(RELATION)["kind"] == "alliance"


def test_a_row_knows_its_period() -> None:
    assert EVENT.period == Period.day(DAY)
    since = dataclasses.replace(RELATION, start=DAY, start_precision=Precision.DAY)
    assert since.period == Period(DAY, None, Precision.DAY, None)


@pytest.mark.parametrize(
    ("kind", "mutual"),
    [
        *(("alliance", True), ("treaty", True), ("war", True), ("rivalry", True)),
        *(("trade", True), ("diplomatic_relations", True), ("rapprochement", True)),
        *(("territorial_claim", False), ("territorial_change", False), ("occupation", False)),
        *(("sanctions", False), ("membership", False)),
    ],
)
def test_kinds_hold_both_ways_or_one(kind: str, mutual: bool) -> None:
    assert RelationKind(kind).mutual is mutual


def test_every_kind_is_listed_above() -> None:
    assert len(RelationKind) == 12


@pytest.mark.parametrize(
    ("change", "error"),
    [
        *(({"status": "rumoured"}, ValueError), ({"start": "yesterday"}, ValueError)),
        *(({"precision": "hour"}, ValueError), ({"row": "relation"}, KeyError)),
    ],
)
def test_what_no_row_can_hold_is_refused(change: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        from_json(to_json(EVENT) | change)


@pytest.mark.parametrize("field", ["status", "evidence", "start", "topics"])
def test_a_required_field_may_not_be_missing(field: str) -> None:
    data = to_json(EVENT)
    del data[field]
    with pytest.raises(KeyError):
        from_json(data)


def _id(row: Row) -> str:
    return row.event_id if isinstance(row, Event) else row.relation_id
