"""Every world table holds what it declares: columns, cells, codes, kinds, dates, sources."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from legation.errors import LegationError, TableError
from legation.model import codebook
from legation.world.agents import COLUMNS as BODY_COLUMNS
from legation.world.capitals import COLUMNS as CAPITALS
from legation.world.coverage import COLUMNS as COVERAGE
from legation.world.coverage import OFFICES, Extent
from legation.world.disputes import CLAIM_COLUMNS, NAME_COLUMNS
from legation.world.disputes import COLUMNS as DISPUTED
from legation.world.gazetteer import POINT_COLUMNS
from legation.world.localities import COLUMNS as ABBREVIATIONS
from legation.world.named_events import COLUMNS as NAMED
from legation.world.names import COLUMNS as NAMES
from legation.world.names import NameKind
from legation.world.offices import COLUMNS as HOLDERS
from legation.world.organisations import MEMBERSHIP_COLUMNS, ORGANISATION_COLUMNS
from legation.world.places import CITY_COLUMNS
from legation.world.places import COLUMNS as PLACES
from legation.world.rows import period, rows
from legation.world.states import SPELL_COLUMNS, STATE_COLUMNS
from legation.world.terms import COLUMNS as TERMS

TABLES = Path(__file__).resolve().parents[2] / "src" / "legation" / "world" / "tables"
OFFICE_TABLES = [f"office_holders/{p.name}" for p in sorted((TABLES / "office_holders").iterdir())]
PEOPLE_TABLES = [f"people/{p.name}" for p in sorted((TABLES / "people").iterdir())]
BODY_TABLES = [f"bodies/{p.name}" for p in sorted((TABLES / "bodies").iterdir())]
COLUMNS = {
    "capitals.csv": CAPITALS,
    "cities.csv": CITY_COLUMNS,
    "coverage.csv": COVERAGE,
    "disputed_claims.csv": CLAIM_COLUMNS,
    "disputed_names.csv": NAME_COLUMNS,
    "disputed_places.csv": DISPUTED,
    "memberships.csv": MEMBERSHIP_COLUMNS,
    "named_events.csv": NAMED,
    "organisations.csv": ORGANISATION_COLUMNS,
    "places.csv": PLACES,
    "province_abbreviations.csv": ABBREVIATIONS,
    "state_names.csv": NAMES,
    "state_points.csv": POINT_COLUMNS,
    "state_spells.csv": SPELL_COLUMNS,
    "states.csv": STATE_COLUMNS,
    "terms.csv": TERMS,
    **dict.fromkeys(OFFICE_TABLES, HOLDERS),
    **dict.fromkeys(BODY_TABLES + PEOPLE_TABLES, BODY_COLUMNS),
}
SPANS = (("start", "end"), ("founded", "dissolved"), ("administered_since", ""))
KINDS = {
    ("state_names.csv", "kind"): {k.value for k in NameKind} - {"holder", "surname", "figure"},
    ("state_names.csv", "role"): {"", *codebook().sectors},
    ("state_names.csv", "ambiguous"): {"yes", "no"},
    ("states.csv", "microstate"): {"yes", "no"},
    ("state_spells.csv", "system"): {"cow", "gw"},
    ("memberships.csv", "status"): {"member", "associate", "observer", "suspended"},
    ("organisations.csv", "mutual_defence"): {"yes", "no"},
    ("coverage.csv", "office"): set(OFFICES),
    ("coverage.csv", "extent"): {e.value for e in Extent} - {"complete"},
    **{(table, "acting"): {"yes", "no"} for table in OFFICE_TABLES},
    **{(table, "role"): set(codebook().sectors) for table in BODY_TABLES + PEOPLE_TABLES},
}
KEYS = {
    "states.csv": ("code",),
    "state_spells.csv": ("system", "number", "start"),
    "capitals.csv": ("code", "capital", "start"),
    "organisations.csv": ("code",),
    "coverage.csv": ("state", "office"),
    "state_points.csv": ("code",),
    "province_abbreviations.csv": ("alias",),
    "terms.csv": ("table", "source"),
    "memberships.csv": ("organisation", "state", "start", "status"),
    **dict.fromkeys(OFFICE_TABLES, ("state", "office", "holder", "start")),
    **dict.fromkeys(BODY_TABLES + PEOPLE_TABLES, ("name", "state", "start")),
}


def read(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TABLE = {name: read(name) for name in COLUMNS}
STATES = {row["code"] for row in TABLE["states.csv"]}
BODIES = {row["code"] for row in TABLE["organisations.csv"]}
NAMED_BODIES = [row for name in BODY_TABLES + PEOPLE_TABLES for row in TABLE[name]]
HELD = [row for name in OFFICE_TABLES for row in TABLE[name]]


def test_no_table_is_left_out() -> None:
    assert {str(p.relative_to(TABLES)) for p in TABLES.rglob("*.csv")} == set(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_form(name: str) -> None:
    raw = (TABLES / name).read_bytes()
    assert raw.decode("utf-8").split("\n", 1)[0] == ",".join(COLUMNS[name])
    assert b"\r" not in raw and raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf")
    for row in TABLE[name]:
        assert None not in row and None not in row.values(), row
        assert all(v == v.strip() and v.splitlines() in ([], [v]) for v in row.values()), row


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_are_unique(name: str) -> None:
    key = KEYS.get(name, COLUMNS[name])
    count = Counter(tuple(row[column] for column in key) for row in TABLE[name])
    assert [k for k, number in count.items() if number > 1] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_its_source(name: str) -> None:
    if "source" in COLUMNS[name]:
        assert [row for row in TABLE[name] if not row["source"]] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_dates_parse_and_are_ordered(name: str) -> None:
    for row in TABLE[name]:
        for start, end in SPANS:
            if start in row:
                period(row[start], row.get(end, ""))


@pytest.mark.parametrize(("name", "column"), KINDS)
def test_kinds(name: str, column: str) -> None:
    assert {row[column] for row in TABLE[name]} <= KINDS[name, column]


@pytest.mark.parametrize("name", COLUMNS)
def test_coordinates(name: str) -> None:
    for row in TABLE[name]:
        if "latitude" in row:
            assert -90 <= float(row["latitude"]) <= 90, row
            assert -180 <= float(row["longitude"]) <= 180, row


@pytest.mark.parametrize("name", COLUMNS)
def test_aliases_add_something(name: str) -> None:
    if "aliases" not in COLUMNS[name] or name == "organisations.csv":
        return
    for row in TABLE[name]:
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert all(a == a.strip() != "" for a in aliases), row
        assert len(set(aliases)) == len(aliases), row


def test_codes_exist() -> None:
    for name in ("state_spells.csv", "capitals.csv", "state_names.csv"):
        assert {row["code"] for row in TABLE[name]} <= STATES
    for name in ("memberships.csv", "coverage.csv"):
        assert {row["state"] for row in TABLE[name]} <= STATES
    assert {row["organisation"] for row in TABLE["memberships.csv"]} <= BODIES
    assert {row["state"] for row in TABLE["places.csv"] + TABLE["cities.csv"]} - {""} <= STATES
    assert {row["administered_by"] for row in TABLE["disputed_places.csv"]} - {""} <= STATES
    assert {row["state"] for row in HELD} <= STATES | BODIES
    assert {row["state"] for row in NAMED_BODIES} <= STATES | BODIES | {"IMG", "NGO"}
    assert not STATES & BODIES


def test_claimants_with_a_code_use_it() -> None:
    plain = {row["name"] for row in TABLE["states.csv"]}
    claimants = {row["claimant"] for row in TABLE["disputed_claims.csv"]}
    named = {row["claimant"] for row in TABLE["disputed_names.csv"]}
    assert not (claimants | named) & plain
    assert {c for c in claimants | named if re.fullmatch("[A-Z]{3}", c)} <= STATES


def test_states_offices_are_the_five() -> None:
    offices_of_states = {row["office"] for row in HELD if row["state"] in STATES}
    assert offices_of_states == {*OFFICES, "leader"}


def test_holders_have_a_surname_and_a_title() -> None:
    for row in HELD:
        assert row["surname"] and row["title"] and row["start"], row


def test_one_holder_at_a_time_unless_a_note_says_why() -> None:
    """Days on which an office certainly had two holders must have a note or an acting holder."""
    offices_held: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in HELD:
        offices_held[row["state"], row["office"]].append(row)
    wrong = []
    for several in offices_held.values():
        several.sort(key=lambda row: row["start"])
        for i, row in enumerate(several):
            for other in several[i + 1 :]:
                noted = row["note"] or other["note"] or "yes" in (row["acting"], other["acting"])
                if _surely_open(row, other["start"]) and not noted:
                    wrong.append((row, other))
    assert wrong == []


def _surely_open(row: dict[str, str], start: str) -> bool:
    """Whether a spell goes on past the last day on which the next can have begun."""
    began = period("", start).end
    ended = period(row["end"], "").start or date.max
    assert began is not None
    return began < ended


def test_memberships_follow_one_another() -> None:
    """Two spells of one state in one body share at most the day on which one turns into other."""
    spells = defaultdict(list)
    for row in TABLE["memberships.csv"]:
        spells[row["organisation"], row["state"]].append(row)
    for several in spells.values():
        several.sort(key=lambda row: row["start"])
        for row, later in pairwise(several):
            assert not _surely_open(row, later["start"]), (row, later)


def test_memberships_lie_within_their_body() -> None:
    bodies = {row["code"]: row for row in TABLE["organisations.csv"]}
    for row in TABLE["memberships.csv"]:
        body = bodies[row["organisation"]]
        whole = period(body["founded"], body["dissolved"])
        spell = period(row["start"], row["end"])
        assert spell.start and whole.start, row
        assert not whole.end or spell.start <= whole.end, row


def test_spells_of_a_number_do_not_overlap() -> None:
    for spells in _by(TABLE["state_spells.csv"], "system", "number"):
        for row, later in pairwise(sorted(spells, key=lambda r: r["start"])):
            assert row["end"] and row["end"] < later["start"], (row, later)


def test_spells_of_a_state_in_one_list_do_not_overlap() -> None:
    for spells in _by(TABLE["state_spells.csv"], "system", "code"):
        for row, later in pairwise(sorted(spells, key=lambda r: r["start"])):
            assert row["end"] and row["end"] < later["start"], (row, later)


def test_a_name_of_one_kind_and_role_holds_once_at_a_time() -> None:
    for spells in _by(TABLE["state_names.csv"], "code", "name", "kind", "role"):
        for row, later in pairwise(sorted(spells, key=lambda r: r["start"])):
            assert not _surely_open(row, later["start"]), (row, later)


def test_a_body_has_one_role_at_a_time() -> None:
    for spells in _by(NAMED_BODIES, "state", "name"):
        for row, later in pairwise(sorted(spells, key=lambda r: r["start"])):
            assert not _surely_open(row, later["start"]), (row, later)


def _by(table: list[dict[str, str]], *columns: str) -> Iterator[list[dict[str, str]]]:
    groups = defaultdict(list)
    for row in table:
        groups[tuple(row[column] for column in columns)].append(row)
    yield from groups.values()


def test_terms_name_every_table_that_rests_on_others() -> None:
    tables = {row["table"] for row in TABLE["terms.csv"]}
    own = {"terms.csv", "coverage.csv", "province_abbreviations.csv"}
    assert tables == {name.split("/")[0] for name in COLUMNS} - own | {"localities.parquet"}
    for row in TABLE["terms.csv"]:
        assert all(row.values()), row


def test_geonames_rows_are_under_its_terms() -> None:
    named = {"cities.csv", "places.csv"}
    assert {name for name in COLUMNS if _mentions(name, "GeoNames")} - {"terms.csv"} == named
    under = {row["table"] for row in TABLE["terms.csv"] if row["terms"] == "CC BY 4.0"}
    assert under == named | {"localities.parquet"}


def _mentions(name: str, source: str) -> bool:
    return any(source in row.get("source", "") for row in TABLE[name])


@pytest.mark.parametrize(
    "text",
    ["code,capital\n", "", "code,capital,x\nA,B\n", "code,capital,x\nA,B,C,D\n"],
)
def test_a_broken_table_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr("legation.world.rows._TABLES", tmp_path)
    with pytest.raises(TableError):
        list(rows("t.csv", ("code", "capital", "x"), ("code", "x")))


@pytest.mark.parametrize("text", ["1900-13", "19", "1900-02-30", "2020-W01-1", "1900-1-1"])
def test_a_broken_date_is_refused(text: str) -> None:
    with pytest.raises(LegationError):
        period(text, "")
