"""Relations that the coder is known to miss: each is expected to fail until it comes right."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
MISSES = frozenset((HERE / "known_relation_misses.txt").read_text(encoding="utf-8").splitlines())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the known misses; one that passes fails the run, so that it leaves the list."""
    for item in items:
        if f"{item.path.name}::{item.name}" in MISSES:
            item.add_marker(pytest.mark.xfail(strict=True, reason="a known miss of the coder"))
