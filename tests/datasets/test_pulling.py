from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from legation.datasets import (
    Column,
    Dataset,
    DatasetError,
    File,
    Store,
    entries,
    in_folder,
    load,
    pull,
    pulling,
)

COLUMNS = (
    Column("ccode", "int16", "code", "number"),
    Column("year", "int16", "year", "year"),
    Column("cinc", "float64", "share 0-1", "index"),
)
GOOD = "CCODE,year,cinc,extra\n2,1816,0.04,a\n2,1817,,b\n"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """A data set of two rows, put among those that are known."""
    digest = hashlib.sha256(GOOD.encode()).hexdigest()
    data = Dataset(
        name="small", title="Small", producer="Nobody", version="1", first_year=1816,
        last_year=1817, unit="state-year", system="cow", terms="free", terms_url="",
        landing_page="https://example.org/", citations=("leeds2002",),
        files=(File("small.csv", "csv", sha256=digest, size=len(GOOD), checked="here"),),
        columns=COLUMNS, key=("ccode", "year"),
    )  # fmt: skip
    for module in (entries, pulling):
        monkeypatch.setattr(module, "dataset", lambda name: data)
    monkeypatch.setattr("legation.datasets.loading.dataset", lambda name: data)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "small.csv").write_text(GOOD)
    return data


def test_a_file_at_hand_is_verified_kept_and_tidied(small: Dataset, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    receipt = pull("small", store, tmp_path / "here")
    assert (receipt.rows, receipt.verified, receipt.terms) == (2, "SHA-256", "free")
    table = load("small", store)
    assert table.column_names == ["ccode", "year", "cinc"]
    assert table.to_pydict()["cinc"] == [0.04, None]
    told = table.schema.field("cinc").metadata
    assert told[b"unit"] == b"share 0-1" and told[b"sha256"].decode() == receipt.sha256
    assert (store.raw("small") / "small.csv").read_text() == GOOD


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (GOOD.replace("0.04", "0.05"), "SHA-256"),
        (GOOD[:-4], "size"),
        ("", "size"),
        (GOOD + "20,1920,0.01,c\n", "size"),
    ],
)
def test_an_altered_file_is_refused_and_nothing_kept(
    small: Dataset, tmp_path: Path, text: str, word: str
) -> None:
    (tmp_path / "here" / "small.csv").write_text(text)
    store = Store(tmp_path / "store")
    with pytest.raises(DatasetError, match=word):
        pull("small", store, tmp_path / "here")
    assert not store.holds("small")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ccode,year\n2,1816\n", "should have a column cinc"),
        ("ccode,year,cinc\n2,1816,much\n", "not all float64"),
        ("ccode,year,cinc\n2,1816,0.1\n2,1816,0.2\n", "2|1 rows of small have the same"),
        ("ccode,year,cinc\n200000,1816,0.1\n", "not all int16"),
    ],
)
def test_another_version_is_refused(small: Dataset, tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text)
    with pytest.raises(DatasetError, match=word):
        pull("small", Store(tmp_path / "store"), path)


def test_what_was_at_hand_stays_where_a_new_copy_fails(small: Dataset, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    first = pull("small", store, tmp_path / "here")
    (tmp_path / "here" / "small.csv").write_text("ccode\n")
    with pytest.raises(DatasetError):
        pull("small", store, tmp_path / "here")
    assert store.receipt("small") == first and len(load("small", store)) == 2


def test_a_folder_is_searched_by_name(small: Dataset, tmp_path: Path) -> None:
    assert in_folder(tmp_path / "here", ["small"]) == ["small"]
    (tmp_path / "empty").mkdir()
    assert in_folder(tmp_path / "empty", ["small"]) == []
    with pytest.raises(DatasetError, match=r"small\.csv"):
        pull("small", Store(tmp_path / "store"), tmp_path / "empty")
    with pytest.raises(DatasetError, match="no such file"):
        pull("small", Store(tmp_path / "store"), tmp_path / "nowhere.csv")


def test_what_is_not_at_hand_says_how_to_get_it(small: Dataset, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="legation pull small"):
        load("small", Store(tmp_path))


def test_a_damaged_copy_says_so(small: Dataset, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    pull("small", store, tmp_path / "here")
    (store.folder / "small" / "tidy.parquet").write_bytes(b"PAR1")
    with pytest.raises(DatasetError, match="damaged"):
        load("small", store)
    (store.folder / "small" / "receipt.json").write_text("{}")
    with pytest.raises(DatasetError, match="--again"):
        load("small", store)


def test_what_is_withheld_is_only_taken_from_the_user(
    small: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = replace(small, withheld="its producer wants to be asked")
    monkeypatch.setattr(pulling, "dataset", lambda name: asked)
    store = Store(tmp_path / "store")
    with pytest.raises(DatasetError, match="wants to be asked"):
        pull("small", store)
    assert pull("small", store, tmp_path / "here").rows == 2


def test_a_parquet_copy_is_read_by_its_ending(small: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "copy.parquet"
    pq.write_table(pa.table({"ccode": [2], "year": [1816], "cinc": [0.5]}), path)
    receipt = pull("small", Store(tmp_path / "store"), path)
    assert (receipt.rows, receipt.verified) == (1, "")
