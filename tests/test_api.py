from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

import legation
from legation.api import BATCH, Legation, NotKeptError
from legation.errors import (
    InvalidDateError,
    LedgerError,
    LegationError,
    UnknownStateError,
    UnreadableError,
    UserError,
)
from legation.model import Status
from legation.reading import read_text

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"


def text_of(number: int) -> str:
    return f"On {number % 28 + 1} May 2012 Russia and Japan held talks in Tokyo. This is {number}."


@pytest.mark.parametrize("name", legation.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(legation, name) is not None
    assert name in dir(legation)


def test_a_name_that_is_not_there_says_so() -> None:
    with pytest.raises(AttributeError, match="no attribute 'embassy'"):
        legation.embassy  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    heavy = "spacy", "duckdb", "pyarrow", "trafilatura", "numpy", "rich", "typer"
    code = f"import legation, sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_more_documents_than_a_batch_are_all_kept(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(BATCH + 3):
        (folder / f"{number}.txt").write_text(text_of(number))
    seen: list[str] = []
    api = Legation(tmp_path / "ledger")
    reading = api.read(folder, progress=lambda d: seen.append(d.document_id))
    assert reading.added is not None
    assert reading.added.documents == len(reading.documents) == len(seen) == BATCH + 3
    assert reading.added.events == len(reading.rows)
    again = api.read(folder).added
    assert again is not None and (again.documents, again.repeated) == (0, BATCH + 3)


def test_a_failure_half_way_keeps_what_came_before(tmp_path: Path) -> None:
    def failing(address: str, **_: object):  # type: ignore[no-untyped-def]
        yield read_text(text_of(1), address=address)
        raise UnreadableError("it stops here")

    api = Legation(tmp_path / "ledger")
    with pytest.raises(UnreadableError):
        api.read("a", reader=failing)
    assert len(list(api.events())) == 1


def test_what_the_ledger_refuses_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise LedgerError("busy", "wait")

    monkeypatch.setattr("legation.ledger.Ledger.add", refuse)
    article = tmp_path / "a.txt"
    article.write_text(text_of(1))
    with pytest.raises(NotKeptError) as caught:
        Legation(tmp_path / "ledger").read(article)
    assert len(caught.value.reading.rows) == 1


def test_problems_of_a_folder_are_in_the_result(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text_of(1))
    (tmp_path / "b.txt").write_bytes(b"")
    noticed: list[str] = []

    def note(address: str, error: LegationError) -> None:
        noticed.append(address)

    reading = Legation(tmp_path / "ledger").read(tmp_path / "a.txt", keep=False, on_problem=note)
    assert (reading.added, reading.problems, noticed) == (None, (), [])
    reading = Legation(tmp_path / "ledger").read([tmp_path], keep=False, on_problem=note)
    assert (
        [Path(a).name for a, _ in reading.problems] == ["b.txt"] == [Path(n).name for n in noticed]
    )


MISTAKES = [
    (lambda api: api.read("missing.txt"), UnreadableError),
    (lambda api: api.read("a", published="soon"), InvalidDateError),
    (lambda api: api.brief("RUS", "Atlantis"), UnknownStateError),
    (lambda api: api.brief("RUS", "the Kremlin"), UserError),
    (lambda api: api.events(states=["Atlantis"]), UnknownStateError),
    (lambda api: api.events(since="2014", until="2013"), UserError),
    (lambda api: api.relations(as_of="2013-13"), InvalidDateError),
]


@pytest.mark.parametrize(("ask", "error"), MISTAKES)
def test_a_mistake_is_a_user_error(tmp_path: Path, ask, error: type[UserError]) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error):
        ask(Legation(tmp_path / "ledger"))


def test_states_on_a_day_and_in_a_list() -> None:
    api = Legation()
    assert len(api.states("2016-12-31", "cow")) == 195
    assert "RUS" in [s.code for s in api.states()]
    codes = [s.code for s in api.states(dt.date(1950, 1, 1))]
    assert "JPN" not in [s.code for s in api.states("1950-01-01", "cow")] and "USA" in codes


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Legation:
    api = Legation(tmp_path_factory.mktemp("demo") / "ledger")
    api.read(ARTICLES)
    return api


def test_three_articles_become_one_brief(demo: Legation) -> None:
    """What a reader of the three articles knows, looked for by hand in the brief."""
    told = demo.brief("Russia", "Japan", as_of="2013-12-01")
    assert told.coverage.documents == 3

    def of(key: str, heading: str | None = None) -> list[str]:
        groups = told.part(key).groups
        return [s.text for g in groups if heading in (None, g.heading) for s in g.sentences]

    year = of("chronology", "2013")
    assert "Russia and Japan held talks (in Tokyo; 2 November 2013)." in year
    assert any("Japan visited Russia (April 2013)" in t for t in year)
    assert any(t.startswith("Russia used violence against Japan") or "at war" in t
               for t in of("chronology", "1945"))  # fmt: skip
    assert any("war" in t or "violence" in t for t in of("chronology", "1904"))
    assert any("1956" in t for t in of("chronology", "1956"))
    ahead = of("summary", "Not reported as fact")
    assert "Planned, not reported as done: Russia to visit Japan (2014)." in ahead
    assert any(
        "Southern Kuril" in t and "claim" in t
        for t in of("summary", "Begun and not told to have ended")
    )
    headings = [g.heading for g in told.part("third_parties").groups]
    assert any("(USA)" in h for h in headings) and any("(CHN)" in h for h in headings)
    assert "Defence Minister: Sergei Shoigu, since 6 November 2012." in of("offices")


def test_the_talks_of_two_articles_are_one_event_with_two_sources(demo: Legation) -> None:
    talks = [
        r for r in demo.events(pair=("RUS", "JPN"), kinds=["CONSULT"], since="2013-11-02")
        if r.row.start == dt.date(2013, 11, 2)
    ]  # fmt: skip
    assert len(talks) == 1
    assert len({c.source_id for c in talks[0].sources}) == 2


def test_every_quote_of_a_brief_slices_its_document(demo: Legation) -> None:
    told = demo.brief("RUS", "JPN", as_of="2013-12-01")
    quotes = [q for r in told.references for q in r.quotes]
    assert quotes
    of_the_ledger = [q for q in quotes if q.document_id]
    assert of_the_ledger
    for quote in of_the_ledger:
        document = demo.ledger.document(quote.document_id or "")
        assert document is not None
        assert document.text[quote.start_char : quote.end_char] == quote.text


def test_a_brief_is_the_same_each_time(demo: Legation) -> None:
    one, other = (demo.brief("RUS", "JPN", as_of="2013-12-01") for _ in range(2))
    assert one == other


def test_before_anything_was_published_nothing_is_known(demo: Legation) -> None:
    told = demo.brief("RUS", "JPN", as_of="2000-01-01")
    assert told.coverage.pair_rows == 0 and told.coverage.later > 0
    assert any("Left out" in s.text for g in told.part("coverage").groups for s in g.sentences)


def test_statuses_may_be_asked_for(demo: Legation) -> None:
    planned = list(demo.events(pair=("RUS", "JPN"), statuses=["planned"]))
    assert planned and {r.row.status for r in planned} == {Status.PLANNED}


def test_relations_opened_anew_hold_since_the_last_time(tmp_path: Path) -> None:
    text = (
        "Japan and the Soviet Union established diplomatic relations in January 1925.\n\n"
        "On 19 October 1956 Japan and the Soviet Union restored diplomatic relations."
    )
    page = tmp_path / "essay.txt"
    page.write_text(text, encoding="utf-8")
    house = Legation(tmp_path / "ledger")
    house.read(page)
    brief = house.brief("JPN", "RUS")
    groups = brief.part("summary").groups
    begun = next(g for g in groups if g.heading == "Begun and not told to have ended")
    told = [s.text for s in begun.sentences if "diplomatic relations (" in s.text]
    assert len(told) == 1
    assert "1956" in told[0]
