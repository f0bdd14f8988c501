from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation import panel
from legation.datasets import Store
from legation.errors import UserError
from legation.panel.lookup import find, find_spell
from legation.panel.panel import Panel
from legation.panel.units import Unit


@pytest.fixture(scope="module")
def small(store: Store) -> Panel:
    return (
        panel.dyad_years(directed=False, years=(1990, 2000), store=store)
        .politically_relevant()
        .add("gml_mids", collapse="most_severe", keep=["gmlmidongoing"])
        .peace_years("gmlmidongoing")
        .add("nmc", keep=["cinc"])
    )


def test_a_recipe_makes_the_same_bytes_again(small: Panel, store: Store, tmp_path: Path) -> None:
    first = small.write(tmp_path / "a.parquet")
    (tmp_path / "a.toml").write_text(small.recipe())
    again = panel.rebuild(tmp_path / "a.toml", store).write(tmp_path / "b.parquet")
    digests = {hashlib.sha256(p.read_bytes()).hexdigest() for p in (first, again)}
    assert len(digests) == 1


def test_a_recipe_names_no_folder(small: Panel) -> None:
    sources = [line for line in small.recipe().splitlines() if line.startswith("source")]
    assert sources and not any("/" in s and "://" not in s for s in sources)


def test_a_recipe_refuses_other_data(small: Panel, store: Store) -> None:
    receipt = next(r for r in small.receipts if r.name == "nmc")
    with pytest.raises(UserError, match="nmc at hand is not the one"):
        panel.rebuild(small.recipe().replace(receipt.tidy_sha256, "0" * 64), store)


@pytest.mark.parametrize(
    "text",
    ["", "not toml [", "format = 2\nstep = []", "format = 1", 'format = 1\n[[step]]\nx = 1',
     'format = 1\n[[step]]\ndo = "__class__"',
     'format = 1\n[[step]]\ndo = "state_years"\nsystem = 3'],
)  # fmt: skip
def test_what_is_no_recipe_gets_one_line(text: str) -> None:
    with pytest.raises(UserError):
        panel.rebuild(text)


def test_every_column_says_where_it_is_from(small: Panel) -> None:
    told = {s["column"]: s for s in small.sources()}
    assert told["cinc1"]["dataset"] == "nmc" and told["cinc1"]["terms"] and told["cinc1"]["sha256"]
    assert told["gmlmidongoing"]["dataset"] == "gml_mid_dirdisps"
    assert all(s["meaning"] for s in told.values())
    assert "@article{gibler2016" in small.cite() and "@software{legation" in small.cite()


def test_forms(small: Panel, tmp_path: Path) -> None:
    import pandas as pd
    import polars as pl

    assert len(small.to_pandas()) == len(small.to_polars()) == len(small) == len(pa.table(small))
    assert small.to_pandas().year.dtype == pd.ArrowDtype(pa.int16())
    small.write(tmp_path / "a.csv")
    small.write(tmp_path / "a.dta")
    small.write(tmp_path / "a.arrow")
    assert len(pl.read_csv(tmp_path / "a.csv")) == len(pd.read_stata(tmp_path / "a.dta"))
    with pytest.raises(UserError, match="names no format"):
        small.write(tmp_path / "a.txt")
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda p: p.add("nmc", keep=["cinc"]), "already"),
        (lambda p: p.add("atpo"), "did you mean atop"),
        (lambda p: p.add("lead"), "cannot be added"),
        (lambda p: p.add("atop", direction="up"), "owed or either"),
        (lambda p: p.add("atop", way="up"), "no option way"),
        (lambda p: p.add("gml_mids", collapse="worst"), "no rule"),
        (lambda p: p.add("similarity", keep=["x"]), "adds no column x"),
        (lambda p: p.keep(["x"]), "no column x"),
        (lambda p: p.peace_years("x"), "no column x"),
        (lambda p: p.peace_years("cinc1"), "0 and 1"),
        (lambda p: p.peace_years("conttype"), "more than 0 and 1"),
    ],
)
def test_what_cannot_be_done_gets_one_line(small: Panel, spoil, word: str) -> None:
    with pytest.raises(UserError, match=word):
        spoil(small)


def test_keeping_columns_keeps_what_tells_rows_apart(small: Panel) -> None:
    assert small.keep(["cinc1"]).columns == ["ccode1", "ccode2", "year", "cinc1"]


def test_two_additions_with_one_name_for_a_column_are_told_apart(store: Store) -> None:
    both = panel.dyad_years(years=(1914, 1914), store=store).add("mids").add("wars")
    assert {"sidea1", "wars_sidea1"} <= set(both.columns)
    assert len(set(both.columns)) == len(both.columns)


KEYS = st.lists(st.integers(0, 40), min_size=0, max_size=60)


@given(KEYS, KEYS)
def test_finding_is_looking_one_by_one(wanted: list[int], held: list[int]) -> None:
    places = find(np.array(wanted, dtype=np.int64), np.array(held, dtype=np.int64))
    assert places.tolist() == [held.index(w) if w in held else -1 for w in wanted]


SPELLS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 50), st.integers(0, 20)), min_size=1, max_size=20
)
ROWS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(1, 70), st.integers(0, 9)), min_size=1, max_size=20
)


@given(ROWS, SPELLS, st.sampled_from(["first", "last"]))
def test_finding_a_spell_is_looking_one_by_one(rows, spells, pick: str) -> None:
    wanted, first, width = (np.array(c, dtype=np.int64) for c in zip(*rows, strict=True))
    held, start, length = (np.array(c, dtype=np.int64) for c in zip(*spells, strict=True))
    last, end = first + width, start + length
    places = find_spell(wanted, first, last, held, start, end, pick)
    for i, place in enumerate(places):
        fits = [j for j in range(len(held))
                if held[j] == wanted[i] and start[j] <= last[i] and end[j] >= first[i]]  # fmt: skip
        assert (place >= 0) == bool(fits)
        if fits and pick == "first":
            assert place in fits and start[place] == min(start[j] for j in fits)
        elif fits:
            assert place in fits and end[place] == max(end[j] for j in fits)


EVENTS = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from([0, 0, 0, 1, None])), min_size=1, max_size=60
)


@given(EVENTS)
def test_counting_is_counting_one_by_one(events: list[tuple[int, int | None]]) -> None:
    table = pa.table(
        {
            "ccode": pa.array([s for s, _ in events], pa.int16()),
            "year": pa.array([1900 + i for i in range(len(events))], pa.int16()),
            "war": pa.array([e for _, e in events], pa.int8()),
        }
    )
    held = Panel(table, Unit("state-year", 1, "cow"), ())
    counted = held.peace_years("war", "t").to_arrow()["t"].to_pylist()
    clocks: dict[int, int | None] = {}
    for (state, event), count in zip(events, counted, strict=True):
        clock = clocks.get(state, 0)
        clock = None if event is None and clock is not None else clock
        assert count == clock
        clocks[state] = 0 if event == 1 else None if clock is None else clock + 1
