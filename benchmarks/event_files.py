"""GDELT files of events: rows a second on one core, on a synthetic file of the exact layout."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Measure
from legation.datasets.event_files import gdelt_columns, gdelt_events, read_gdelt

ROWS = 1_000_000
FLOOR = 300_000
"""Rows a second on one core that are promised."""

_CELLS = {
    "SQLDATE": "20200101", "MonthYear": "202001", "Year": "2020", "FractionDate": "2020.0027",
    "Actor1Code": "USAGOV", "Actor1Name": "UNITED STATES", "Actor1CountryCode": "USA",
    "Actor1Type1Code": "GOV", "Actor2Code": "CHN", "Actor2Name": "CHINA",
    "Actor2CountryCode": "CHN", "IsRootEvent": "1", "EventCode": "042", "EventBaseCode": "042",
    "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "1.9", "NumMentions": "10",
    "NumSources": "1", "NumArticles": "10", "AvgTone": "-2.51", "Actor1Geo_Type": "3",
    "Actor1Geo_FullName": "Washington, District of Columbia, United States",
    "Actor1Geo_CountryCode": "US", "Actor1Geo_Lat": "38.8951", "Actor1Geo_Long": "-77.0364",
    "ActionGeo_Type": "4", "ActionGeo_FullName": "Beijing, Beijing, China",
    "ActionGeo_CountryCode": "CH", "ActionGeo_Lat": "39.9289", "ActionGeo_Long": "116.388",
    "DATEADDED": "20200101001500", "SOURCEURL": "https://example.org/news/a-long-address",
}  # fmt: skip


def measures() -> Iterator[Measure]:
    """Write the file, read it whole, and read it into the one layout."""
    row = "\t".join(_CELLS.get(c, "") for c in gdelt_columns(2)[1:])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.CSV"
        with path.open("w") as file:
            file.writelines(f"{number}\t{row}\n" for number in range(ROWS))
        for name, read in (("all 61 columns", read_gdelt), ("the one layout", gdelt_events)):
            began = time.perf_counter()
            found = sum(batch.num_rows for batch in read(path))
            speed = found / (time.perf_counter() - began)
            yield Measure(f"GDELT 2.0, {found:,} rows, {name}", f"{speed:,.0f} rows/s on one core",
                          FLOOR / speed, 1.0)  # fmt: skip
