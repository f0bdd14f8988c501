"""How fast a GDELT 2.0 file is read and put into the tidy layout, on one core.

The file is synthetic: two million rows of the exact layout (61 columns, no header), drawn with a
fixed seed; a row is about as long as GDELT's own.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from benchmarks import Measure
from legation.datasets.event_files import FOR_TIDY, read_gdelt, tidy_events

SEED, ROWS, PIECE = 20150218, 2_000_000, 250_000
PROMISED = 300_000
"""Rows a second that one core must read."""

STATES = ("USA", "RUS", "CHN", "GBR", "FRA", "DEU", "IND", "ISR", "IRN", "UKR", "ROM", "AFR", "")
SECTORS = ("GOV", "MIL", "COP", "MED", "LEG", "BUS", "", "", "")
CODES = ("010", "020", "036", "040", "042", "043", "051", "0841", "111", "112", "1383", "190")
PLACES = (
    "Moscow, Moskva, Russia|RS|RS48|25106|55.7522|37.6156|-2960561",
    "Washington, District of Columbia, United States|US|USDC|DC001|38.8951|-77.0364|531871",
    "Bogotá, Bogota D.C., Colombia|CO|CO34|25353|4.6|-74.0833|-578472",
    "France|FR|FR||46|2|FR",
    "||||||",
)


def measures(rows: int = ROWS) -> Iterator[Measure]:
    """Write the file, then read it in each way."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "20240101000000.export.CSV"
        write(path, rows)
        size = path.stat().st_size
        yield Measure(f"a synthetic GDELT 2.0 file of {rows:,} rows", f"{size / 1e6:,.0f} MB")
        all_columns = _measured(lambda: _drained(read_gdelt(path, 2)))
        yield _speed("read_gdelt, all 61 columns", rows, all_columns, 1 / PROMISED)
        yield _speed(
            "read_gdelt, the columns of the tidy layout",
            rows,
            _measured(lambda: _drained(read_gdelt(path, 2, FOR_TIDY))),
            1 / PROMISED,
        )
        yield _speed(
            "read and tidy",
            rows,
            _measured(lambda: _drained(tidy_events(read_gdelt(path, 2, FOR_TIDY)))),
            1 / PROMISED,
        )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        yield Measure("peak memory so far", f"{peak:.2f} GiB")
        name, other = _plain(path)
        yield _speed(f"{name}, all 61 columns", rows, other)
        ratio = other / all_columns
        yield Measure(f"read_gdelt against {name}", f"{ratio:.1f} times as fast", 1 / ratio, 1.0)


def _speed(name: str, rows: int, seconds: float, limit: float | None = None) -> Measure:
    told = f"{rows / seconds:,.0f} rows/s"
    return Measure(f"{name}, one core", told, seconds / rows * 1e6, limit and limit * 1e6)


def _measured(act: Callable[[], int]) -> float:
    """Give the processor time of the whole process, so that a second core would count."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _drained(batches: Iterator[pa.RecordBatch]) -> int:
    return sum(batch.num_rows for batch in batches)


def _plain(path: Path) -> tuple[str, float]:
    try:
        import pandas as pd
    except ImportError:
        return "pyarrow.csv", _measured(lambda: _arrow(path))
    return "pandas.read_csv", _measured(lambda: len(pd.read_csv(path, sep="\t", header=None)))


def _arrow(path: Path) -> int:
    options = csv.ReadOptions(autogenerate_column_names=True, use_threads=False)
    table = csv.read_csv(path, options, csv.ParseOptions(delimiter="\t"))
    rows: int = table.num_rows
    return rows


def write(path: Path, rows: int) -> None:
    """Write a synthetic GDELT 2.0 file."""
    draw = np.random.default_rng(SEED)
    options = csv.WriteOptions(include_header=False, delimiter="\t", quoting_style="none")
    with path.open("wb") as file:
        for first in range(0, rows, PIECE):
            csv.write_csv(_piece(draw, first, min(PIECE, rows - first)), file, options)


def _piece(draw: np.random.Generator, first: int, rows: int) -> pa.Table:
    day = np.sort(draw.choice(np.array([20231231, 20240101, 20240102], np.int32), rows))
    code = _some(draw, CODES, rows)
    columns: list[Any] = [
        pa.array(np.arange(first, first + rows) + 1_150_000_000),
        *(pa.array(day), pa.array(day // 100), pa.array(day // 10_000)),
        pa.array(np.round(day // 10_000 + draw.random(rows), 4)),
        *_actor(draw, rows),
        *_actor(draw, rows),
        pa.array(draw.integers(0, 2, rows)),
        *(code, pc.utf8_slice_codeunits(code, 0, 3), pc.utf8_slice_codeunits(code, 0, 2)),
        pa.array(draw.integers(1, 5, rows)),
        pa.array(np.round(draw.integers(-100, 100, rows) / 10, 1)),
        *(pa.array(draw.integers(1, 40, rows)) for _ in range(3)),
        pa.array(draw.normal(-2, 3, rows)),
        *(cell for _ in range(3) for cell in _place(draw, rows)),
        pa.array(np.full(rows, 20240101001500)),
        _address(draw, rows),
    ]
    return pa.table(columns, names=[str(place) for place in range(len(columns))])


def _some(draw: np.random.Generator, values: tuple[str, ...], rows: int) -> pa.Array:
    given = pa.array([value or None for value in values])
    return given.take(pa.array(draw.integers(0, len(values), rows)))


def _actor(draw: np.random.Generator, rows: int) -> list[pa.Array]:
    state, sector = _some(draw, STATES, rows), _some(draw, SECTORS, rows)
    none = pa.nulls(rows, pa.string())
    code = pc.binary_join_element_wise(state.fill_null(""), sector.fill_null(""), "")
    name = pc.binary_join_element_wise("THE LAND OF", state, " ")
    return [code, name, state, none, none, none, none, sector, none, none]


def _place(draw: np.random.Generator, rows: int) -> list[pa.Array]:
    which = pa.array(draw.integers(0, len(PLACES), rows))
    cells = [place.split("|") for place in PLACES]
    parts = [pa.array([c[n] or None for c in cells]).take(which) for n in range(7)]
    return [pa.array([4, 3, 4, 1, 0]).take(which), *parts]


def _address(draw: np.random.Generator, rows: int) -> pa.Array:
    number = pa.array(draw.integers(10**9, 10**10, rows)).cast(pa.string())
    path = "https://www.an-ordinary-newspaper.example/world/2024/01/01/a-headline-of-seven-words"
    return pc.binary_join_element_wise(path, number, "-")
