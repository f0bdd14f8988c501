"""A URL to bytes, safely: the address that was checked is the address that is connected to."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from legation.errors import LegationError, RefusedAddressError, UnreadableError
from legation.reading.addresses import Target, is_public, parse_url
from legation.reading.inflating import Inflater

if TYPE_CHECKING:
    import ssl

    from urllib3.connection import HTTPConnection

Resolver = Callable[[str, int], list[str]]
"""Host and port to IP addresses."""

_TYPES_LINE = (
    "text/html application/xhtml+xml text/plain text/markdown application/pdf "
    "application/xml text/xml application/rss+xml application/atom+xml application/rdf+xml "
    "application/octet-stream"
)
_TYPES = frozenset(_TYPES_LINE.split())
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGENT = "Legation (reads one page at a user's request)"
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost.

    Args:
        size: bytes of the body, before and after decompression; a long page with its scripts is
            2 MB, a scanned treaty 10 MB.
        seconds: from the look-up to the last byte, redirects included.
        redirects: hops from the first address.
    """

    size: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5


class Fetched(NamedTuple):
    """What a URL gave, after redirects."""

    url: str
    data: bytes
    content_type: str | None
    charset: str | None


def resolve(host: str, port: int) -> list[str]:
    """Look a host up in the system's name service.

    Raises:
        OSError: the name is not known, or there is no network.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Fetcher:
    """Fetches URLs under limits.

    Args:
        limits: size, time and redirects.
        resolver: how hosts are looked up; tests put their own here.
        allowed: IP addresses that are connected to although they are not public; for tests.
        trust: TLS context; the system's certificates by default.
    """

    def __init__(
        self,
        limits: Limits = Limits(),
        resolver: Resolver = resolve,
        allowed: frozenset[str] = frozenset(),
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits
        self._resolver = resolver
        self._allowed = allowed
        self._trust = trust

    def fetch(self, url: str) -> Fetched:
        """Get the body of a URL.

        Raises:
            RefusedAddressError: it, or a redirect from it, is not a public http(s) address.
            UnreadableError: no network, too slow, too big, cut off, an error status, or a kind
                of content that holds no text.
        """
        deadline = time.monotonic() + self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            found = self._hop(url, deadline)
            if isinstance(found, Fetched):
                return found
            url = found
        raise UnreadableError(
            f"{url[:200]} redirects more than {self._limits.redirects} times", "give the final URL"
        )

    def _hop(self, url: str, deadline: float) -> Fetched | str:
        """Ask one address: its body, or the URL that it redirects to."""
        from urllib3.exceptions import HTTPError

        target = parse_url(url)
        ip = checked_address(target, self._resolver, self._allowed)
        connection = connection_to(target, ip, max(0.01, deadline - time.monotonic()), self._trust)
        watch = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [connection])
        watch.daemon = True
        watch.start()
        try:
            return self._ask(connection, target, url, deadline)
        except LegationError:
            raise
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise self._failure(url, error, deadline) from error
        finally:
            watch.cancel()
            connection.close()

    def _ask(
        self, connection: HTTPConnection, target: Target, url: str, deadline: float
    ) -> Fetched | str:
        connection.request(
            "GET",
            target.path,
            headers=_headers(target),
            preload_content=False,
            decode_content=False,
        )
        with connection.getresponse() as response:
            location = response.headers.get("Location")
            if response.status in _REDIRECTS and location:
                return urljoin(url, location)
            if response.status >= 300:
                raise UnreadableError(
                    f"{url[:200]} answered {response.status}", "check the address in a browser"
                )
            media, charset = _content_type(response.headers.get("Content-Type"))
            if media is not None and media not in _TYPES:
                raise UnreadableError(
                    f"{url[:200]} is {media}, not text", "give a page, text, PDF or feed"
                )
            return Fetched(url, self._body(response, url, deadline), media, charset)

    def _body(self, response: Any, url: str, deadline: float) -> bytes:
        from urllib3.exceptions import HTTPError

        inflater = Inflater(response.headers.get("Content-Encoding"), self._limits.size, url)
        try:
            while chunk := response.read1(_CHUNK):
                inflater.feed(chunk)
                if time.monotonic() > deadline:
                    raise self._too_slow(url)
        except (HTTPError, HTTPException, OSError) as error:
            if time.monotonic() >= deadline:
                raise self._too_slow(url) from error
            raise UnreadableError(f"{url[:200]} was cut off on the way", "try again") from error
        return inflater.finish()

    def _failure(self, url: str, error: Exception, deadline: float) -> UnreadableError:
        import ssl

        from urllib3 import exceptions

        if isinstance(error, ssl.SSLError | exceptions.SSLError):
            return UnreadableError(
                f"{url[:200]} has no certificate that is trusted", "check the address in a browser"
            )
        if time.monotonic() >= deadline:
            return self._too_slow(url)
        return UnreadableError(f"cannot reach {url[:200]}", "check the address and the network")

    def _too_slow(self, url: str) -> UnreadableError:
        return UnreadableError(
            f"{url[:200]} took longer than {self._limits.seconds:g} seconds", "try again later"
        )


def checked_address(target: Target, resolver: Resolver, allowed: frozenset[str]) -> str:
    """Look a host up and give the address to connect to, if all that it has are public.

    Raises:
        UnreadableError: the host is not known, or there is no network.
        RefusedAddressError: one of its addresses is not public.
    """
    try:
        found = resolver(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(
            f"cannot find {target.host}", "check the address and the network"
        ) from error
    if not found or not all(a in allowed or is_public(a) for a in found):
        raise RefusedAddressError(
            f"will not fetch from {target.host}: its address is not public",
            "save the page and read the file",
        )
    return found[0]


def connection_to(
    target: Target, ip: str, timeout: float, trust: ssl.SSLContext | None
) -> HTTPConnection:
    """Open a connection to the very address that was checked."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if target.scheme == "http":
        return HTTPConnection(ip, target.port, timeout=timeout)
    return HTTPSConnection(
        ip,
        target.port,
        timeout=timeout,
        cert_reqs="CERT_REQUIRED",
        server_hostname=target.host,  # the certificate is checked against this
        ssl_context=trust,
    )


def host_header(target: Target) -> str:
    """Give the Host header for a target: its port only where it is not the usual one."""
    host = f"[{target.host}]" if ":" in target.host else target.host
    default = 443 if target.scheme == "https" else 80
    return host if target.port == default else f"{host}:{target.port}"


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": host_header(target),
        "User-Agent": _AGENT,
        "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/xml",
        "Accept-Encoding": "gzip, deflate",
    }


def _content_type(header: str | None) -> tuple[str | None, str | None]:
    media, _, parameters = (header or "").partition(";")
    _, _, charset = parameters.partition("charset=")
    return media.strip().lower() or None, charset.split(";")[0].strip(" \"'") or None


def _cut(connection: HTTPConnection) -> None:
    """Break a connection at the deadline, however slowly its other end drips."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # already closed
