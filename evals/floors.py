"""Floors that quality may not fall below, and that an update can only raise."""

from __future__ import annotations

import hashlib
import importlib
import json
from pathlib import Path


def check_floors(path: Path) -> int:
    """Run every evaluation that has floors, print a table, and say whether all hold.

    The file lists, for each gold set, its path, the digest of its files, and the floors. A gold
    set that was changed without its digest fails: floors mean nothing on another set.

    Returns:
        0 where every floor holds, 1 otherwise.
    """
    failed = False
    for entry in json.loads(path.read_text(encoding="utf-8")):
        gold = path.parent / entry["path"]
        if digest(gold) != entry["sha256"]:
            print(f"{entry['name']}: the gold set has changed; set its digest to {digest(gold)}")
            failed = True
            continue
        module = importlib.import_module(f"evals.{entry['evaluation']}")
        result = module.evaluate(gold, verbose=False)
        for measure, floor in entry["floors"].items():
            value = result[measure]
            verdict = "ok" if value >= floor else "BELOW"
            failed |= value < floor
            print(f"{entry['name']:<24} {measure:<16} {value:.3f}  floor {floor:.3f}  {verdict}")
    return int(failed)


def digest(gold: Path) -> str:
    """Digest a gold file, or every file of a gold folder by name but what is told about it."""
    files = sorted(gold.rglob("*")) if gold.is_dir() else [gold]
    total = hashlib.sha256()
    for file in files:
        if file.is_file() and file.suffix != ".md":
            total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()
