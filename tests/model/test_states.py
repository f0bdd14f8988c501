"""States and pairs."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Pair, Spell

CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)


@given(CODES, CODES)
def test_a_pair_has_no_direction(one: str, other: str) -> None:
    pair = Pair.of(one, other)
    assert pair == Pair.of(other, one)
    assert pair.a <= pair.b


def test_pairs_are_sorted_by_their_codes() -> None:
    pairs = [Pair.of("RUS", "JPN"), Pair.of("USA", "CHN"), Pair.of("IND", "CHN")]
    assert [(p.a, p.b) for p in sorted(pairs)] == [("CHN", "IND"), ("CHN", "USA"), ("JPN", "RUS")]


@pytest.mark.parametrize(
    ("end", "day", "holds"),
    [
        ("1918-11-12", "1816-01-01", True),
        ("1918-11-12", "1918-11-12", True),
        ("1918-11-12", "1918-11-13", False),
        ("1918-11-12", "1815-12-31", False),
        (None, "2100-01-01", True),
        (None, "1815-12-31", False),
    ],
)
def test_a_spell_holds_from_its_first_day_to_its_last(
    end: str | None, day: str, holds: bool
) -> None:
    last = dt.date.fromisoformat(end) if end else None
    spell = Spell("cow", 300, "AUH", dt.date(1816, 1, 1), last)
    assert spell.holds(dt.date.fromisoformat(day)) is holds
