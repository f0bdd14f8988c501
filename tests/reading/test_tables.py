"""The tables that people edit: each row parses, and each pattern matches its own example."""

import re

import pytest

from legation import tables
from legation.reading import boilerplate

BOILERPLATE = list(tables.rows("reading", "boilerplate.csv", ("rule", "pattern", "example")))


@pytest.mark.parametrize("row", BOILERPLATE, ids=lambda row: row["example"][:40])
def test_a_boilerplate_pattern_matches_its_example(row):
    assert row["rule"] in {"line", "cut", "end", "letterhead"}
    pattern = re.compile(row["pattern"], re.I)
    assert pattern.fullmatch(row["example"]) or pattern.fullmatch(row["example"][1:-1])
    if row["rule"] == "line":
        assert boilerplate.is_boilerplate(row["example"])


def test_page_classes_are_of_known_kinds_and_listed_once():
    rows = list(tables.rows("reading", "page_classes.csv", ("kind", "name")))
    kinds = {"junk", "comments", "byline", "date", "caption", "subtitle"}
    assert {row["kind"] for row in rows} == kinds
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["name"]) for row in rows)


def test_months_are_named_once_a_language_and_mean_one_month():
    seen: dict[str, int] = {}
    for row in tables.rows("reading", "months.csv", ("language", "month", "names")):
        assert 1 <= int(row["month"]) <= 12
        for name in row["names"].split("|"):
            assert seen.setdefault(name.casefold(), int(row["month"])) == int(row["month"])


def test_profiles_are_lower_case_and_long_enough():
    for row in tables.rows("reading", "common_words.csv", ("language", "words")):
        words = row["words"].split()
        assert re.fullmatch("[a-z]{2}", row["language"])
        assert len(set(words)) >= 20 and row["words"] == row["words"].casefold()


def test_file_signatures_are_hexadecimal_and_say_what_to_do():
    for row in tables.rows("reading", "magic.csv", ("start", "name", "remedy")):
        assert bytes.fromhex(row["start"]) and row["name"] and row["remedy"]


def test_abbreviations_have_no_final_stop():
    for row in tables.rows("reading", "abbreviations.csv", ("abbreviation", "meaning")):
        assert row["abbreviation"] and not row["abbreviation"].endswith(".") and row["meaning"]
