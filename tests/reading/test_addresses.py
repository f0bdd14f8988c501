import pytest

from legation.errors import LegationError, RefusedAddressError, UnreadableError
from legation.reading.addresses import is_public, parse_url

INSIDE = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 192.0.0.8
192.0.2.1 192.168.0.1 198.18.0.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1
fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
2002:7f00:1::1 64:ff9b::7f00:1 2001:0:7f00:1::1 localhost nonsense
"""


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    INSIDE.split(),
)
def test_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("ftp://example.org/a", RefusedAddressError),
        ("file:///etc/passwd", RefusedAddressError),
        ("gopher://example.org", RefusedAddressError),
        ("http://user:secret@example.org/", RefusedAddressError),
        ("http://@example.org/", RefusedAddressError),
        ("http://", UnreadableError),
        ("http://[", UnreadableError),
        ("http://example.org:99999/", UnreadableError),
        ("http://exa mple.org/", UnreadableError),
        ("http://" + "a" * 5000, UnreadableError),
    ],
)
def test_refused_urls_never_show_a_secret(url, error):
    with pytest.raises(error) as raised:
        parse_url(url)
    assert isinstance(raised.value, LegationError) and "secret" not in str(raised.value)


def test_a_url_is_made_safe_to_send():
    assert parse_url("http://example.org/a b\r\nX: y").path == "/a%20bX:%20y"
    assert parse_url("https://bücher.example/ü").host == "xn--bcher-kva.example"
    assert parse_url("https://example.org:8443").port == 8443
