"""Rows of the ledger out of data sets: by hand from the codebooks, and looked up in the real."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legation import Legation
from legation.datasets import DatasetError, Receipt, Store, dataset
from legation.datasets.rows import FEEDS, alliances, disputes, rivalries, rows_of, sanctions, wars
from legation.datasets.rows.making import Origin
from legation.model import Precision

D = dt.date
USA, UK, RUSSIA, FINLAND, CUBA = 2, 200, 365, 375, 40


def origin(name: str) -> Origin:
    receipt = Receipt(name, "1", "x", "0" * 64, 1, "", "free", "0" * 64, 1, "2026-01-01")
    return Origin(dataset(name), receipt)


def told(row) -> tuple[object, ...]:
    kind = getattr(row, "type", None) or row.kind.value
    sides = (row.actor, row.recipient) if hasattr(row, "type") else (row.a, row.b)
    return (kind, *sides, row.start, row.end)


def test_a_war_is_told_once_for_each_pair() -> None:
    record = {"warnum": 142, "dyindex": 1.0, "statea": RUSSIA, "stateb": FINLAND,
              "warstrtyr": 1939, "warstrtmnth": 11, "warstrtday": 30, "warendyr": 1940,
              "warendmnth": 3, "warenday": 12}  # fmt: skip
    back = {**record, "statea": FINLAND, "stateb": RUSSIA}
    (row,) = wars.rows(origin("cow_war_dyads"), iter([record, back]))
    assert told(row) == ("war", "FIN", "RUS", D(1939, 11, 30), D(1940, 3, 12))
    assert row.evidence.dataset.startswith("cow_war_dyads") and row.evidence.quote
    assert row.start_precision is Precision.DAY


def member(state: int, entry: tuple[int, int, int], leave: tuple[int, int, int], **owed: int):
    none = dict.fromkeys(("defense", "offense", "neutral", "nonagg", "consul"), 0)
    return {"atopid": 1, "member": state, "yrent": entry[0], "moent": entry[1],
            "dayent": entry[2], "yrexit": leave[0], "moexit": leave[1], "dayexit": leave[2],
            **none, **owed}  # fmt: skip


def test_an_alliance_lasts_from_the_later_entry_to_the_earlier_exit() -> None:
    records = [
        member(USA, (1950, 1, 1), (1960, 0, 0), defense=1),
        member(UK, (1952, 6, 0), (1958, 2, 3), consul=1),
    ]
    (row,) = alliances.rows(origin("atop_members"), iter(records))
    assert told(row) == ("alliance", "GBR", "USA", D(1952, 6, 1), D(1958, 2, 3))
    assert (row.start_precision, row.end_precision) == (Precision.MONTH, Precision.DAY)
    assert row.terms == "defence, consultation"


def test_a_pact_without_help_is_a_treaty_and_members_that_never_met_are_nothing() -> None:
    records = [
        member(USA, (1950, 1, 1), (1951, 1, 1), nonagg=1),
        member(UK, (1950, 5, 1), (1955, 1, 1), nonagg=1),
        member(RUSSIA, (1954, 1, 1), (0, 0, 0), nonagg=1),
    ]
    found = [told(r) for r in alliances.rows(origin("atop_members"), iter(records))]
    assert found == [
        ("treaty", "GBR", "USA", D(1950, 5, 1), D(1951, 1, 1)),
        ("treaty", "GBR", "RUS", D(1954, 1, 1), D(1955, 1, 1)),
    ]


def test_phases_of_one_membership_are_one_spell() -> None:
    records = [
        member(USA, (1950, 1, 1), (1955, 1, 1), defense=1),
        member(USA, (1955, 1, 2), (1960, 1, 1), defense=1),
        member(UK, (1950, 1, 1), (1960, 1, 1), defense=1),
    ]
    (row,) = alliances.rows(origin("atop_members"), iter(records))
    assert (row.start, row.end) == (D(1950, 1, 1), D(1960, 1, 1))


@pytest.mark.parametrize(
    ("action", "kind"),
    [(0, None), (-9, None), (1, "THREATEN"), (7, "MOBILIZE"), (13, "COERCE"), (17, "ASSAULT"),
     (20, "ASSAULT")],
)  # fmt: skip
def test_the_highest_action_of_a_dispute_is_an_event(action: int, kind: str | None) -> None:
    years = [{"dispnum": 61, "ccode1": USA, "ccode2": RUSSIA, "year": 1962, "disponset": 1,
              "hiact1": action},
             {"dispnum": 61, "ccode1": USA, "ccode2": RUSSIA, "year": 1963, "disponset": 0,
              "hiact1": 20}]  # fmt: skip
    begun = [{"dispnum": 61, "styear": 1962, "stmon": 10}]
    found = list(disputes.dispute_rows(origin("cow_mid_dirdisps"), iter(years), iter(begun)))
    expected = [(kind, "USA", "RUS", D(1962, 10, 1), D(1962, 10, 31))] if kind else []
    assert [told(r) for r in found] == expected


def test_each_side_of_an_incident_acts_on_the_other() -> None:
    incident = {"incidnum3": 9, "incidnum4": -9}
    common = {**incident, "styear": 1999, "stmon": 5, "stday": -9, "endyear": 1999, "endmon": 5,
              "endday": -9}  # fmt: skip
    sides = [
        {**common, "ccode": USA, "insidea": 1, "action": 16},
        {**common, "ccode": UK, "insidea": 1, "action": 0},
        {**common, "ccode": CUBA, "insidea": 0, "action": 8},
    ]
    found = disputes.incident_rows(origin("cow_mid_incidents"), iter([incident]), iter(sides))
    assert [told(r)[:3] for r in found] == [
        ("ASSAULT", "USA", "CUB"), ("MOBILIZE", "CUB", "USA"), ("MOBILIZE", "CUB", "GBR"),
    ]  # fmt: skip


def test_a_rivalry_of_the_last_year_goes_on_and_one_before_1816_is_left_out() -> None:
    def rivalry(number: int, one: int, other: int, start: int, end: int) -> dict[str, object]:
        return {"tssr_id": number, "rivalry": "x", "ccode1": one, "ccode2": other, "start": start,
                "end": end, "positional": 1, "spatial": 1, "ideological": None,
                "interventionary": None}  # fmt: skip

    records = [rivalry(1, UK, 220, 1494, 1716), rivalry(2, USA, CUBA, 1959, 2020)]
    (row,) = rivalries.rows(origin("rivalries_tss"), iter(records))
    assert told(row) == ("rivalry", "CUB", "USA", D(1959, 1, 1), None)
    assert row.terms == "positional, spatial"


def sanction(**changed: object) -> dict[str, object]:
    return {"caseid": 1, "sender1": USA, "sender2": UK, "sender3": None, "sender4": None,
            "sender5": None, "targetstate": CUBA, "imposition": 1, "threat": 1,
            "startyear": 1960, "startmonth": 5, "startday": 1, "endyear": None, "endmonth": None,
            "endday": None, "sancimpositionstartyear": "1960", "sancimpositionstartmonth": 10,
            "sancimpositionstartday": "19", **changed}  # fmt: skip


def test_sanctions_go_from_each_sender_to_the_target() -> None:
    found = [told(r) for r in sanctions.rows(origin("ties"), iter([sanction()]))]
    assert found == [
        ("sanctions", "USA", "CUB", D(1960, 10, 19), None),
        ("sanctions", "GBR", "CUB", D(1960, 10, 19), None),
    ]


def test_what_was_only_threatened_is_an_event() -> None:
    records = [sanction(imposition=0, sender2=None), sanction(imposition=0, threat=0)]
    found = [told(r) for r in sanctions.rows(origin("ties"), iter(records))]
    assert found == [("THREATEN", "USA", "CUB", D(1960, 5, 1), D(1960, 5, 1))]


@pytest.mark.parametrize("name", sorted(FEEDS))
def test_every_feed_says_something_of_pairs_and_cites_its_rows(store: Store, name: str) -> None:
    source, found = rows_of(name, store)
    rows = list(found)
    assert len(rows) > 200
    assert source.terms and source.kind == "dataset"
    keys = {(told(r), r.evidence.row_key) for r in rows}
    assert len(keys) == len(rows)
    assert all(r.source_id == source.source_id and r.evidence.quote for r in rows)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cow_war_dyads", ("war", "FIN", "RUS", D(1939, 11, 30), D(1940, 3, 12))),
        ("cow_war_dyads", ("war", "BOL", "PRY", D(1932, 6, 15), D(1935, 6, 12))),
        ("atop_members", ("alliance", "AUT", "DEU", None, None)),
        ("rivalries_tss", ("rivalry", "CHN", "TWN", D(1949, 1, 1), None)),
        ("ties", ("sanctions", "USA", "CUB", None, None)),
    ],
)
def test_known_facts_are_among_the_rows(
    store: Store, name: str, expected: tuple[object, ...]
) -> None:
    found = {told(r) for r in rows_of(name, store)[1]}
    kind, a, b, start, end = expected
    if start is None and end is None:
        assert any(t[:3] == (kind, a, b) for t in found)
    else:
        assert expected in found


def test_what_says_nothing_of_pairs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="these do: cow_war_dyads"):
        rows_of("nmc", Store(tmp_path))


def test_a_brief_tells_what_a_data_set_says_and_only_as_the_day_knew_it(
    store: Store, tmp_path: Path
) -> None:
    legation = Legation(tmp_path / "ledger")
    first = legation.feed("cow_war_dyads", "rivalries_tss", store=store)
    again = legation.feed("cow_war_dyads", "rivalries_tss", store=store)
    assert first.relations > 500 and again.relations == 0
    brief = legation.brief("Finland", "Russia", as_of="1940-01-01")
    war = next(r for r in brief.rows if getattr(r, "kind", None) == "war" and r.start.year == 1939)
    assert war.end is None  # nobody knew on that day when it would end
    cited = {r.source.title for r in brief.references}
    assert any("Directed Dyadic" in (t or "") or "dyad" in (t or "").lower() for t in cited)
    later = legation.brief("Finland", "Russia", as_of="1930-01-01")
    assert not any(r.start and r.start.year > 1930 for r in later.rows)
