"""The coder on sentences whose events were worked out by hand; its known misses are counted."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.coding.sentences import Case, agrees, cases, coded, parse, show

from legation.model import codebook

KNOWN = cases("sentences.csv")
MISSES = cases("known_misses.csv")
EVERYTHING = [*KNOWN, *MISSES]


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case.sentence[:60])
def test_a_sentence_gives_its_events(case: Case) -> None:
    assert case.passes(), f"{case.expected} expected, not {show(coded(case.sentence, case.day))}"


@pytest.mark.parametrize("case", MISSES, ids=lambda case: case.sentence[:60])
def test_a_known_miss_has_not_come_right(case: Case) -> None:
    assert not case.passes(), "it passes: run `python -m tests.coding.sentences` to move it up"


def test_the_misses_are_counted(record_testsuite_property) -> None:
    record_testsuite_property("known misses of the coder", f"{len(MISSES)} of {len(EVERYTHING)}")
    assert len(MISSES) < len(EVERYTHING) / 4


def test_each_miss_says_what_goes_wrong() -> None:
    assert not [m.sentence for m in MISSES if not m.remark]


def test_a_sentence_is_there_once() -> None:
    counts = Counter(c.sentence for c in EVERYTHING)
    assert not [s for s, n in counts.items() if n > 1]


def test_the_tables_cover_the_codebook() -> None:
    counts = Counter(t for c in EVERYTHING for w in parse(c.expected) for t in w.types)
    assert set(counts) == set(codebook().types)
    assert min(counts.values()) >= 8
    assert sum(c.expected == "-" for c in EVERYTHING) >= 60
    assert sum(c.expected != "-" for c in EVERYTHING) >= 200


@pytest.mark.parametrize(
    ("expected", "events", "right"),
    [
        ("-", [], True),
        ("-", [("AID", "A", "B", False, "reported")], False),
        ("AID A>B", [], False),
        ("AID A>B", [("AID", "A", "B", False, "reported")], True),
        ("AID A>B", [("AID", "B", "A", False, "reported")], False),
        ("AID A>B", [("AID", "A", "B", True, "reported")], False),
        ("AID A>B", [("AID", "A", "B", False, "planned")], False),
        ("AID A>B planned", [("AID", "A", "B", False, "planned")], True),
        ("AID A>B any", [("AID", "A", "B", False, "planned")], True),
        ("AID/AGREE A>B", [("AGREE", "A", "B", False, "reported")], True),
        ("AID A>B/C", [("AID", "A", "C", False, "reported")], True),
        ("CONSULT B=A", [("CONSULT", "A", "B", True, "reported")], True),
        ("CONSULT A~B", [("CONSULT", "B", "A", False, "reported")], True),
        ("CONSULT A~B", [("CONSULT", "A", "B", True, "reported")], True),
        ("?AID A>B", [], True),
        ("?AID A>B", [("AID", "A", "B", False, "reported")], True),
        ("?AID A>B", [("AID", "A", "C", False, "reported")], False),
        ("AID A>B; AID A>C", [("AID", "A", "B", False, "reported")], False),
    ],
)
def test_the_notation(expected: str, events: list, right: bool) -> None:
    assert agrees(events, expected) is right


@pytest.mark.parametrize("expected", ["", "AID", "AID A", "AID A>", "A>B", "AID A>B; ", "aid A>B"])
def test_what_is_no_expectation_is_refused(expected: str) -> None:
    with pytest.raises(ValueError, match="no expectation"):
        parse(expected)
