"""Who "they", "the country" and "its neighbour" are, as sentences go by."""

from collections import Counter

import pytest

from legation.coding.focus import Focus


def told(*sentences: tuple[str, str]) -> Focus:
    """Close sentences, each given as the codes it named and those of its subject."""
    focus = Focus()
    for named, subject in sentences:
        codes = named.split()
        focus.close_sentence(codes, subject.split())
        focus.weights.update(codes)
        if len(set(codes)) == 2:
            focus.together[tuple(sorted(set(codes)))] += 1
    return focus


@pytest.mark.parametrize(
    ("sentences", "one"),
    [
        ([], None),
        ([("RUS", "")], "RUS"),
        ([("RUS JPN", "RUS")], "RUS"),
        ([("RUS JPN", "")], "JPN"),
        ([("RUS JPN", "RUS JPN")], "JPN"),
        ([("RUS JPN", "RUS"), ("CHN", "")], "RUS"),
        ([("JPN RUS JPN", "")], "RUS"),
    ],
)
def test_the_country(sentences: list[tuple[str, str]], one: str | None) -> None:
    assert told(*sentences).one() == one


@pytest.mark.parametrize(
    ("sentences", "named", "two"),
    [
        ([], [], ()),
        ([("RUS JPN", "RUS")], [], ("JPN", "RUS")),
        ([("RUS JPN", "RUS")], ["CHN", "USA"], ("CHN", "USA")),
        ([("RUS JPN", "RUS")], ["CHN"], ("JPN", "RUS")),
        ([("RUS JPN", ""), ("RUS JPN", ""), ("CHN USA", "")], [], ("JPN", "RUS")),
        ([("RUS JPN", ""), ("CHN USA", "CHN USA")], [], ("CHN", "USA")),
        ([("RUS JPN", ""), ("CHN USA", "")], [], ("CHN", "USA")),
    ],
)
def test_the_two(sentences: list[tuple[str, str]], named: list[str], two: tuple[str, ...]) -> None:
    assert tuple(sorted(told(*sentences).two(named))) == two


@pytest.mark.parametrize(
    ("sentences", "than", "other"),
    [
        ([], "RUS", None),
        ([("RUS JPN", "RUS")], "RUS", "JPN"),
        ([("RUS JPN", "RUS")], "JPN", "RUS"),
        ([("RUS JPN", "RUS")], "CHN", None),
        ([("RUS JPN", ""), ("RUS JPN", ""), ("CHN USA", "")], "JPN", "RUS"),
        ([("RUS JPN", ""), ("RUS CHN", "")], "RUS", "CHN"),
    ],
)
def test_the_other(sentences: list[tuple[str, str]], than: str, other: str | None) -> None:
    assert told(*sentences).other(than) == other


@pytest.mark.parametrize(
    ("together", "dominant"),
    [
        ({}, False),
        ({("JPN", "RUS"): 1}, True),
        ({("JPN", "RUS"): 3, ("CHN", "RUS"): 1}, True),
        ({("JPN", "RUS"): 2, ("CHN", "RUS"): 2}, False),
    ],
)
def test_a_text_may_be_about_one_pair(together: dict[tuple[str, str], int], dominant: bool) -> None:
    assert Focus(together=Counter(together)).dominant() is dominant


def test_of_equal_pairs_the_one_named_more_is_the_main_one() -> None:
    focus = Focus(
        weights=Counter(RUS=5, JPN=5, CHN=9, USA=9),
        together=Counter({("JPN", "RUS"): 2, ("CHN", "USA"): 2}),
    )
    assert focus.main_pair() == ("CHN", "USA")


def test_a_state_named_again_is_the_latest() -> None:
    focus = Focus()
    for code in ("RUS", "JPN", "RUS"):
        focus.mention(code)
    assert focus.latest == ["JPN", "RUS"]
