"""Towns, counties and provinces by name."""

from __future__ import annotations

import pytest

from legation.world import find_places, is_abbreviation
from legation.world.localities import localities


def test_namesakes_stand_by_size() -> None:
    sizes = [p.population for p in localities("Springfield")]
    assert len(sizes) > 10
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("name", ["München", "Munchen"])
def test_accents_do_not_matter(name: str) -> None:
    assert any(p.state == "DEU" and p.population > 1_000_000 for p in localities(name))


def test_unknown_name_has_no_place() -> None:
    assert localities("Qwxyzzy") == ()


@pytest.mark.parametrize(
    ("short", "province"),
    [("Ky.", "Kentucky"), ("N.Y.", "New York"), ("Que.", "Quebec"), ("NSW", "New South Wales")],
)
def test_province_by_its_abbreviation(short: str, province: str) -> None:
    assert is_abbreviation(short)
    assert [p.name for p in localities(short)] == [province]


def test_middle_of_a_province_lies_in_it() -> None:
    texas = next(p for p in find_places("Texas") if p.kind == "province")
    assert 29 < texas.latitude < 34
    assert -102 < texas.longitude < -96


@pytest.mark.parametrize(
    ("name", "code"), [("Egyptians", "EGY"), ("Siam", "THA"), ("U.S.", "USA"), ("French", "FRA")]
)
def test_state_by_any_of_its_names(name: str, code: str) -> None:
    first = find_places(name)[0]
    assert (first.kind, first.state) == ("state", code)


def test_every_point_of_a_state_is_on_the_globe() -> None:
    for name in ("France", "Fiji", "Tonga", "Chile"):
        place = find_places(name)[0]
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
