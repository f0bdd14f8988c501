from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadr
import pytest

from legation.datasets import DatasetError
from legation.datasets.formats import form_of, read_file

FRAME = pd.DataFrame(
    {"ccode": [2, 20, 200], "cinc": [0.38, None, 0.25], "iso2": ["US", "CA", "NA"]}
)


def csv_of(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_namibia_is_no_missing_value(tmp_path: Path) -> None:
    table = read_file(csv_of(tmp_path / "a.csv", "iso2,year,x\nNA,1990,NA\nZA,,2\n,1991,\n"), "csv")
    assert table.to_pydict() == {"iso2": ["NA", "ZA", None], "year": [1990, None, 1991],
                                 "x": [None, 2, None]}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = csv_of(tmp_path / "a.csv", "name\nCôte d’Ivoire\n", encoding)
    assert read_file(path, "csv").to_pydict() == {"name": ["Côte d’Ivoire"]}


def test_rda(tmp_path: Path) -> None:
    pyreadr.write_rdata(str(tmp_path / "a.rda"), FRAME, df_name="a")
    table = read_file(tmp_path / "a.rda", "rda")
    assert table.column("ccode").to_pylist() == [2, 20, 200]
    assert table.column("cinc").to_pylist() == [0.38, None, 0.25]
    assert table.column("iso2").to_pylist()[2] == "NA"


def test_stata(tmp_path: Path) -> None:
    FRAME.to_stata(tmp_path / "a.dta", write_index=False)
    assert read_file(tmp_path / "a.dta", "dta").column("ccode").to_pylist() == [2, 20, 200]


def test_zip_takes_the_member_that_is_named_or_the_largest_table(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("docs/readme.md", "much to read " * 100)
        archive.writestr("__MACOSX/b.csv", "x\n" + "1\n" * 500)
        archive.writestr("a.csv", "x\n1\n")
        archive.writestr("b/b.csv", "x\n1\n2\n3\n4\n")
    assert len(read_file(path, "zip")) == 4
    assert len(read_file(path, "zip", "a.csv")) == 1
    with pytest.raises(DatasetError, match=r"holds no c\.csv"):
        read_file(path, "zip", "c.csv")


@pytest.mark.parametrize(
    ("form", "whole"),
    [
        ("parquet", lambda p: pq.write_table(pa.table({"d": [dt.date(1914, 7, 28)] * 999}), p)),
        ("rda", lambda p: pyreadr.write_rdata(str(p), FRAME, compress="gzip")),
        ("dta", lambda p: FRAME.to_stata(p, write_index=False)),
        ("zip", lambda p: zipfile.ZipFile(p, "w").writestr("a.csv", "x\n1\n" * 100)),
    ],
)
@pytest.mark.parametrize("damage", ["cut", "empty", "page"])
def test_a_damaged_file_gets_one_line(tmp_path: Path, form: str, whole, damage: str) -> None:
    path = tmp_path / f"a.{form}"
    whole(path)
    data = path.read_bytes()
    path.write_bytes(
        {"cut": data[: len(data) // 2], "empty": b"", "page": b"<html>no</html>"}[damage]
    )
    with pytest.raises(DatasetError) as caught:
        read_file(path, form)
    assert "a." in caught.value.problem and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "form"),
    [("A.CSV", "csv"), ("a.dat", "tsv"), ("a.tab", "tsv"), ("a.RData", "rda"), ("a", "")],
)
def test_forms(name: str, form: str) -> None:
    assert form_of(name) == form


def test_a_format_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="shp"):
        read_file(tmp_path / "a.shp", "shp")
