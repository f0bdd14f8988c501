"""What is sent to an endpoint, and everything that it may answer instead of an answer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from tests.coding import endpoint as at
from tests.coding.endpoint import Answer, Endpoint, serving
from tests.coding.llm_samples import DOCUMENT, KEY, TALKS, TEXT, coder

from legation.coding.llm import EndpointError, LlmCoder
from legation.errors import UserError
from legation.reading import read_text


@pytest.fixture(scope="module")
def server() -> Iterator[Endpoint]:
    with serving() as endpoint:
        yield endpoint


def test_what_is_asked(server: Endpoint) -> None:
    server.will(at.rows())
    coder(server, api_key=f" {KEY}\n")(DOCUMENT)
    [asked] = server.asked
    assert (asked.path, asked.key) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert asked.body["model"] == "small:1b"
    assert (asked.body["temperature"], asked.body["seed"]) == (0, 1)
    form = asked.body["response_format"]["json_schema"]
    assert form["strict"] is True and form["schema"]["required"] == ["rows"]
    assert TEXT in asked.text and "unknown day" in asked.text


@pytest.mark.parametrize("status", [400, 422])
def test_an_endpoint_that_knows_no_forms_is_asked_without(server: Endpoint, status: int) -> None:
    server.will(at.error(status, "response_format is not supported"), at.rows(TALKS))
    read = coder(server)
    assert len(read(DOCUMENT)) == 1
    read(read_text("Another text."))
    assert ["response_format" in a.body for a in server.asked] == [True, False, False]
    assert all("temperature" in a.body for a in server.asked)


def test_only_the_option_that_is_refused_is_left_out(server: Endpoint) -> None:
    server.will(at.error(400, "Unsupported value: 'temperature'"), at.rows(TALKS))
    assert len(coder(server)(DOCUMENT)) == 1
    assert "response_format" in server.asked[1].body
    assert "temperature" not in server.asked[1].body


@pytest.mark.parametrize(
    ("passing", "waits"),
    [
        (at.error(429, Retry_After="7"), [7]),
        (at.error(429), [1]),
        (at.error(503, Retry_After="Fri, 31 Dec 1999 23:59:59 GMT"), [1]),
        (at.error(500), [1]),
        (Answer(b"{", length=500), [1]),
    ],
)
def test_a_passing_fault_is_waited_out(
    server: Endpoint, passing: Answer, waits: list[float]
) -> None:
    server.will(passing, at.rows(TALKS))
    waited: list[float] = []
    read = coder(server, sleep=waited.append)
    assert len(read(DOCUMENT)) == 1
    assert (waited, read.usage.requests, read.usage.answers) == (waits, 2, 1)


REFUSALS = [
    (at.error(429, "slow down", Retry_After="7200"), 1, ["429", "slow down", "try again later"]),
    (at.error(429, Retry_After="9" * 400), 1, ["429"]),
    (at.error(500, "boom"), 3, ["500", "boom", "out of order"]),
    (at.error(401, f"bad key {KEY}"), 1, ["401", "API key", "LEGATION_API_KEY"]),
    (at.error(403), 1, ["403", "API key"]),
    (at.error(404, "no model 'small'"), 1, ["404", "no model 'small'", "/v1"]),
    (at.error(400, f"too long, {KEY}"), 2, ["400", "too long, …"]),
    (at.error(302, Location="http://127.0.0.1:9/v1"), 1, ["302", "redirect"]),
    (at.error(307, Location="/v2"), 1, ["307", "redirect"]),
    (Answer(b"<html>It works!"), 1, ["no chat completion", "base URL"]),
    (Answer(b'{"error": "no\\nsuch"}'), 1, ["no chat completion", "no such"]),
    (Answer(b"[]"), 1, ["no chat completion"]),
    (Answer(b"{" * 100_000), 1, ["no chat completion"]),
    (Answer(b" " * 1_100_000), 1, ["more than 1,000,000 bytes"]),
    (Answer(b"{", length=500), 3, ["broke off"]),
]


@pytest.mark.parametrize(("answer", "requests", "says"), REFUSALS)
def test_an_endpoint_that_fails_is_one_line(
    server: Endpoint, answer: Answer, requests: int, says: list[str]
) -> None:
    server.will(answer)
    with pytest.raises(EndpointError) as caught:
        coder(server, api_key=KEY)(DOCUMENT)
    line = str(caught.value)
    assert all(words in line for words in says), line
    assert caught.value.remedy and "\n" not in line and KEY not in line
    assert len(server.asked) == requests


@pytest.mark.parametrize("slow", [at.SILENCE, at.DRIPPING])
def test_a_slow_endpoint_is_left_in_time(server: Endpoint, slow: Answer) -> None:
    server.will(slow)
    with pytest.raises(EndpointError, match=r"took longer than 0\.2 seconds: allow more time"):
        coder(server, timeout=0.2)(DOCUMENT)
    assert len(server.asked) == 1


def test_nobody_there_is_one_line() -> None:
    with socket.socket() as closed:  # bound, but not listening
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
        with pytest.raises(EndpointError, match=f"cannot connect to {url}: check"):
            LlmCoder(url, "small")(DOCUMENT)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"base_url": "http://8.8.8.8/v1"}, "over http"),
        ({"base_url": "http://[2001:4860:4860::8888]/v1"}, "over http"),
        ({"base_url": "ftp://127.0.0.1/v1"}, "give http or https"),
        ({"base_url": "localhost:11434"}, "give http or https"),
        ({"base_url": f"https://{KEY}@example.org/v1"}, "user name"),
        ({"base_url": "https://"}, "not a URL"),
        ({"model": " "}, "no model"),
        ({"timeout": 0}, "time-out of 0"),
        ({"timeout": float("nan")}, "time-out of nan"),
        ({"timeout": float("inf")}, "time-out of inf"),
        ({"api_key": f"{KEY}\r\nHost: x"}, "characters that no key has"),
        ({"api_key": f"{KEY}é"}, "characters that no key has"),
    ],
)
def test_a_coder_that_cannot_work_is_not_made(given: dict[str, Any], says: str) -> None:
    good = {"base_url": "https://example.org/v1", "model": "small"}
    with pytest.raises(UserError, match=says) as caught:
        LlmCoder(**good | given)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("url", ["http://localhost:1/v1/", "http://10.1.2.3/v1", "http://[::1]/"])
def test_plain_http_stays_near(url: str) -> None:
    assert LlmCoder(url, "small").name == "llm/1"


@pytest.mark.parametrize(
    ("found", "says"), [(["10.0.0.1", "8.8.8.8"], "over http"), ([], "over http"), (None, "cannot")]
)
def test_plain_http_is_refused_by_where_a_name_leads(
    monkeypatch: pytest.MonkeyPatch, found: list[str] | None, says: str
) -> None:
    def look_up(*_: object) -> list[str]:
        if found is None:
            raise socket.gaierror(socket.EAI_NONAME, "no network")
        return found

    monkeypatch.setattr("legation.coding.llm.transport.resolve", look_up)
    with pytest.raises(EndpointError, match=says):
        LlmCoder("http://models.example/v1", "small")


@pytest.mark.parametrize("usage", [{}, {"prompt_tokens": "many"}, {"prompt_tokens": -5}, [1]])
def test_tokens_that_are_not_told_are_not_made_up(server: Endpoint, usage: Any) -> None:
    server.will(at.said('{"rows": []}', usage))
    read = coder(server)
    read(DOCUMENT)
    assert (read.usage.prompt_tokens, read.usage.uncounted) == (0, 1)
