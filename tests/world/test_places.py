"""The place tables hold together: ids, coordinates, dates, sources, every side's names."""

import csv
import re
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

TABLES = Path(__file__).resolve().parents[2] / "src" / "legation" / "world" / "tables"
HEADS = {
    "places": "place_id,name,kind,state,latitude,longitude,population,aliases,note,source",
    "cities": "place_id,name,state,latitude,longitude,population,aliases,source",
    "disputed_places": "place_id,name,kind,latitude,longitude,administered_by,"
    "administered_by_text,administered_since,status,note,source",
    "disputed_names": "place_id,claimant,name,language,latin,source",
    "disputed_claims": "place_id,claimant,start,end,basis,note,source",
}
KINDS = {
    *("sea", "ocean", "strait", "gulf", "bay", "canal", "river", "lake"),
    *("island", "islands", "peninsula", "cape", "mountain", "desert", "region"),
    "province",
    *("city", "base", "border_crossing"),
}
# Claimants that are no state: regimes that govern or governed the place, or a movement.
NOT_STATES = {
    "Transnistria",
    "Nagorno-Karabakh",
    "Northern Cyprus",
    "Somaliland",
    "Bougainville",
    "Manchukuo",
    "Free City of Danzig",
    "Caprivi Liberation Army",
    "FLEC",
}
CODE = re.compile(r"[A-Z]{3}")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


TABLE = {name: rows(name) for name in HEADS}


def earliest(text: str) -> date:
    """The first day a partial date can mean; fails on what is no date."""
    assert DATE.fullmatch(text), text
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def latest(text: str) -> date:
    """A day no earlier than any the partial date can mean."""
    earliest(text)
    return earliest(text) if len(text) == 10 else date(int(text[:4]), 12, 31)


def is_latin(text: str) -> bool:
    return all(
        c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in text if c.isalpha() and c not in "ʻʼə"
    )


@pytest.mark.parametrize("name", HEADS)
def test_file_form(name: str) -> None:
    raw = (TABLES / f"{name}.csv").read_bytes()
    assert raw.decode("utf-8").split("\n", 1)[0] == HEADS[name]
    assert b"\r" not in raw and raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf")
    for row in TABLE[name]:
        assert None not in row and None not in row.values(), row
        assert all(v == v.strip() for v in row.values()), row


@pytest.mark.parametrize("name", HEADS)
def test_every_row_has_a_source(name: str) -> None:
    for row in TABLE[name]:
        assert re.search(r"https?://|GeoNames \d+", row["source"]), row


@pytest.mark.parametrize("name", ["places", "cities", "disputed_places"])
def test_ids_are_unique_and_coordinates_in_range(name: str) -> None:
    ids = [row["place_id"] for row in TABLE[name]]
    assert len(ids) == len(set(ids))
    for row in TABLE[name]:
        assert row["name"], row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row


@pytest.mark.parametrize("name", ["places", "cities"])
def test_states_population_and_aliases(name: str) -> None:
    for row in TABLE[name]:
        assert not row["state"] or CODE.fullmatch(row["state"]), row
        assert not row["population"] or int(row["population"]) > 0, row
        assert not row["population"] or row.get("kind", "city") == "city", row
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert all(aliases) and len(aliases) == len(set(aliases)), row
        assert row["name"] not in aliases, row


def test_counts_and_kinds() -> None:
    assert len(TABLE["places"]) >= 900
    assert len(TABLE["disputed_places"]) >= 80
    for row in TABLE["places"] + TABLE["disputed_places"]:
        assert row["kind"] in KINDS, row


def test_cities_form() -> None:
    assert (TABLES / "cities.csv").stat().st_size < 1_200_000
    names = {(row["name"], row["state"]) for row in TABLE["cities"]}
    for city in (("Tokyo", "JPN"), ("Moscow", "RUS"), ("Kyiv", "UKR"), ("Thimphu", "BTN")):
        assert city in names
    for row in TABLE["cities"]:
        number = row["place_id"].removeprefix("geonames:")
        assert row["source"] == f"GeoNames {number}", row
        assert len(row["aliases"].split("|")) <= 4, row
        assert is_latin(row["aliases"]), row


def test_no_two_places_share_name_and_kind() -> None:
    pairs = [(row["name"], row["kind"]) for row in TABLE["places"]]
    assert len(pairs) == len(set(pairs))


def test_disputed_places_are_places_at_the_same_spot() -> None:
    places = {row["place_id"]: row for row in TABLE["places"]}
    for row in TABLE["disputed_places"]:
        place = places[row["place_id"]]
        for column in ("name", "kind", "latitude", "longitude"):
            assert place[column] == row[column], row
        if row["status"] != "settled":
            assert place["state"] == "", row


def test_names_and_claims_refer_to_disputed_places() -> None:
    ids = {row["place_id"] for row in TABLE["disputed_places"]}
    for table in ("disputed_names", "disputed_claims"):
        assert {row["place_id"] for row in TABLE[table]} <= ids
    named = {row["place_id"] for row in TABLE["disputed_names"]}
    assert named == ids
    unclaimed = ids - {row["place_id"] for row in TABLE["disputed_claims"]}
    for row in TABLE["disputed_places"]:
        if row["place_id"] in unclaimed:
            assert "No state claims it" in row["note"], row


def test_claimants_are_states_or_listed_regimes() -> None:
    for row in TABLE["disputed_claims"]:
        assert CODE.fullmatch(row["claimant"]) or row["claimant"] in NOT_STATES, row
        assert row["basis"], row
    for row in TABLE["disputed_names"]:
        who = row["claimant"]
        assert not who or CODE.fullmatch(who) or who in NOT_STATES, row


def test_most_disputes_have_two_sides() -> None:
    sides: dict[str, set[str]] = defaultdict(set)
    for row in TABLE["disputed_claims"]:
        sides[row["place_id"]].add(row["claimant"])
    two = [pid for pid, who in sides.items() if len(who) >= 2]
    assert len(two) >= 60
    for pid, who in sides.items():
        assert len(who) >= 2 or pid not in two, pid


def test_every_claimant_has_a_latin_name_for_the_place() -> None:
    latin = {
        (row["place_id"], row["claimant"])
        for row in TABLE["disputed_names"]
        if row["latin"] == "yes"
    }
    missing = {(row["place_id"], row["claimant"]) for row in TABLE["disputed_claims"]} - latin
    assert not missing


def test_latin_flag_and_no_name_twice() -> None:
    seen = set()
    for row in TABLE["disputed_names"]:
        assert row["latin"] in {"yes", "no"}, row
        assert (row["latin"] == "yes") == is_latin(row["name"]), row
        assert re.fullmatch(r"[a-z]{2,3}", row["language"]), row
        key = (row["place_id"], row["claimant"], row["name"])
        assert key not in seen, row
        seen.add(key)


def test_administration() -> None:
    for row in TABLE["disputed_places"]:
        assert row["status"] in {"active", "settled", "dormant"}, row
        assert bool(row["administered_by"]) != bool(row["administered_by_text"]), row
        assert not row["administered_by"] or CODE.fullmatch(row["administered_by"]), row
        if row["administered_since"]:
            assert earliest(row["administered_since"]) <= date.max
        else:
            assert "administered_since is" in row["note"], row
        if row["status"] == "settled":
            assert re.search(r"\d{4}", row["note"]), row


def test_claim_spells_are_dated_ordered_and_do_not_overlap() -> None:
    spells: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for row in TABLE["disputed_claims"]:
        start = earliest(row["start"])
        end = latest(row["end"]) if row["end"] else date.max
        assert start <= end, row
        spells[row["place_id"], row["claimant"]].append((start, end))
    for key, several in spells.items():
        assert several == sorted(several), key
        for (_, end), (start, _) in pairwise(several):
            assert end <= start, key


def test_an_active_dispute_has_an_open_claim() -> None:
    open_claims = {row["place_id"] for row in TABLE["disputed_claims"] if not row["end"]}
    for row in TABLE["disputed_places"]:
        if row["status"] == "active":
            assert row["place_id"] in open_claims, row


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Senkaku", "Diaoyu"),
        ("Dokdo", "Takeshima"),
        ("Northern Territories", "Yuzhnye Kurily"),
        ("Falklands", "Malvinas"),
        ("Etorofu", "Iturup"),
        ("Hoang Sa", "Xisha"),
        ("Imia", "Kardak"),
        ("Arunachal Pradesh", "Zangnan"),
        ("Judea and Samaria", "West Bank"),
        ("Pag-asa", "Zhongye Dao"),
        ("Scarborough Shoal", "Huangyan Dao"),
        ("Essequibo", "Guayana Esequiba"),
        ("Crimea", "Krym"),
        ("Olivenza", "Olivenca"),
    ],
)
def test_both_names_lead_to_one_place(ours: str, theirs: str) -> None:
    where = defaultdict(set)
    for row in TABLE["disputed_names"]:
        where[row["name"]].add(row["place_id"])
    assert where[ours] & where[theirs]


def test_the_southern_kurils() -> None:
    kurils = "dispute:southern-kurils"
    place = next(r for r in TABLE["disputed_places"] if r["place_id"] == kurils)
    assert (place["administered_by"], place["status"]) == ("RUS", "active")
    claims = [r for r in TABLE["disputed_claims"] if r["place_id"] == kurils]
    assert {r["claimant"] for r in claims} == {"RUS", "JPN"}
    assert all(not r["end"] for r in claims)
