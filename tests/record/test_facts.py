"""What the record says of two states."""

from __future__ import annotations

import datetime as dt

import pytest

from legation.model import Event, Pair, Relation, RelationKind
from legation.record import coverage, facts, facts_of
from legation.record.cells import bound, parties
from legation.world import states

KIND = RelationKind


def relations(a: str, b: str, kind: RelationKind) -> list[Relation]:
    rows = (f.row for f in facts_of(Pair.of(a, b)))
    return [r for r in rows if isinstance(r, Relation) and r.kind is kind]


@pytest.mark.parametrize(
    ("a", "b", "year"),
    [("RUS", "JPN", 1904), ("FIN", "RUS", 1939), ("USA", "MEX", 1846), ("IRQ", "IRN", 1980)],
)
def test_two_who_fought_are_known_to_have(a: str, b: str, year: int) -> None:
    assert year in {r.start.year for r in relations(a, b, KIND.WAR) if r.start}


def test_allies_of_a_treaty_are_allies_while_both_were_bound() -> None:
    nato = [r for r in relations("FIN", "USA", KIND.ALLIANCE) if "North Atlantic" in str(r.terms)]
    assert [r.start for r in nato] == [dt.date(2023, 4, 4)]


def test_parties_that_never_met_in_a_treaty_were_not_bound() -> None:
    spells = list(bound(parties("AUT@1900..1910 BEL@1911..1920 CHE"), "1900", ""))
    assert {(a, b) for a, b, _ in spells} == {("AUT", "CHE"), ("BEL", "CHE")}


def test_two_states_that_never_met_have_nothing() -> None:
    assert facts_of(Pair.of("NRU", "LIE")) == ()


def test_every_fact_has_evidence_and_a_page() -> None:
    for fact in facts():
        assert fact.row.evidence.quote
        assert fact.row.evidence.row_key == f"{fact.table}:{fact.key}"
        assert fact.source.address.startswith("http")
        assert fact.row.source_id == fact.source.source_id


def test_first_two_plus_two_of_russia_and_japan_is_on_record() -> None:
    met = [
        f.row.start
        for f in facts_of(Pair.of("RUS", "JPN"))
        if isinstance(f.row, Event) and "two plus two" in str(f.row.evidence.quote)
    ]
    assert min(d for d in met if d) == dt.date(2013, 11, 2)


def test_most_states_are_in_the_record() -> None:
    named = {code for f in facts() for code in (f.pair.a, f.pair.b)}
    today = {code for code, s in states().items() if any(p.end is None for p in s.spells)}
    assert len(today - named) < 8, today - named


def test_coverage_is_declared_for_every_table() -> None:
    assert {f.table for f in facts()} <= coverage().keys()


def test_nothing_holds_beyond_the_end_of_a_state() -> None:
    for fact in facts_of(Pair.of("CSK", "DEU")):
        if isinstance(fact.row, Relation):
            assert fact.row.end and fact.row.end <= dt.date(1992, 12, 31), fact


def test_every_fact_names_two_states() -> None:
    assert all(f.pair.a and f.pair.b for f in facts())
