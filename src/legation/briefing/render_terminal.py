"""Answers for a terminal, by rich; text from outside never passes as markup or control."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from legation.briefing.escaping import one_line, visible
from legation.briefing.naming_sources import source_line
from legation.briefing.structure import Brief, Cell, Group, Listing, Page, Reference, Sentence

SHOWN = 6
"""How many labels a sentence shows; `--json` and `--html` have them all."""

_STYLES = {"actor": "bold yellow", "recipient": "bold cyan", "quiet": "dim", "warn": "yellow"}


def brief(told: Brief, console: Console) -> None:
    """Print a brief; labels in brackets name the sources at its end."""
    _say(console, Text(one_line(told.title), "bold"))
    for part in told.parts:
        console.print()
        _say(console, Text(one_line(part.title), "bold underline"))
        for group in part.groups:
            _group(group, console)
        if not part.groups:
            _say(console, Text(one_line(part.nothing), "dim"), 2)
    console.print()
    _say(console, Text("Sources", "bold underline"))
    for reference in told.references:
        _reference(reference, console)


def page(shown: Page, console: Console) -> None:
    """Print the listings of a page."""
    if len(shown.listings) > 1:
        _say(console, Text(one_line(shown.title), "bold underline"))
    for listed in shown.listings:
        if len(shown.listings) > 1:
            console.print()
        listing(listed, console)


def listing(listed: Listing, console: Console) -> None:
    """Print a listing: as a table, or with each row's long last cell on lines of its own."""
    _say(console, Text(one_line(listed.title), "bold"))
    if not listed.rows:
        _say(console, Text("Nothing found.", "dim"), 2)
    elif listed.long:
        _with_long_cells(listed, console)
    else:
        _table(listed, console)
    for note in listed.notes:
        _say(console, Text(one_line(note), "dim"))


def _table(listed: Listing, console: Console) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in listed.columns:
        table.add_column(Text(one_line(name)), overflow="fold")
    for row in listed.rows:
        table.add_row(*(_cell(c) for c in row))
    console.print(table)


def _with_long_cells(listed: Listing, console: Console) -> None:
    heads = [[_cell(c) for c in row[:-1]] for row in listed.rows]
    widths = [max(text.cell_len for text in column) for column in zip(*heads, strict=True)]
    for number, (head, row) in enumerate(zip(heads, listed.rows, strict=True)):
        for text, width in zip(head, widths, strict=True):
            text.pad_right(width - text.cell_len + 2)
        _say(console, Text().join(head))
        after = listed.rows[number + 1][-1] if number + 1 < len(listed.rows) else None
        if row[-1] != after:  # one sentence may give several rows; it is quoted once
            _say(console, _cell(row[-1], "dim"), 4)


def _group(group: Group, console: Console) -> None:
    if group.heading:
        _say(console, Text(one_line(group.heading), "bold"), 1)
    for said in group.sentences:
        _say(console, _sentence(said), 3)


def _sentence(said: Sentence) -> Text:
    style = {"note": "dim", "reported": "", "table": ""}.get(said.status, "yellow")
    text = Text(one_line(said.text), style)
    if said.cites:
        more = f" +{len(said.cites) - SHOWN}" if len(said.cites) > SHOWN else ""
        text.append(f" [{' '.join(said.cites[:SHOWN])}{more}]", "dim")
    return text


def _reference(reference: Reference, console: Console) -> None:
    source = reference.source
    line = Text(f"[{reference.number}] ", "dim")
    line.append(one_line(source_line(source)), "")
    if source.address.startswith(("http://", "https://")):
        line.append(f" {one_line(source.address)}", "dim")
    _say(console, line, 1)
    for quote in reference.quotes:
        said = Text(f"{quote.label} ", "dim")
        said.append(f"“{one_line(quote.text)}”", "")
        _say(console, said, 5)


def _cell(shown: Cell, plain: str = "") -> Text:
    text = Text()
    for span in shown:
        words = visible(span.text)
        if span.mark in ("actor", "recipient"):  # colour alone would not reach every reader
            words = f"[{span.mark}: {words}]"
        text.append(words, _STYLES.get(span.mark, plain))
    return text


def _say(console: Console, text: Text, indent: int = 0) -> None:
    console.print(Padding(text, (0, 0, 0, indent), expand=False), highlight=False)
