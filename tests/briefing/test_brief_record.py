"""What the embedded record adds to a brief of an empty ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legation.api import Legation
from legation.briefing import Brief
from legation.briefing.telling import brief
from legation.ledger import Ledger
from legation.world import states


def told(folder: Path, a: str, b: str, day: str) -> Brief:
    return brief(Ledger(folder), states()[a], states()[b], dt.date.fromisoformat(day))


def texts(of: Brief, part: str) -> str:
    return "\n".join(s.text for g in of.part(part).groups for s in g.sentences)


def test_what_held_on_a_day_is_told_and_what_came_later_is_not(tmp_path: Path) -> None:
    then = told(tmp_path, "RUS", "JPN", "1943-01-01")
    assert "Neutrality Pact" in texts(then, "summary")
    assert "1945" not in texts(then, "chronology")


def test_wars_and_meetings_are_in_the_chronology(tmp_path: Path) -> None:
    story = texts(told(tmp_path, "RUS", "JPN", "2013-12-01"), "chronology")
    assert "at war (Russo-Japanese War" in story
    assert "held talks (in Tokyo; 2 November 2013)" in story


def test_every_sentence_leads_to_a_page(tmp_path: Path) -> None:
    brief_of = told(tmp_path, "FRA", "DEU", "2020-01-01")
    cited = {label for g in brief_of.part("chronology").groups for s in g.sentences
             for label in s.cites}  # fmt: skip
    known = {q.label for r in brief_of.references for q in r.quotes}
    assert cited <= known
    assert all(r.source.address.startswith("http") for r in brief_of.references)


@pytest.mark.parametrize(("a", "b"), [("NRU", "LIE"), ("TUV", "AND")])
def test_two_small_states_that_never_met_are_said_to_have_nothing(
    tmp_path: Path, a: str, b: str
) -> None:
    nothing = told(tmp_path, a, b, "2020-01-01")
    assert not nothing.part("chronology").groups
    assert "Neither the ledger nor the record" in nothing.part("chronology").nothing


def test_first_screen_tells_the_treaties_of_the_two_alone_and_counts_the_others(
    tmp_path: Path,
) -> None:
    holds = texts(told(tmp_path, "RUS", "JPN", "2013-12-01"), "summary")
    assert holds.count("bound by a treaty") == 5
    assert "Soviet–Japanese Joint Declaration" in holds
    assert "other treaties: see the chronology." in holds


def test_a_state_that_is_no_more_has_nothing_that_holds(tmp_path: Path) -> None:
    holds = texts(told(tmp_path, "CSK", "DEU", "2020-01-01"), "summary")
    assert "have diplomatic relations" not in holds
    assert "bound by a treaty" not in holds


def test_a_meeting_that_was_read_and_is_on_record_is_told_once_with_both(tmp_path: Path) -> None:
    page = tmp_path / "wire.txt"
    page.write_text("On 2 November 2013 Russia and Japan held talks in Tokyo.", encoding="utf-8")
    house = Legation(tmp_path / "ledger")
    house.read(page)
    year = next(g for g in house.brief("RUS", "JPN").part("chronology").groups
                if g.heading == "2013")  # fmt: skip
    [meeting] = [s for s in year.sentences if "2 November 2013" in s.text]
    assert len(meeting.cites) == 2
