"""``legation read``: what a text says happened, between whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli import options
from legation.cli.bulk import Bulk
from legation.cli.coder import (
    BaseUrl,
    Choice,
    CoderName,
    KeyVariable,
    ModelName,
    PriceIn,
    PriceOut,
    Timeout,
)
from legation.cli.options import AsCsv, AsHtml, AsJson, AsMarkdown, Form, LedgerFolder, form

if TYPE_CHECKING:
    from pathlib import Path

    from legation.api import NotKeptError, Reading
    from legation.coding.llm import LlmCoder
    from legation.model import Row

SHORT = "Read texts: who did what to whom, when."

EXAMPLES = """Examples:

legation read article.html

legation read --date 2013-11-02 --explain wire.txt

legation read --no-keep --json https://example.org/news | jq .type

cat speech.txt | legation read --types CONSULT,alliance -

legation read --coder llm --base-url http://localhost:11434/v1 --model llama3.1:8b wire.txt"""


def run(
    addresses: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, feeds, URLs.")
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", show_default=False,
                     help="Day of publication, which relative dates are counted from."),
    ] = None,
    ledger: LedgerFolder = None,
    no_keep: Annotated[bool, typer.Option("--no-keep", help="Show only, keep nothing.")] = False,
    json: AsJson = False,
    csv: AsCsv = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Mark who did it to whom, and name the rule.")
    ] = False,
    text: Annotated[
        bool, typer.Option("--text", help="Show the clean text by its sections, not rows.")
    ] = False,
    types: Annotated[
        list[str] | None,
        typer.Option("--types", metavar="TYPES", show_default=False,
                     help="Show only these event types or relation kinds; all are kept."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, show_default=False,
                     help="Processes that code at once; by default all cores for a folder."),
    ] = None,
    coder: CoderName = "legation",
    base_url: BaseUrl = None,
    model: ModelName = None,
    api_key_env: KeyVariable = None,
    timeout: Timeout = None,
    price_in: PriceIn = None,
    price_out: PriceOut = None,
) -> None:  # fmt: skip
    """Read documents: show the events and relations in them, and keep them in the ledger."""
    from legation.model import parse_date

    shape = form(json=json, csv=csv, html=html, markdown=markdown)
    if text and shape is Form.CSV:
        from legation.errors import UserError

        raise UserError("a text has no CSV form", "leave --csv out, or --text")
    only = _kinds(types)
    if date is not None:
        parse_date(date)
    choice = Choice(coder, base_url, model, api_key_env, timeout, price_in, price_out)
    llm = choice.llm()
    bulk = Bulk(addresses, jobs, shape, None if text else lambda row: _wanted(row, only))
    try:
        reading, failure = _read(addresses, date, ledger, not no_keep, llm, bulk)
    finally:
        _tell_usage(choice, llm)
    if not reading.documents and reading.problems and failure is None and not bulk.on_rows:
        _give_up(reading)
    if bulk.on_rows:
        _tell_many(bulk, shape)
    elif text:
        _show_text(reading, shape)
    else:
        _show_rows(reading, only, shape, explain)
    _report(reading, not no_keep and failure is None, llm is not None)
    if failure is not None:
        failure.remedy = f"{failure.remedy}; what is shown above was not kept".removeprefix("; ")
        raise failure


def _read(
    addresses: list[str],
    date: str | None,
    ledger: Path | None,
    keep: bool,
    llm: LlmCoder | None,
    bulk: Bulk,
) -> tuple[Reading, NotKeptError | None]:
    from legation.api import Legation, NotKeptError
    from legation.cli.progress import progress

    with progress(addresses) as (advance, stumble):
        try:
            reading = Legation(ledger).read(
                addresses, date, keep, on_problem=stumble, progress=advance, coder=llm,
                jobs=bulk.jobs, on_rows=bulk.on_rows,
            )  # fmt: skip
        except NotKeptError as error:
            return error.reading, error
    return reading, None


def _tell_usage(choice: Choice, llm: LlmCoder | None) -> None:
    from legation.cli.output import note

    if llm and (llm.usage.answers or llm.usage.cached):
        note(choice.told(llm.usage))


def _kinds(given: list[str] | None) -> set[str]:
    from legation.model import RelationKind, codebook

    known = [*codebook().types, *(k.value for k in RelationKind)]
    return set(options.chosen(given, known, "type or kind"))


def _give_up(reading: Reading) -> None:
    from legation.cli.output import note

    for address, error in reading.problems[1:]:
        note(f"not read: {address}: {error}")
    raise reading.problems[0][1]


def _wanted(row: Row, only: set[str]) -> bool:
    from legation.model import Event

    kind = row.type if isinstance(row, Event) else row.kind.value
    return not only or kind in only


def _tell_many(bulk: Bulk, shape: Form) -> None:
    if shape is not Form.JSON:
        from legation.cli.output import write

        write(f"{bulk.documents} documents are too many to list; `legation events` and "
              "`legation relations` show what is kept.")  # fmt: skip


def _show_rows(reading: Reading, only: set[str], shape: Form, explain: bool) -> None:
    from legation.cli import output

    rows = [r for r in reading.rows if _wanted(r, only)]
    if shape is Form.JSON:
        from legation.briefing import render_json

        output.write_lines(render_json.rows(rows))
    elif shape is Form.CSV:
        from legation.briefing import render_csv

        output.write(render_csv.rows(rows))
    else:
        from legation.briefing.reading_pages import reading_page

        output.show(reading_page(reading.documents, rows, explain), shape)


def _show_text(reading: Reading, shape: Form) -> None:
    from legation.cli.output import show, write_lines

    if shape is Form.JSON:
        from legation.briefing import render_json

        write_lines(render_json.document(d) for d in reading.documents)
        return
    from legation.briefing.reading_pages import text_page

    show(text_page(reading.documents), shape)


def _report(reading: Reading, kept: bool, by_model: bool) -> None:
    """Say on standard error what was read and kept, what was not, and what would help."""
    from legation.cli.output import note

    documents, added = reading.documents, reading.added
    if kept and added is not None:
        rows = added.events + added.relations
        note(
            f"Kept: {added.documents} new document{_s(added.documents)}, {added.repeated} known; "
            f"{added.events} event{_s(added.events)} and {added.relations} "
            f"relation{_s(added.relations)} new"
            + (f", {added.folded} of these {rows} also reported elsewhere" if added.folded else "")
            + "."
        )
        if by_model and added.repeated:
            note("A document known keeps the rows of the first model that read it; to keep "
                 "another's, name another --ledger.")  # fmt: skip
    undated = [d for d in documents if d.published is None]
    if undated:
        which = undated[0].source.address if len(undated) == 1 else f"{len(undated)} documents"
        which = "standard input" if which == "-" else which
        note(f"No date of publication in {which}: relative dates (“last week”) were left out; "
             "--date YYYY-MM-DD helps.")  # fmt: skip
    foreign = [d for d in documents if d.language not in (None, "en")]
    if foreign and not by_model:
        which = ", ".join(f"{d.source.address} ({d.language})" for d in foreign[:3])
        note(f"Only English is coded; not English: {which}{' …' if len(foreign) > 3 else ''}")
    cut = [d for d in documents if d.truncated]
    if cut:
        note(f"Stops in mid-sentence, perhaps cut off: {', '.join(d.source.address for d in cut)}")
    if reading.problems:
        note(f"Not read ({len(reading.problems)}):")
        for address, error in reading.problems:
            note(f"  {address}: {error}")


def _s(number: int) -> str:
    return "" if number == 1 else "s"
