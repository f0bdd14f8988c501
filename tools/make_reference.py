"""Write the reference pages that the program itself can tell: commands and codebook."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from legation.model import codebook

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
COMMANDS = (
    *("read", "check", "brief", "add", "events", "relations", "states", "document"),
    *("panel", "datasets", "pull", "cite", "schema"),
    *("ledger", "ledger check", "ledger feed", "ledger compact", "ledger summary"),
    *("ledger export", "ledger import"),
)
MADE = "<!-- Made by tools/make_reference.py; edit the source, not this page. -->"


def main() -> None:
    """Write both pages."""
    (REFERENCE / "commands.md").write_text(commands(), encoding="utf-8")
    (REFERENCE / "codebook.md").write_text(codebook_page(), encoding="utf-8")


def commands() -> str:
    """Give the help of every command."""
    parts = [
        MADE,
        "# Commands",
        "Answers go to standard output, words about them to standard error. Exit codes: 0 done, "
        "2 a mistake in what was asked or given, 1 any other fault, 130 after Ctrl-C. "
        "`--debug` anywhere shows a traceback.",
        _help("legation"),
    ]
    for command in COMMANDS:
        parts += [f"## legation {command}", _help(f"legation {command}")]
    return "\n\n".join(parts) + "\n"


def _help(command: str) -> str:
    _, *words = command.split()
    run = subprocess.run(
        [sys.executable, "-m", "legation", *words, "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )
    return f"```console\n$ {command} --help\n{run.stdout.strip()}\n```"


def codebook_page() -> str:
    """Give the codebook as tables."""
    book = codebook()
    types = [
        f"| {t.code} | {t.quad} {book.quads[t.quad]} | {t.meaning} |" for t in book.types.values()
    ]
    modes = [
        f"| {t.code} | {mode} | {meaning} |"
        for t in book.types.values()
        for mode, meaning in t.modes.items()
    ]
    return (
        "\n\n".join(
            [
                MADE,
                "# Codebook",
                "Types, modes, contexts and sectors are those of PLOVER, version 2.0, by the Open "
                "Event Data Alliance; the meanings are in our own words. The tables are in "
                "`src/legation/model/tables/`; `legation schema` prints them as JSON.",
                "## Types",
                _table(("type", "quad class", "what it covers"), types),
                "## Modes",
                "A mode says how. A type without modes here has none.",
                _table(("type", "mode", "meaning"), modes),
                "## Contexts",
                "An event's `topics` are drawn from these. The coder does not fill them in yet.",
                _table(
                    ("context", "meaning"), [f"| {k} | {v} |" for k, v in book.contexts.items()]
                ),
                "## Sectors",
                "An actor's or recipient's role is one of these, or null for the state as such.",
                _table(("sector", "meaning"), [f"| {k} | {v} |" for k, v in book.sectors.items()]),
            ]
        )
        + "\n"
    )


def _table(head: tuple[str, ...], rows: list[str]) -> str:
    return "\n".join([f"| {' | '.join(head)} |", "|---" * len(head) + "|", *rows])


if __name__ == "__main__":
    main()
