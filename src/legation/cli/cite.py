"""``legation cite``: what to cite, and on what terms."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsHtml, AsJson, AsMarkdown, Form, LedgerFolder, form
from legation.errors import UserError

SHORT = "Show what to cite, and terms."

EXAMPLES = """Examples:

legation cite

legation cite --bibtex > sources.bib"""


def run(
    ledger: LedgerFolder = None,
    bibtex: Annotated[bool, typer.Option("--bibtex", help="BibTeX entries.")] = False,
    json: AsJson = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:
    """Show how to cite Legation, its tables, and the sources in the ledger, with their terms."""
    from legation.api import Legation
    from legation.briefing import citing
    from legation.cli import output

    shape = form(json=json, html=html, markdown=markdown)
    if bibtex and shape is not Form.TERMINAL:
        raise UserError(f"--bibtex and --{shape} exclude each other", "give one of them")
    sources = Legation(ledger).cite()
    if bibtex:
        output.write(citing.bibtex(sources))
    elif shape is Form.JSON:
        from legation.briefing import render_json

        output.write_lines(render_json.line(render_json.source_data(s)) for s in sources)
    else:
        output.show(citing.page(sources), shape)
