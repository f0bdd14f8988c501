"""The documentation keeps up with the program: commands, options, names, links."""

import csv
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

from legation.cli.app import app
from legation.model import RelationKind, Status, codebook

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "NOTICE")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
ROOMS = ("legation", *(f"legation.{r}" for r in (
    "model", "world", "reading", "coding", "datasets", "panel", "ledger", "briefing", "cli",
)))  # fmt: skip
FENCED = re.compile(r"^( *)```.*?^\1```", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PROMPTED = re.compile(r"^\s*\$ (?:.*[|&] )?(?:\.venv/bin/)?legation\b(.*)$", re.M)


def page(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def commands() -> dict[str, Any]:
    """Every command by its full name, with those of groups."""

    def walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
        yield name, command
        for child, sub in getattr(command, "commands", {}).items():
            yield from walk(sub, f"{name} {child}".strip())

    return dict(walk(typer.main.get_command(app), ""))


def options(command: Any) -> set[str]:
    return {o for p in command.params for o in p.opts if o.startswith("-")}


@pytest.mark.parametrize("room", ROOMS)
def test_public_names_have_docstrings(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__doc__
    for name in module.__all__:
        thing = getattr(module, name)
        if inspect.isclass(thing) or inspect.isroutine(thing):  # type aliases cannot have one
            assert (thing.__doc__ or "").strip(), f"{room}.{name}"


@pytest.mark.parametrize("name", sorted(filter(None, commands())))
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    reference = page("docs/reference/commands.md")
    _, found, rest = reference.partition(f"## legation {name}\n")
    assert found, f"run tools/make_reference.py: no section on legation {name}"
    section = rest.partition("\n## ")[0]
    missing = {o for o in options(commands()[name]) if o not in section}
    assert not missing, f"run tools/make_reference.py: {missing} of legation {name}"


def test_the_codebook_is_in_the_reference() -> None:
    reference = page("docs/reference/codebook.md")
    book = codebook()
    for code in (*book.types, *book.contexts, *book.sectors):
        assert f"| {code} |" in reference, f"run tools/make_reference.py: {code}"
    for event_type in book.types.values():
        for mode in event_type.modes:
            assert f"| {event_type.code} | {mode} |" in reference, mode


@pytest.mark.parametrize("kind", ["event", "relation", "evidence"])
def test_every_field_is_in_the_row_schema(kind: str) -> None:
    from legation.briefing.schema import schema

    reference = page("docs/reference/row-schema.md")
    for field in schema()["$defs"][kind]["properties"]:
        assert f"`{field}`" in reference, field


def test_kinds_and_statuses_are_in_the_row_schema() -> None:
    reference = page("docs/reference/row-schema.md")
    for value in (*RelationKind, *Status):
        assert f"| `{value.value}` |" in reference, value


def test_every_column_is_in_the_world_tables() -> None:
    reference = page("docs/reference/world-tables.md")
    tables = ROOT / "src" / "legation" / "world" / "tables"
    for table in sorted(tables.rglob("*.csv")):
        name = table.name if table.parent == tables else f"{table.parent.name}/"
        assert name in reference, name
        with table.open(encoding="utf-8", newline="") as file:
            for column in next(csv.reader(file)):
                assert f"`{column}`" in reference, f"{name}: {column}"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_relative_links_resolve(path: Path) -> None:
    for link in LINK.findall(FENCED.sub("", path.read_text(encoding="utf-8"))):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        aim = (path.parent / target).resolve() if target else path
        assert aim.exists(), f"{path.name} links to {link}"
        if anchor:
            assert anchor in anchors(aim), f"{path.name} links to {link}"


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    text = FENCED.sub("", path.read_text(encoding="utf-8"))
    heads = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in heads}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_shown_exist(path: Path) -> None:
    for line in PROMPTED.findall(path.read_text(encoding="utf-8")):
        words = line.split("#")[0].split("|")[0].split()
        if not words or words[0].startswith("-"):
            continue
        name = words[0]
        if name == "ledger" and len(words) > 1 and not words[1].startswith("-"):
            name = " ".join(words[:2])
        assert name in commands(), line
        used = {w for w in words if w.startswith("--")} - {"--debug", "--help"}
        assert used <= options(commands()[name]), line


def test_make_targets_shown_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.M))
    for path in PAGES:
        shown = re.findall(r"^\$ make ([a-z]+)", path.read_text(encoding="utf-8"), re.M)
        assert set(shown) <= targets, path


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_machine_paths(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for private in ("/work" + "/", "/home" + "/", "/root" + "/", "/Users" + "/"):
        assert private not in text


def test_the_changelog_has_the_version() -> None:
    from legation import __version__

    assert f"## {__version__}" in page("CHANGELOG.md")
