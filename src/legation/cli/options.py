"""Options that several commands share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from legation.errors import UserError

LedgerFolder = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="DIR", help="The ledger's folder.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV with every field.")]
AsHtml = Annotated[bool, typer.Option("--html", help="One self-contained HTML page.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Markdown.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As known on this day.", show_default=False),
]
States = Annotated[
    list[str] | None,
    typer.Option("--state", metavar="STATE", help="Either party is this one; repeatable.",
                 show_default=False),
]  # fmt: skip
PairOf = Annotated[
    tuple[str, str] | None,
    typer.Option("--pair", metavar="A B", help="Both parties.", show_default=False),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", show_default=False,
                 help="reported (default), planned, hypothetical, negated, denied, or all."),
]  # fmt: skip
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Going on at this date or later.",
                 show_default=False),
]  # fmt: skip
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Begun by this date.", show_default=False),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", min=0, help="At most this many, from the earliest.",
                 show_default=False),
]  # fmt: skip


class Form(StrEnum):
    """The forms of output."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    MARKDOWN = "markdown"


def form(*, json: bool = False, csv: bool = False, html: bool = False,
         markdown: bool = False) -> Form:  # fmt: skip
    """Give the form that was asked for, the terminal's by default.

    Raises:
        UserError: more than one was.
    """
    flags = {Form.JSON: json, Form.CSV: csv, Form.HTML: html, Form.MARKDOWN: markdown}
    chosen = [f for f, wanted in flags.items() if wanted]
    if len(chosen) > 1:
        raise UserError(f"--{chosen[0]} and --{chosen[1]} exclude each other", "give one of them")
    return chosen[0] if chosen else Form.TERMINAL


def chosen(given: Iterable[str] | None, known: Iterable[str], what: str) -> list[str]:
    """Read names from a repeatable option, commas allowed, in any case.

    Raises:
        UserError: a name that is not known; the remedy names the likeliest.

    Examples:
        >>> chosen(["consult,alliance"], ["CONSULT", "alliance"], "type")
        ['CONSULT', 'alliance']
    """
    by_name = {k.casefold(): k for k in known}
    found = []
    for text in (t.strip() for given_text in given or () for t in given_text.split(",")):
        if text.casefold() not in by_name:
            near = difflib.get_close_matches(text.casefold(), list(by_name), 3, 0.6)
            hint = f"did you mean {', '.join(by_name[n] for n in near)}?" if near else (
                f"it is one of {', '.join(by_name.values())}")  # fmt: skip
            raise UserError(f"no {what} is called {text!r}", hint)
        found.append(by_name[text.casefold()])
    return list(dict.fromkeys(found))


def statuses(given: Iterable[str] | None) -> list[str]:
    """Read the statuses asked for: ``reported`` by default, none restricting for ``all``."""
    from legation.model import Status

    found = chosen(given, [*(s.value for s in Status), "all"], "status")
    if "all" in found:
        return []
    return found or [Status.REPORTED.value]
