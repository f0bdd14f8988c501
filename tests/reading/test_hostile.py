# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
"""Pages made to hurt: each is read or refused within a time that a quadratic reader would miss."""

import time

import pytest

from legation.errors import LegationError
from legation.reading import read_bytes

SECONDS = 20  # a bound on a busy machine; each takes under 3 on a quiet one
HEAD = b"<html><body><h1>Talks</h1><p>They met in Tokyo and agreed to meet again.</p>"
CASES = {
    "deep": HEAD + b"<div>" * 200_000,
    "deep text": HEAD + b"<div><p>Some text here that is long. " * 20_000,
    "nested tables": HEAD + b"<table><tr><td>" * 20_000 + b"text",
    "nested junk": HEAD + b"<div class=share>" * 2_000 + b"They met again. " * 5_000,
    "paragraphs": HEAD + b"<p>They met in Oslo." * 30_000,
    "breaks": HEAD + b"<br>x" * 100_000,
    "long attribute": HEAD + b"<p title='" + b"a" * 5_000_000 + b"'>They met.",
    "attributes": HEAD + b"<p " + b" ".join(b"a%d=1" % i for i in range(50_000)) + b">They met.",
    "brackets": HEAD + b"<" * 500_000,
    "entities": HEAD + b"&lt" * 500_000,
    "script": HEAD + b"<script>" + b"alert('<p>x</p>');" * 100_000,
    "comment": HEAD + b"<!--" + b"-<p>" * 200_000,
    "json": HEAD + b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>",
    "spaces": HEAD + b"<p>" + b" " * 3_000_000 + b"x",
    "one word": HEAD + b"<p>" + b"a" * 2_000_000,
    "quotes": HEAD + b"<blockquote>They met at noon.</blockquote><p>They met in Oslo." * 5_000,
    "names": HEAD + b"".join(b"<p>By " + b"A" * 100 + b"</p><p>By " + b"Aa Bb and " * 10 + b"!</p>" for _ in range(50)),
    "credits": HEAD + b"<figcaption>" + b"A.A." * 100 + b"</figcaption><figcaption>(Photo " + b"a " * 200 + b"</figcaption>",
    "hyphens": b"\n".join(b"inter-\nnational" for _ in range(50_000)),
    "lines": b"\n".join(b"line %d" % i for i in range(50_000)),
    "bullets": b"- \n" * 100_000 + b"x",
    "entity bomb": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "dos">'
    + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12))
    + b"]><rss><channel><item><title>&a11;</title></item></channel></rss>",
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_hostile_input_neither_hangs_nor_crashes(name):
    start = time.perf_counter()
    try:
        read_bytes(CASES[name], "a.html")
    except LegationError as error:
        assert "\n" not in str(error)
    assert time.perf_counter() - start < SECONDS


def test_zeros_in_a_page_are_left_out():
    (d,) = read_bytes(HEAD.replace(b"Tokyo", b"To\0kyo"), "a.html")
    assert "Tokyo" in d.text
