"""One request to an endpoint and its reply, within a time and a size."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from typing import TYPE_CHECKING, NamedTuple

from legation.coding.llm.errors import BrokenOffError, EndpointError
from legation.reading.addresses import Target, is_public, parse_url
from legation.reading.fetch import resolve

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

TIMEOUT = 120.0
"""Seconds for one request where none are given: small models on a laptop take a minute."""

LONGEST_TIMEOUT = 3600.0
"""Seconds: a model that has not answered after an hour will not."""

_LARGEST = 1_000_000  # bytes; the rows of one part, quotes included, make some 50,000
_CHUNK = 65_536


class Reply(NamedTuple):
    """What an endpoint sent back."""

    status: int
    retry_after: str | None
    body: bytes


class Transport:
    """Posts to one endpoint's chat completions; redirects are not followed.

    Plain http is for hosts on this machine or in a private network: what is sent holds the text
    and the key.

    Args:
        base_url: such as ``http://localhost:11434/v1``.
        api_key: sent as a bearer token, never shown.
        timeout: seconds for one request, from connecting to the last byte.

    Raises:
        UserError: the base URL is none, or is plain http to a public host; the key holds what
            no header can; the time-out is no time.
    """

    def __init__(self, base_url: str, api_key: str | None, timeout: float) -> None:
        if not 0 < timeout <= LONGEST_TIMEOUT:
            raise EndpointError(
                f"a time-out of {timeout:g} seconds is none",
                f"give more than 0 and at most {LONGEST_TIMEOUT:g}",
            )
        self._target = parse_url(base_url)
        self._timeout = timeout
        self._key = _checked_key(api_key)
        self.address = _address(self._target)
        if self._target.scheme == "http":
            _check_private(self._target)

    def post(self, body: bytes) -> Reply:
        """Post a JSON body.

        Raises:
            BrokenOffError: the connection broke once it stood.
            EndpointError: no connection, no trusted certificate, too slow, too big.
        """
        from urllib3.exceptions import HTTPError

        deadline = time.monotonic() + self._timeout
        connection = self._connection()
        try:
            connection.connect()
            with _watched(connection.sock, deadline):
                return self._ask(connection, body, deadline)
        except (HTTPError, HTTPException, OSError) as error:
            raise self._failure(error, deadline) from error
        finally:
            connection.close()

    def redacted(self, text: str) -> str:
        """Take the key out of a text that the endpoint sent."""
        return text.replace(self._key, "…") if self._key else text

    def _connection(self) -> HTTPConnection:
        from urllib3.connection import HTTPConnection, HTTPSConnection

        target = self._target
        if target.scheme == "http":
            return HTTPConnection(target.host, target.port, timeout=self._timeout)
        return HTTPSConnection(
            target.host, target.port, timeout=self._timeout, cert_reqs="CERT_REQUIRED"
        )

    def _ask(self, connection: HTTPConnection, body: bytes, deadline: float) -> Reply:
        path, mark, query = self._target.path.partition("?")
        connection.request(
            "POST",
            f"{path.rstrip('/')}/chat/completions{mark}{query}",
            body=body,
            headers=self._headers(),
            preload_content=False,
            decode_content=False,
        )
        with connection.getresponse() as response:
            data = self._body(response, deadline)
            return Reply(response.status, response.headers.get("Retry-After"), data)

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "Legation",
        }
        return headers | ({"Authorization": f"Bearer {self._key}"} if self._key else {})

    def _body(self, response: BaseHTTPResponse, deadline: float) -> bytes:
        data = bytearray()
        while chunk := response.read1(_CHUNK):
            data += chunk
            if time.monotonic() >= deadline:
                break
            if len(data) > _LARGEST:
                raise EndpointError(
                    f"{self.address} answered with more than {_LARGEST:,} bytes",
                    "check that the base URL is that of a language model",
                )
        if time.monotonic() >= deadline:
            raise self._too_slow()
        return bytes(data)

    def _failure(self, error: Exception, deadline: float) -> EndpointError:
        import ssl

        from urllib3 import exceptions

        if isinstance(error, ssl.SSLError | exceptions.SSLError):
            return EndpointError(
                f"{self.address} has no certificate that is trusted", "check the base URL"
            )
        if isinstance(error, exceptions.NewConnectionError):  # also counts as a time-out there
            return EndpointError(
                f"cannot connect to {self.address}",
                "check the base URL, and that the model's server runs",
            )
        if time.monotonic() >= deadline or isinstance(error, exceptions.TimeoutError):
            return self._too_slow()
        return BrokenOffError(f"{self.address} broke off its answer", "try again")

    def _too_slow(self) -> EndpointError:
        return EndpointError(
            f"{self.address} took longer than {self._timeout:g} seconds",
            "allow more time, or take a faster model",
        )


def _address(target: Target) -> str:
    host = f"[{target.host}]" if ":" in target.host else target.host
    return f"{target.scheme}://{host}:{target.port}{target.path.partition('?')[0].rstrip('/')}"


def _checked_key(key: str | None) -> str:
    """Strip a key; the problem does not show it."""
    key = (key or "").strip()
    if not all("!" <= character <= "~" for character in key):
        raise EndpointError("the API key holds characters that no key has", "copy it once more")
    return key


def _check_private(target: Target) -> None:
    try:
        found = resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise EndpointError(
            f"cannot find {target.host}", "check the base URL and the network"
        ) from error
    if not found or any(is_public(address) for address in found):
        raise EndpointError(
            f"will not send texts to {target.host} over http, where others can read them",
            "give an https address",
        )


@contextlib.contextmanager
def _watched(connected: socket.socket | None, deadline: float) -> Iterator[None]:
    """Break a connection off at a deadline, however slowly its other end drips."""

    def cut() -> None:
        with contextlib.suppress(OSError):
            if connected is not None:
                connected.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
