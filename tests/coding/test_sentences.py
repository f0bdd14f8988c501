"""The coder on sentences whose events were worked out by hand."""

from __future__ import annotations

import pytest
from tests.coding.sentences import Case, cases, coded, show

KNOWN = cases("sentences.csv")
MISSES = cases("known_misses.csv")


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case.sentence[:60])
def test_a_sentence_gives_its_events(case: Case) -> None:
    assert case.passes(), f"{case.expected} expected, not {show(coded(case.sentence, case.day))}"


@pytest.mark.parametrize("case", MISSES, ids=lambda case: case.sentence[:60])
def test_a_known_miss_has_not_come_right(case: Case) -> None:
    assert not case.passes(), "it passes: run `python -m tests.coding.sentences` to move it up"
