"""Answers as one self-contained HTML page: no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from importlib import resources

from legation.briefing.escaping import for_html, link
from legation.briefing.naming_sources import source_line
from legation.briefing.structure import Brief, Cell, Listing, Page, Part, Reference, Sentence

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

SHOWN = 8
"""How many labels a sentence shows before the rest is folded away."""


def brief(told: Brief) -> str:
    """Write a brief as a page; each label links to its source, and each source back."""
    citing: defaultdict[str, list[str]] = defaultdict(list)
    quotes = {q.label: q.text for r in told.references for q in r.quotes}
    parts = [_part(part, citing, quotes) for part in told.parts]
    contents = "".join(f'<li><a href="#{p.key}">{for_html(p.title)}</a></li>' for p in told.parts)
    sources = "".join(_reference(r, citing) for r in told.references)
    body = (
        f"<header><p class=kicker>Legation brief</p><h1>{for_html(told.title)}</h1>"
        f'<nav><ul>{contents}<li><a href="#sources">Sources</a></li></ul></nav></header>'
        f"<main>{''.join(parts)}"
        f'<section id="sources"><h2>Sources</h2><ol class=sources>{sources}</ol></section></main>'
    )
    return whole(told.title, body)


def page(shown: Page) -> str:
    """Write the listings of a page."""
    body = f"<header><h1>{for_html(shown.title)}</h1></header><main>"
    body += "".join(f"<section>{_listing(listed)}</section>" for listed in shown.listings)
    return whole(shown.title, f"{body}</main>")


def listing(listed: Listing) -> str:
    """Write one listing as a page."""
    return whole(listed.title, f"<main>{_listing(listed, level=1)}</main>")


def whole(title: str, body: str) -> str:
    """Put a body into a page with its style."""
    style = (resources.files("legation.briefing") / "page.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{for_html(title)}</title><style>{style}</style></head>"
        f"<body>{body}<footer>Written by Legation. Every sentence leads to its source; what was "
        "not found is not said to be untrue.</footer></body></html>\n"
    )


def _part(part: Part, citing: defaultdict[str, list[str]], quotes: Mapping[str, str]) -> str:
    groups = []
    for group in part.groups:
        heading = f"<h3>{for_html(group.heading)}</h3>" if group.heading else ""
        items = "".join(_sentence(s, citing, quotes) for s in group.sentences)
        groups.append(f"<div class=group>{heading}<ul>{items}</ul></div>")
    body = "".join(groups) or f"<p class=note>{for_html(part.nothing)}</p>"
    return f'<section id="{part.key}"><h2>{for_html(part.title)}</h2>{body}</section>'


def _sentence(
    said: Sentence, citing: defaultdict[str, list[str]], quotes: Mapping[str, str]
) -> str:
    anchor = f"t{sum(len(found) for found in citing.values()) + 1}"
    for label in said.cites:
        citing[label].append(anchor)
    links = [
        f'<a href="#s{label}" title="{for_html(quotes.get(label, ""))}">{label}</a>'
        for label in said.cites
    ]
    cites = f" <span class=cites>{' '.join(links[:SHOWN])}</span>" if links else ""
    if len(links) > SHOWN:
        more = " ".join(links[SHOWN:])
        cites += f"<details><summary>{len(links) - SHOWN} more</summary>{more}</details>"
    identity = f' id="{anchor}"' if said.cites else ""
    return f'<li{identity} class="{for_html(said.status)}">{for_html(said.text)}{cites}</li>'


def _reference(reference: Reference, citing: defaultdict[str, list[str]]) -> str:
    source, number = reference.source, str(reference.number)
    address = link(source.address)
    shown = for_html(source_line(source))
    if address:
        safe = for_html(address)
        shown += f' <a rel="noreferrer noopener nofollow" href="{safe}">{safe}</a>'
    quotes = "".join(
        f'<li id="s{q.label}"><span class=label>{q.label}</span> '
        f"<q>{for_html(q.text)}</q>{_back(citing[q.label])}</li>"
        for q in reference.quotes
    )
    inner = f"<ul class=quotes>{quotes}</ul>" if quotes else ""
    return f'<li id="s{number}">{shown}{_back(citing[number])}{inner}</li>'


def _back(anchors: list[str]) -> str:
    arrows = " ".join(f'<a href="#{a}" title="back to the sentence">↩</a>' for a in anchors)
    return f" <span class=back>{arrows}</span>" if arrows else ""


def _listing(listed: Listing, level: int = 2) -> str:
    title = f"<h{level}>{for_html(listed.title)}</h{level}>"
    notes = "".join(f"<p class=note>{for_html(n)}</p>" for n in listed.notes)
    if not listed.rows:
        return f"{title}<p class=note>Nothing found.</p>{notes}"
    head = "".join(f"<th scope=col>{for_html(c)}</th>" for c in listed.columns)
    lines = "".join(f"<tr>{''.join(_cell(c) for c in row)}</tr>" for row in listed.rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    return f"{title}<div class=wide>{table}</div>{notes}"


def _cell(shown: Cell) -> str:
    parts = []
    for span in shown:
        text = for_html(span.text.strip("\n"))
        if span.mark in ("actor", "recipient"):
            parts.append(f'<mark class="{span.mark}" title="{span.mark}">{text}</mark>')
        elif span.mark:
            tag = "div" if span.text.startswith("\n") else "span"
            parts.append(f'<{tag} class="{for_html(span.mark)}">{text}</{tag}>')
        else:
            parts.append(text)
    return f"<td>{''.join(parts)}</td>"
