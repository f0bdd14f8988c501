"""``legation read --coder llm`` from end to end, with a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.briefing.test_schema import faults
from tests.cli.running import WIRE, Ran, Shell, is_one_line
from tests.coding import endpoint as at
from tests.coding.endpoint import Answer, Endpoint, serving

from legation.briefing.schema import schema

KEY = "sk-very-secret"
TALKS: dict[str, Any] = {
    "row": "event", "type": "CONSULT", "mode": None, "actor": "RUS", "recipient": "JPN",
    "mutual": True, "actor_role": None, "recipient_role": None, "actor_text": "Russia",
    "recipient_text": "Japan", "start": "2013-11-02", "end": "2013-11-02", "precision": "day",
    "place": "Tokyo", "status": "reported", "topics": [], "quote": WIRE.strip(),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Endpoint]:
    with serving() as endpoint:
        yield endpoint


class Reader:
    """Reads with the language model."""

    def __init__(self, shell: Shell, server: Endpoint) -> None:
        self.shell = shell
        self.base = ["--coder", "llm", "--base-url", server.url, "--model", "small:1b"]

    def __call__(self, *arguments: Any) -> Ran:
        return self.shell("read", *self.base, *arguments)


@pytest.fixture
def reader(shell: Shell, server: Endpoint, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.delenv("LEGATION_API_KEY", raising=False)
    server.will(at.rows(TALKS, TALKS | {"quote": "They fought."}))
    return Reader(shell, server)


def test_rows_are_shown_and_their_cost_told(reader: Reader, server: Endpoint) -> None:
    article = reader.shell.write("a.txt", WIRE)
    ran = reader(article, "--json", "--price-in", "2", "--price-out", "10")
    assert ran.code == 0, ran.err
    [row] = [json.loads(line) for line in ran.out.splitlines()]
    assert faults(row, schema(), schema()) == []
    assert (row["type"], row["coder"]) == ("CONSULT", "llm/1:small:1b")
    assert ran.err.splitlines()[0] == (
        "small:1b: 1 request; 1,000 tokens in, 50 out; cost 0.0025; "
        "1 row, 1 dropped (1 quote not in the text)."
    )
    assert server.asked[0].key is None


def test_reading_again_asks_nothing_and_adds_nothing(reader: Reader, server: Endpoint) -> None:
    article = reader.shell.write("a.txt", WIRE)
    first, again = reader(article), reader(article)
    assert "1 new document, 0 known; 1 event" in first.err
    assert "0 new documents, 1 known; 0 events" in again.err
    assert "0 requests; 1 answer from the cache" in again.err and "tokens" not in again.err
    assert "first model that read it" in again.err and "first model" not in first.err
    assert again.out == first.out and len(server.asked) == 1


@pytest.mark.parametrize("model_first", [True, False])
def test_both_coders_rows_are_kept_and_folded(reader: Reader, model_first: bool) -> None:
    article = reader.shell.write("a.txt", WIRE)
    read = [lambda: reader(article), lambda: reader.shell("read", article)]
    for run in read if model_first else read[::-1]:
        assert "; 1 event and" in run().err
    for run in read:
        assert "; 0 events and" in run().err
    assert len(reader.shell("events", "--json").out.splitlines()) == 1


def test_legation_s_own_coder_asks_nobody(reader: Reader, server: Endpoint) -> None:
    ran = reader.shell("read", "--coder", "legation", reader.shell.write("a.txt", WIRE))
    assert "CONSULT" in ran.out and "small" not in ran.err
    assert not server.asked


MISTAKES = [
    (["--coder", "llm", "--model", "m"], "--coder llm needs --base-url: for example"),
    (["--coder", "llm", "--base-url", "http://127.0.0.1/v1"], "--coder llm needs --model"),
    (["--coder", "llm", "--base-url", "http://8.8.8.8/v1", "--model", "m"], "https"),
    (["--coder", "gpt"], "no coder is called 'gpt'"),
    (["--model", "m"], "--model is for a language model: add --coder llm"),
    (["--timeout", "5"], "--timeout is for a language model"),
]
OF_A_MODEL = [
    (["--timeout", "0"], "time-out of 0 seconds"),
    (["--timeout", "soon"], "--timeout"),
    (["--price-in", "-1"], "--price-in"),
    (["--price-in", "1"], "give --price-in and --price-out"),
    (["--api-key-env", KEY], "the variable's name, not the key"),
]


@pytest.mark.parametrize(("arguments", "says"), MISTAKES)
def test_a_mistake_is_one_line(shell: Shell, arguments: list[str], says: str) -> None:
    ran = shell("read", shell.write("a.txt", WIRE), *arguments)
    assert is_one_line(ran, 2), ran
    assert says in ran.err and not shell.ledger.exists()


@pytest.mark.parametrize(("arguments", "says"), OF_A_MODEL)
def test_a_mistaken_option_of_a_model_is_one_line(
    reader: Reader, server: Endpoint, arguments: list[str], says: str
) -> None:
    ran = reader(reader.shell.write("a.txt", WIRE), *arguments)
    assert is_one_line(ran, 2), ran
    assert says in ran.err and KEY not in ran.err
    assert not server.asked


@pytest.mark.parametrize("variable", ["LEGATION_API_KEY", "OTHER_KEY"])
def test_the_key_is_sent_and_neither_shown_nor_stored(
    reader: Reader, server: Endpoint, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, KEY)
    named = [] if variable == "LEGATION_API_KEY" else ["--api-key-env", variable]
    ran = reader(reader.shell.write("a.txt", WIRE), "--explain", *named)
    assert ran.code == 0 and server.asked[0].key == f"Bearer {KEY}"
    assert KEY not in ran.out + ran.err
    files = (p for p in reader.shell.folder.rglob("*") if p.is_file())
    assert not any(KEY.encode() in p.read_bytes() for p in files)


@pytest.mark.parametrize(
    "answer",
    [
        at.error(401, KEY),
        at.error(500, Retry_After="0"),
        at.error(302, Location="/x"),
        at.error(404),
        Answer(b"<"),
    ],
)
def test_an_endpoint_that_fails_is_one_line_and_keeps_nothing(
    reader: Reader, server: Endpoint, answer: Answer
) -> None:
    server.will(answer)
    ran = reader(reader.shell.write("a.txt", WIRE))
    assert is_one_line(ran, 2), ran
    assert KEY not in ran.err and not reader.shell.ledger.exists()


def test_what_was_coded_before_a_failure_is_kept(reader: Reader, server: Endpoint) -> None:
    first = reader.shell.write("a.txt", WIRE)
    second = reader.shell.write("b.txt", "On 3 May 2012 China and Japan held talks.\n")
    server.will(at.rows(TALKS), at.error(401))
    ran = reader(first, second)
    assert ran.code == 2 and "answered 401" in ran.err.splitlines()[-1]
    assert "1,000 tokens in" in ran.err.splitlines()[0]
    assert len(reader.shell("events", "--json").out.splitlines()) == 1


def test_a_document_without_a_usable_answer_can_be_read_again(
    reader: Reader, server: Endpoint
) -> None:
    article = reader.shell.write("a.txt", WIRE)
    server.will(at.said("I would rather not."))
    ran = reader(article)
    assert ran.code == 2 and not ran.out
    assert "small:1b gave no JSON in 3 answers" in ran.err.splitlines()[-1]
    assert "3 requests" in ran.err and not reader.shell.ledger.exists()
    server.will(at.rows(TALKS))
    assert "1 new document" in reader(article).err


def test_a_text_in_another_language_is_left_to_the_model(reader: Reader) -> None:
    french = (
        "Le 2 novembre 2013, les ministres des affaires étrangères de la Russie et du Japon se "
        "sont réunis à Tokyo. Les deux pays ont signé un accord sur la pêche dans la mer."
    )
    ran = reader(reader.shell.write("fr.txt", french), "--no-keep")
    assert ran.code == 0 and "Only English" not in ran.err
