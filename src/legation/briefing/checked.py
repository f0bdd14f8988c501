"""A checked document: its claims with their verdicts, as a table, JSON, or the annotated text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from legation.briefing.escaping import for_html, link
from legation.briefing.reading_pages import heading
from legation.briefing.render_html import whole
from legation.briefing.render_json import line
from legation.briefing.structure import Cell, Listing, Page, Span, cell
from legation.checking import Finding, Proof, Verdict
from legation.model import Document, to_json

WORDS = {
    Verdict.ON_RECORD: "on record",
    Verdict.DIFFERS: "differs",
    Verdict.NOT_ON_RECORD: "not on record",
    Verdict.OUTSIDE_COVERAGE: "outside coverage",
    Verdict.JUDGEMENT: "a judgement",
}
"""How each verdict is told to people."""
_GRAVEST = (
    Verdict.DIFFERS, Verdict.ON_RECORD, Verdict.NOT_ON_RECORD, Verdict.OUTSIDE_COVERAGE,
    Verdict.JUDGEMENT,
)  # fmt: skip
_HINT = "What is not on record is not said to be untrue: the record is a selection."

Checked = tuple[Document, Sequence[Finding]]


def page(checked: Sequence[Checked]) -> Page:
    """List the claims of each document with their verdicts."""
    return Page("What was checked", tuple(_listing(d, found) for d, found in checked))


def lines(checked: Sequence[Checked]) -> Iterator[str]:
    """Write findings as JSON, one object a line."""
    return (line(_data(f)) for _, found in checked for f in found)


def annotated(checked: Sequence[Checked]) -> str:
    """Write the documents as one page, each claim marked by its verdict and explained below."""
    body = "<header><p class=kicker>Legation check</p><h1>What the record says</h1></header><main>"
    body += "".join(_annotated(i, d, found) for i, (d, found) in enumerate(checked, 1))
    return whole("What the record says", f"{body}</main>")


def tally(found: Sequence[Finding]) -> str:
    """Count verdicts in words.

    Examples:
        >>> tally([])
        'no claims found'
    """
    counts = Counter(f.verdict for f in found)
    told = [f"{counts[v]} {WORDS[v]}" for v in _GRAVEST if counts[v]]
    return ", ".join(told) or "no claims found"


def _listing(document: Document, found: Sequence[Finding]) -> Listing:
    rows = tuple(
        (
            cell(WORDS[f.verdict], "warn" if f.verdict is Verdict.DIFFERS else "quiet"),
            cell(f.claim.kind.value, "quiet"),
            _told(f),
        )
        for f in found
    )
    notes = (f"{len(found)} claims: {tally(found)}.", _HINT) if found else ()
    return Listing(heading(document), ("Verdict", "Kind", "Claim, and why"), rows, notes, long=True)


def _told(finding: Finding) -> Cell:
    words = " ".join((finding.claim.evidence.quote or "").split())
    sources = dict.fromkeys(p.source.address for p in finding.proofs[:3])
    told = [Span(f"“{words}”"), Span(f"\n{finding.why}", "quiet")]
    return (*told, *(Span(f"\n{address}", "quiet") for address in sources))


def _data(finding: Finding) -> dict[str, Any]:
    claim, evidence = finding.claim, finding.claim.evidence
    return {
        "claim": {
            "kind": claim.kind.value,
            "quote": evidence.quote,
            "document_id": evidence.document_id,
            "start_char": evidence.start_char,
            "end_char": evidence.end_char,
            "row": to_json(claim.row) if claim.row else None,
        },
        "verdict": finding.verdict.value,
        "why": finding.why,
        "citations": [_citation(p) for p in finding.proofs],
    }


def _citation(proof: Proof) -> dict[str, Any]:
    source = proof.source
    return {
        "table": proof.table,
        "key": proof.key,
        "said": proof.said,
        "address": source.address,
        "title": source.title,
        "terms": source.terms,
    }


def _annotated(number: int, document: Document, found: Sequence[Finding]) -> str:
    parts = "".join(
        f"<{_tag(s.kind.value)}>{_marked(number, document, found, s.start_char, s.end_char)}"
        f"</{_tag(s.kind.value)}>"
        for s in document.sections
    ) or f"<p>{_marked(number, document, found, 0, len(document.text))}</p>"  # fmt: skip
    items = "".join(_explained(number, i, f) for i, f in enumerate(found, 1))
    return (
        f"<section><h2>{for_html(heading(document))}</h2>"
        f"<p class=note>{len(found)} claims: {for_html(tally(found))}. {_HINT}</p>"
        f"<article>{parts}</article><ol class=findings>{items}</ol></section>"
    )


def _tag(kind: str) -> str:
    return "h3" if kind in ("title", "subtitle") else "p"


def _marked(number: int, document: Document, found: Sequence[Finding], start: int, end: int) -> str:
    """Write a stretch of text, each piece marked by the gravest verdict on it."""
    spans = [
        (max(start, s), min(end, e), i, f)
        for i, f in enumerate(found, 1)
        if (s := f.claim.evidence.start_char or 0) < end
        and (e := f.claim.evidence.end_char or 0) > start
    ]
    cuts = sorted({start, end, *(s for s, *_ in spans), *(e for _, e, *_ in spans)})
    pieces = []
    for first, last in pairwise(cuts):
        here = [f.verdict for s, e, _, f in spans if s <= first and last <= e]
        text = for_html(document.text[first:last])
        verdict = min(here, key=_GRAVEST.index, default=None)
        pieces.append(f'<span class="v {verdict.value}">{text}</span>' if verdict else text)
        pieces += [
            f'<sup class=cites><a href="#f{number}-{i}" title="{for_html(f.why)}">{i}</a></sup>'
            for _, e, i, f in spans
            if e == last
        ]
    return "".join(pieces)


def _explained(number: int, position: int, finding: Finding) -> str:
    sources = "".join(
        f"<li>{for_html(p.said)} {_address(p)}</li>" for p in finding.proofs
    )  # fmt: skip
    return (
        f'<li id="f{number}-{position}"><span class="v {finding.verdict.value}">'
        f"{WORDS[finding.verdict]}</span> <span class=label>{finding.claim.kind.value}</span> "
        f"<q>{for_html(finding.claim.evidence.quote or '')}</q><br>{for_html(finding.why)}"
        f"{f'<ul class=quotes>{sources}</ul>' if sources else ''}</li>"
    )


def _address(proof: Proof) -> str:
    address = link(proof.source.address)
    if not address:
        return f"<span class=label>{for_html(proof.source.address)}</span>"
    safe = for_html(address)
    return f'<a rel="noreferrer noopener nofollow" href="{safe}">{safe}</a>'
