"""Readers of machine-coded events, on rows written by hand in the layouts of the codebooks."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.datasets import DatasetError
from legation.datasets.event_files import (
    TIDY,
    gdelt_columns,
    gdelt_events,
    plover_of,
    read_gdelt,
    read_icews,
    tidy_icews,
)
from legation.model import codebook

FILLED = {
    "GLOBALEVENTID": "1", "SQLDATE": "20131102", "MonthYear": "201311", "Year": "2013",
    "FractionDate": "2013.8301", "Actor1CountryCode": "RUS", "Actor1Type1Code": "GOV",
    "Actor2CountryCode": "JPN", "EventCode": "0841", "EventBaseCode": "084",
    "EventRootCode": "08", "QuadClass": "2", "GoldsteinScale": "7.0", "NumMentions": "12",
    "ActionGeo_FullName": "Tokyo, Tokyo, Japan", "ActionGeo_Lat": "35.685",
    "ActionGeo_Long": "139.751",
}  # fmt: skip


def line(version: int, **cells: str) -> str:
    known = {**FILLED, **cells}
    return "\t".join(known.get(c, "") for c in gdelt_columns(version)) + "\n"  # type: ignore[arg-type]


def written(path: Path, text: str | bytes) -> Path:
    data = text.encode() if isinstance(text, str) else text
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(path.stem, data)
    elif path.suffix == ".gz":
        path.write_bytes(gzip.compress(data))
    else:
        path.write_bytes(data)
    return path


def rows(batches) -> list[dict[str, object]]:
    return [row for batch in batches for row in batch.to_pylist()]


@pytest.mark.parametrize("name", ["a.CSV", "a.CSV.gz", "a.CSV.zip"])
@pytest.mark.parametrize("version", [1, 2])
def test_a_row_says_what_its_cells_say(tmp_path: Path, name: str, version: int) -> None:
    path = written(tmp_path / name, line(version) * 3)
    (first, *rest) = rows(gdelt_events(path, version))  # type: ignore[arg-type]
    assert len(rest) == 2 and tuple(first) == TIDY
    assert (first["actor"], first["recipient"], first["type"]) == ("RUS", "JPN", "RETREAT")
    assert (str(first["date"]), first["code"], first["actor_role"]) == ("2013-11-02", "0841", "GOV")
    assert (first["intensity"], first["mentions"]) == (7.0, 12)
    assert (first["place"], first["latitude"]) == ("Tokyo, Tokyo, Japan", 35.685)


def test_files_before_2013_lack_the_address(tmp_path: Path) -> None:
    old = line(1).rsplit("\t", 1)[0] + "\n"
    assert old.count("\t") == 56
    assert len(rows(read_gdelt(written(tmp_path / "a.csv", old), 1))) == 1


@pytest.mark.parametrize(
    ("code", "state"), [("AFR", None), ("", None), ("ROM", "ROU"), ("WST", None), ("CHN", "CHN")]
)
def test_regions_are_no_states(tmp_path: Path, code: str, state: str | None) -> None:
    path = written(tmp_path / "a.csv", line(2, Actor1CountryCode=code))
    assert rows(gdelt_events(path))[0]["actor"] == state


def test_lines_cut_off_are_left_out_and_odd_bytes_kept(tmp_path: Path) -> None:
    data = line(2).encode() + b"7\t20131102\n" + line(2, Actor1Name="C\xf4te").encode("latin-1")
    found = rows(read_gdelt(written(tmp_path / "a.csv", data)))
    assert [r["Actor1Name"] for r in found] == [None, "Côte"]


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"a,b,c\n1,2,3\n", "columns"),
        ("a.zip", b"no zip", "cannot read"),
        ("a.gz", b"no gzip", "cannot read"),
        ("a.csv", line(1).encode(), "58 columns"),
    ],
)
def test_what_is_no_such_file_gets_one_line(
    tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DatasetError, match=word):
        rows(read_gdelt(path))
    with pytest.raises(DatasetError):
        rows(read_gdelt(tmp_path / "nowhere.csv"))


HEAD = ("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
        "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
        "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
        "Longitude")  # fmt: skip


def test_icews(tmp_path: Path) -> None:
    cells = ("17", "2013-11-02", "Sergei Lavrov", "Government", "Russian Federation", "Consult",
             "040", "1.0", "Japan", "", "Japan", "9", "1", "Reuters", "Tokyo", "", "", "Japan",
             "35.7", "139.7")  # fmt: skip
    text = "\t".join(HEAD) + "\n" + "\t".join(cells) + "\n"
    (row,) = rows(tidy_icews(read_icews(written(tmp_path / "a.tab", text))))
    assert (row["actor"], row["recipient"], row["type"]) == ("RUS", "JPN", "CONSULT")
    assert (str(row["date"]), row["latitude"], row["source"]) == ("2013-11-02", 35.7, "Reuters")
    with pytest.raises(DatasetError, match="no ICEWS"):
        rows(read_icews(written(tmp_path / "b.tab", "a\tb\n1\t2\n")))


@given(st.integers(1, 20), st.integers(0, 99))
def test_every_code_of_the_codebook_is_of_a_type_or_a_mere_statement(root: int, rest: int) -> None:
    found = plover_of(f"{root:02}{rest}")
    assert found in codebook().types if root > 1 else found is None
