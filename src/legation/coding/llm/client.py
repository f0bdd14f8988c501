"""Asking a model: retries within bounds, and what each refusal means."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from legation.coding.llm.errors import BrokenOffError, EndpointError
from legation.coding.llm.form import form
from legation.coding.llm.prompt import Message
from legation.coding.llm.transport import Reply, Transport
from legation.coding.llm.usage import Usage

Sleep = Callable[[float], None]

LONGEST_WAIT = 30.0
"""Seconds to wait before asking again; an endpoint that wants longer is left."""

_SEED = 1


class Client:
    """Asks one model at one endpoint.

    Args:
        transport: what posts.
        model: its name there.
        retries: how often to ask again where the endpoint is busy or broken.
        usage: the tally to keep.
        sleep: how to wait.
    """

    def __init__(
        self,
        transport: Transport,
        model: str,
        retries: int,
        usage: Usage,
        sleep: Sleep = time.sleep,
    ) -> None:
        self._transport = transport
        self._model = model
        self._retries = retries
        self._usage = usage
        self._sleep = sleep
        self._options: dict[str, Any] = {
            "temperature": 0,
            "seed": _SEED,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "rows", "strict": True, "schema": form()},
            },
        }

    def complete(self, messages: Sequence[Message]) -> str:
        """Give the model's answer to a chat, empty where it gave none.

        An endpoint that refuses an option (the answer's form, the temperature, the seed) is
        asked again without it, now and from then on.

        Raises:
            EndpointError: the endpoint refuses, is busy or broken beyond the retries, or does
                not speak the protocol.
        """
        reply = self._send(messages)
        while reply.status in (400, 422) and self._drop_options(_said(reply)):
            reply = self._send(messages)
        if reply.status != 200:
            raise self._refusal(reply)
        return self._content(reply)

    def _send(self, messages: Sequence[Message]) -> Reply:
        """Post, and again while the endpoint is busy or broken, as often as is allowed."""
        body = {"model": self._model, "messages": list(messages), **self._options}
        data = json.dumps(body).encode()
        for attempt in range(self._retries):
            try:
                reply = self._post(data)
            except BrokenOffError:
                wait = _backoff(attempt)
            else:
                asked = _wait(reply, attempt)
                if asked is None:
                    return reply
                wait = asked
            self._sleep(wait)
        return self._post(data)

    def _post(self, data: bytes) -> Reply:
        self._usage.requests += 1
        return self._transport.post(data)

    def _drop_options(self, said: str) -> bool:
        """Leave out the options that a refusal names, or else the form; False if none is left."""
        named = [o for o in self._options if o in said] or ["response_format"]
        dropped = [self._options.pop(option, None) for option in named]
        return any(option is not None for option in dropped)

    def _content(self, reply: Reply) -> str:
        data = _parsed(reply)
        choices = data.get("choices")
        if not isinstance(choices, list) or not choices:
            raise EndpointError(
                f"{self._transport.address} answered with no chat completion{self._quoted(reply)}",
                "check the base URL; it often ends in /v1",
            )
        self._count(data.get("usage"))
        message = choices[0].get("message") if isinstance(choices[0], dict) else None
        content = message.get("content") if isinstance(message, dict) else None
        return content if isinstance(content, str) else ""

    def _count(self, told: Any) -> None:
        counts = [_count(told, name) for name in ("prompt_tokens", "completion_tokens")]
        self._usage.answers += 1
        self._usage.prompt_tokens += counts[0] or 0
        self._usage.completion_tokens += counts[1] or 0
        self._usage.uncounted += None in counts

    def _refusal(self, reply: Reply) -> EndpointError:
        where, status = self._transport.address, reply.status
        if status in (401, 403):  # what it says may hold the key
            return EndpointError(
                f"{where} answered {status}: the API key is missing, wrong, or not allowed this",
                "put the right one in the environment variable LEGATION_API_KEY",
            )
        problem = f"{where} answered {status}{self._quoted(reply)}"
        if 300 <= status < 400:
            return EndpointError(f"{problem}, a redirect", "give the address that it leads to")
        if status == 429:
            return EndpointError(f"{problem}: it is busy, or a quota is used up", "try again later")
        if status >= 500:
            return EndpointError(f"{problem}: it is out of order", "try again later")
        return EndpointError(problem, "check the base URL (it often ends in /v1) and the model")

    def _quoted(self, reply: Reply) -> str:
        said = " ".join(self._transport.redacted(_said(reply)).split())[:_LONGEST_QUOTE]
        return f" (“{said}”)" if said else ""


_LONGEST_QUOTE = 200


def _wait(reply: Reply, attempt: int) -> float | None:
    """Say how many seconds to wait before asking again; None where that is no use."""
    if reply.status != 429 and reply.status < 500:
        return None
    asked = reply.retry_after or ""
    if not (asked.isascii() and asked.isdigit()):
        return _backoff(attempt)
    return float(asked) if float(asked) <= LONGEST_WAIT else None


def _backoff(attempt: int) -> float:
    return min(2.0**attempt, LONGEST_WAIT)


def _said(reply: Reply) -> str:
    """Give the message of an error, empty where it has none."""
    error = _parsed(reply).get("error")
    message = error.get("message") if isinstance(error, dict) else error
    return message if isinstance(message, str) else ""


def _parsed(reply: Reply) -> dict[str, Any]:
    try:
        data = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _count(told: Any, name: str) -> int | None:
    number = told.get(name) if isinstance(told, dict) else None
    return number if type(number) is int and number >= 0 else None
