"""Sizes of the bare panels, as printed on peacesciencer's reference pages (site of July 2025)."""

from __future__ import annotations

import datetime as dt

import pytest

from legation import panel
from legation.errors import UserError
from legation.world import states

TO_2024 = (1816, 2024)


@pytest.mark.parametrize(
    ("build", "rows"),
    [
        (lambda: panel.state_years("cow", TO_2024), 17_511),
        (lambda: panel.state_years("gw", TO_2024), 20_652),
        (lambda: panel.state_years("gw", (1946, 2024)), 12_507),
        (lambda: panel.state_days("cow", TO_2024), 6_345_986),
        (lambda: panel.state_days("gw", TO_2024), 7_497_730),
        (lambda: panel.dyad_years(True, "cow", TO_2024), 2_214_930),
        (lambda: panel.dyad_years(True, "gw", TO_2024), 2_599_466),
        (lambda: panel.dyad_years(True, "gw", (1816, 2020)), 2_445_018),
        (lambda: panel.dyad_years(False, "gw", (1816, 2020)), 1_222_509),
    ],
)
def test_sizes(build, rows: int) -> None:
    assert len(build()) == rows


def test_no_row_is_doubled() -> None:
    table = panel.dyad_years(years=(1900, 2024)).to_arrow()
    distinct = table.group_by(["ccode1", "ccode2", "year"]).aggregate([])
    assert distinct.num_rows == table.num_rows


def test_states_of_one_year_that_never_met_are_no_pair() -> None:
    # West Germany's last day in COW is 1990-10-02, the united Germany's first the day after.
    rows = panel.dyad_years(years=(1990, 1990)).to_pandas()
    pair = rows[(rows.ccode1 == 255) & (rows.ccode2 == 260)]
    assert len(pair) == 0
    assert len(rows[(rows.ccode1 == 260) & (rows.ccode2 == 265)]) == 1  # with East Germany, yes


def test_months_are_those_with_a_day_of_membership() -> None:
    months = panel.state_months(years=(1990, 1990)).to_pandas()
    west = months[months.ccode == 260].month
    assert len(west) == 10  # January to October
    assert west.max() == dt.date(1990, 10, 1)


def test_states_have_the_names_of_the_world() -> None:
    row = panel.state_years(years=(1816, 1816)).to_arrow().to_pylist()[0]
    assert (row["ccode"], row["state"], row["year"]) == (2, states()["USA"].name, 1816)


@pytest.mark.parametrize(
    ("system", "years", "word"),
    [
        ("un", (1900, 1910), "cow or gw"),
        ("cow", (1700, 1800), "1816"),
        ("cow", (1950, 1940), "1816"),
    ],
)
def test_what_cannot_be_built_is_refused(system: str, years: tuple[int, int], word: str) -> None:
    with pytest.raises(UserError, match=word):
        panel.state_years(system, years)
