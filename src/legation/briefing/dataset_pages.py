"""Data sets and panels, told: what each is, on what terms, and where each column is from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from legation.briefing.structure import Cell, Listing, Page, cell
from legation.datasets import Dataset, File, Receipt
from legation.panel import Panel
from legation.panel.additions import Addition

_SHOWN = 3
"""Rows that a page shows of a panel: enough to see what is in a column."""


def catalogue_listing(found: Iterable[Dataset], held: Iterable[str]) -> Listing:
    """List data sets, and which are at hand."""
    at_hand = frozenset(held)
    lines = tuple(
        (cell(d.name), cell(d.title), cell(d.version), cell(years(d)), cell(d.unit),
         cell("yes" if d.name in at_hand else "no" if not d.withheld else "ask"))
        for d in found
    )  # fmt: skip
    notes = (
        "`legation datasets NAME` tells of one, with its terms; `legation pull NAME` gets it.",
        "ask: its producer wants to be asked; `legation pull NAME --from FILE` takes your copy.",
    )
    title = f"{len(lines)} data sets, {len(at_hand)} at hand"
    return Listing(title, ("Name", "Title", "Version", "Years", "Unit", "Here"), lines, notes)


def dataset_page(data: Dataset, receipt: Receipt | None, entries: str) -> Page:
    """Tell of one data set: producer, terms, files, columns, and how to cite it."""
    about = [
        ("Producer", data.producer), ("Version", data.version), ("Years", years(data)),
        ("Unit of observation", data.unit), ("Rows", f"{data.rows:,}" if data.rows else ""),
        ("Terms", data.terms), ("Stated at", data.terms_url), ("Page", data.landing_page),
        ("Not fetched", data.withheld), ("Note", data.note), ("At hand", _at_hand(receipt)),
    ]  # fmt: skip
    files = tuple(
        (cell(f.name), cell(f"{f.size:,}" if f.size else ""), cell(f.address),
         cell(f"{f.checked}; {_hash(f)}"))
        for f in data.files
    )  # fmt: skip
    columns = tuple(
        (cell(c.name), cell(c.type), cell(c.unit), cell(c.meaning)) for c in data.columns
    )
    cites = tuple((cell(line),) for line in entries.splitlines())
    return Page(
        f"{data.title} ({data.name})",
        (
            Listing("", ("", ""), tuple((cell(k), cell(v)) for k, v in about if v), long=True),
            Listing("Files", ("Name", "Bytes", "Address", "How far checked"), files, long=True),
            Listing("Columns", ("Name", "Type", "Unit", "Meaning"), columns),
            Listing("Cite", ("BibTeX",), cites),
        ),
    )


def panel_page(panel: Panel) -> Page:
    """Show a panel: its first rows, and where each column is from."""
    first = panel.table.slice(0, _SHOWN).to_pylist()
    sources = tuple(
        (cell(s["column"]), *(cell(_value(r[s["column"]])) for r in first), cell(s["unit"]),
         cell(s["meaning"]), cell(_from(s)))
        for s in panel.sources()
    )  # fmt: skip
    numbered = tuple(f"Row {n}" for n in range(1, len(first) + 1))
    terms = {s["dataset"]: s["terms"] for s in panel.sources() if s["dataset"]}
    return Page(
        f"{len(panel):,} {panel.unit.name}s, {len(panel.columns)} columns",
        (
            Listing("Columns", ("Column", *numbered, "Unit", "Meaning", "From"), sources),
            Listing("Terms", ("Data set", "Terms"), _terms(terms)),
        ),
    )


def additions_listing(unit: str, found: Iterable[Addition], held: Iterable[str]) -> Listing:
    """List what can be added to panels of a unit, and which data sets each needs."""
    at_hand = frozenset(held)
    lines = tuple(
        (cell(a.name), cell(a.meaning), cell(", ".join(a.datasets)),
         cell("yes" if at_hand.issuperset(a.datasets) else "no"))
        for a in found
    )  # fmt: skip
    return Listing(f"What can be added to {unit}", ("Name", "What", "Needs", "Here"), lines)


def _hash(file: File) -> str:
    if file.sha256:
        return f"SHA-256 {file.sha256}"
    return f"MD5 {file.md5}" if file.md5 else "no hash"


def years(data: Dataset) -> str:
    """Write the years that a data set covers."""
    if data.first_year is None:
        return ""
    return f"{data.first_year}–{data.last_year or ''}"


def _terms(terms: Mapping[str, str]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((cell(name), cell(text)) for name, text in sorted(terms.items()))


def _from(source: Mapping[str, str]) -> str:
    return (
        f"{source['dataset']} {source['version']}, {source['years']}" if source["dataset"] else ""
    )


def _value(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _at_hand(receipt: Receipt | None) -> str:
    if receipt is None:
        return "no"
    checked = f"verified by {receipt.verified}" if receipt.verified else "nothing to verify it by"
    return f"since {receipt.got}, from {receipt.source}; {receipt.rows:,} rows; {checked}"
