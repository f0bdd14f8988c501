# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
"""Fetching from a real server on this machine, which only a constructor argument allows."""

import gzip
import ssl
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from legation.errors import RefusedAddressError, UnreadableError
from legation.reading import Fetcher, Limits, read

PAGE = b"<html><body><h1>Talks</h1><p>Russia and Japan met in Tokyo and agreed to meet again.</p></body></html>"
FEED = b"""<rss><channel><title>Wire</title>
<item><title>One</title><link>/page</link><description>Teaser one.</description></item>
<item><title>Two</title><link>/missing</link><description>The teaser of two stands in.</description></item>
<item><title>Three</title><link>http://inside.test/x</link><description>And that of three.</description></item>
</channel></rss>"""
CERTIFICATE = Path(__file__).with_name("pages_test.pem")


class Handler(BaseHTTPRequestHandler):
    released = threading.Event()

    def do_GET(self):
        name = self.path.strip("/").replace("-", "_").split("?")[0]
        getattr(self, f"get_{name}", self.get_missing)()

    def log_message(self, *_):
        pass

    def answer(self, data, kind="text/html; charset=utf-8", status=200, length=None, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, target):
        self.answer(b"", status=302, Location=target)

    def get_page(self):
        self.answer(PAGE)

    def get_host(self):
        self.answer(f"They met at {self.headers['Host']} again.".encode(), "text/plain")

    def get_missing(self):
        self.answer(b"<p>Not found", status=404)

    def get_moved(self):
        self.redirect("/page")

    def get_inside(self):
        self.redirect("http://inside.test/secret")

    def get_metadata(self):
        self.redirect("http://169.254.169.254/latest/meta-data/")

    def get_to_file(self):
        self.redirect("file:///etc/passwd")

    def get_loop(self):
        self.redirect("/loop")

    def get_big(self):
        self.answer(b"x" * 50_000, "text/plain")

    def get_lying(self):
        self.answer(PAGE, length=10_000)
        self.close_connection = True

    def get_gzip(self):
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def get_deflate(self):
        self.answer(zlib.compress(PAGE), Content_Encoding="deflate")

    def get_raw_deflate(self):
        packer = zlib.compressobj(wbits=-15)
        self.answer(packer.compress(PAGE) + packer.flush(), Content_Encoding="deflate")

    def get_cut_gzip(self):
        self.answer(gzip.compress(PAGE)[:-20], Content_Encoding="gzip")

    def get_bad_gzip(self):
        self.answer(b"\x1f\x8bnonsense", Content_Encoding="gzip")

    def get_bomb(self):
        self.answer(gzip.compress(b"x" * 30_000_000), Content_Encoding="gzip")

    def get_brotli(self):
        self.answer(PAGE, Content_Encoding="br")

    def get_image(self):
        self.answer(b"\x89PNG\r\n\x1a\n", "image/png")

    def get_untyped(self):
        self.answer(PAGE, "")

    def get_silent(self):
        self.released.wait(10)

    def get_dripping(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.released.wait(0.05):
            try:
                self.wfile.write(b"x")
            except OSError:
                return

    def get_garbage(self):
        self.wfile.write(b"\x00\x01nothing like HTTP\r\n\r\n")

    def get_feed(self):
        self.answer(FEED, "application/rss+xml")


def served(wrap=None):
    Handler.released.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if wrap:
        server.socket = wrap.wrap_socket(server.socket, server_side=True)
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    ).start()
    yield server.server_address[1]
    Handler.released.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def port():
    yield from served()


@pytest.fixture(scope="module")
def tls_port():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    yield from served(context)


def resolver(host, _port):
    return {
        "pages.test": ["127.0.0.1"],
        "inside.test": ["10.0.0.1"],
        "mixed.test": ["8.8.8.8", "127.0.0.2"],
    }.get(host, [host])


def fetcher(**limits):
    return Fetcher(
        Limits(**{"size": 20_000, "seconds": 5.0} | limits), resolver, frozenset({"127.0.0.1"})
    )


@pytest.mark.parametrize(
    "name", ["page", "moved", "gzip", "deflate", "raw-deflate", "untyped", "page?a=b"]
)
def test_a_page_is_fetched(port, name):
    assert fetcher().fetch(f"http://pages.test:{port}/{name}").data == PAGE


def test_the_host_is_named_although_its_address_is_connected_to(port):
    assert f"pages.test:{port}".encode() in fetcher().fetch(f"http://pages.test:{port}/host").data


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing", "answered 404"),
        ("loop", "redirects more than 5 times"),
        ("big", "too big"),
        ("bomb", "too big"),
        ("lying", "cut off"),
        ("cut-gzip", "cut off"),
        ("bad-gzip", "badly compressed"),
        ("brotli", "compressed as br"),
        ("image", "is image/png, not text"),
        ("garbage", "cannot reach"),
    ],
)
def test_what_cannot_be_read_has_a_line_that_says_why(port, name, message):
    with pytest.raises(UnreadableError, match=message) as raised:
        fetcher().fetch(f"http://pages.test:{port}/{name}")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["silent", "dripping"])
def test_slow_servers_are_left_at_the_deadline(port, name):
    with pytest.raises(UnreadableError, match=r"longer than 0\.3 seconds"):
        fetcher(seconds=0.3).fetch(f"http://pages.test:{port}/{name}")


@pytest.mark.parametrize("name", ["inside", "metadata", "to-file"])
def test_redirects_are_checked_like_first_addresses(port, name):
    with pytest.raises(RefusedAddressError):
        fetcher().fetch(f"http://pages.test:{port}/{name}")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "2130706433",
        "0x7f.1",
        "10.0.0.1",
        "mixed.test",
        "inside.test",
    ],
)
def test_the_standard_fetcher_refuses_addresses_inside(port, host):
    standard = Fetcher(resolver=resolver) if host.endswith(".test") else Fetcher()
    with pytest.raises((RefusedAddressError, UnreadableError)) as raised:
        standard.fetch(f"http://{host}:{port}/page")
    assert isinstance(raised.value, RefusedAddressError) or "cannot find" in str(raised.value)


def test_no_network_is_one_clear_line():
    def offline(_host, _port):
        raise OSError("no network")

    with pytest.raises(UnreadableError, match=r"cannot find example\.org"):
        Fetcher(resolver=offline).fetch("https://example.org/")


def test_a_closed_port_is_one_clear_line():
    with pytest.raises(UnreadableError, match="cannot reach"):
        fetcher().fetch("http://pages.test:9/")


def trusting():
    return ssl.create_default_context(cafile=str(CERTIFICATE))


def test_tls_is_checked_against_the_name_and_not_the_address(tls_port):
    allowed = frozenset({"127.0.0.1"})
    good = Fetcher(Limits(seconds=5), resolver, allowed, trusting())
    assert good.fetch(f"https://pages.test:{tls_port}/page").data == PAGE
    with pytest.raises(UnreadableError, match="certificate"):
        Fetcher(Limits(seconds=5), lambda *_: ["127.0.0.1"], allowed, trusting()).fetch(
            f"https://other.test:{tls_port}/page"
        )
    with pytest.raises(UnreadableError, match="certificate"):
        Fetcher(Limits(seconds=5), resolver, allowed).fetch(f"https://pages.test:{tls_port}/page")


def test_reading_a_url(port):
    (d,) = read(f"http://pages.test:{port}/moved", fetcher=fetcher())
    assert d.title == "Talks" and d.source.address == f"http://pages.test:{port}/page"


def test_a_feeds_links_are_fetched_and_its_teasers_stand_in(port):
    problems = []
    found = list(
        read(
            f"http://pages.test:{port}/feed",
            fetcher=fetcher(),
            on_problem=lambda a, e: problems.append(a),
        )
    )
    assert [d.source.kind for d in found] == ["html", "feed", "feed"]
    assert found[1].text == "Two\n\nThe teaser of two stands in."
    assert problems == [f"http://pages.test:{port}/missing", "http://inside.test/x"]


def test_fetching_can_be_off():
    with pytest.raises(RefusedAddressError, match="off"):
        list(read("https://example.org/", fetch=False))
