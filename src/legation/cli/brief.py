"""``legation brief``: the story of a pair."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsHtml, AsJson, AsMarkdown, AsOf, Form, LedgerFolder, form

SHORT = "Tell the story of two states."

EXAMPLES = """Examples:

legation brief RUS JPN --as-of 2013-11-02

legation brief Russia Japan --html > brief.html"""


def run(
    a: Annotated[str, typer.Argument(metavar="A", help="A state, by name or code.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other state.")],
    as_of: AsOf = None,
    ledger: LedgerFolder = None,
    json: AsJson = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:
    """Tell how two states stand, how they got there, and what each sentence rests on."""
    from legation.api import Legation
    from legation.cli import output

    shape = form(json=json, html=html, markdown=markdown)
    told = Legation(ledger).brief(a, b, as_of)
    if shape is Form.JSON:
        from legation.briefing import render_json

        output.write(render_json.brief(told))
    elif shape is Form.HTML:
        from legation.briefing import render_html

        output.write(render_html.brief(told))
    elif shape is Form.MARKDOWN:
        from legation.briefing import render_markdown

        output.write(render_markdown.brief(told))
    else:
        from legation.briefing import render_terminal

        with output.console() as printer:
            render_terminal.brief(told, printer)
