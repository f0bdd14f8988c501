"""``brief``, ``events``, ``relations``, ``states``, ``document``, ``cite``, ``schema``."""

from __future__ import annotations

import csv
import io
import json

import pytest
from tests.briefing import samples
from tests.briefing.test_rendering import audited
from tests.cli.running import Shell, is_one_line

from legation.briefing.schema import schema


@pytest.fixture
def stocked(shell: Shell) -> Shell:
    samples.ledger(shell.ledger)
    return shell


MISTAKES = [
    (["brief", "Rusia", "JPN"], "did you mean Russia (RUS)"),
    (["brief", "RUS", "Atlantis"], "no state is called 'Atlantis'"),
    (["brief", "RUS", ""], "no state is called ''"),
    (["brief", "RUS", "Russia"], "two states"),
    (["brief", "RUS"], "Missing argument"),
    (["brief", "RUS", "JPN", "CHN"], "unexpected extra argument"),
    (["brief", "RUS", "JPN", "--as-of", "2013-02-30"], "not a date"),
    (["brief", "RUS", "JPN", "--as-of", "now"], "not a date"),
    (["brief", "RUS", "JPN", "--json", "--html"], "exclude each other"),
    (["events", "--state", "Rusia"], "did you mean"),
    (["events", "--pair", "RUS", "Xyz"], "no state is called"),
    (["events", "--type", "MEET"], "no event type is called"),
    (["events", "--status", "true"], "no status is called"),
    (["events", "--since", "2014", "--until", "2013"], "ends before it starts"),
    (["events", "--since", "13/1/2"], "not a date"),
    (["events", "--as-of", "0000-00-00"], "not a date"),
    (["events", "--limit", "-1"], "--limit"),
    (["events", "--limit", "many"], "--limit"),
    (["relations", "--kind", "aliance"], "did you mean alliance?"),
    (["relations", "--csv", "--markdown"], "exclude each other"),
    (["states", "Atlantis"], "no state is called"),
    (["states", "--on", "1914-02-31"], "not a date"),
    (["states", "--system", "un"], "no list of states is called"),
    (["document", "nonesuch"], "no document 'nonesuch'"),
    (["document", "'; DROP TABLE documents; --"], "no document"),
    (["cite", "--bibtex", "--json"], "exclude each other"),
    (["ledger", "burn"], "burn"),
    (["ledger"], "Missing command"),
    (["frobnicate"], "frobnicate"),
    (["brief", "\x1b[31mRUS", "JPN"], "no state is called"),
]


@pytest.mark.parametrize(("arguments", "says"), MISTAKES)
def test_a_mistake_is_one_line(shell: Shell, arguments: list[str], says: str) -> None:
    ran = shell(*arguments)
    assert is_one_line(ran, 2), ran
    assert says.casefold() in ran.err.casefold()
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("form", [[], ["--json"], ["--markdown"], ["--html"]])
def test_a_brief_in_every_form_names_its_sources(stocked: Shell, form: list[str]) -> None:
    ran = stocked("brief", "Russia", "Japan", "--as-of", "2013-12-01", *form)
    assert (ran.code, ran.err) == (0, "")
    for fact in ("held talks", "They met on 2 November", "Lavrov", "example.org/b"):
        assert fact in ran.out.replace("\\", "")
    if form == ["--json"]:
        assert json.loads(ran.out)["coverage"]["pair_rows"] == 5
    if form == ["--html"]:
        audited(ran.out)


FILTERS = [
    ([], 1),
    (["--pair", "Japan", "RUS"], 1),
    (["--pair", "RUS", "CHN"], 0),
    (["--state", "Tokyo", "--state", "CHN"], 1),
    (["--type", "consult"], 1),
    (["--type", "AID,SANCTION"], 0),
    (["--status", "planned"], 1),
    (["--status", "all"], 3),
    (["--since", "2013-11-03"], 0),
    (["--until", "2013-11"], 1),
    (["--as-of", "2013-11-01"], 0),
    (["--limit", "0"], 0),
    (["--state", "NATO"], 0),
]


@pytest.mark.parametrize(("filters", "count"), FILTERS)
def test_events_are_filtered(stocked: Shell, filters: list[str], count: int) -> None:
    ran = stocked("events", "--json", *filters)
    assert ran.code == 0, ran.err
    assert len(ran.out.splitlines()) == count


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        ([], {"war", "alliance", "territorial_claim"}),
        (["--pair", "JPN", "USA"], {"alliance"}),
        (["--kind", "war"], {"war"}),
        (["--since", "1960", "--state", "USA"], {"alliance"}),
    ],
)
def test_relations_are_filtered(stocked: Shell, filters: list[str], kinds: set[str]) -> None:
    ran = stocked("relations", "--csv", *filters)
    assert {row["kind"] for row in csv.DictReader(io.StringIO(ran.out))} == kinds


def test_what_is_not_found_is_not_denied(stocked: Shell) -> None:
    ran = stocked("events", "--pair", "RUS", "CHN")
    assert ran.code == 0
    assert "Nothing found" in ran.out and "not found, not that it never happened" in ran.err


def test_a_listing_counts_its_sources(stocked: Shell) -> None:
    out = stocked("events").out
    assert "CONSULT  RUS ↔ JPN  reported  2" in out
    assert "| 2 |" in stocked("events", "--markdown").out
    audited(stocked("relations", "--html").out)


def test_states_on_a_day_in_a_list(shell: Shell) -> None:
    out = shell("states", "--on", "2016-12-31", "--system", "cow", "--csv").out
    assert len(list(csv.DictReader(io.StringIO(out)))) == 195
    assert shell("states", "--on", "1914-07-28", "--system", "cow").out.count("\n") < 70


def test_one_state(shell: Shell) -> None:
    out = shell("states", "Siam", "--on", "2013-11-02").out
    assert "Thailand (THA)" in out and "Bangkok" in out and "Yingluck" in out
    data = json.loads(shell("states", "Siam", "--json").out)
    assert data["code"] == "THA" and data["spells"]


def test_a_document_slices_to_its_evidence(stocked: Shell) -> None:
    [event] = [json.loads(x) for x in stocked("events", "--json").out.splitlines()]
    found = event["evidence"]
    data = json.loads(stocked("document", found["document_id"], "--json").out)
    assert data["text"][found["start_char"] : found["end_char"]] == found["quote"]


def test_cite_names_legation_the_tables_and_the_sources(stocked: Shell) -> None:
    out = stocked("cite").out
    for named in ("Legation 0.1.0", "GeoNames", "CC BY 4.0", "Correlates of War", "Wire A"):
        assert named in out
    assert "@software{" in stocked("cite", "--bibtex").out
    assert len(stocked("cite", "--json").out.splitlines()) > 5


def test_schema_is_printed_whole(shell: Shell) -> None:
    assert json.loads(shell("schema").out) == schema()


@pytest.mark.parametrize(
    "command",
    ["read", "brief", "events", "relations", "states", "document", "cite", "schema", "ledger"],
)
def test_every_command_has_help_with_an_example(shell: Shell, command: str) -> None:
    ran = shell(command, "--help")
    assert ran.code == 0
    assert "legation " in ran.out
    assert command == "ledger" or "Example" in ran.out


def test_a_bare_command_shows_help(shell: Shell) -> None:
    ran = shell()
    assert (ran.code, ran.err) == (0, "")
    assert "brief" in ran.out


def test_version(shell: Shell) -> None:
    assert shell("--version").out == "legation 0.1.0\n"
