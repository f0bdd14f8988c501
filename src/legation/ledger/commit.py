"""One atomic change: new segments on the disk first, then one manifest that names them."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from legation.errors import LedgerError
from legation.ledger import manifest as manifests
from legation.ledger.disk import Step, plain_errors
from legation.ledger.lock import writing
from legation.ledger.manifest import Dropped, Manifest, Segment
from legation.ledger.schemas import Table
from legation.ledger.segments import in_order, write_segment


class Commit:
    """A change in the making; nothing of it counts before :meth:`publish`.

    Args:
        folder: the ledger's folder.
        before: its manifest.
        step: told each step by name.
        grace: seconds that a dropped segment stays for readers that still use it.
    """

    def __init__(self, folder: Path, before: Manifest, step: Step, grace: float) -> None:
        self.before = before
        self.sequence = before.sequence + 1
        self._folder, self._step, self._grace = folder, step, grace
        self._new: list[Segment] = []
        self._gone: set[str] = set()
        self._superseded_at = before.superseded_at
        self._written = 0

    def add(self, table: Table, rows: pa.Table) -> None:
        """Write rows as a segment of their own, sorted."""
        self.write(table, in_order(table, rows).to_batches())

    def write(self, table: Table, batches: Iterable[pa.RecordBatch], **marks: Any) -> None:
        """Write sorted batches as a segment, which may be marked not shown or swept."""
        folder, number = self._folder / "segments", self._written
        segment = write_segment(folder, table, batches, self.sequence, number, self._step, **marks)
        self._written += 1
        if segment is not None:
            self._new.append(segment)

    def drop(self, segments: Iterable[Segment]) -> None:
        """Take segments out, which this commit has written anew elsewhere."""
        self._gone |= {segment.name for segment in segments}

    def supersede(self) -> None:
        """Note that this commit supersedes readings."""
        self._superseded_at = self.sequence

    def publish(self) -> Manifest:
        """Make it count, then delete dropped segments whose grace is over.

        Returns:
            The manifest that now holds.
        """
        if not (self._new or self._gone):
            return self.before
        now = time.time()
        # A clock set back must not keep a file for ever, nor delete it early: age is absolute.
        stay = [d for d in self.before.dropped if abs(now - d.at) < self._grace]
        dropped = [*stay, *(Dropped(name, now) for name in sorted(self._gone))]
        segments = [s for s in self.before.segments if s.name not in self._gone]
        after = self.before.next(
            segments=tuple(segments + self._new),
            dropped=tuple(dropped),
            superseded_at=self._superseded_at,
        )
        manifests.publish(self._folder, after, self._step)
        self._step("delete dropped segments")
        remove_orphans(self._folder, after)
        return after


@contextlib.contextmanager
def change(folder: Path, step: Step, grace: float, wait: float) -> Iterator[Commit]:
    """Hold the lock, clean up after a crash, and hand out a commit to fill and publish.

    Raises:
        LedgerError: the ledger is busy, broken, or cannot be written.
    """
    with plain_errors(folder):
        _refuse_foreign(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with writing(folder / "lock", wait):
            before = _begin(folder, step)
            remove_orphans(folder, before)
            yield Commit(folder, before, step, grace)


def orphans(folder: Path, manifest: Manifest) -> list[Path]:
    """List the files that no manifest names: what a crash left behind."""
    named = {s.name for s in manifest.segments} | {d.name for d in manifest.dropped}
    return sorted(p for p in (folder / "segments").glob("*-*-*.parquet*") if p.name not in named)


def remove_orphans(folder: Path, manifest: Manifest) -> None:
    """Delete the files that no manifest names; one that is in use on Windows waits."""
    for path in orphans(folder, manifest):
        with contextlib.suppress(OSError):
            path.unlink()


def _begin(folder: Path, step: Step) -> Manifest:
    before = manifests.load(folder)
    if before is None:
        before = Manifest()
        manifests.publish(folder, before, step)
    (folder / "segments").mkdir(exist_ok=True)
    return before


def _refuse_foreign(folder: Path) -> None:
    ours = {"lock", "lock.holder", "segments"}
    if not folder.is_dir() or (folder / manifests.NAME).exists():
        return
    names = {p.name for p in folder.iterdir()}
    if any(n not in ours and not n.startswith("manifest.") for n in names):
        raise LedgerError(f"{folder} holds files that are no ledger's", "name an empty folder")
