"""The lists of states and the crosswalk between them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UnknownStateError
from legation.world import by_number, number, states
from legation.world.states import members


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_counts() -> None:
    spells = [spell for state in states().values() for spell in state.spells]
    assert sum(s.system == "cow" for s in spells) == 243  # State System Membership v2016
    assert sum(s.system == "gw" for s in spells) >= 239  # ours splits GW 678 at unification
    assert sum(s.iso2 is not None for s in states().values()) >= 249


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("1816-01-01", 23),  # Singer and Small 1972: the central and peripheral system at its start
        ("2016-12-31", 195),
        ("2011-07-08", 194),
        ("2011-07-09", 195),  # South Sudan
    ],
)
def test_members_of_cow(on: str, count: int) -> None:
    assert len(members("cow", day(on))) == count


@pytest.mark.parametrize(
    ("code", "on", "cow", "gw"),
    [
        ("YEM", "2000-01-01", 679, 678),
        ("YAR", "1980-01-01", 678, 678),
        ("YPR", "1980-01-01", 680, 680),
        ("SRB", "2010-01-01", 345, 340),
        ("SRB", "1900-01-01", 345, 340),
        ("SRB", "1950-01-01", 345, 345),
        ("DEU", "1900-01-01", 255, 255),
        ("DEU", "1960-01-01", 260, 260),
        ("DEU", "2000-01-01", 255, 260),
        ("DDR", "1960-01-01", 265, 265),
        ("NRU", "2005-01-01", 970, 971),
        ("KIR", "2005-01-01", 946, 970),
        ("TUV", "2005-01-01", 947, 973),
        ("TON", "2005-01-01", 955, 972),
        ("RUS", "1960-01-01", 365, 365),
        ("VNM", "1990-01-01", 816, 816),
        ("RVN", "1960-01-01", 817, 817),
        ("AUH", "1900-01-01", 300, 300),
        ("XKR", "1900-01-01", 730, 730),
        ("JPN", "1948-01-01", None, 740),
        ("ABK", "2010-01-01", None, 396),
    ],
)
def test_crosswalk(code: str, on: str, cow: int | None, gw: int | None) -> None:
    assert (number(code, "cow", day(on)), number(code, "gw", day(on))) == (cow, gw)
    for system, value in (("cow", cow), ("gw", gw)):
        if value is not None:
            state = by_number(value, system, day(on))
            assert state is not None and state.code == code


def test_unknown() -> None:
    with pytest.raises(UnknownStateError):
        number("ZZZ", "cow", day("2000-01-01"))
    assert by_number(9999, "cow", day("2000-01-01")) is None
    assert by_number(345, "cow", day("1943-01-01")) is None


@given(st.dates(dt.date(1816, 1, 1), dt.date(2030, 1, 1)), st.sampled_from(["cow", "gw"]))
def test_a_number_on_a_day_is_one_state(on: dt.date, system: str) -> None:
    for state in members(system, on):
        sign = number(state.code, system, on)
        assert sign is not None and by_number(sign, system, on) == state
