"""A directed dyad-year panel with ten data sets, against the same merges in plain pandas."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Measure

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data" / "states"
SECONDS, GIGABYTES = 10.0, 2.0
"""What is promised for 2.2 million rows on two cores."""

YEARS = (1816, 2024)
ADDED = ("contiguity", "majors", "nmc", "atop", "gml_mids", "wars", "igos", "trade", "democracy",
         "rivalries")  # fmt: skip
DATASETS = ("cow_contiguity", "cow_majors", "nmc", "atop_dyads", "gml_mid_dirdisps",
            "gml_mid_disputes", "gml_mids", "cow_war_inter", "igo_dyads", "trade_dyads",
            "democracy_cow", "rivalries_tss")  # fmt: skip


def ours(store: str) -> int:
    """Build the panel with Legation."""
    from legation import panel
    from legation.datasets import Store

    built = panel.dyad_years(years=YEARS, store=Store(store))
    for name in ADDED:
        built = built.add(name)
    return len(built)


def pandas(store: str) -> int:
    """Build the same with the merges that a user of pandas writes, from the same files."""
    import pandas as pd

    def table(name: str) -> pd.DataFrame:
        return pd.read_parquet(Path(store) / name / "tidy.parquet")

    key = ["ccode1", "ccode2", "year"]
    states = _states()
    rows = states.merge(states, on="year", suffixes=("1", "2"))
    rows = rows[rows.ccode1 != rows.ccode2][key]
    contiguity = table("cow_contiguity")
    spans = [(a, b, y, k) for a, b, k, s, e in contiguity.itertuples(index=False)
             for y in range(s.year, e.year + 1)]  # fmt: skip
    yearly = pd.DataFrame(spans, columns=[*key, "conttype"]).drop_duplicates(key)
    rows = rows.merge(yearly, how="left", on=key)
    majors = table("cow_majors")
    powers = pd.DataFrame(
        [(r.ccode, y) for r in majors.itertuples() for y in range(r.styear, r.endyear + 9)],
        columns=["ccode", "year"],
    ).assign(cowmaj=1)
    for name in (None, "nmc", "democracy_cow"):
        held = powers if name is None else table(name)
        for side in "12":
            new = held.rename(columns={c: c + side for c in held.columns if c != "year"})
            rows = rows.merge(new, how="left", on=[f"ccode{side}", "year"])
    war = table("cow_war_inter").drop_duplicates(key).add_suffix("_war")
    war = war.rename(columns={f"{k}_war": k for k in key})
    for held in (table("atop_dyads"), table("gml_mids"), war):
        rows = rows.merge(held, how="left", on=key)
    for name in ("igo_dyads", "trade_dyads"):
        held = table(name)
        back = held.rename(columns={"ccode1": "ccode2", "ccode2": "ccode1"})
        rows = rows.merge(pd.concat([held, back]), how="left", on=key)
    rivals = table("rivalries_tss")
    spans = [(a, b, y, 1) for _, _, a, b, s, e, *_ in rivals.itertuples(index=False)
             for y in range(max(s, 1816), e + 1)]  # fmt: skip
    spans += [(b, a, y, k) for a, b, y, k in spans]
    yearly = pd.DataFrame(spans, columns=[*key, "rivalry"]).drop_duplicates(key)
    return len(rows.merge(yearly, how="left", on=key))


def _states():
    import pandas as pd

    from legation.panel.bases import members

    spells = [(m.number, y) for m in members("cow", YEARS)
              for y in range(m.start.year, min(m.end.year, YEARS[1]) + 1)]  # fmt: skip
    return pd.DataFrame(spells, columns=["ccode", "year"]).drop_duplicates()


def measures() -> Iterator[Measure]:
    """Measure both, each in a process of its own."""
    folder = Path(os.environ.get("LEGATION_DATA") or BESIDE)
    if not folder.is_dir():
        yield Measure("directed dyad-years with ten data sets", "skipped: set LEGATION_DATA")
        return
    from legation.datasets import Store, pull

    with tempfile.TemporaryDirectory() as store:
        for name in DATASETS:
            pull(name, Store(store), folder)
        us, them = (_measured(who, store) for who in ("ours", "pandas"))
    name = f"directed dyad-years ({us['rows']:,.0f}) with ten data sets"
    faster, share = them["seconds"] / us["seconds"], us["peak"] / them["peak"]
    yield Measure(
        f"{name}, time",
        f"{us['seconds']:.1f} s, pandas {them['seconds']:.1f} s",
        us["seconds"],
        SECONDS,
    )
    yield Measure(
        f"{name}, peak memory",
        f"{us['peak'] / 1e9:.2f} GB, pandas {them['peak'] / 1e9:.2f} GB",
        us["peak"] / 1e9,
        GIGABYTES,
    )
    yield Measure("the same against pandas", f"{faster:.1f} times as fast, {share:.0%} of memory",
                  us["seconds"] / them["seconds"])  # fmt: skip


def _measured(who: str, store: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.panel", who, store]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _run(who: str, store: str) -> None:
    began = time.perf_counter()
    rows = {"ours": ours, "pandas": pandas}[who](store)
    spent = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"rows": rows, "seconds": spent, "peak": peak}))


if __name__ == "__main__":
    _run(*sys.argv[1:])
