"""How to cite Legation, what its tables rest on, and the sources of a ledger."""

from __future__ import annotations

import re
from importlib import metadata

from legation import tables
from legation.briefing.escaping import link, one_line
from legation.briefing.structure import Cell, Listing, Page, cell
from legation.datasets import Store, catalogue
from legation.model import Source, digest

COLUMNS = ("what", "producer", "address", "terms", "citation")


def own_sources() -> list[Source]:
    """Give Legation itself, and what its packaged tables rest on, as sources to cite.

    Examples:
        >>> [s.terms[:9] for s in own_sources() if s.title == "GeoNames"]
        ['CC BY 4.0']
    """
    version = metadata.version("legation")
    own = Source("legation", "record", "", f"Legation {version}", "The Legation authors",
                 terms="Apache-2.0")  # fmt: skip
    return [own, *(_of_table(r) for r in tables.rows("briefing", "terms.csv", COLUMNS))]


def dataset_sources(store: Store | None = None) -> list[Source]:
    """Give the data sets at hand as sources to cite, with their terms."""
    store = store or Store()
    found = [(data, store.receipt(data.name)) for data in catalogue() if store.holds(data.name)]
    return [
        Source(digest("dataset", data.name, receipt.sha256), "dataset",
               data.landing_page, f"{data.title}, version {data.version}", data.producer,
               sha256=receipt.sha256, terms=data.terms)
        for data, receipt in found
    ]  # fmt: skip


def page(sources: list[Source]) -> Page:
    """Show what to cite, with terms: what comes with Legation, then what the ledger holds."""
    own = [s for s in sources if s.kind == "record"]
    held = [s for s in sources if s.kind != "record"]
    listings = (
        Listing(
            "Legation and what its tables rest on", _COLUMNS, tuple(map(_line, own)), long=True
        ),
        Listing(
            "Data sets at hand, and sources in this ledger",
            _COLUMNS,
            tuple(map(_line, held)),
            (_HELD,),
            long=True,
        ),
    )
    return Page("How to cite", listings)


def bibtex(sources: list[Source]) -> str:
    """Write sources as BibTeX entries."""
    return "\n\n".join(map(_entry, sources)) + "\n"


_COLUMNS = ("Title", "Producer", "Date", "Address and terms")

_HELD = (
    "Terms are those that the source states. Where none are stated, copyright stays with its "
    "publisher: quote briefly and link to it."
)


def _of_table(row: dict[str, str]) -> Source:
    return Source(
        digest("terms", row["what"]), "record", row["address"], row["what"], row["producer"],
        terms=f"{row['terms']}. Cite: {row['citation']}",
    )  # fmt: skip


def _line(source: Source) -> tuple[Cell, ...]:
    address = "standard input" if source.address == "-" else source.address
    terms = f"terms: {source.terms or 'not stated'}"
    return (
        cell(source.title or "untitled"),
        cell(source.publisher),
        cell(str(source.published) if source.published else None),
        cell(f"{address}\n{terms}" if address else terms),
    )


def _entry(source: Source) -> str:
    fields = {
        "title": source.title or source.address,
        "author": source.publisher,
        "year": str(source.published.year) if source.published else None,
        "date": str(source.published) if source.published else None,
        "url": link(source.address),
        "howpublished": None if link(source.address) or source.address == "-" else source.address,
        "urldate": str(source.retrieved.date()) if source.retrieved else None,
        "note": source.terms,
    }
    kind = "software" if source.source_id == "legation" else "misc"
    lines = [f"  {n} = {{{_tex(v, n == 'url')}}}" for n, v in fields.items() if v]
    body = ",\n".join(lines)
    return f"@{kind}{{{_key(source)},\n{body}\n}}"


def _key(source: Source) -> str:
    word = re.sub(r"[^a-z]", "", (source.publisher or source.title or "source").lower())[:12]
    return f"{word or 'source'}-{source.source_id[:8]}"


_TEX = {c: f"\\{c}" for c in "#$%&_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def _tex(text: str, address: bool) -> str:
    if address:
        return text.replace("{", "%7B").replace("}", "%7D")
    return "".join(_TEX.get(c, c) for c in one_line(text))
