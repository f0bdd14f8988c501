"""Downloads from a real local server that does everything that servers do wrong."""

from __future__ import annotations

import errno
import hashlib
import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from legation.datasets import DatasetError
from legation.datasets.download import Downloader
from legation.errors import LegationError, RefusedAddressError, UnreadableError

GOOD = b"ccode,year,cinc\n" + b"2,1816,0.04\n" * 20_000
DIGEST = hashlib.sha256(GOOD).hexdigest()


class Server(http.server.BaseHTTPRequestHandler):
    """Serves the good file in as many ways as there are paths."""

    asked: ClassVar[list[tuple[str, str | None]]] = []
    tag: ClassVar[str] = '"one"'

    def do_GET(self) -> None:
        kind = self.path.strip("/").split("?")[0].removesuffix(".csv")
        wanted = self.headers.get("Range")
        Server.asked.append((kind, wanted))
        if kind == "moved":
            return self._answer(302, b"", Location="/good.csv")
        if kind == "inside":
            return self._answer(302, b"", Location="http://10.0.0.1/good.csv")
        if kind == "round":
            return self._answer(302, b"", Location="/round.csv")
        if kind == "missing":
            return self._answer(404, b"no such file")
        if kind == "page":
            return self._answer(200, b"<html>log in</html>", **{"Content-Type": "text/html"})
        if kind == "altered":
            return self._answer(200, GOOD.replace(b"0.04", b"0.05"))
        if kind == "longer":
            return self._answer(200, GOOD + b"20,1920,0.01\n")
        if kind == "slow":
            return self._slow()
        start = 0
        if wanted and kind != "stubborn" and self.headers.get("If-Range") == Server.tag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        cut = (kind == "cut" and not wanted) or kind == "always_cut"
        self._send(GOOD[start:], 206 if start else 200, cut)
        return None

    def _send(self, body: bytes, status: int, cut: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", Server.tag)
        self.end_headers()
        self.wfile.write(body[: max(1, len(body) // 3)] if cut else body)
        self.close_connection = True

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(GOOD)))
        self.end_headers()
        self.wfile.write(GOOD[:10])
        self.wfile.flush()
        time.sleep(0.3)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(port: int, tmp_path: Path):
    Server.asked.clear()
    Server.tag = '"one"'
    downloader = Downloader(idle=0.15, allowed=frozenset({"127.0.0.1"}))

    def get(kind: str, **wanted: object):
        url = f"http://127.0.0.1:{port}/{kind}.csv"
        return downloader.get(url, tmp_path / "file.csv", **wanted)  # type: ignore[arg-type]

    return get


def left(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


@pytest.mark.parametrize("kind", ["good", "moved", "stubborn"])
def test_a_whole_file_comes_verified_and_alone(ask, kind: str, tmp_path: Path) -> None:
    steps: list[tuple[int, int | None]] = []
    got = ask(kind, sha256=DIGEST, size=len(GOOD), progress=lambda *s: steps.append(s))
    assert (got.sha256, got.size) == (DIGEST, len(GOOD))
    assert (tmp_path / "file.csv").read_bytes() == GOOD
    assert left(tmp_path) == ["file.csv"]
    assert steps[-1] == (len(GOOD), len(GOOD))


def test_what_was_cut_off_goes_on_where_it_stopped(ask, tmp_path: Path) -> None:
    assert ask("cut", sha256=DIGEST).size == len(GOOD)
    assert [r for _, r in Server.asked] == [None, f"bytes={len(GOOD) // 3}-"]
    assert left(tmp_path) == ["file.csv"]


def test_a_file_that_changed_meanwhile_begins_anew(ask, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="goes on from there"):
        ask("always_cut")
    assert left(tmp_path) == ["file.csv.part", "file.csv.part.json"]
    Server.tag = '"two"'
    url_note = tmp_path / "file.csv.part.json"
    url_note.write_text(url_note.read_text().replace("always_cut", "good"))
    assert ask("good", sha256=DIGEST).size == len(GOOD)
    assert Server.asked[-1][1] is not None  # it asked for the rest, and took the whole


@pytest.mark.parametrize(
    ("kind", "error", "word"),
    [
        ("missing", UnreadableError, "404"),
        ("page", DatasetError, "web page"),
        ("altered", DatasetError, "SHA-256"),
        ("longer", DatasetError, "more bytes"),
        ("slow", UnreadableError, "sent nothing"),
        ("inside", RefusedAddressError, "not public"),
        ("round", UnreadableError, "too often"),
    ],
)
def test_what_is_not_the_file_gets_one_line_and_no_file(
    ask, tmp_path: Path, kind: str, error: type[LegationError], word: str
) -> None:
    with pytest.raises(error, match=word) as caught:
        ask(kind, sha256=DIGEST, size=len(GOOD))
    assert caught.value.remedy and "\n" not in str(caught.value)
    assert not (tmp_path / "file.csv").exists()


def test_a_file_at_hand_stays_where_a_new_one_fails(ask, tmp_path: Path) -> None:
    (tmp_path / "file.csv").write_bytes(b"old")
    with pytest.raises(DatasetError):
        ask("altered", sha256=DIGEST)
    assert (tmp_path / "file.csv").read_bytes() == b"old"


def test_a_private_address_is_refused(port: int, tmp_path: Path) -> None:
    with pytest.raises(RefusedAddressError):
        Downloader().get(f"http://127.0.0.1:{port}/good.csv", tmp_path / "file.csv")


def test_nobody_there(tmp_path: Path) -> None:
    downloader = Downloader(idle=0.2, allowed=frozenset({"127.0.0.1"}))
    with pytest.raises(UnreadableError):
        downloader.get("http://127.0.0.1:9/good.csv", tmp_path / "file.csv")


def test_a_full_disk_names_the_folder(ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("legation.datasets.download._remember", full)
    with pytest.raises(DatasetError, match="no space is left"):
        ask("good")


def test_pull_takes_the_file_from_its_address(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from legation.datasets import Column, Dataset, File, Store, pull, pulling

    url = f"http://127.0.0.1:{port}/good.csv"
    data = Dataset(
        name="small", title="Small", producer="Nobody", version="1", first_year=1816,
        last_year=1817, unit="state-year", system="cow", terms="free", terms_url="",
        landing_page=url, citations=(), files=(File("good.csv", "csv", url, sha256=DIGEST),),
        columns=(Column("cinc", "float64", "share", "index"),),
    )  # fmt: skip
    monkeypatch.setattr(pulling, "dataset", lambda name: data)
    store = Store(tmp_path / "store")
    receipt = pull("small", store, downloader=Downloader(allowed=frozenset({"127.0.0.1"})))
    assert (receipt.rows, receipt.verified, receipt.source) == (20_000, "SHA-256", url)
