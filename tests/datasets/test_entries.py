from __future__ import annotations

import re

import pytest

from legation.datasets import DatasetError, bibliography, catalogue, dataset, names
from legation.datasets.citing import keys
from legation.datasets.tidying import arrow_type
from legation.panel.additions.registry import _all

EVERY = catalogue()


@pytest.mark.parametrize("data", EVERY, ids=lambda d: d.name)
def test_every_entry_says_what_a_user_must_know(data) -> None:
    assert data.title and data.producer and data.version and data.unit
    assert data.terms
    assert data.landing_page.startswith("http")
    assert data.citations and set(data.citations) <= keys()
    assert data.system in ("", "cow", "gw")
    declared = {c.name for c in data.columns}
    assert not data.columns or set(data.key) <= declared
    for column in data.columns:
        assert arrow_type(column.type) is not None
        assert column.unit and column.meaning
    if data.first_year and data.last_year:
        assert 1400 < data.first_year <= data.last_year <= 2026


@pytest.mark.parametrize("data", EVERY, ids=lambda d: d.name)
def test_every_file_says_how_far_it_was_checked(data) -> None:
    for file in data.files:
        assert file.checked
        assert not file.address or re.match(r"https?://\S+$", file.address)
        assert re.fullmatch(r"([0-9a-f]{64})?", file.sha256)
        assert re.fullmatch(r"([0-9a-f]{32})?", file.md5)
        if not (file.sha256 or file.md5):
            assert "not known" in file.checked


def test_no_file_is_of_two_data_sets_unless_it_is_an_archive() -> None:
    tidy = [f.name for d in EVERY for f in d.files if f.format == "parquet"]
    assert len(tidy) == len(set(tidy))


def test_the_bibliography_has_no_entry_that_nobody_needs() -> None:
    assert keys() - {k for d in EVERY for k in d.citations} <= {"wallacesinger1970"}


def test_a_bibliography_has_each_entry_once() -> None:
    told = bibliography(["atop_dyads", "atop_members", "nmc"])
    assert told.count("@") == 3  # Leeds 2002; Singer 1972 and 1987
    assert told.count("leeds2002") == 1


def test_a_misspelt_name_is_told_the_likeliest() -> None:
    with pytest.raises(DatasetError, match="did you mean atop_dyads"):
        dataset("atop_dyad")


def test_every_addition_needs_data_sets_that_are_known() -> None:
    assert {n for a in _all().values() for n in a.datasets} <= set(names())


def test_what_producers_ask_to_be_asked_for_is_not_fetched() -> None:
    assert {d.name for d in EVERY if d.withheld} >= {"cow_alliances", "icow_claims", "gsdb"}
