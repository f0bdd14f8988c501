"""Run a command in this process and see what it printed, where, and with which exit code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from legation.cli import main

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"

WIRE = "On 2 November 2013 Russia and Japan held talks in Tokyo.\n"


@dataclass(frozen=True)
class Ran:
    """What one run gave."""

    code: int
    out: str
    err: str


class Shell:
    """Runs commands with a ledger of their own."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.ledger = folder / "home" / "ledger"
        self._capture = capture

    def __call__(self, *arguments: str | Path) -> Ran:
        self._capture.readouterr()
        code = main([str(a) for a in arguments])
        printed = self._capture.readouterr()
        return Ran(code, printed.out, printed.err)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def kept(self) -> dict[str, bytes]:
        """Every file of the ledger with its bytes, to see that nothing is lost."""
        files = (p for p in self.ledger.rglob("*") if p.is_file())
        return {str(p): p.read_bytes() for p in files if not p.name.startswith("lock")}


def is_one_line(ran: Ran, code: int) -> bool:
    """Whether a run failed with one plain line, the exit code, and nothing else."""
    lines = ran.err.splitlines()
    plain = len(lines) == 1 and lines[0].startswith("legation: ")
    return plain and ran.code == code and "Traceback" not in ran.err and not ran.out
