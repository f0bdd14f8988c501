"""Reading the packaged tables: the header is a contract, a ragged row an error."""

from pathlib import Path

import pytest

from legation import tables
from legation.errors import TableError

COLUMNS = ("code", "name")


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give a function that makes a table the packaged one."""
    folder = tmp_path / "tables"
    folder.mkdir()
    monkeypatch.setattr(tables.resources, "files", lambda package: tmp_path)

    def put(text: str) -> list[dict[str, str]]:
        (folder / "made.csv").write_text(text, encoding="utf-8")
        return list(tables.rows("model", "made.csv", COLUMNS))

    return put


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("code,name\n", []),
        ("code,name\nFRA,France\n", [("FRA", "France")]),
        ("code,name\nFRA,\n", [("FRA", "")]),
        ('code,name\nBOL,"Bolivia, Plurinational State of"\n',
         [("BOL", "Bolivia, Plurinational State of")]),
        ("code,name\nCIV,Côte d’Ivoire\nFRA,France\n",
         [("CIV", "Côte d’Ivoire"), ("FRA", "France")]),
        ("code,name\r\nFRA,France\r\n", [("FRA", "France")]),
    ],
)  # fmt: skip
def test_rows(write, text: str, found: list[tuple[str, str]]) -> None:
    assert [(r["code"], r["name"]) for r in write(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name,code\nFrance,FRA\n",
        "code\nFRA\n",
        "code,name,note\nFRA,France,\n",
        "code,name\nFRA\n",
        "code,name\nFRA,France,Europe\n",
    ],
)
def test_refused(write, text: str) -> None:
    with pytest.raises(TableError, match=r"model/tables/made\.csv"):
        write(text)


def test_the_line_of_a_ragged_row_is_named(write) -> None:
    with pytest.raises(TableError, match="line 3"):
        write("code,name\nFRA,France\nDEU\n")


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        list(tables.rows("model", "absent.csv", COLUMNS))


def test_the_tables_of_a_folder_are_listed_in_order() -> None:
    names = tables.names("world", "office_holders")
    assert names == sorted(names)
    assert "office_holders/africa.csv" in names
    assert all(n.endswith(".csv") for n in names)
