"""The manifest: the one file that says which segments the ledger consists of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from legation.errors import LedgerError
from legation.ledger.disk import Step, whole_file
from legation.ledger.schemas import SCHEMA_VERSION

FORMAT, FORMAT_VERSION = "legation-ledger", 1
NAME, PREVIOUS = "manifest.json", "manifest.previous.json"


@dataclass(frozen=True, slots=True)
class Segment:
    """One immutable Parquet file.

    Args:
        table: the table it holds rows of.
        name: its file name in the ``segments`` folder.
        rows: how many.
        size: bytes.
        sha256: digest of the bytes.
        sequence: the commit that wrote it.
        shown: false where it holds rows of superseded readings.
        swept: superseded readings of this commit and before are not in it.
    """

    table: str
    name: str
    rows: int
    size: int
    sha256: str
    sequence: int
    shown: bool = True
    swept: int = 0


@dataclass(frozen=True, slots=True)
class Dropped:
    """A segment file that a merge replaced; it stays until readers are done with it.

    Args:
        name: its file name.
        at: when it was replaced, in seconds since 1970.
    """

    name: str
    at: float


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a ledger after one commit.

    Args:
        sequence: number of commits so far.
        segments: the files that count.
        dropped: the files that no longer do.
        superseded_at: the last commit that superseded a reading.
    """

    sequence: int = 0
    segments: tuple[Segment, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    superseded_at: int = 0

    def of(self, table: str, superseded: bool = False) -> tuple[Segment, ...]:
        """List the segments of a table; those of superseded rows only when asked for."""
        return tuple(s for s in self.segments if s.table == table and (s.shown or superseded))

    def rows(self, table: str) -> int:
        """Count the rows of a table."""
        return sum(s.rows for s in self.of(table))

    def next(self, **changes: Any) -> Manifest:
        """Build the state after one more commit."""
        return replace(self, sequence=self.sequence + 1, **changes)


def load(folder: Path) -> Manifest | None:
    """Read the manifest of a ledger's folder.

    Returns:
        None where there is no ledger yet.

    Raises:
        LedgerError: the manifest is missing while its segments are there, is broken, or was
            written by a newer Legation.
    """
    path = folder / NAME
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        if (folder / "segments").exists() or (folder / PREVIOUS).exists():
            raise _broken(path, "is missing") from None
        return None
    except NotADirectoryError:
        raise LedgerError(f"{folder} is not a folder", "name another ledger") from None
    except OSError as error:
        raise LedgerError(f"cannot read {path}: {error.strerror}", "check the disk") from error
    return _parse(path, text)


def publish(folder: Path, manifest: Manifest, step: Step) -> None:
    """Put a new manifest in place of the old, of which a copy is kept.

    Raises:
        OSError: it could not be written; the old one stands.
    """
    path = folder / NAME
    if path.exists():
        with whole_file(folder / PREVIOUS, step) as temporary:
            temporary.write_bytes(path.read_bytes())
    with whole_file(path, step) as temporary:
        temporary.write_bytes(_dump(manifest))


def _dump(manifest: Manifest) -> bytes:
    body = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "schema": SCHEMA_VERSION,
        **asdict(manifest),
    }
    return json.dumps(body | {"checksum": _checksum(body)}, indent=1).encode()


def _parse(path: Path, text: bytes) -> Manifest:
    try:
        body = json.loads(text)
        claimed = body.pop("checksum", None)
        version = body["version"] if body["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _broken(path, "is half-written or damaged") from None
    if version is None:
        raise LedgerError(f"{path} is not a ledger's manifest", "name another ledger")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise LedgerError(
            f"{path} has format {version}, this Legation knows {FORMAT_VERSION} and older",
            "upgrade legation",
        )
    if claimed != _checksum(body):
        raise _broken(path, "does not match its checksum")
    return Manifest(
        body["sequence"],
        tuple(Segment(**s) for s in body["segments"]),
        tuple(Dropped(**d) for d in body["dropped"]),
        body["superseded_at"],
    )


def _checksum(body: dict[str, Any]) -> str:
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _broken(path: Path, how: str) -> LedgerError:
    previous = path.with_name(PREVIOUS)
    if previous.exists():
        remedy = f"copy {previous.name} over it, which loses the last commit at most"
    else:
        remedy = "restore it from a backup; the segments beside it are untouched"
    return LedgerError(f"{path} {how}", remedy)
