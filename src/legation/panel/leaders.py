"""Panels of leaders: one row for each spell in office and year or day.

Source: Goemans, Gleditsch and Chiozza 2009, "Introducing Archigos: a dataset of political leaders",
JPR 46(2).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np

from legation.datasets import Store, load
from legation.panel.bases import FIRST_YEAR, LAST_YEAR, Years, members
from legation.panel.crosswalk import cross
from legation.panel.errors import PanelError

if TYPE_CHECKING:
    import pyarrow as pa

DATA = "archigos"


def leader_years(store: Store, years: Years | None, within: str) -> pa.Table:
    """Build one row for each spell in office and year that it touches.

    Args:
        store: the data sets at hand.
        years: first and last year; by default all.
        within: ``cow`` or ``gw`` to keep years with a day in which the state was in that list;
            empty to keep all.
    """
    import pyarrow as pa

    rows: list[dict[str, Any]] = []
    spells = _memberships(within)
    for r in load(DATA, store).to_pylist():
        for count, year in enumerate(range(r["startdate"].year, r["enddate"].year + 1), 1):
            if (years is None or years[0] <= year <= years[1]) and _in(r, year, within, spells):
                rows.append({**_common(r), "leaderage": _age(r, year), "year": year,
                             "yrinoffice": count})  # fmt: skip
    return pa.Table.from_pylist(rows, schema=_schema("year"))


def leader_days(store: Store, years: Years | None, within: str) -> pa.Table:
    """Build one row for each spell in office and day of it, as :func:`leader_years` does."""
    import pyarrow as pa

    if within:
        raise PanelError("leader-days cannot be kept within a list yet", "leave `within` out")
    table = load(DATA, store)
    low, high = years or (1, 9999)
    start, end = (
        table.column(c).to_numpy().astype("datetime64[D]") for c in ("startdate", "enddate")
    )
    start = np.maximum(start, np.datetime64(f"{low:04}-01-01"))
    end = np.minimum(end, np.datetime64(f"{high:04}-12-31"))
    lengths = np.maximum((end - start).astype(np.int64) + 1, 0)
    which = np.repeat(np.arange(len(lengths)), lengths)
    offset = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    days = start[which] + offset.astype("timedelta64[D]")
    first_years = table.column("startdate").to_numpy().astype("datetime64[Y]").astype(np.int64)
    columns = {
        c: table.column(c).take(pa.array(which)) for c in ("obsid", "leader", "gwcode", "gender")
    }
    columns["date"] = pa.array(days, pa.date32())
    in_office = days.astype("datetime64[Y]").astype(np.int64) - first_years[which] + 1
    columns["yrinoffice"] = pa.array(in_office, pa.int16())
    return pa.table(columns)


def _common(r: dict[str, Any]) -> dict[str, Any]:
    return {k: r[k] for k in ("obsid", "leader", "gwcode", "gender")}


def _age(r: dict[str, Any], year: int) -> int | None:
    return year - r["yrborn"] if r["yrborn"] is not None else None


def _schema(time: str) -> pa.Schema:
    import pyarrow as pa

    return pa.schema([("obsid", pa.string()), ("leader", pa.string()), ("gwcode", pa.int16()),
                      ("gender", pa.string()), ("leaderage", pa.int16()), (time, pa.int16()),
                      ("yrinoffice", pa.int16())])  # fmt: skip


def _memberships(system: str) -> dict[int, list[tuple[dt.date, dt.date]]]:
    found: dict[int, list[tuple[dt.date, dt.date]]] = {}
    for m in members(system, (FIRST_YEAR, LAST_YEAR)) if system else []:
        found.setdefault(m.number, []).append((m.start, m.end))
    return found


def _in(
    r: dict[str, Any], year: int, system: str, spells: dict[int, list[tuple[dt.date, dt.date]]]
) -> bool:
    """Say whether the leader led on a day of the year on which the state was in the list."""
    if not system:
        return True
    number = r["gwcode"]
    if system != "gw":
        number = int(cross(np.array([number]), np.array([year]), "gw", system)[0])
    first = max(r["startdate"], dt.date(year, 1, 1))
    last = min(r["enddate"], dt.date(year, 12, 31))
    return any(start <= last and end >= first for start, end in spells.get(number, ()))
