"""What names mean, and when."""

import datetime as dt

import pytest

from legation.world import NameKind, names, states
from legation.world.names import state_names
from legation.world.spelling import folded, unaccented


def bearers(text: str, year: int) -> list[str]:
    return [n.code for n in names()[text] if n.holds(dt.date(year, 6, 1))]


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("Soviet Union", 1960, "RUS"),
        ("Burma", 1960, "MMR"),
        ("Burma", 2020, "MMR"),
        ("Zaire", 1980, "COD"),
        ("Korea", 1905, "XKR"),
        ("Korea", 1960, "KOR"),
        ("Republic of China", 1930, "CHN"),
        ("Republic of China", 1960, "TWN"),
        ("Yugoslavia", 1950, "SRB"),
        ("Persia", 1900, "IRN"),
        ("Siam", 1900, "THA"),
        ("Ceylon", 1960, "LKA"),
        ("Rhodesia", 1970, "ZWE"),
        ("Upper Volta", 1970, "BFA"),
        ("Dahomey", 1970, "BEN"),
        ("East Pakistan", 1965, "PAK"),
        ("Moscow", 1960, "RUS"),
        ("Bonn", 1960, "DEU"),
        ("Berlin", 2000, "DEU"),
        ("Lavrov", 2013, "RUS"),
        ("Sergey Lavrov", 2013, "RUS"),
        ("NATO", 1960, "NATO"),
    ],
)
def test_meaning_on_a_day(text: str, year: int, code: str) -> None:
    assert bearers(text, year)[0] == code


@pytest.mark.parametrize(
    ("text", "year"),
    [("Soviet Union", 2000), ("Zaire", 1998), ("Bonn", 2010), ("Lavrov", 1990), ("Korea", 1930)],
)
def test_no_meaning_on_a_day(text: str, year: int) -> None:
    assert bearers(text, year) == []


@pytest.mark.parametrize(
    ("text", "code", "role"),
    [
        ("Pentagon", "USA", "MIL"),
        ("Kremlin", "RUS", "GOV"),
        ("White House", "USA", "GOV"),
        ("Knesset", "ISR", "LEG"),
        ("Mossad", "ISR", "SPY"),
    ],
)
def test_metonyms_have_a_sector(text: str, code: str, role: str) -> None:
    assert (code, role) in [(n.code, n.role) for n in names()[text]]


def test_every_state_has_a_name_an_adjective_and_people() -> None:
    has = {kind: {n.code for n in state_names() if n.kind is kind} for kind in NameKind}
    assert has[NameKind.NAME] == set(states())
    listed = {code for code, state in states().items() if state.spells}
    listed -= {"UPC"}  # "Central American" means seven states today
    assert listed - has[NameKind.ADJECTIVE] == set()
    listed -= {"PAP", "PMA"}  # nobody wrote of a Papal or a Parmesan as a people
    for kind in (NameKind.DEMONYM, NameKind.DEMONYM_PLURAL):
        assert listed - has[kind] == set(), kind


def test_the_article_is_no_part_of_a_name() -> None:
    for text, found in names().items():
        if text.lower().startswith("the "):
            assert {n.kind for n in found} == {NameKind.CAPITAL}, text  # The Hague


def test_the_sure_bearer_comes_first() -> None:
    for found in names().values():
        assert [n.ambiguous for n in found] == sorted(n.ambiguous for n in found)


def test_holders_are_found_without_accents() -> None:
    assert {n.code for n in names()["Vucic"]} == {n.code for n in names()["Vučić"]}
    for text in names():
        assert unaccented(text) in names() or names()[text][0].kind not in (
            NameKind.HOLDER,
            NameKind.SURNAME,
        )


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Łódź", "lodz"), ("São Tomé & Príncipe", "sao tome and principe"), ("The Hague", "hague")],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain == folded(folded(text))
