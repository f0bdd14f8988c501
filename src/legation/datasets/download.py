"""Fetching one large file: resumed, verified, and whole or not there."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from legation.datasets.errors import DatasetError
from legation.errors import LegationError, UnreadableError
from legation.reading.addresses import parse_url
from legation.reading.fetch import Resolver, checked_address, connection_to, host_header, resolve

if TYPE_CHECKING:
    import ssl

Progress = Callable[[int, int | None], None]
"""Told the bytes so far, and all of them where known."""

_CHUNK = 1 << 18
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_TRIES = 3
_AGENT = "Legation (fetches a data set at a user's request)"


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came whole.

    Args:
        path: where it is.
        url: where it came from, after redirects.
        sha256: SHA-256 of its bytes.
        size: how many.
    """

    path: Path
    url: str
    sha256: str
    size: int


class _CutOffError(Exception):
    """The connection ended before the file did."""


class Downloader:
    """Fetches files to disk, from public addresses only.

    What came of a file that was cut off stays beside it as ``.part``, and the next call goes on
    from there where the server still has the same file.

    Args:
        idle: seconds without a byte after which it is given up.
        size: the most bytes that a file may have.
        redirects: hops from the first address.
        resolver: how hosts are looked up; tests put their own here.
        allowed: addresses that are connected to although they are not public; for tests.
        trust: TLS context; the system's certificates by default.
    """

    def __init__(
        self,
        idle: float = 30.0,
        size: int = 5_000_000_000,
        redirects: int = 5,
        resolver: Resolver = resolve,
        allowed: frozenset[str] = frozenset(),
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._idle = idle
        self._size = size
        self._redirects = redirects
        self._resolver = resolver
        self._allowed = allowed
        self._trust = trust

    def get(
        self,
        url: str,
        target: Path,
        sha256: str = "",
        size: int | None = None,
        progress: Progress | None = None,
    ) -> Received:
        """Fetch a file, or the rest of one that was cut off before.

        Args:
            url: a public http or https address.
            target: where the file goes.
            sha256: what its bytes must hash to, where known.
            size: how many bytes it must have, where known.
            progress: told how far it got.

        Raises:
            RefusedAddressError: it, or a redirect from it, is not a public address.
            UnreadableError: no network, an error status, too slow, or cut off again and again.
            DatasetError: the bytes are not those asked for, too many, a web page, or the disk is
                full.
        """
        part = target.with_name(target.name + ".part")
        for attempt in range(_TRIES):
            try:
                with _disk(target.parent):
                    final = self._fetch(url, part, size, progress, target.suffix)
                break
            except _CutOffError as error:
                if attempt == _TRIES - 1:
                    raise UnreadableError(
                        f"{url[:200]} was cut off on the way", "run it again: it goes on from there"
                    ) from error
        return self._finish(final, part, target, sha256, size)

    def _finish(
        self, url: str, part: Path, target: Path, sha256: str, size: int | None
    ) -> Received:
        """Verify what came, and move it into place."""
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        length = part.stat().st_size
        for what, wanted, has in (("size", size, length), ("SHA-256", sha256, found)):
            if wanted and wanted != has:
                self._drop(part)
                raise DatasetError(
                    f"the {what} of {target.name} is {has}, not {wanted}",
                    "the producer changed it, or somebody else did: see the data set's page",
                )
        part.replace(target)
        _note(part).unlink(missing_ok=True)
        return Received(target, url, found, length)

    def _fetch(
        self, url: str, part: Path, size: int | None, progress: Progress | None, suffix: str
    ) -> str:
        """Fetch into the part file what it lacks; give the address that the bytes came from."""
        for _ in range(self._redirects + 1):
            found = self._hop(url, part, size, progress, suffix)
            if found is None:
                return url
            url = found
        raise UnreadableError(f"{url[:200]} redirects too often", "give the final address")

    def _hop(
        self, url: str, part: Path, size: int | None, progress: Progress | None, suffix: str
    ) -> str | None:
        from http.client import HTTPException

        from urllib3.exceptions import HTTPError

        target = parse_url(url)
        ip = checked_address(target, self._resolver, self._allowed)
        connection = connection_to(target, ip, self._idle, self._trust)
        have, validator = _resumable(part, url)
        headers = {"Host": host_header(target), "User-Agent": _AGENT, "Accept-Encoding": "identity"}
        if have:
            headers |= {"Range": f"bytes={have}-", "If-Range": validator}
        try:
            connection.request("GET", target.path, headers=headers, preload_content=False,
                               decode_content=False)  # fmt: skip
            with connection.getresponse() as response:
                location = response.headers.get("Location")
                if response.status in _REDIRECTS and location:
                    return urljoin(url, location)
                if response.status == 416 and have:  # it had all, or the file became shorter
                    self._drop(part)
                    raise _CutOffError
                self._check(response, url, suffix)
                if response.status != 206:
                    have = 0
                self._body(response, part, have, size, progress, url)
        except LegationError:
            raise
        except TimeoutError as error:
            raise UnreadableError(
                f"{url[:200]} sent nothing for {self._idle:g} seconds", "run it again later"
            ) from error
        except (HTTPError, HTTPException) as error:
            if "timed out" in str(error).lower():
                raise UnreadableError(
                    f"{url[:200]} sent nothing for {self._idle:g} seconds", "run it again later"
                ) from error
            if part.exists() and part.stat().st_size > have:
                raise _CutOffError from error
            raise UnreadableError(
                f"cannot reach {url[:200]}", "check the address and the network"
            ) from error
        finally:
            connection.close()
        return None

    def _check(self, response: Any, url: str, suffix: str) -> None:
        if response.status >= 300:
            raise UnreadableError(
                f"{url[:200]} answered {response.status}", "see the data set's page in a browser"
            )
        media = (response.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        if media in ("text/html", "application/xhtml+xml") and suffix not in (".html", ".htm"):
            raise DatasetError(
                f"{url[:200]} gave a web page, not the file",
                "get the file in a browser, then `--from FILE`",
            )

    def _body(
        self, response: Any, part: Path, have: int, size: int | None, progress: Progress | None,
        url: str,
    ) -> None:  # fmt: skip
        length = response.headers.get("Content-Length")
        total = have + int(length) if length and length.isdigit() else size
        if total and total > self._size:
            raise DatasetError(f"{url[:200]} has {total:,} bytes", f"the most is {self._size:,}")
        _remember(part, url, response)
        with part.open("ab" if have else "wb") as file:
            while chunk := response.read1(_CHUNK):
                file.write(chunk)
                have += len(chunk)
                if have > (size or self._size):
                    self._drop(part)
                    raise DatasetError(f"{url[:200]} has more bytes than it should",
                                       "the producer changed it: see its page")  # fmt: skip
                if progress:
                    progress(have, total)
        if total and have < total:
            raise _CutOffError

    def _drop(self, part: Path) -> None:
        part.unlink(missing_ok=True)
        _note(part).unlink(missing_ok=True)


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _resumable(part: Path, url: str) -> tuple[int, str]:
    """Give how much of a file is there, and what tells whether the server still has the same."""
    try:
        told = json.loads(_note(part).read_text(encoding="utf-8"))
        if told["url"] == url and told["validator"]:
            return part.stat().st_size, str(told["validator"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return 0, ""


def _remember(part: Path, url: str, response: Any) -> None:
    tag = response.headers.get("ETag") or ""
    validator = tag if tag and not tag.startswith("W/") else response.headers.get("Last-Modified")
    note = {"url": url, "validator": validator or ""}
    _note(part).write_text(json.dumps(note), encoding="utf-8")


@contextmanager
def _disk(folder: Path) -> Iterator[None]:
    """Turn what the operating system says of a full or closed disk into one clear line."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            remedy = "make room and run it again: it goes on from there"
            raise DatasetError(f"no space is left in {folder}", remedy) from error
        if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
            raise DatasetError(f"cannot write to {folder}", "check who may") from error
        raise UnreadableError("the connection broke", "run it again") from error
