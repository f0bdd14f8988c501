"""The one way in: an address to its documents."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from legation.errors import LegationError, RefusedAddressError, UnreadableError
from legation.model import Document
from legation.reading import feed, html, pdf, plain
from legation.reading.addresses import is_url
from legation.reading.characters import clean
from legation.reading.encoding import decode
from legation.reading.fetch import Fetched, Fetcher
from legation.reading.layout import Origin, lay_out
from legation.reading.limits import MAX_BYTES, MAX_CHARACTERS, check_size
from legation.reading.sniffing import check_bytes, check_text, is_pdf, kind_of

OnProblem = Callable[[str, LegationError], None]
"""What to do with an address that could not be read: called with it and the error."""

MAX_LINKS = 20
"""Entries of a feed's URL whose links are fetched: what a feed shows of one day."""

_COMPANION = ("_files", ".files", "_fichiers", "-Dateien")  # folders of browsers' saved pages


def read(
    address: str | Path,
    *,
    published: dt.date | None = None,
    fetch: bool = True,
    on_problem: OnProblem | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Document]:
    """Read whatever stands at an address.

    A feed yields its entries: from a file their own content, from a URL the pages that its first
    ``MAX_LINKS`` entries link to, or the entry's own content where its page cannot be read.

    Args:
        address: path of a file or folder, ``"-"`` for standard input, or an http(s) URL.
        published: day of publication, which wins over what the document states.
        fetch: whether URLs may be fetched.
        on_problem: called for each file or linked page that cannot be read; without it the rest
            is still read, and one error at the end names them.
        fetcher: how URLs are fetched; by default under the standard limits.

    Yields:
        Documents, in the order of :func:`paths` or of the feed.

    Raises:
        UnreadableError: nothing can be read there, with why.
        RefusedAddressError: a URL that will not be fetched.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = Path(folder, "a.txt").write_text("Russia and Japan met in Tokyo.")
        ...     [d.text for d in read(folder)]
        ['Russia and Japan met in Tokyo.']
    """
    name = str(address)
    if name == "-":
        yield from read_bytes(
            _limited(sys.stdin.buffer.read(MAX_BYTES + 1), "-"), "-", None, published
        )
    elif isinstance(address, str) and is_url(name):
        if not fetch:
            raise RefusedAddressError(
                f"will not fetch {name[:200]}: fetching is off", "save the page"
            )
        yield from _read_url(name, published, fetcher or Fetcher(), on_problem)
    elif Path(address).is_dir():
        yield from _read_folder(Path(address), published, on_problem)
    else:
        yield from read_bytes(_file(Path(address)), name, None, published)


def read_bytes(
    data: bytes,
    address: str,
    content_type: str | None = None,
    published: dt.date | None = None,
    charset: str | None = None,
) -> list[Document]:
    """Read bytes of any kind that Legation knows; what kind, the bytes say.

    Args:
        data: the raw bytes.
        address: where they came from, for the source and for messages.
        content_type: media type that a server gave; it only breaks ties.
        published: day of publication, which wins over what the document states.
        charset: encoding that a server gave.

    Returns:
        One document, or one for each readable entry of a feed.

    Raises:
        UnreadableError: with why in one line.

    Examples:
        >>> [d.source.kind for d in read_bytes(b"<html><body><p>They met.", "a")]
        ['html']
    """
    check_bytes(_limited(data, address), address)
    origin = Origin(address, "pdf", hashlib.sha256(data).hexdigest(), published)
    if is_pdf(data):
        return [lay_out(pdf.draft(data, address), origin)]
    text = decode(data, charset)
    check_text(text, address)
    kind = kind_of(text, address, content_type)
    if kind == "feed":
        return _entries(text, address, published)
    if kind == "html":
        return [lay_out(html.draft(text, address), _of_kind(origin, "html"))]
    check_size(len(text), MAX_CHARACTERS, address, "characters")
    return [lay_out(plain.draft(clean(text)), _of_kind(origin, "text"))]


def read_text(text: str, *, address: str = "-", published: dt.date | None = None) -> Document:
    """Read plain text.

    Args:
        text: the text, as typed or saved.
        address: where it came from.
        published: day of publication, which wins over what the text states.

    Raises:
        UnreadableError: it is empty or too big.

    Examples:
        >>> read_text("Russia and Japan met.\\nThey parted.").text
        'Russia and Japan met.\\n\\nThey parted.'
    """
    check_size(len(text), MAX_CHARACTERS, address, "characters")
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return lay_out(plain.draft(clean(text)), Origin(address, "text", sha256, published))


def paths(folder: str | Path) -> list[Path]:
    """List the files of a folder that :func:`read` would read, sorted, for showing progress.

    Hidden files are left out, and the folders of images that browsers save beside a page.

    Raises:
        UnreadableError: there is no such folder.
    """
    top = Path(folder)
    if not top.is_dir():
        raise UnreadableError(f"no such folder: {folder}", "check the path")
    found: list[Path] = []
    for here, folders, files in os.walk(top):
        pages = {Path(f).stem for f in files if f.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = [d for d in folders if not d.startswith(".") and not _is_companion(d, pages)]
        found.extend(Path(here, f) for f in files if not f.startswith("."))
    return sorted(p for p in found if p.is_file())


def _is_companion(folder: str, pages: set[str]) -> bool:
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _COMPANION)


def _read_folder(
    folder: Path, published: dt.date | None, on_problem: OnProblem | None
) -> Iterator[Document]:
    problems: list[str] = []
    found = paths(folder)
    if not found:
        raise UnreadableError(f"{folder} has no files to read", "check the path")
    for path in found:
        try:
            documents = read_bytes(_file(path), str(path), None, published)
        except LegationError as error:
            problems.append(str(path))
            if on_problem:
                on_problem(str(path), error)
            continue
        yield from documents
    if problems and not on_problem:
        shown = ", ".join(problems[:3]) + (", ..." if len(problems) > 3 else "")
        raise UnreadableError(
            f"{len(problems)} of {len(found)} files could not be read ({shown})",
            "the others were; read one by itself to see why",
        )


def _read_url(
    url: str, published: dt.date | None, fetcher: Fetcher, on_problem: OnProblem | None
) -> Iterator[Document]:
    got = fetcher.fetch(url)
    check_bytes(got.data, got.url)
    text = "" if is_pdf(got.data) else decode(got.data, got.charset)
    if kind_of(text, got.url, got.content_type) != "feed":
        yield from _of_fetched(got, published)
        return
    for entry in itertools.islice(feed.entries(text, got.url), MAX_LINKS):
        try:
            if entry.link:
                yield from _of_fetched(
                    fetcher.fetch(entry.link), published or entry.draft.published
                )
                continue
        except LegationError as error:
            if on_problem:
                on_problem(entry.address, error)
        try:
            yield _of_entry(entry, published)
        except LegationError as error:
            if on_problem:
                on_problem(entry.address, error)


def _of_fetched(got: Fetched, published: dt.date | None) -> list[Document]:
    return read_bytes(got.data, got.url, got.content_type, published, got.charset)


def _entries(text: str, address: str, published: dt.date | None) -> list[Document]:
    documents = []
    for entry in feed.entries(text, address):
        try:
            documents.append(_of_entry(entry, published))
        except UnreadableError:  # an entry without any text
            continue
    if not documents:
        raise UnreadableError(
            f"{address} is a feed without text", "give the pages that it links to"
        )
    return documents


def _of_entry(entry: feed.Entry, published: dt.date | None) -> Document:
    sha256 = hashlib.sha256(entry.raw.encode("utf-8", "surrogatepass")).hexdigest()
    return lay_out(entry.draft, Origin(entry.address, "feed", sha256, published))


def _of_kind(origin: Origin, kind: str) -> Origin:
    return Origin(origin.address, kind, origin.sha256, origin.published, origin.publisher)


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _limited(file.read(MAX_BYTES + 1), str(path))
    except FileNotFoundError:
        raise UnreadableError(f"no such file: {path}", "check the path") from None
    except PermissionError:
        raise UnreadableError(f"not allowed to open {path}", "check its permissions") from None
    except (OSError, ValueError) as error:  # a NUL in the path is a ValueError
        raise UnreadableError(f"cannot open {path}", str(error)) from error


def _limited(data: bytes, address: str) -> bytes:
    check_size(len(data), MAX_BYTES, address, "bytes")
    return data
