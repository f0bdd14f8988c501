"""``legation panel``: the table that a model is estimated on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.cli.options import AsCsv, AsHtml, AsJson, AsMarkdown, Form, chosen, form
from legation.errors import UserError

if TYPE_CHECKING:
    from legation.panel import Panel

SHORT = "Build a panel of states, pairs or leaders."

EXAMPLES = """Examples:

legation panel dyad-years --once --years 1816-2010 --relevant --add gml_mids --add atop -o mids.csv

legation panel state-years --system gw --add democracy --add gdp_pop

legation panel dyad-years --additions"""

UNITS = ("state-years", "state-months", "state-days", "dyad-years", "leader-years", "leader-days")


def run(
    unit: Annotated[
        str | None,
        typer.Argument(metavar="UNIT", help=", ".join(UNITS) + ".", show_default=False),
    ] = None,
    system: Annotated[
        str, typer.Option("--system", metavar="cow|gw", help="The list of states.")
    ] = "cow",
    years: Annotated[
        str | None,
        typer.Option("--years", metavar="A-B", help="First and last year.", show_default=False),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Each pair once, not each way.")] = False,
    relevant: Annotated[
        bool, typer.Option("--relevant", help="Only politically relevant pairs.")
    ] = False,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="NAME[:OPTION=VALUE]", show_default=False,
                     help="Add columns; repeatable. keep=a,b keeps some of them."),
    ] = None,
    peace_years: Annotated[
        list[str] | None,
        typer.Option("--peace-years", metavar="COLUMN", show_default=False,
                     help="Count rows since this event; repeatable."),
    ] = None,
    recipe: Annotated[
        Path | None,
        typer.Option("--recipe", metavar="FILE", show_default=False,
                     help="Make the panel of a recipe again."),
    ] = None,
    output_file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", show_default=False,
                     help="Write .parquet, .csv, .arrow or .dta, recipe and .bib beside it."),
    ] = None,
    additions: Annotated[
        bool, typer.Option("--additions", help="List what can be added to this unit.")
    ] = False,
    cite: Annotated[bool, typer.Option("--cite", help="Give its bibliography.")] = False,
    json: AsJson = False,
    csv: AsCsv = False,
    html: AsHtml = False,
    markdown: AsMarkdown = False,
) -> None:  # fmt: skip
    """Build a panel, add data sets to it, and show or write it; every column says its source."""
    from legation.cli import output

    shape = form(json=json, csv=csv, html=html, markdown=markdown)
    if (unit is None) is (recipe is None):
        raise UserError("give a unit or --recipe", "`legation panel --help` names the units")
    panel = _recipe(recipe) if recipe else _base(str(unit), system, _years(years), once)
    if additions:
        output.show(_additions(panel), shape)
        return
    panel = panel.politically_relevant() if relevant else panel
    for text in add or ():
        name, options = _addition(text)
        panel = panel.add(name, **options)
    for event in peace_years or ():
        panel = panel.peace_years(event)
    if output_file:
        _write(panel, output_file)
    elif cite:
        output.write(panel.cite())
    else:
        _show(panel, shape)


def _base(unit: str, system: str, years: tuple[int, int] | None, once: bool) -> Panel:
    from legation import panel

    (unit,) = chosen([unit], UNITS, "unit")
    asked: dict[str, Any] = {"years": years} if years else {}
    if unit.startswith("leader"):
        build: Callable[..., Panel] = getattr(panel, unit.replace("-", "_"))
        return build(**asked)
    asked["system"] = system
    if unit == "dyad-years":
        asked["directed"] = not once
    build = getattr(panel, unit.replace("-", "_"))
    return build(**asked)


def _recipe(path: Path) -> Panel:
    from legation import panel

    if not path.is_file():
        raise UserError(f"no such file: {path}", "give what was written beside a panel")
    return panel.rebuild(path)


def _years(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = re.fullmatch(r"(\d{4})(?:[-–](\d{4}))?", text.strip())
    if not found:
        raise UserError(f"{text[:40]!r} is no span of years", "give it as 1816-2010")
    return int(found[1]), int(found[2] or found[1])


def _addition(text: str) -> tuple[str, dict[str, Any]]:
    """Read ``name:option=value:option=a,b``."""
    name, *parts = text.split(":")
    options: dict[str, Any] = {}
    for part in parts:
        option, sign, value = part.partition("=")
        if not sign:
            raise UserError(f"{part!r} is no option of {name}", "give it as option=value")
        listed = value.split(",")
        many = option == "keep" or len(listed) > 1
        options[option] = listed if many else {"true": True, "false": False}.get(value, value)
    return name, options


def _additions(panel: Panel) -> Any:
    from legation.briefing import dataset_pages
    from legation.datasets import names
    from legation.panel import additions_for

    held = [n for n in names() if panel.store.holds(n)]
    title = f"panels of {panel.unit.name}s"
    return dataset_pages.additions_listing(title, additions_for(panel.unit), held)


def _write(panel: Panel, path: Path) -> None:
    from legation.cli import output

    panel.write(path)
    path.with_suffix(".recipe.toml").write_text(panel.recipe(), encoding="utf-8")
    path.with_suffix(".bib").write_text(panel.cite(), encoding="utf-8")
    output.note(
        f"{path}: {len(panel):,} {panel.unit.name}s, {len(panel.columns)} columns; beside it "
        f"{path.with_suffix('.recipe.toml').name} makes it again and "
        f"{path.with_suffix('.bib').name} is its bibliography."
    )


def _show(panel: Panel, shape: Form) -> None:
    from legation.cli import output

    if shape in (Form.JSON, Form.CSV):
        output.write_lines(_lines(panel, shape))
    else:
        from legation.briefing import dataset_pages

        output.show(dataset_pages.panel_page(panel), shape)


def _lines(panel: Panel, shape: Form) -> Iterator[str]:
    import io

    from pyarrow import csv

    from legation.briefing import render_json

    for number, batch in enumerate(panel.table.to_batches(max_chunksize=10_000)):
        if shape is Form.JSON:
            yield from (render_json.line(_dated(row)) for row in batch.to_pylist())
        else:
            sink = io.BytesIO()
            csv.write_csv(batch, sink, csv.WriteOptions(include_header=number == 0))
            yield sink.getvalue().decode().removesuffix("\n")


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items()}
