from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.running import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setenv("LEGATION_HOME", str(tmp_path / "home"))
    return Shell(tmp_path, capsys)
