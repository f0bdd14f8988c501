from __future__ import annotations

import os
from pathlib import Path

import pytest

from legation.datasets import Store, in_folder, names, pull

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data" / "states"
DATA = Path(os.environ.get("LEGATION_DATA") or BESIDE)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Every data set of which the folder of real data holds a copy."""
    if not DATA.is_dir():
        pytest.skip(f"the real data sets are not in {DATA} (set LEGATION_DATA)")
    kept = Store(tmp_path_factory.mktemp("datasets"))
    for name in in_folder(DATA, names()):
        pull(name, kept, DATA)
    return kept
