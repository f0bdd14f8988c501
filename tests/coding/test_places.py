"""Which place a name means, and where an act took place."""

from __future__ import annotations

import pytest

from legation.coding import code
from legation.coding.parse import parse
from legation.coding.places import choose, find_toponyms
from legation.reading import read_text


def located(text: str) -> dict[str, tuple[str, str | None, str]]:
    toponyms = find_toponyms(parse(read_text(text)))
    return {
        t.name: (p.name, p.state, p.province)
        for t, p in zip(toponyms, choose(toponyms), strict=True)
        if p is not None
    }


@pytest.mark.parametrize(
    ("text", "name", "state", "province"),
    [
        ("The mayor of Paris, Texas, opened the rodeo.", "Paris", "USA", "Texas"),
        ("Talks were held in Paris between the ministers.", "Paris", "FRA", None),
        ("Police in Springfield, Ill., made two arrests.", "Springfield", "USA", "Illinois"),
        (
            "Floods hit Valdosta and Savannah, and the governor of Georgia declared an emergency.",
            "Georgia", "USA", "Georgia",
        ),
        ("Tbilisi said that Georgia would not yield to Russia.", "Georgia", "GEO", None),
        (
            "Toronto and Hamilton were without power. In London, a few hours' drive west in "
            "Ontario, schools closed.",
            "London", "CAN", "Ontario",
        ),
        ("The Egyptian delegation left for Alexandria.", "Egyptian", "EGY", None),
    ],
)  # fmt: skip
def test_namesake_is_chosen(text: str, name: str, state: str, province: str | None) -> None:
    found = located(text)
    assert found[name][1] == state
    assert province is None or found[name][2] == province


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan came to the party.",
        "The talks may resume in March, after the Council has met.",
        "President Lincoln freed the slaves.",
    ],
)
def test_what_is_no_place_is_not_taken_for_one(text: str) -> None:
    assert located(text) == {}


def test_offsets_slice_to_the_name() -> None:
    document = read_text("“Enough,” said the envoy in Zürich, and flew home to Ankara.")
    for toponym in find_toponyms(parse(document)):
        assert document.text[toponym.start_char : toponym.end_char] == toponym.name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On 2 November 2013 the foreign ministers of Russia and Japan met in Tokyo.", "Tokyo"),
        ("Egypt and Israel signed a peace treaty in Washington on 26 March 1979.", "Washington"),
        ("Japan attacked the Russian fleet at Port Arthur in February 1904.", "Port Arthur"),
        ("France accused Italy of bad faith.", None),
        ("Poland condemned Belarus's conduct in Minsk, its envoy said from Berlin.", None),
    ],
)
def test_act_has_the_place_that_its_sentence_gives(text: str, place: str | None) -> None:
    events = [row for row in code(read_text(text), scoring=False) if hasattr(row, "place")]
    assert events
    assert {e.place for e in events} == {place}
