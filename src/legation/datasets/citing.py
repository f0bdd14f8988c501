"""The bibliography of the data sets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from legation.datasets.entries import dataset


def bibliography(names: Iterable[str]) -> str:
    """Give the BibTeX entries that the users of some data sets must cite, each once, by key.

    Args:
        names: names of data sets.

    Raises:
        DatasetError: no data set has one of the names.

    Examples:
        >>> print(bibliography(["atop_dyads"]).splitlines()[0])
        @article{leeds2002,
    """
    keys = sorted({key for name in names for key in dataset(name).citations})
    return "\n\n".join(_entries()[key] for key in keys) + "\n" if keys else ""


def keys() -> frozenset[str]:
    """List the keys that the bibliography has."""
    return frozenset(_entries())


@cache
def _entries() -> dict[str, str]:
    file = resources.files("legation.datasets") / "tables" / "citations.bib"
    entries = re.split(r"\n(?=@)", file.read_text(encoding="utf-8").strip())
    return {re.match(r"@\w+\{([^,]+),", e).group(1): e.strip() for e in entries}  # type: ignore[union-attr]
