"""Answers as Markdown, with footnote-like anchors from each sentence to its source."""

from __future__ import annotations

from collections.abc import Iterable

from legation.briefing.escaping import for_markdown, link, one_line
from legation.briefing.naming_sources import source_line
from legation.briefing.structure import Brief, Cell, Group, Listing, Page, Reference, Sentence


def page(shown: Page) -> str:
    """Write the listings of a page."""
    blocks = [f"# {for_markdown(shown.title)}"]
    for listed in shown.listings:
        blocks.append(listing(listed, heading="##"))
    return "\n\n".join(blocks) + "\n"


def listing(listed: Listing, heading: str = "#") -> str:
    """Write a listing as a table under its title."""
    lines = [f"{heading} {for_markdown(listed.title)}", ""]
    if listed.rows:
        lines.append(_row(for_markdown(c) for c in listed.columns))
        lines.append(_row("---" for _ in listed.columns))
        lines += [_row(_cell(c) for c in row) for row in listed.rows]
    else:
        lines.append("Nothing found.")
    lines += [f"\n*{for_markdown(note)}*" for note in listed.notes]
    return "\n".join(lines)


def brief(told: Brief) -> str:
    """Write a brief; labels in brackets lead to the sources at its end."""
    blocks = [f"# {for_markdown(told.title)}"]
    for part in told.parts:
        blocks.append(f"## {for_markdown(part.title)}")
        blocks += [_group(g) for g in part.groups] or [for_markdown(part.nothing)]
    blocks.append("## Sources")
    blocks += [_reference(r) for r in told.references] or ["None cited."]
    return "\n\n".join(blocks) + "\n"


def _group(group: Group) -> str:
    lines = [f"### {for_markdown(group.heading)}", ""] if group.heading else []
    return "\n".join([*lines, *(f"- {_sentence(s)}" for s in group.sentences)])


def _sentence(said: Sentence) -> str:
    cites = " ".join(f"[\\[{label}\\]](#s{label})" for label in said.cites)
    return f"{for_markdown(said.text)} {cites}".rstrip()


def _reference(reference: Reference) -> str:
    source = reference.source
    address = link(source.address)
    shown = for_markdown(source_line(source))
    if address:
        shown += f" <{address}>"
    lines = [f'<a id="s{reference.number}"></a>**\\[{reference.number}\\]** {shown}', ""]
    lines += [
        f'- <a id="s{q.label}"></a>\\[{q.label}\\] “{for_markdown(q.text)}”'
        for q in reference.quotes
    ]
    return "\n".join(lines).rstrip()


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(shown: Cell) -> str:
    parts = []
    for span in shown:
        text = for_markdown(one_line(span.text))
        if span.mark in ("actor", "recipient"):
            text = f"**{text}** ({span.mark})"
        elif span.mark == "quiet" and text:
            text = f"<br>{text}" if span.text.startswith("\n") else text
        elif span.text != span.text.strip():
            lead = " " if span.text[:1].isspace() else ""
            tail = " " if span.text[-1:].isspace() else ""
            text = f"{lead}{text}{tail}"
        parts.append(text)
    return "".join(parts)
