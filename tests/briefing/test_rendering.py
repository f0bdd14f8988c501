"""Hostile text through every renderer: it arrives as text and does nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from html.parser import HTMLParser

import pytest
from rich.console import Console
from tests.briefing.samples import HOSTILE

from legation.briefing import (
    Brief,
    Coverage,
    Group,
    Listing,
    Page,
    Part,
    Quote,
    Reference,
    Sentence,
    citing,
    render_csv,
    render_html,
    render_json,
    render_markdown,
    render_terminal,
)
from legation.briefing.listings import rows_listing
from legation.briefing.structure import cell
from legation.model import Event, Evidence, Source
from legation.world import states


def _event() -> Event:
    return Event(
        "CONSULT", "RUS", "JPN", HOSTILE, Evidence("d", 0, 4, HOSTILE),
        actor_text=HOSTILE, recipient_text="x", place=HOSTILE, coder=HOSTILE,
    )  # fmt: skip


def _brief() -> Brief:
    sources = [
        Source("1", "text", "javascript:alert(1)", HOSTILE, HOSTILE, terms=HOSTILE),
        Source("2", "html", "https://example.org/a", HOSTILE),
    ]
    references = tuple(
        Reference(n, s, (Quote(f"{n}a", HOSTILE, "d", 0, 4),)) for n, s in enumerate(sources, 1)
    )
    said = Sentence(HOSTILE, ("1a", "2a"), "planned", ("r",))
    part = Part("summary", "In short", (Group(HOSTILE, (said,)),))
    empty = Part("chronology", "Chronology", (), HOSTILE)
    a, b = states()["RUS"], states()["JPN"]
    return Brief(a, b, dt.date(2013, 11, 2), (part, empty), references, Coverage(), (_event(),))


def _page() -> Page:
    table = Listing(HOSTILE, (HOSTILE, "b"), ((cell(HOSTILE), cell(HOSTILE)),), (HOSTILE,))
    return Page(HOSTILE, (table, rows_listing(HOSTILE, [_event()], explain=True)))


class _Audit(HTMLParser):
    """Notes every element and attribute of a page, and whether elements close in order."""

    VOID = frozenset({"meta", "br", "link", "img", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def audited(page: str) -> _Audit:
    audit = _Audit()
    audit.feed(page)
    audit.close()
    assert audit.open == []
    return audit


@pytest.mark.parametrize("page", [render_html.brief(_brief()), render_html.page(_page())])
def test_html_holds_nothing_active(page: str) -> None:
    audit = audited(page)
    assert not audit.tags & {"script", "img", "iframe", "object", "form", "link", "b"}
    names = {name for name, _ in audit.attributes}
    assert not any(name.startswith("on") for name in names)
    assert "src" not in names
    for name, value in audit.attributes:
        if name == "href":
            assert value and (value.startswith("#") or value == "https://example.org/a")
    assert "url(" not in page and "@import" not in page
    page.encode("utf-8")


def test_every_anchor_of_a_brief_has_a_target() -> None:
    audit = audited(render_html.brief(_brief()))
    ids = [value for name, value in audit.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {v[1:] for n, v in audit.attributes if n == "href" and v and v[0] == "#"}
    assert targets <= set(ids)
    assert {"s1a", "s2a", "t1", "summary", "sources"} <= targets


@pytest.mark.parametrize("text", [render_markdown.brief(_brief()), render_markdown.page(_page())])
def test_markdown_holds_no_markup_of_others(text: str) -> None:
    ours = re.sub(r'<a id="s\w+"></a>|<br>|<https://example\.org/a>', "", text)
    assert not re.search(r"(?<!\\)<", ours)
    assert not re.search(r"(?<!\\)\]\((?!#s\w+\))", ours)
    assert "\x1b" not in text and "\u202e" not in text
    text.encode("utf-8")


@pytest.mark.parametrize("terminal", [True, False])
def test_terminal_output_takes_no_commands(terminal: bool) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=80, markup=False, emoji=False)
    render_terminal.brief(_brief(), console)
    render_terminal.page(_page(), console)
    text = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()) if terminal else out.getvalue()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[bold red]" in text
    text.encode("utf-8")


def test_csv_holds_no_formula_and_reads_back() -> None:
    text = render_csv.rows([_event()])
    [row] = csv.DictReader(io.StringIO(text))
    assert row["row"] == "event"
    assert all(value[:1] not in "=+-@" for value in row.values() if value)
    listed = render_csv.listing(Listing("t", ("A",), ((cell("=1+1"),),)))
    assert listed == "a\n'=1+1\n"


def test_json_is_one_line_that_reads_back() -> None:
    [line] = render_json.rows([_event()])
    assert json.loads(line)["evidence"]["quote"] == HOSTILE
    assert len(line.splitlines()) == 1
    told = json.loads(render_json.brief(_brief()))
    assert told["parts"][0]["groups"][0]["sentences"][0]["cites"] == ["1a", "2a"]
    assert told["as_of"] == "2013-11-02"


def test_bibtex_is_escaped() -> None:
    hostile = Source("s1", "html", "https://example.org/{}", "50% of \\input{x} & #1 {", HOSTILE)
    [entry] = citing.bibtex([hostile]).split("\n\n")
    assert r"\textbackslash{}input\{x\}" in entry
    assert r"50\% of" in entry
    assert "https://example.org/%7B%7D" in entry
