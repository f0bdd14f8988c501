"""``legation datasets``: the data sets that are known, and all about one."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsCsv, AsHtml, AsJson, AsMarkdown, Form, form

SHORT = "List established data sets, or tell of one."

EXAMPLES = """Examples:

legation datasets

legation datasets nmc"""


def run(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One data set.", show_default=False)
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:
    """List data sets with version and years, or tell of one: terms, files, columns, citation."""
    from legation.briefing import dataset_pages
    from legation.cli import output
    from legation.datasets import Store, bibliography, catalogue, dataset

    shape = form(json=json, csv=csv, html=html, markdown=markdown)
    store = Store()
    found = [dataset(name)] if name else catalogue()
    held = [d.name for d in found if store.holds(d.name)]
    if shape is Form.JSON:
        from legation.briefing import render_json

        output.write_lines(render_json.line(render_json.dataset_data(d, store)) for d in found)
    elif shape is Form.CSV:
        from legation.briefing import render_csv

        output.write(render_csv.listing(dataset_pages.catalogue_listing(found, held)))
    elif name is None:
        output.show(dataset_pages.catalogue_listing(found, held), shape)
    else:
        receipt = store.receipt(name) if held else None
        output.show(dataset_pages.dataset_page(found[0], receipt, bibliography([name])), shape)
