"""The lists to compare with, and our own tables as rows."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "legation"
TABLES = PACKAGE / "world" / "tables"
RECORD = PACKAGE / "record" / "tables"
Index = dict[tuple[str, int], list[tuple[str, str, str]]]


def own(name: str, tables: Path = TABLES) -> list[dict[str, str]]:
    """Read one of our tables whole."""
    with (tables / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(folder: Path, name: str, columns: list[str] | None = None) -> list[dict[str, Any]]:
    """Read one of the lists."""
    import pyarrow.parquet as parquet

    path = folder / f"{name}.parquet"
    rows: list[dict[str, Any]] = parquet.read_table(path, columns=columns).to_pylist()
    return rows


def numbers() -> Index:
    """Give, for each number of COW and GW, the codes that bore it, with first and last day."""
    out: Index = defaultdict(list)
    for row in own("state_spells.csv"):
        spell = row["code"], row["start"], row["end"] or "9999-12-31"
        out[row["system"], int(row["number"])].append(spell)
    return out


def codes(index: Index, system: str, number: int, year: int) -> set[str]:
    """Give our codes for a number in a year; where nobody bore it then, all that ever did."""
    bearers = index.get((system, number), [])
    here = {code for code, start, end in bearers if start[:4] <= str(year) <= end[:4]}
    return here or {code for code, _, _ in bearers}


def bounds(text: str) -> tuple[dt.date, dt.date]:
    """Give the first and the last day that a date of any precision can mean."""
    from legation.model import parse_date

    given = parse_date(text)
    assert given.start and given.end
    return given.start, given.end
