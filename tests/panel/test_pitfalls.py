"""The pitfalls of merging these data sets, each with the case that shows it."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from legation import panel
from legation.datasets import Store, load
from legation.panel.crosswalk import cross

PAIRS = (1816, 2024)


@pytest.mark.parametrize(
    ("gw", "cow", "year"),
    [(260, 255, 2000), (260, 260, 1980), (678, 679, 2000), (678, 678, 1980), (340, 345, 2010),
     (970, 946, 2005), (971, 970, 2005), (972, 955, 2005), (973, 947, 2005)],
)  # fmt: skip
def test_cow_and_gw_number_states_differently(gw: int, cow: int, year: int) -> None:
    assert cross(np.array([gw]), np.array([year]), "gw", "cow").tolist() == [cow]
    assert cross(np.array([cow]), np.array([year]), "cow", "gw").tolist() == [gw]


def test_970_is_nauru_in_cow_and_kiribati_in_gw() -> None:
    for system, code in (("cow", "NRU"), ("gw", "KIR")):
        table = panel.state_years(system, (2005, 2005)).add("codes").to_arrow()
        name = "ccode" if system == "cow" else "gwcode"
        assert table.filter(pc.equal(table[name], 970))["iso3c"].to_pylist() == [code]


def test_crossing_adds_no_row_and_loses_none() -> None:
    for system in ("cow", "gw"):
        bare = panel.state_years(system, PAIRS)
        assert len(bare.add("codes")) == len(bare)


@pytest.mark.parametrize(
    ("name", "doubled"), [("mids", 1_156), ("gml_mids", 992)], ids=["cow", "gml"]
)
def test_several_disputes_of_a_pair_in_a_year_are_not_several_rows(
    store: Store, name: str, doubled: int
) -> None:
    every = panel.dispute_years(name, store)
    pairs = every.group_by(["ccode1", "ccode2", "year"]).aggregate([])
    assert len(every) - len(pairs) == doubled
    bare = panel.dyad_years(years=(1816, 2014), store=store)
    assert len(bare.add(name)) == len(bare)


def test_obligations_of_one_state_are_not_those_of_the_other(store: Store) -> None:
    table = panel.dyad_years(years=(1832, 1832), store=store).add("atop").to_arrow()
    owed = {(r["ccode1"], r["ccode2"]): r["atop_defense"] for r in table.to_pylist()}
    assert (owed[211, 220], owed[220, 211]) == (0, 1)  # Belgium owed nothing, France defence
    once = panel.dyad_years(directed=False, years=(1832, 1832), store=store).add("atop")
    either = {(r["ccode1"], r["ccode2"]): r["atop_defense"] for r in once.to_arrow().to_pylist()}
    assert either[211, 220] == 1
    data = load("atop_dyads", store).to_pandas()
    back = data.rename(columns={"ccode1": "ccode2", "ccode2": "ccode1"})
    both = data.merge(back, on=["ccode1", "ccode2", "year"], suffixes=("", "_back"))
    assert (both.atop_defense != both.atop_defense_back).sum() == 984


@pytest.mark.parametrize(
    ("name", "column"), [("igos", "dyadigos"), ("minimum_distance", "mindist")]
)
def test_what_is_stored_one_way_is_found_both_ways(store: Store, name: str, column: str) -> None:
    table = panel.dyad_years(years=(2000, 2000), store=store).add(name).to_arrow()
    found = {(r["ccode1"], r["ccode2"]): r[column] for r in table.to_pylist()}
    assert found[200, 220] == found[220, 200] is not None


def test_trade_turns_with_the_pair(store: Store) -> None:
    table = panel.dyad_years(years=(2000, 2000), store=store).add("trade").to_arrow()
    found = {(r["ccode1"], r["ccode2"]): (r["flow1"], r["flow2"]) for r in table.to_pylist()}
    assert found[2, 740] == found[740, 2][::-1]
    assert found[2, 740][0] > found[2, 740][1]  # the United States bought more than it sold


def test_namibias_two_letters_are_no_missing_value(store: Store) -> None:
    codes = load("country_codes_panel", store).to_pandas()
    namibia = codes[(codes.country_name_en == "Namibia") & (codes.year == 2000)]
    assert namibia.iso2c.tolist() == ["NA"]
    votes = load("un_votes", store)
    theirs = votes.filter(pc.equal(votes["country"], "Namibia"))
    assert theirs["country_code"].null_count == 0


def test_peace_comes_from_spells_and_stays_on_its_scale(store: Store) -> None:
    table = panel.dyad_years(years=(1900, 2020), store=store).add("peace").to_arrow()
    assert pc.max(table["peacelevel"]).as_py() == 1.0
    assert set(pc.unique(table["peacelevel"]).to_pylist()) <= {None, 0.0, 0.25, 0.5, 0.75, 1.0}
    producers = load("peace_dyadyears", store)
    assert pc.sum(pc.greater(producers["peacelevel"], 1)).as_py() == 496
    pair = pc.and_(pc.equal(table["ccode1"], 365), pc.equal(table["ccode2"], 740))
    assert set(table.filter(pair)["peacelevel"].to_pylist()) == {0.0}


def test_likeness_of_portfolios_is_shown_in_more_than_one_measure(store: Store) -> None:
    table = panel.dyad_years(years=(2010, 2010), store=store).add("similarity").to_arrow()
    koreas = next(r for r in table.to_pylist() if (r["ccode1"], r["ccode2"]) == (731, 732))
    assert koreas["kallyb"] == pytest.approx(0.98, abs=0.01)  # the pitfall: shared pacts alone
    assert koreas["kallyv"] < koreas["kallyb"]  # weighing what is owed tells them apart


@pytest.mark.parametrize(
    ("name", "column", "last"),
    [("gml_mids", "gmlmidongoing", 2010), ("atop", "atop_defense", 2018),
     ("wars", "cowinterongoing", 2003), ("rivalries", "ongoingrivalry", 2020)],
)  # fmt: skip
def test_a_year_that_is_not_covered_is_null_and_never_0(
    store: Store, name: str, column: str, last: int
) -> None:
    table = panel.dyad_years(years=(last, last + 1), store=store).add(name).to_arrow()
    in_last = table.filter(pc.equal(table["year"], last))[column]
    after = table.filter(pc.equal(table["year"], last + 1))[column]
    assert in_last.null_count == 0 and pc.min(in_last).as_py() == 0
    assert after.null_count == len(after) > 0


def test_a_gap_in_the_years_does_not_begin_the_count_of_peace_anew() -> None:
    rows = {"ccode1": [2] * 4, "ccode2": [20] * 4, "year": [1900, 1901, 1940, 1941],
            "war": [1, 0, 0, 0]}  # fmt: skip
    base = panel.dyad_years(directed=False, years=(1900, 1900))
    held = panel.Panel(pa.table(rows), base.unit, base.steps)
    assert held.peace_years("war", "t").to_arrow()["t"].to_pylist() == [0, 0, 1, 2]
