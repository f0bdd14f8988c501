"""The table of named events holds together: codes, dates, kinds, sides, sources, names."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

TABLES = Path(__file__).resolve().parents[2] / "src" / "legation" / "world" / "tables"
HEAD = ["name", "aliases", "kind", "side_a", "side_b", "start", "end", "note", "source"]
KINDS = {"war", "treaty", "alliance", "conference", "crisis"}
DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def read(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


ROWS = read("named_events")
CODES = {row["code"] for row in read("states")}


def test_columns() -> None:
    assert list(ROWS[0]) == HEAD
    for row in ROWS:
        assert None not in row and None not in row.values(), row
        for cell in row.values():
            assert cell == cell.strip() and "\n" not in cell, row


def test_enough_rows() -> None:
    kinds = [row["kind"] for row in ROWS]
    assert kinds.count("war") >= 150
    assert sum(kind in {"treaty", "alliance", "conference"} for kind in kinds) >= 300


def test_kinds() -> None:
    assert {row["kind"] for row in ROWS} == KINDS


def test_codes_exist_once() -> None:
    for row in ROWS:
        codes = split(row["side_a"]) + split(row["side_b"])
        assert set(codes) <= CODES, row["name"]
        assert len(codes) == len(set(codes)), row["name"]


def test_dates_parse_and_are_ordered() -> None:
    for row in ROWS:
        start, end = row["start"], row["end"]
        assert DATE.fullmatch(start), row["name"]
        assert 1648 <= int(start[:4]) <= 2100, row["name"]
        if end:
            assert DATE.fullmatch(end), row["name"]
            # A coarse date is compared at the precision that both have.
            width = min(len(start), len(end))
            assert start[:width] <= end[:width], row["name"]


def test_conferences_and_closed_wars_end() -> None:
    for row in ROWS:
        if row["kind"] == "war" and not row["end"]:
            assert int(row["start"][:4]) >= 2014, row["name"]
        if row["kind"] == "conference" and not row["end"]:
            assert int(row["start"][:4]) >= 2014, row["name"]


@pytest.mark.parametrize("kind", ["war", "crisis"])
def test_opponents_are_on_both_sides(kind: str) -> None:
    for row in ROWS:
        if row["kind"] == kind:
            assert row["side_a"] and row["side_b"], row["name"]


def test_parties_of_instruments_and_meetings() -> None:
    for row in ROWS:
        if row["kind"] in {"treaty", "alliance", "conference"}:
            first, second = split(row["side_a"]), split(row["side_b"])
            if second:
                assert len(first) == len(second) == 1, row["name"]
            else:
                assert len(first) >= 3, row["name"]


def test_every_row_is_sourced() -> None:
    for row in ROWS:
        assert re.search(r"https?://\S+", row["source"]), row["name"]


def test_names_and_aliases_are_unique() -> None:
    owners = defaultdict(list)
    for row in ROWS:
        for name in [row["name"], *split(row["aliases"])]:
            assert name == name.strip() and len(name) > 2, row["name"]
            assert not name.lower().startswith("the "), name
            owners[name.casefold().replace("\u2013", "-")].append(row["name"])
    assert {name: rows for name, rows in owners.items() if len(rows) > 1} == {}


@pytest.mark.parametrize(
    ("name", "kind", "codes", "start"),
    [
        ("Winter War", "war", {"RUS", "FIN"}, "1939-11-30"),
        ("Treaty of Shimonoseki", "treaty", {"JPN", "CHN"}, "1895-04-17"),
        ("Camp David Accords", "treaty", {"EGY", "ISR"}, "1978-09-17"),
        ("Nazi-Soviet Pact", "treaty", {"DEU", "RUS"}, "1939-08-23"),
        ("Malvinas War", "war", {"ARG", "GBR"}, "1982-04-02"),
        ("Simla Agreement", "treaty", {"IND", "PAK"}, "1972-07-02"),
        ("Fashoda Incident", "crisis", {"FRA", "GBR"}, "1898-09-18"),
    ],
)
def test_known_events(name: str, kind: str, codes: set[str], start: str) -> None:
    found = [r for r in ROWS if name in [r["name"], *split(r["aliases"])]]
    assert [(r["kind"], r["start"]) for r in found] == [(kind, start)]
    assert set(split(found[0]["side_a"]) + split(found[0]["side_b"])) == codes
