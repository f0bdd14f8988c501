from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.briefing.escaping import (
    for_csv,
    for_html,
    for_json,
    for_markdown,
    link,
    one_line,
    visible,
)

STEERING = ("\x1b", "\x9b", "\x07", "\x00", "\u202e", "\u2066", "\x7f", "\r")


@pytest.mark.parametrize("character", STEERING)
def test_what_steers_a_terminal_is_replaced(character: str) -> None:
    assert visible(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.text())
def test_html_has_no_markup_left(text: str) -> None:
    assert not set("<>\"'") & set(for_html(text))


@given(st.text())
def test_json_stays_the_same_json(text: str) -> None:
    written = for_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not any(c in written for c in STEERING)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert for_csv(start).startswith("'")


@pytest.mark.parametrize("plain", ["Russia", "2013-11-02", "1", ""])
def test_a_plain_cell_stays(plain: str) -> None:
    assert for_csv(plain) == plain


@pytest.mark.parametrize(
    "text", ["<b>", "[a](b)", "# head", "- item", "1. item", "a | b", "`c`", "*e*", "http://x.y"]
)
def test_markdown_is_escaped(text: str) -> None:
    written = for_markdown(text)
    assert written != text
    assert written.replace("\\", "") == text


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org/a", False),
        ("https://user@example.org/", False),
        ('https://example.org/"onclick="x', False),
        ("https://example.org/<b>", False),
        ("https://exa\u202emple.org/", False),
        ("https://[", False),
        ("wire.txt", False),
    ],
)
def test_only_plain_web_addresses_are_links(address: str, linked: bool) -> None:
    assert link(address) == (address if linked else None)
