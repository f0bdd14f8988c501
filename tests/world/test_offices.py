"""Office holders: who was in office, and how far the tables know."""

import datetime as dt

import pytest

from legation.world import holders, in_office, organisations, states
from legation.world.coverage import OFFICES, Extent, coverage, existed, share_covered
from legation.world.offices import holders_of

UNTIL = dt.date(2025, 6, 30)
FLOOR = 0.95
GREAT_POWERS = ("USA", "GBR", "FRA", "RUS", "CHN", "DEU", "JPN")
PROMISED = 60
COVERED = sorted({h.state for h in holders()} & {c for c in states() if existed(c, UNTIL)})


@pytest.mark.parametrize(
    ("state", "office", "day", "surname"),
    [
        ("RUS", "foreign_minister", "2013-11-02", "Lavrov"),
        ("RUS", "foreign_minister", "1960-01-01", "Gromyko"),
        ("RUS", "defence_minister", "2013-11-02", "Shoigu"),
        ("JPN", "foreign_minister", "2013-11-02", "Kishida"),
        ("JPN", "defence_minister", "2013-11-02", "Onodera"),
        ("JPN", "head_of_government", "1972-09-29", "Tanaka"),
        ("USA", "foreign_minister", "1972-02-21", "Rogers"),
        ("USA", "head_of_state", "1962-10-22", "Kennedy"),
        ("GBR", "head_of_government", "1982-04-02", "Thatcher"),
        ("GBR", "foreign_minister", "1956-11-01", "Lloyd"),
        ("FRA", "head_of_state", "1963-01-22", "de Gaulle"),
        ("DEU", "head_of_government", "1963-01-22", "Adenauer"),
        ("CHN", "head_of_government", "1972-02-21", "Zhou"),
        ("EGY", "head_of_state", "1978-09-17", "Sadat"),
        ("ISR", "head_of_government", "1978-09-17", "Begin"),
        ("IND", "head_of_government", "1962-10-20", "Nehru"),
        ("PAK", "head_of_state", "1999-02-21", "Tarar"),
        ("ZAF", "head_of_state", "1994-05-10", "Mandela"),
        ("UNO", "secretary_general", "1961-01-01", "Hammarskjöld"),
        ("NATO", "secretary_general", "2023-04-04", "Stoltenberg"),
    ],
)
def test_in_office(state: str, office: str, day: str, surname: str) -> None:
    assert surname in [h.surname for h in in_office(state, office, dt.date.fromisoformat(day))]


def test_nobody_known() -> None:
    assert in_office("RUS", "foreign_minister", dt.date(1500, 1, 1)) == ()
    assert holders_of("ZZZ", "foreign_minister") == ()
    assert coverage("ISL", "defence_minister").extent is Extent.ABSENT


def test_holders_belong_to_states_or_bodies() -> None:
    assert {h.state for h in holders()} <= set(states()) | set(organisations())
    assert any(h.acting for h in holders())


@pytest.mark.parametrize("state", COVERED)
def test_what_is_declared_complete_is(state: str) -> None:
    span = existed(state, UNTIL)
    assert span is not None
    for office in OFFICES:
        share, extent = share_covered(state, office, *span), coverage(state, office).extent
        if extent is Extent.COMPLETE:
            assert share >= FLOOR, office
        elif extent in (Extent.NONE, Extent.ABSENT):
            assert share == 0, office
        else:
            assert 0 < share < 1, office


def test_sixty_states_are_complete_since_1990() -> None:
    settled = (Extent.COMPLETE, Extent.PART, Extent.NONE)
    complete = [s for s in COVERED if all(coverage(s, o).extent in settled for o in OFFICES)]
    assert len(complete) >= PROMISED


@pytest.mark.parametrize("state", GREAT_POWERS)
@pytest.mark.parametrize("office", OFFICES[:3])
def test_great_powers_are_complete_since_1945(state: str, office: str) -> None:
    founded = {"DEU": dt.date(1949, 9, 20), "CHN": dt.date(1949, 10, 1)}
    first = founded.get(state, dt.date(1945, 9, 2))
    if (state, office) == ("DEU", "foreign_minister"):
        first = dt.date(1951, 3, 15)  # the occupying powers gave back foreign affairs
    assert share_covered(state, office, first, UNTIL) >= FLOOR


@pytest.mark.parametrize(
    ("state", "first"),
    [
        ("USA", "1947-09-18"),
        ("GBR", "1945-09-02"),
        ("FRA", "1945-09-02"),
        ("RUS", "1945-09-02"),
        ("CHN", "1954-09-28"),
        ("DEU", "1955-06-07"),
        ("JPN", "1990-01-01"),  # the Defence Agency's directors of 1954-1989 are not listed
    ],
)
def test_great_powers_defence_ministers_are_complete(state: str, first: str) -> None:
    since = dt.date.fromisoformat(first)
    assert share_covered(state, "defence_minister", since, UNTIL) >= FLOOR
