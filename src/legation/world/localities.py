"""Towns, counties and provinces by name: many more than are read whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from legation.world.places import Place
from legation.world.rows import rows
from legation.world.spelling import folded
from legation.world.states import states

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = ("alias", "state", "province")


def localities(name: str) -> tuple[Place, ...]:
    """Find the towns, counties and provinces that bear a name, the most populous first.

    The table has too many rows to be made objects: it is searched by halves.

    Examples:
        >>> [(p.province, p.population > 40_000) for p in localities("Alexandria")
        ...  if p.state == "USA"][:2]
        [('Virginia', True), ('Louisiana', True)]
        >>> localities("W.Va.")[0].name
        'West Virginia'
    """
    short = _abbreviated().get(name)
    key = folded(short[1] if short else name)
    keys, table = _table()
    first = bisect_left(keys, key)
    last = bisect_right(keys, key, lo=first)
    found = [_place(row) for row in table[first:last].to_pylist()] if first < last else []
    if short:
        return tuple(p for p in found if (p.kind, p.state) == ("province", short[0]))
    return tuple(sorted(found, key=lambda p: -p.population))


def is_abbreviation(name: str) -> bool:
    """Whether a name is a short form of a province's: "Ky.", "NSW".

    Examples:
        >>> is_abbreviation("Ky."), is_abbreviation("Kentucky")
        (True, False)
    """
    return name in _abbreviated()


def _place(row: dict[str, Any]) -> Place:
    if row["number"]:
        key = f"geonames:{row['number']}"
    else:
        key = ":".join((row["kind"], row["country"], row["province"], row["name"]))
    return Place(
        key, row["name"], row["kind"], _by_iso2().get(row["country"]), row["latitude"],
        row["longitude"], row["population"], row["province"],
    )  # fmt: skip


@cache
def _table() -> tuple[list[str], pa.Table]:
    import pyarrow.parquet as pq

    file = resources.files("legation.world") / "tables" / "localities.parquet"
    with file.open("rb") as source:
        table = pq.read_table(source).combine_chunks()
    return table.column("key").to_pylist(), table


@cache
def _by_iso2() -> dict[str, str]:
    return {**{s.iso2: s.code for s in states().values() if s.iso2}, "XK": "XKX"}


@cache
def _abbreviated() -> dict[str, tuple[str, str]]:
    return {
        alias: (state, province)
        for alias, state, province in rows("province_abbreviations.csv", COLUMNS, COLUMNS)
    }
