from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.briefing import samples

from legation.briefing import Brief, material
from legation.briefing.references import letters
from legation.briefing.telling import brief
from legation.errors import UserError
from legation.ledger import Ledger
from legation.world import states

DAY = dt.date(2013, 12, 1)


def _told(ledger: Ledger, a: str = "RUS", b: str = "JPN", as_of: dt.date = DAY) -> Brief:
    return brief(ledger, states()[a], states()[b], as_of)


def _texts(told: Brief, key: str, heading: str | None = None) -> list[str]:
    groups = told.part(key).groups
    return [s.text for g in groups if heading in (None, g.heading) for s in g.sentences]


@pytest.fixture(scope="module", autouse=True)
def _ledger_alone() -> Iterator[None]:
    """Tell from the ledger alone; what the record adds is tested beside."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(material, "facts_of", lambda pair: ())
        yield


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return _told(samples.ledger(tmp_path_factory.mktemp("ledger")))


def test_two_reports_of_one_meeting_are_one_sentence_with_two_sources(told: Brief) -> None:
    [meeting] = [
        s for g in told.part("chronology").groups if g.heading == "2013"
        for s in g.sentences if "held talks" in s.text
    ]  # fmt: skip
    quotes = {q.label: q.text for r in told.references for q in r.quotes}
    assert {quotes[label] for label in meeting.cites} == {
        "They met on 2 November.",
        "Ministers met on Saturday.",
    }


def test_what_is_not_fact_is_said_to_be_so(told: Brief) -> None:
    assert _texts(told, "summary", "Not reported as fact") == [
        "Denied: Russia threatened Japan (1 November 2013).",
        "Planned, not reported as done: Russia to visit Japan (2014).",
    ]
    assert not any("threatened" in t for t in _texts(told, "summary", "What happened last"))
    assert "Verbal conflict: no event found." in _texts(told, "summary", "How much was found")


def test_what_holds_is_told_with_the_day_it_was_last_told(told: Brief) -> None:
    holds = _texts(told, "summary", "Begun and not told to have ended")
    assert holds[0] == (
        "Japan has a territorial claim on Russia (Southern Kuril Islands; date not given), "
        "as told on 3 November 2013."
    )
    assert holds[1].startswith("Not found as holding on that day: alliance, diplomatic")


def test_nothing_is_called_the_first_ever(tmp_path: Path) -> None:
    made = samples.ledger(tmp_path)
    doc = samples.document("He called.", dt.date(2013, 11, 4), "c.txt", "C")
    day = dt.date(2013, 11, 4)
    call = samples.event(
        doc, "He called.", "CONSULT", "JPN", "RUS", day, day, samples.Precision.DAY, mode="phone"
    )
    made.add([doc], [call], coder="rules/1")
    [latest, *_] = _texts(_told(made), "summary", "What happened last")
    assert latest == (
        "Japan spoke with Russia from afar (4 November 2013); the first CONSULT phone between "
        "the two found since 1904 in 3 sources."
    )


def test_third_parties_are_those_of_the_same_documents(told: Brief) -> None:
    [group] = told.part("third_parties").groups
    assert group.heading == "The United States (USA), in 1 of 2 documents"
    assert [s.text for s in group.sentences] == [
        "Japan and the United States are allies (since the 1950s)."
    ]


def test_disputed_places_have_every_name_and_no_owner(told: Brief) -> None:
    [kurils] = [g for g in told.part("disputes").groups if g.heading.startswith("Southern Kuril")]
    names, administered, *claims = [s.text for s in kurils.sentences]
    assert "Japan: Northern Territories" in names and "Russia: Yuzhnye Kurily" in names
    assert administered == "Administered by Russia since 5 September 1945."
    assert {c.split(",")[0] for c in claims} == {"Claimed by Russia", "Claimed by Japan"}


def test_world_tables_are_read_as_of_the_day(told: Brief) -> None:
    offices = _texts(told, "offices")
    assert "Foreign Minister: Sergei Lavrov, since 9 March 2004." in offices
    assert "Prime Minister: Shinzo Abe, since 26 December 2012." in offices
    now = _texts(told, "organisations", "On that day")
    assert "Group of Eight (G8), since 20 June 1997." in now
    later = _told_nothing(dt.date(2015, 1, 1))
    assert any(t.startswith("Group of Eight") for t in _texts(later, "organisations", "Earlier"))


def _told_nothing(as_of: dt.date) -> Brief:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return _told(Ledger(folder), as_of=as_of)


def test_every_sentence_leads_to_its_source_and_every_quote_to_its_text(told: Brief) -> None:
    labels = {str(r.number) for r in told.references}
    labels |= {q.label for r in told.references for q in r.quotes}
    for part in told.parts:
        for said in (s for g in part.groups for s in g.sentences):
            assert set(said.cites) <= labels
            assert said.cites or said.status == "note"
    cited = {label for p in told.parts for g in p.groups for s in g.sentences for label in s.cites}
    assert {q.label for r in told.references for q in r.quotes} <= cited


def test_a_pair_without_rows_still_has_the_world_and_a_clear_word() -> None:
    told = _told_nothing(DAY)
    assert told.part("summary").groups == ()
    assert "not found in what was read" in told.part("summary").nothing
    assert told.part("disputes").groups and told.part("offices").groups
    assert told.coverage.pair_rows == 0


@pytest.mark.parametrize(
    ("as_of", "rows", "later"),
    [(dt.date(2013, 11, 1), 0, 5), (dt.date(2013, 11, 2), 4, 1), (DAY, 5, 0)],
)
def test_a_day_knows_only_what_was_published(
    tmp_path: Path, as_of: dt.date, rows: int, later: int
) -> None:
    told = _told(samples.ledger(tmp_path), as_of=as_of)
    assert (told.coverage.pair_rows, told.coverage.later) == (rows, later)


def test_a_state_with_itself_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="needs two states"):
        _told(Ledger(tmp_path), "RUS", "RUS")


def test_the_order_of_the_two_changes_no_fact(tmp_path: Path) -> None:
    made = samples.ledger(tmp_path)
    one, other = _told(made), _told(made, "JPN", "RUS")
    assert one.rows == other.rows
    assert sorted(_texts(one, "chronology")) == sorted(_texts(other, "chronology"))


def test_letters_never_repeat() -> None:
    found = [letters(n) for n in range(2_000)]
    assert len(set(found)) == 2_000
