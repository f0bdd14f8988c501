from __future__ import annotations

import sys
from pathlib import Path

import pytest

from legation.folders import cache_folder, data_folder


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        ({"LEGATION_HOME": "/srv/legation", "XDG_DATA_HOME": "/x"}, "/srv/legation/ledger"),
        ({"XDG_DATA_HOME": "/x"}, "/x/legation/ledger"),
    ],
)
def test_the_ledger_is_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], folder: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("LEGATION_HOME", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert data_folder("ledger") == Path(folder)


def test_answers_are_kept_apart_from_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/c")
    monkeypatch.delenv("LEGATION_HOME", raising=False)
    assert cache_folder("answers") == Path("/c/legation/answers")
    monkeypatch.setenv("LEGATION_HOME", "/srv/legation")
    assert cache_folder("answers") == Path("/srv/legation/answers")
