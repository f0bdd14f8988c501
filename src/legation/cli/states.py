"""``legation states``: codes and names, and all about one state."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from legation.cli import options
from legation.cli.options import AsCsv, AsHtml, AsJson, AsMarkdown, Form, form

SHORT = "List states, or tell of one."

EXAMPLES = """Examples:

legation states --on 1914-07-28 --system cow

legation states Siam"""


def run(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One state.", show_default=False)
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="On this day; for one state, today.",
                     show_default=False),
    ] = None,
    system: Annotated[
        str | None,
        typer.Option("--system", metavar="cow|gw", show_default=False,
                     help="In this list: Correlates of War, or Gleditsch & Ward."),
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:  # fmt: skip
    """List states with their codes on a day, or tell of one: names, spells, capital, offices."""
    from legation.api import Legation, state_of
    from legation.briefing import state_pages
    from legation.cli import output
    from legation.model import parse_date

    shape = form(json=json, csv=csv, html=html, markdown=markdown)
    lists = options.chosen([system] if system else None, ["cow", "gw"], "list of states")
    day = parse_date(on).start if on else None
    if name is None:
        found = Legation().states(day, lists[0] if lists else None)
    else:
        found = [state_of(name, day)]
    if shape is Form.JSON:
        from legation.briefing import render_json

        output.write_lines(render_json.line(render_json.state_data(s)) for s in found)
    elif shape is Form.CSV:
        from legation.briefing import render_csv

        output.write(render_csv.listing(state_pages.states_listing(found, day)))
    elif name is None:
        output.show(state_pages.states_listing(found, day), shape)
    else:
        output.show(state_pages.state_page(found[0], day or dt.date.today()), shape)
