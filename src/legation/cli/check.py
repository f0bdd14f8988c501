"""``legation check``: what the record says of a text's claims."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.options import AsHtml, AsJson, AsMarkdown, Form, LedgerFolder, form

SHORT = "Check a text's claims against the record."

EXAMPLES = """Examples:

legation check article.txt

legation check --html https://example.org/news > checked.html

legation check --json speech.txt | jq 'select(.verdict == "differs")'"""


def run(
    addresses: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, feeds, URLs.")
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", show_default=False,
                     help="Day of publication, at which the text speaks."),
    ] = None,
    ledger: LedgerFolder = None,
    json: AsJson = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:  # fmt: skip
    """Say of each claim whether it is on record, differs, or cannot be decided; keep nothing."""
    from legation.api import Legation
    from legation.briefing import checked
    from legation.cli import output
    from legation.cli.progress import progress
    from legation.model import parse_date

    shape = form(json=json, html=html, markdown=markdown)
    if date is not None:
        parse_date(date)
    with progress(addresses) as (advance, stumble):
        found, problems = Legation(ledger).check(
            addresses, date, on_problem=stumble, progress=advance
        )
    if not found and problems:
        raise problems[0][1]
    if shape is Form.JSON:
        output.write_lines(checked.lines(found))
    elif shape is Form.HTML:
        output.write(checked.annotated(found))
    else:
        output.show(checked.page(found), shape)
    foreign = [d for d, _ in found if d.language not in (None, "en")]
    if foreign:
        which = ", ".join(f"{d.source.address} ({d.language})" for d in foreign[:3])
        output.note(f"Only English is understood; not English: {which}")
    for address, error in problems:
        output.note(f"not read: {address}: {error}")
