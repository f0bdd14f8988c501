"""``legation document``: the stored text that evidence points into."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsHtml, AsJson, AsMarkdown, Form, LedgerFolder, form

SHORT = "Show a stored text."

EXAMPLES = """Examples:

legation document 76a08d1b8e7c419b

legation events --json | jq -r .evidence.document_id | sort -u"""


def run(
    document_id: Annotated[str, typer.Argument(metavar="ID", help="As in a row's evidence.")],
    ledger: LedgerFolder = None,
    json: AsJson = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:
    """Show a stored document's clean text by its sections."""
    from legation.api import Legation
    from legation.cli import output
    from legation.errors import UserError

    shape = form(json=json, html=html, markdown=markdown)
    legation = Legation(ledger)
    found = legation.ledger.document(document_id)
    if found is None:
        raise UserError(
            f"no document {document_id!r} in the ledger {legation.path}",
            "its id is in the evidence of `legation events --json`",
        )
    if shape is Form.JSON:
        from legation.briefing import render_json

        output.write(render_json.document(found))
        return
    from legation.briefing.reading_pages import text_page

    output.show(text_page([found]), shape)
