"""What the first screen says of two states as a pair."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legation.briefing.telling import brief
from legation.ledger import Ledger
from legation.world import states

KIND, DISPUTED = "What kind of pair", "What is disputed"


def group(folder: Path, a: str, b: str, day: str, heading: str) -> str:
    told = brief(Ledger(folder), states()[a], states()[b], dt.date.fromisoformat(day))
    groups = {g.heading: g for g in told.part("summary").groups}
    return " ".join(s.text for s in groups[heading].sentences) if heading in groups else ""


@pytest.mark.parametrize(
    ("a", "b", "day", "says"),
    [
        ("USA", "GBR", "2015-01-01", "Allies since"),
        ("IND", "PAK", "2015-01-01", "Rivals since 1947"),
        ("IND", "PAK", "2015-01-01", "Kargil War"),
        ("CSK", "DEU", "2015-01-01", "was one to 31 December 1992"),
        ("UKR", "RUS", "1950-01-01", "no state yet on that day"),
        ("FRA", "DEU", "2015-01-01", "Both members of"),
    ],
)
def test_what_kind_of_pair_is_told_first(
    tmp_path: Path, a: str, b: str, day: str, says: str
) -> None:
    assert says in group(tmp_path, a, b, day, KIND)


@pytest.mark.parametrize(
    ("a", "b", "day", "not_said"),
    [
        ("RUS", "JPN", "2015-01-01", "Allies"),
        ("IND", "PAK", "1946-01-01", "war between"),
        ("FRA", "DEU", "1950-01-01", "Allies"),
    ],
)
def test_what_does_not_hold_on_the_day_is_not_told(
    tmp_path: Path, a: str, b: str, day: str, not_said: str
) -> None:
    assert not_said not in group(tmp_path, a, b, day, KIND)


def test_a_war_within_a_war_is_counted_once(tmp_path: Path) -> None:
    assert "5 wars" in group(tmp_path, "RUS", "JPN", "2015-01-01", KIND)


def test_places_that_both_claim_are_named_with_who_administers_them(tmp_path: Path) -> None:
    told = group(tmp_path, "RUS", "JPN", "2015-01-01", DISPUTED)
    assert "Both claim Southern Kuril Islands, administered by Russia." in told
    assert not group(tmp_path, "FRA", "DEU", "2015-01-01", DISPUTED)
