"""Which network addresses may be read: public ones, and no others."""

from __future__ import annotations

import ipaddress
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from legation.errors import RefusedAddressError, UnreadableError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Special-purpose blocks (IANA) that some versions of Python still count as global.
_SPECIAL = (ipaddress.IPv4Network("192.0.0.0/24"), ipaddress.IPv4Network("192.88.99.0/24"))
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LONGEST_URL = 4_000


class Target(NamedTuple):
    """A URL taken apart: what to look up, where to connect, what to ask for."""

    scheme: str
    host: str
    port: int
    path: str


def is_url(address: str) -> bool:
    """Whether an address has a scheme, and so is no path.

    Examples:
        >>> is_url("https://example.org/a"), is_url("C:/a.txt"), is_url("notes: a.txt")
        (True, False, False)
    """
    scheme, separator, _ = address.partition("://")
    return bool(separator) and scheme.isalnum()


def parse_url(url: str) -> Target:
    """Take a URL apart.

    Raises:
        RefusedAddressError: another scheme than http and https, or a user name in it.
        UnreadableError: it is no URL.

    Examples:
        >>> parse_url("http://example.org/a?b#c")
        Target(scheme='http', host='example.org', port=80, path='/a?b')
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise UnreadableError(f"{url[:200]} is not a URL", "check how it is written") from None
    if parts.scheme not in ("http", "https"):
        raise RefusedAddressError(f"will not fetch {parts.scheme}: addresses", "give http or https")
    if "@" in parts.netloc:
        raise RefusedAddressError("will not fetch a URL with a user name in it", "take it out")
    if not host or len(url) > _LONGEST_URL or any(c.isspace() or ord(c) < 33 for c in host):
        raise UnreadableError(f"{url[:200]} is not a URL", "check how it is written")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    port = port or (443 if parts.scheme == "https" else 80)
    return Target(parts.scheme, host, port, f"{path}?{query}" if query else path)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    Private, loopback, link-local, multicast, reserved and carrier-grade NAT addresses are not, nor
    are IPv6 addresses that stand for such an IPv4 address (mapped, 6to4, Teredo, NAT64).

    Examples:
        >>> is_public("93.184.216.34"), is_public("::ffff:10.0.0.1"), is_public("100.64.0.1")
        (True, False, False)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_plainly_public(a) for a in (ip, *_embedded(ip)))


def _is_plainly_public(ip: IPAddress) -> bool:
    refused = (
        any(ip in network for network in _SPECIAL)
        or ip.is_multicast
        or ip.is_reserved
        or ip.is_unspecified
        or ip.is_link_local
    )
    if isinstance(ip, ipaddress.IPv6Address):
        # What is embedded in these is judged by itself; "reserved" covers their whole blocks.
        if ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip in _NAT64:
            return True
        refused = refused or ip.is_site_local
    return ip.is_global and not refused


def _embedded(ip: IPAddress) -> list[IPAddress]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found: list[IPAddress] = [a for a in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())) if a]
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return found
