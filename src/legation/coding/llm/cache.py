"""Answers kept on disk, so that nothing is asked or paid for twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from legation.errors import LegationError


class Cache:
    """A folder of answers, one JSON file each.

    Args:
        folder: where they are; made when something is first kept.

    Examples:
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     cache = Cache(Path(folder))
        ...     key = cache.key("http://localhost/v1", "small", "They met.")
        ...     cache.put(key, [{"row": "event"}])
        ...     cache.get(key)
        [{'row': 'event'}]
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @staticmethod
    def key(*parts: str) -> str:
        """Name an answer by all that it depends on: the SHA-256 of these texts."""
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def get(self, key: str) -> list[Any] | None:
        """Give the rows kept under a key; None where there are none that can be read."""
        try:
            found = json.loads(self._path(key).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return found if isinstance(found, list) else None

    def put(self, key: str, rows: list[Any]) -> None:
        """Keep rows under a key, wholly or not at all.

        Raises:
            LegationError: the folder cannot be written.
        """
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(rows))
        except OSError as error:
            raise LegationError(
                f"cannot keep a model's answer in {self._folder}: {error.strerror}",
                "make the folder writable, or name another in LEGATION_HOME",
            ) from error

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def _write(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
