"""Every table of the record holds what it declares, and cites where it can be looked up."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from legation.model import parse_date
from legation.record import diplomacy, sanctions, territory, treaties, wars
from legation.record.cells import parties
from legation.world import organisations, period, states

TABLES = Path(__file__).resolve().parents[2] / "src" / "legation" / "record" / "tables"
COLUMNS = {
    **dict.fromkeys(treaties.ALLIANCE_TABLES, treaties.ALLIANCE_COLUMNS),
    **dict.fromkeys(treaties.TREATY_TABLES, treaties.TREATY_COLUMNS),
    **dict.fromkeys(diplomacy.MEETING_TABLES, diplomacy.MEETING_COLUMNS),
    "wars": wars.WAR_COLUMNS,
    "crises": wars.CRISIS_COLUMNS,
    "occupations": wars.OCCUPATION_COLUMNS,
    "rivalries": wars.RIVALRY_COLUMNS,
    "claims": territory.CLAIM_COLUMNS,
    "territorial_changes": territory.CHANGE_COLUMNS,
    "independence": territory.INDEPENDENCE_COLUMNS,
    "diplomatic_acts": diplomacy.ACT_COLUMNS,
    "sanctions": sanctions.COLUMNS,
}
LEAST = {
    "alliances_to_1945": 180, "alliances_since_1945": 200, "treaties": 400, "claims": 250,
    "diplomatic_acts": 500, "sanctions": 120, "crises": 250, "meetings_great_powers": 350,
    "meetings_asia_pacific": 300,
}  # fmt: skip
WORDS = {
    "obligations": {"defence", "offence", "neutrality", "nonaggression", "consultation",
                    "guarantee"},
    "how_ended": {"", "lapsed", "denounced", "violated", "superseded", "dissolved", "fulfilled"},
    "act": set(diplomacy.ACTS),
    "format": {"summit", "visit", "ministerial", "two_plus_two", "conference", "phone", "talks"},
    "side": {"a", "b"},
}  # fmt: skip
CODES = ("state", "from_state", "a", "b", "claimant", "target", "loser", "gainer")
LISTS = ("side_a", "side_b", "states", "senders", "occupier", "occupied")
DATES = ("signed", "in_force", "ended", "start", "end", "date")


def read(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TABLE = {name: read(name) for name in COLUMNS}
KNOWN = {*states(), *organisations()}


def test_no_table_is_left_out() -> None:
    assert {path.stem for path in TABLES.glob("*.csv")} == {*COLUMNS, "coverage"}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_line_is_whole_and_cites_a_page(name: str) -> None:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert tuple(lines[0]) == COLUMNS[name]
    assert len(lines) > LEAST.get(name, 60)
    for line in lines[1:]:
        assert len(line) == len(lines[0]), line
        assert all(cell == cell.strip() for cell in line), line
        assert re.match(r"https?://\S+", line[-1]), line


@pytest.mark.parametrize("name", COLUMNS)
def test_codes_are_known(name: str) -> None:
    for row in TABLE[name]:
        codes = [row[c] for c in CODES if row.get(c)]
        codes += [code for c in LISTS for code in row.get(c, "").split()]
        codes += [party.code for party in parties(row.get("parties", ""))]
        assert codes, row
        assert set(codes) <= KNOWN, (set(codes) - KNOWN, row)


@pytest.mark.parametrize("name", COLUMNS)
def test_dates_are_dates_and_in_order(name: str) -> None:
    for row in TABLE[name]:
        for column in DATES:
            if row.get(column):
                parse_date(row[column])
        if "start" in row:
            period(row["start"], row["end"])
        if row.get("signed"):
            period(row["signed"], row["in_force"])
            period(row["in_force"] or row["signed"], row["ended"])
        for party in parties(row.get("parties", "")):
            assert party.code, row


@pytest.mark.parametrize("name", COLUMNS)
def test_words_are_those_of_the_column(name: str) -> None:
    for row in TABLE[name]:
        for column, allowed in WORDS.items():
            if name in treaties.TREATY_TABLES:
                continue  # how a treaty ended is said in words
            assert set(row.get(column, next(iter(allowed))).split("|")) <= allowed, row


@pytest.mark.parametrize("name", [n for n in COLUMNS if n != "wars"])
def test_keys_are_unique(name: str) -> None:
    key = COLUMNS[name][0]
    counts = Counter(row[key] + row.get("date", "") for row in TABLE[name])
    assert not [k for k, n in counts.items() if n > 1]


def test_every_war_has_two_sides_or_says_who_else_fought() -> None:
    for key, participations in wars.wars().items():
        sides = {line["side"] for line in participations}
        assert sides == {"a", "b"} or all(line["note"] for line in participations), key


def test_no_pair_is_a_state_with_itself() -> None:
    for name in COLUMNS:
        for row in TABLE[name]:
            for a, b in (("a", "b"), ("claimant", "target"), ("loser", "gainer")):
                assert not row.get(a) or row[a] != row.get(b), (name, row)


def test_a_treaty_stands_in_one_table() -> None:
    allied = {(r["name"], r["signed"]) for n in treaties.ALLIANCE_TABLES for r in TABLE[n]}
    assert not allied & {(r["name"], r["signed"]) for r in TABLE["treaties"]}
