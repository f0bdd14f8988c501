"""Repeated mentions become one row; different things stay apart."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.coding.fold import fold
from legation.model import (
    Event,
    Evidence,
    Period,
    Precision,
    Relation,
    RelationKind,
    Row,
    Status,
    parse_date,
)


def event(type_: str = "ASSAULT", pair: str = "IRQ KWT", when: str = "", **more: Any) -> Event:
    period = parse_date(when) if when else Period()
    actor, recipient = pair.split()
    return Event(
        type_, actor, recipient, "s", Evidence("d", 0, 1, "x"),
        start=period.start, end=period.end, precision=period.precision, **more,
    )  # fmt: skip


def relation(kind: str = "war", pair: str = "IRQ KWT", when: str = "", **more: Any) -> Relation:
    period = parse_date(when) if when else Period()
    a, b = pair.split()
    return Relation(
        RelationKind(kind), a, b, "s", Evidence("d", 0, 1, "x"), start=period.start,
        end=period.end, start_precision=period.precision, end_precision=period.precision, **more,
    )  # fmt: skip


FIRST = event(when="1990-08-02")


@pytest.mark.parametrize(
    ("one", "how", "other", "other_how"),
    [
        (FIRST, "sentence", event(when="1990-08-02"), "sentence"),
        (FIRST, "sentence", event(when="1990"), "sentence"),
        (FIRST, "sentence", event(), "none"),
        (FIRST, "sentence", event(when="1990-08-10"), "document"),
        (event(mutual=True), "none", event(pair="KWT IRQ", mutual=True), "none"),
        (event(mutual=True), "none", event(pair="KWT IRQ"), "none"),
        (relation(when="1990"), "sentence", relation(pair="KWT IRQ", when="1990-08"), "sentence"),
        (relation(), "none", relation(when="1990"), "sentence"),
    ],
)
def test_one_thing(one: Row, how: str, other: Row, other_how: str) -> None:
    assert len(fold([(one, how), (other, other_how)])) == 1
    assert len(fold([(other, other_how), (one, how)])) == 1


@pytest.mark.parametrize(
    ("one", "how", "other", "other_how"),
    [
        (FIRST, "sentence", event("COERCE", when="1990-08-02"), "sentence"),
        (FIRST, "sentence", event(pair="KWT IRQ", when="1990-08-02"), "sentence"),
        (FIRST, "sentence", event(pair="IRQ IRN", when="1990-08-02"), "sentence"),
        (FIRST, "sentence", event(when="1990-08-04"), "sentence"),
        (FIRST, "sentence", event(when="1990-09-02"), "document"),
        (FIRST, "sentence", event(when="1990-08-02", status=Status.DENIED), "sentence"),
        (relation(when="1965"), "sentence", relation(when="1971"), "sentence"),
        (relation(), "none", relation("rivalry"), "none"),
        (relation(), "none", relation(status=Status.NEGATED), "none"),
        (relation("war"), "none", event(), "none"),
    ],
)
def test_two_things(one: Row, how: str, other: Row, other_how: str) -> None:
    assert len(fold([(one, how), (other, other_how)])) == 2


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([(event(), "none"), (FIRST, "sentence")], FIRST),
        ([(FIRST, "sentence"), (event(), "none")], FIRST),
        ([(event(when="1990"), "sentence"), (FIRST, "sentence")], FIRST),
        ([(event(when="1990-08-01"), "document"), (FIRST, "sentence")], FIRST),
        ([(event(when="1990-08-02"), "narrative"), (event(when="1990"), "sentence")],
         event(when="1990")),
    ],
)  # fmt: skip
def test_the_better_dated_row_is_kept(rows: list[tuple[Row, str]], kept: Row) -> None:
    assert fold(rows) == [kept]


def test_order_is_kept() -> None:
    rows: list[tuple[Row, str]] = [
        (event("REQUEST"), "none"),
        (event("ACCUSE"), "none"),
        (event("REQUEST"), "none"),
        (event("AID"), "none"),
    ]
    assert [r.type for r in fold(rows) if isinstance(r, Event)] == ["REQUEST", "ACCUSE", "AID"]


DAYS = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(1990, 3, 1))


@st.composite
def dated_rows(draw: st.DrawFn) -> tuple[Row, str]:
    day = draw(DAYS)
    kind = draw(st.sampled_from(["ASSAULT", "CONSULT"]))
    made = event(kind, draw(st.sampled_from(["IRQ KWT", "KWT IRQ"])), str(day) if day else "")
    how = draw(st.sampled_from(["sentence", "narrative", "document"])) if day else "none"
    return made, how


@given(st.lists(dated_rows(), max_size=8))
def test_folding_invents_nothing(rows: list[tuple[Row, str]]) -> None:
    kept = fold(rows)
    given_rows = [row for row, _ in rows]
    assert all(row in given_rows for row in kept)
    assert {(r.type, r.actor) for r in kept} == {(r.type, r.actor) for r in given_rows}
    assert Precision.DAY.coarseness == 0


def test_nothing_folds_to_nothing() -> None:
    assert fold([]) == []
