"""Numbers that peacesciencer's pages print, made again from the same data sets.

Each value was read on the package's public pages (site of July 2025, version 1.2.0).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow.compute as pc
import pytest

from legation import panel
from legation.datasets import Store, load
from legation.panel import Panel

TO_2024 = (1816, 2024)
USA, CANADA = 2, 20


@pytest.fixture(scope="module")
def pairs(store: Store) -> Panel:
    return panel.dyad_years(years=TO_2024, store=store)


@pytest.fixture(scope="module")
def state_years(store: Store) -> Panel:
    return panel.state_years(years=TO_2024, store=store)


def of_pair(table: Panel, one: int, other: int, name: str, *years: int) -> list[object]:
    rows = table.to_arrow()
    theirs = pc.and_(pc.equal(rows["ccode1"], one), pc.equal(rows["ccode2"], other))
    found = {r["year"]: r[name] for r in rows.filter(theirs).to_pylist()}
    return [found[y] for y in years]


def of_state(table: Panel, state: int, name: str, *years: int) -> list[object]:
    rows = table.to_arrow()
    found = {r["year"]: r[name] for r in rows.filter(pc.equal(rows["ccode"], state)).to_pylist()}
    return [found[y] for y in years]


@pytest.mark.parametrize(
    ("name", "column", "years", "values"),
    [
        ("contiguity", "conttype", (1920, 1929), [1, 1]),
        ("capital_distance", "capdist", (1920, 1929), [735, 735]),
        ("minimum_distance", "mindist", (1920, 1921, 1929), [None, 0, 0]),
        ("majors", "cowmaj1", (1920,), [1]),
        ("majors", "cowmaj2", (1920,), [0]),
        ("atop", "atop_defense", (1920, 1929), [0, 0]),
        ("igos", "dyadigos", (1920, 1921, 1923, 1925), [7, 8, 7, 8]),
        ("nmc", "milex1", (1920,), [1_657_118]),
        ("nmc", "milex2", (1920,), [10_755]),
        ("mids", "cowmidongoing", (1920, 1926), [0, 0]),
        ("rivalries", "ongoingrivalry", (1920,), [0]),
        ("rugged_terrain", "rugged1", (1920,), [1.07]),
        ("rugged_terrain", "newlmtnest2", (1920,), [2.80]),
        ("gdp_pop", "pwtrgdp1", (1920, 1929), [1_179_542, 1_517_361]),
        ("leader_changes", "dec31obsid1", (1921, 1923), ["USA-1921", "USA-1923"]),
    ],
)
def test_united_states_and_canada(
    store: Store, name: str, column: str, years: tuple[int, ...], values: list[object]
) -> None:
    table = panel.dyad_years(years=(1920, 1929), store=store).add(name)
    assert of_pair(table, USA, CANADA, column, *years) == _printed(values)


@pytest.mark.parametrize(
    ("name", "column", "years", "values"),
    [
        ("nmc", "tpop", (1816,), [8_659]),
        ("trade", "imports", (1816, 1825), [None, None]),
        ("igos", "sum_igo_full", (1816, 1825), [0, 0]),
        ("territorial_threat", "lterrthreat", (1816, 1817, 1825), [0.268, 0.190, 0.132]),
        ("gdp_pop", "mrgdppc", (1816, 1820), [2_668, 2_657]),
        ("leader_changes", "n_leaders", (1816, 1825), [None, None]),
        ("majors", "cowmaj", (1897, 1898), [0, 1]),
    ],
)
def test_the_united_states(
    state_years: Panel, name: str, column: str, years: tuple[int, ...], values: list[object]
) -> None:
    assert of_state(state_years.add(name), USA, column, *years) == _printed(values)


def _printed(values: list[object]) -> list[object]:
    """Numbers as R prints them: to three or four figures."""
    return [pytest.approx(v, rel=0.006) if isinstance(v, float | int) and v else v for v in values]


def test_politically_relevant_pairs(pairs: Panel) -> None:
    relevant = pairs.politically_relevant()
    assert len(relevant) == 245_720
    assert len(relevant.years(1816, 2010)) == 223_982


def test_france_and_italy_had_three_disputes_in_1860(store: Store) -> None:
    table = panel.dyad_years(years=(1860, 1860), store=store).add("gml_mids")
    assert of_pair(table, 220, 325, "gmlmidcount", 1860) == [3]
    every = panel.dispute_years("gml_mids", store).to_pandas()
    theirs = every[(every.ccode1 == 220) & (every.ccode2 == 325) & (every.year == 1860)]
    assert sorted(theirs.dispnum) == [112, 113, 306]


@pytest.mark.parametrize(("name", "chosen"), [("gml_mids", "gml_mids"), ("mids", "cow_mids")])
def test_all_rules_choose_the_disputes_that_the_package_chose(
    store: Store, name: str, chosen: str
) -> None:
    key = ["ccode1", "ccode2", "year", "dispnum"]
    ours = panel.whittle(panel.dispute_years(name, store), "whittled").to_pandas()[key]
    theirs = load(chosen, store).to_pandas()[key]
    assert set(ours.itertuples(index=False, name=None)) == set(
        theirs.itertuples(index=False, name=None)
    )


@pytest.mark.parametrize(("name", "rows"), [("gml_mids", 9_802), ("mids", 10_874)])
def test_whittling_to_onsets(store: Store, name: str, rows: int) -> None:
    assert len(panel.whittle(panel.dispute_years(name, store), "onsets")) == rows


@pytest.mark.parametrize(
    ("rule", "gml", "cow"),
    [
        ("fatality", 9_504, 10_536),
        ("hostility", 9_550, 10_596),
        ("mindur", 9_308, 10_268),
        ("reciprocation", 9_640, 10_590),
        ("startmonth", 9_344, 10_296),
        ("one", 9_284, 10_234),
    ],
)
def test_whittling_onsets_and_then_one_rule(store: Store, rule: str, gml: int, cow: int) -> None:
    for name, size in (("gml_mids", gml), ("mids", cow)):
        began = panel.whittle(panel.dispute_years(name, store), "onsets")
        assert len(panel.whittle(began, rule)) == size


@pytest.mark.parametrize(
    ("one", "other", "year", "kept"),
    [(2, 200, 1903, 3301), (365, 640, 1853, 57), (750, 770, 1963, 1317), (100, 135, 1852, 1523),
     (703, 704, 2005, 4428)],
)  # fmt: skip
def test_which_of_several_disputes_is_kept(
    store: Store, one: int, other: int, year: int, kept: int
) -> None:
    table = panel.dyad_years(years=(year, year), store=store).add("mids")
    assert of_pair(table, one, other, "dispnum", year) == [kept]


@pytest.mark.parametrize(("name", "rows"), [("gml_mids", 1_838), ("mids", 2_152)])
def test_rows_that_share_their_pair_and_year(store: Store, name: str, rows: int) -> None:
    assert len(panel.duplicates(panel.dispute_years(name, store))) == rows


def test_leaders(store: Store) -> None:
    assert len(panel.leader_years(store=store)) == 17_686
    assert len(panel.leader_years("gw", store=store)) == 17_361
    assert len(panel.leader_days(store=store)) == 5_298_380
    rows = panel.leader_years(store=store).add("lead").add("lwuf").to_arrow().to_pylist()
    grant = next(r for r in rows if r["leader"] == "Grant")
    assert (grant["obsid"], grant["leaderage"], grant["year"], grant["yrinoffice"]) == (
        "USA-1869", 47, 1869, 1,
    )  # fmt: skip
    assert (grant["leveledu"], grant["milservice"], grant["yrsexper"]) == (2, 1, 0)
    assert grant["theta1_mean"] == pytest.approx(1.01, abs=0.005)
    carter = [r["yrinoffice"] for r in rows if r["obsid"] == "USA-1977"]
    assert carter == [1, 2, 3, 4, 5]
    pindling = next(r for r in rows if r["leader"] == "Pindling" and r["year"] == 1973)
    assert pindling["yrinoffice"] == 7


def test_armed_conflict_of_the_united_states_in_1950(store: Store) -> None:
    table = panel.state_years("gw", (1946, 2024), store).add("ucdp_conflicts").to_arrow()
    rows = {r["year"]: r for r in table.to_pylist() if r["gwcode"] == 2}
    in_1950 = [rows[1950][c] for c in ("ucdpongoing", "ucdponset", "maxintensity")]
    assert in_1950 == [1, 1, 1]
    assert all(rows[y]["ucdpongoing"] == 0 for y in (1946, 1949, 1951, 1955))


def test_dangerous_dyads(store: Store) -> None:
    """Bremer 1992 as peacesciencer's vignette has it, to the printed digits."""
    import statsmodels.api as sm

    rows = (
        panel.dyad_years(directed=False, years=(1816, 2010), store=store)
        .politically_relevant()
        .add("gml_mids", keep=["gmlmidongoing", "gmlmidonset"])
        .peace_years("gmlmidongoing", "t")
        .add("nmc_v6", keep=["milper", "tpop", "cinc"])
        .add("democracy_2025_07", keep=["aeuds"])
        .add("gdp_pop", keep=["mrgdppc"])
        .add("atop", keep=["atop_defense"])
        .to_arrow()
        .to_pandas()
    )
    model = _weakest_links(rows).dropna()
    fit = sm.GLM(
        model.onset, sm.add_constant(model.drop(columns="onset")), family=sm.families.Binomial()
    ).fit()
    assert len(model) == 106_056
    estimates = {"land": 1.057, "cinc": 1.055, "major": 0.113, "defence": -0.132,
                 "democracy": -0.272, "product": 0.0, "militarisation": 30.152, "t": -0.146,
                 "t2": 0.003, "t3": 0.0, "const": -3.517}  # fmt: skip
    errors = {"land": 0.058, "cinc": 0.082, "major": 0.059, "defence": 0.058, "democracy": 0.032,
              "militarisation": 2.378, "t": 0.005, "const": 0.076}  # fmt: skip
    assert {k: fit.params[k] for k in estimates} == pytest.approx(estimates, abs=0.00055)
    assert {k: fit.bse[k] for k in errors} == pytest.approx(errors, abs=0.00055)


def _weakest_links(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.astype(float)

    def least(one: pd.Series, other: pd.Series) -> np.ndarray:
        return np.where(one.isna() | other.isna(), np.nan, np.minimum(one, other))

    low, high = np.minimum(rows.cinc1, rows.cinc2), np.maximum(rows.cinc1, rows.cinc2)
    return pd.DataFrame(
        {
            "onset": rows.gmlmidonset,
            "land": (rows.conttype == 1).astype(float),
            "cinc": low / high,
            "major": ((rows.cowmaj1 == 1) | (rows.cowmaj2 == 1)).astype(float),
            "defence": rows.atop_defense,
            "democracy": least(rows.aeuds1, rows.aeuds2),
            "product": least(rows.mrgdppc1, rows.mrgdppc2),
            "militarisation": least(rows.milper1 / rows.tpop1, rows.milper2 / rows.tpop2),
            "t": rows.t,
            "t2": rows.t**2,
            "t3": rows.t**3,
        }
    )
