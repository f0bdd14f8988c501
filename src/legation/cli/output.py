"""Where output goes: answers to standard output, words about them to standard error."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from legation.briefing.escaping import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from legation.briefing import Listing, Page
    from legation.cli.options import Form

WIDTH = 110
"""Columns where standard output is no terminal, whose width is not known."""


class ReaderGoneError(Exception):
    """Who reads standard output (head, less) has stopped; typer would end an OSError its way."""


def write(text: str) -> None:
    """Write text to standard output; what its encoding lacks becomes ``?``."""
    write_lines([text.removesuffix("\n")])


def write_lines(lines: Iterable[str]) -> None:
    """Write lines as they come, so that a reader sees the first at once."""
    prepare()
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
    except BrokenPipeError:
        raise ReaderGoneError from None


def note(text: str) -> None:
    """Say something about the answer on standard error."""
    print(one_line(text), file=sys.stderr)


@contextlib.contextmanager
def console() -> Iterator[Console]:
    """Give a console that takes no markup and guesses at no colours; it prints when left."""
    from rich.console import Console

    out, held = sys.stdout, io.StringIO()
    terminal = out.isatty()
    width = shutil.get_terminal_size().columns if terminal else WIDTH
    plain = not terminal or "NO_COLOR" in os.environ
    yield Console(file=held, markup=False, emoji=False, highlight=False, width=width,
                  force_terminal=terminal, no_color=plain)  # fmt: skip
    write("\n".join(line.rstrip() for line in held.getvalue().splitlines()))


def show(answer: Page | Listing, form: Form) -> None:
    """Show a page or listing in a form for people."""
    from legation.briefing import Page

    if form == "terminal":
        from legation.briefing import render_terminal

        with console() as printer:
            if isinstance(answer, Page):
                render_terminal.page(answer, printer)
            else:
                render_terminal.listing(answer, printer)
        return
    from legation.briefing import render_html, render_markdown

    module = render_html if form == "html" else render_markdown
    write(module.page(answer) if isinstance(answer, Page) else module.listing(answer))


def prepare() -> None:
    """Let standard output take any character: UTF-8 in a pipe or file, ``?`` where it cannot."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
