"""A language model's endpoint on this machine that answers as it is told, and notes what it got."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What the endpoint is to send once."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass(frozen=True)
class Asked:
    """What the endpoint was sent once."""

    path: str
    key: str | None
    body: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.body["messages"][-1]["content"])


SILENCE = Answer(b"", 0)
"""No answer until the test is over."""

DRIPPING = Answer(b"", 1)
"""An answer that never ends, byte by byte."""


def said(content: Any, usage: Any = None) -> Answer:
    """A chat completion with this content."""
    told = {"prompt_tokens": 1000, "completion_tokens": 50} if usage is None else usage
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    return Answer(json.dumps({"choices": [choice], "usage": told}).encode())


def rows(*given: Any) -> Answer:
    """A chat completion with these rows."""
    return said(json.dumps({"rows": list(given)}))


def error(status: int, message: str = "", **headers: str) -> Answer:
    body = json.dumps({"error": {"message": message}}).encode()
    return Answer(body, status, {k.replace("_", "-"): v for k, v in headers.items()})


class Endpoint:
    """Sends the answers in order, the last one again and again."""

    def __init__(self, url: str, released: threading.Event) -> None:
        self.url = url
        self.answers: list[Answer] = []
        self.asked: list[Asked] = []
        self.released = released

    def will(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked.clear()

    def next(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def serving() -> Iterator[Endpoint]:
    """Run an endpoint for as long as it is used."""
    released = threading.Event()
    endpoint = Endpoint("", released)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(size))
            endpoint.asked.append(Asked(self.path, self.headers["Authorization"], body))
            answer = endpoint.next()
            if answer is SILENCE:
                released.wait(10)
            elif answer is DRIPPING:
                self._drip()
            else:
                self._send(answer)

        def do_GET(self) -> None:
            endpoint.asked.append(Asked(self.path, self.headers["Authorization"], {}))
            self._send(Answer(b"{}"))

        def log_message(self, *_: object) -> None:
            pass

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            length = len(answer.body) if answer.length is None else answer.length
            for name, value in ({"Content-Length": str(length)} | answer.headers).items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body)
            except OSError:
                return

        def _drip(self) -> None:
            self.send_response(200)
            self.end_headers()
            while not released.wait(0.02):
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    ).start()
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield endpoint
    finally:
        released.set()
        server.shutdown()
        server.server_close()
