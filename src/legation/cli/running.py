"""Running a command: one clear line for what went wrong, and the exit code for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

from legation.errors import LegationError, UserError

USER_MISTAKE, FAULT, INTERRUPTED, PIPE_CLOSED = 2, 1, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: what follows ``legation`` on the command line; by default what was typed.

    Returns:
        The exit code: 0, 2 for the user's mistake, 1 for any other fault (a broken ledger, a
        full disk), 130 after Ctrl-C.
    """
    given = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    debug = "--debug" in given[: given.index("--") if "--" in given else None]
    given = [a for a in given if a != "--debug"] if debug else given
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:
        from legation.cli.output import ReaderGoneError

        if isinstance(error, ReaderGoneError):
            return _reader_gone()
        if debug:
            raise
        return _explain(error)


def _run(given: list[str]) -> int:
    from legation.cli.app import app

    result = app(given, prog_name="legation", standalone_mode=False)
    if result == INTERRUPTED:  # typer turns Ctrl-C into this code
        return _interrupted()
    return result if isinstance(result, int) else 0


def _interrupted() -> int:
    _say("interrupted; what was kept before stays")
    return INTERRUPTED


def _reader_gone() -> int:
    # The reader (head, less) has what it wanted; nothing may be flushed into it at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _explain(error: Exception) -> int:
    import typer

    usage_error: Any = typer.BadParameter.__mro__[1]  # typer exports only this subclass of it
    if isinstance(error, typer.Abort):
        return _interrupted()
    if isinstance(error, usage_error):
        _say(f"{_plain(error.format_message())}: see `{_command(error)} --help`")
        return USER_MISTAKE
    if isinstance(error, LegationError):
        _say(_line(error))
        return USER_MISTAKE if isinstance(error, UserError) else FAULT
    if isinstance(error, OSError):
        _say(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        return FAULT
    _say(f"internal error: {type(error).__name__}: {_plain(str(error))[:200]}: "
         "run it again with --debug and report what it says")  # fmt: skip
    return FAULT


def _command(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context else "legation"


def _line(error: LegationError) -> str:
    problem, remedy = _plain(error.problem), error.remedy
    if "\n" in remedy or "\n" in error.problem:  # an engine's error comes with its whole query
        problem = _plain(error.problem.splitlines()[0])
        remedy = "run `legation ledger check`, or this again with --debug to see the query"
    return f"{problem}: {_plain(remedy)}" if remedy else problem


def _plain(text: str) -> str:
    from legation.briefing.escaping import one_line

    return one_line(text).rstrip(".")


def _say(text: str) -> None:
    print(f"legation: {text}", file=sys.stderr)
