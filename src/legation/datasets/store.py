"""The folder of data sets at hand: what was got, its tidy table, and the receipt for both."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from legation.datasets.errors import DatasetError
from legation.folders import cache_folder

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was got for a data set, from where, and how far it was verified.

    Args:
        name: the data set.
        version: its version.
        source: address or file that it came from.
        sha256: SHA-256 of the bytes that came.
        size: how many bytes came.
        verified: ``sha256``, ``md5`` or ``size`` where it agreed with what the catalogue has,
            empty where the catalogue had nothing to compare with.
        terms: the terms on which it came.
        tidy_sha256: SHA-256 of the tidy table's file.
        rows: rows of the tidy table.
        got: the day it came, as an ISO date.
    """

    name: str
    version: str
    source: str
    sha256: str
    size: int
    verified: str
    terms: str
    tidy_sha256: str
    rows: int
    got: str


class Store:
    """The data sets at hand, one folder each.

    Args:
        folder: where they are; by default ``datasets`` in the folder for what can be got again.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        self._named = Path(folder) if folder is not None else None

    @cached_property
    def folder(self) -> Path:
        """Give the folder that holds one folder for each data set."""
        return self._named or cache_folder("datasets")

    def raw(self, name: str) -> Path:
        """Give the folder where the bytes of a data set are kept as they came."""
        return self.folder / name / "raw"

    def holds(self, name: str) -> bool:
        """Say whether a data set is at hand."""
        return self._receipt_path(name).is_file() and self._tidy_path(name).is_file()

    def receipt(self, name: str) -> Receipt:
        """Give the receipt of a data set.

        Raises:
            DatasetError: it is not at hand, or its receipt is damaged.
        """
        if not self.holds(name):
            raise DatasetError(
                f"the data set {name} is not at hand", f"get it with `legation pull {name}`"
            )
        try:
            return Receipt(**json.loads(self._receipt_path(name).read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise self._damaged(name) from error

    def table(self, name: str, columns: list[str] | None = None) -> pa.Table:
        """Read the tidy table of a data set, or some of its columns.

        Raises:
            DatasetError: it is not at hand, or its file is damaged.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        self.receipt(name)
        try:
            return pq.read_table(self._tidy_path(name), columns=columns)
        except (pa.ArrowException, OSError) as error:
            raise self._damaged(name) from error

    def put(self, name: str, table: pa.Table, receipt: dict[str, object]) -> Receipt:
        """Keep a tidy table and its receipt; the receipt is written last, so none lies."""
        import pyarrow.parquet as pq

        tidy = self._tidy_path(name)
        tidy.parent.mkdir(parents=True, exist_ok=True)
        self._receipt_path(name).unlink(missing_ok=True)
        part = tidy.with_suffix(".tmp")
        pq.write_table(table, part, compression="zstd")
        part.replace(tidy)
        full = Receipt(
            name=name,
            tidy_sha256=file_sha256(tidy),
            rows=table.num_rows,
            got=dt.date.today().isoformat(),
            **receipt,  # type: ignore[arg-type]
        )
        temporary = self._receipt_path(name).with_suffix(".tmp")
        temporary.write_text(json.dumps(asdict(full), indent=1) + "\n", encoding="utf-8")
        temporary.replace(self._receipt_path(name))
        return full

    def _receipt_path(self, name: str) -> Path:
        return self.folder / name / "receipt.json"

    def _tidy_path(self, name: str) -> Path:
        return self.folder / name / "tidy.parquet"

    def _damaged(self, name: str) -> DatasetError:
        return DatasetError(
            f"the copy of {name} in {self.folder / name} is damaged",
            f"get it again with `legation pull {name} --again`",
        )


def file_sha256(path: Path) -> str:
    """Hash a file's bytes, in bounded memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
