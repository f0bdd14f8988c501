"""The data sets that are known: who made each, which years, on what terms, where it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from legation.datasets.errors import DatasetError

_ENTRIES = ("tables", "entries")


@dataclass(frozen=True, slots=True)
class File:
    """One form in which a data set is given.

    Args:
        name: file name, by which a copy at hand is recognised.
        format: ``parquet``, ``csv``, ``tsv``, ``zip``, ``rda``, ``rds``, ``dta``,
            ``xls``, ``xlsx``.
        address: where it is; empty for a tidy copy that nobody serves.
        member: the file within an archive, where it is one of several.
        sha256: SHA-256 of its bytes; empty where it is not known.
        md5: MD5 of its bytes; empty where it is not known.
        size: bytes, or None where it is not known.
        origin: whether its columns are the producer's and not those declared for the data set.
        checked: how far address and hash were verified.
    """

    name: str
    format: str
    address: str = ""
    member: str = ""
    sha256: str = ""
    md5: str = ""
    size: int | None = None
    origin: bool = False
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a tidy table.

    Args:
        name: its name, the producer's in lower case.
        type: Arrow type by name, such as ``int16`` or ``date``.
        unit: unit or range of its values, such as ``km`` or ``0/1``.
        meaning: what it holds, in a line.
    """

    name: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """One established data set, in one version.

    Args:
        name: the name it is asked for by, such as ``nmc``.
        title: its full name.
        producer: who made it.
        version: as its producer counts.
        first_year: first year covered, or None where it has no years.
        last_year: last year covered, or None where it has no years or goes on.
        unit: unit of observation, such as ``state-year``.
        system: the list that its state numbers are of: ``cow``, ``gw`` or empty.
        terms: terms of use, in a line.
        terms_url: where they are stated.
        landing_page: the producer's page about it.
        citations: keys in the bibliography.
        files: the forms in which it is given, best first.
        columns: the declared columns; empty where they are taken as found.
        key: columns that identify a row; empty where none do.
        rows: rows of this version, or None where not counted.
        withheld: why it is not fetched for the user; empty where it is.
        note: what to know about it.
    """

    name: str
    title: str
    producer: str
    version: str
    first_year: int | None
    last_year: int | None
    unit: str
    system: str
    terms: str
    terms_url: str
    landing_page: str
    citations: tuple[str, ...]
    files: tuple[File, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    rows: int | None = None
    withheld: str = ""
    note: str = ""

    def covers(self, year: int) -> bool:
        """Say whether a year is among those that the data set covers."""
        return (self.first_year or -9999) <= year <= (self.last_year or 9999)


@cache
def names() -> tuple[str, ...]:
    """List the data sets that are known, by name.

    Examples:
        >>> "nmc" in names()
        True
    """
    folder = resources.files("legation.datasets").joinpath(*_ENTRIES)
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def dataset(name: str) -> Dataset:
    """Give what is known of a data set.

    Args:
        name: its name, such as ``"nmc"``.

    Raises:
        DatasetError: no data set has the name.

    Examples:
        >>> dataset("nmc").title, dataset("nmc").last_year
        ('National Material Capabilities', 2022)
    """
    if name not in names():
        raise DatasetError(f"no data set is called {name[:60]!r}", _likely(name))
    file = resources.files("legation.datasets").joinpath(*_ENTRIES, f"{name}.toml")
    return _dataset(name, tomllib.loads(file.read_text(encoding="utf-8")))


def catalogue() -> list[Dataset]:
    """Give every data set that is known, by name.

    Examples:
        >>> all(d.terms for d in catalogue())
        True
    """
    return [dataset(name) for name in names()]


def _dataset(name: str, entry: dict[str, Any]) -> Dataset:
    first, last = entry.pop("years")
    columns = tuple(Column(c, *cells) for c, cells in entry.pop("columns", {}).items())
    files = tuple(File(**f) for f in entry.pop("files", ()))
    lists: dict[str, Any] = {k: tuple(entry.pop(k, ())) for k in ("citations", "key")}
    return Dataset(
        name=name, first_year=first or None, last_year=None if last in (0, 9999) else last,
        files=files, columns=columns, **lists, **entry,
    )  # fmt: skip


def _likely(name: str) -> str:
    from rapidfuzz import process

    found = process.extractOne(name, names(), score_cutoff=60)
    return f"did you mean {found[0]}?" if found else "`legation datasets` lists them"
