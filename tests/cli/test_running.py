from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import WIRE, Shell, is_one_line

from legation.errors import LedgerError, LegationError, UserError


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (UserError("that is wrong", "do this"), 2, "that is wrong: do this"),
        (LedgerError("it is broken", "mend it"), 1, "it is broken: mend it"),
        (LegationError("only this"), 1, "only this"),
        (LedgerError("engine", "while running\nSELECT 1"), 1, "legation ledger check"),
        (OSError(28, "No space left on device"), 1, "No space left on device"),
        (RuntimeError("a\nb"), 1, "internal error: RuntimeError: a b: run it again with --debug"),
        (UserError("red \x1b[31m", ""), 2, "red \N{REPLACEMENT CHARACTER}[31m"),
    ],
)
def test_every_failure_is_one_line(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, says: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("legation.briefing.schema.schema", fail)
    ran = shell("schema")
    assert is_one_line(ran, code), ran
    assert says in ran.err


@pytest.mark.parametrize("arguments", [["--debug", "schema"], ["schema", "--debug"]])
def test_debug_shows_the_traceback(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    def fail() -> None:
        raise UserError("that is wrong")

    monkeypatch.setattr("legation.briefing.schema.schema", fail)
    with pytest.raises(UserError):
        shell(*arguments)


def _start(tmp_path: Path, *arguments: str, **given: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "LEGATION_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "legation", *arguments]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **given
    )  # type: ignore[call-overload, no-any-return]


def test_a_reader_that_stops_is_no_failure(tmp_path: Path) -> None:
    with _start(tmp_path, "schema") as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "latin-1"])
def test_output_survives_any_encoding(tmp_path: Path, encoding: str) -> None:
    article = tmp_path / "a.txt"
    article.write_text(WIRE.replace("Tokyo", "Tōkyō 東京"), encoding="utf-8")
    environment = {**os.environ, "LEGATION_HOME": str(tmp_path), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-m", "legation", "read", "--json", "--no-keep", str(article)],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "東京" in done.stdout.decode("utf-8")
