# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
"""What holds for every input: offsets slice, texts are clean, only LegationErrors are raised."""

import contextlib
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from legation.errors import LegationError
from legation.model import digest
from legation.reading import read_bytes, read_text

TAG_LINE = "html body p div h1 h2 br li ul td tr table figure figcaption a span "
TAG_LINE += "time blockquote dl dt dd pre"
TAGS = TAG_LINE.split()
WORDS = st.sampled_from(
    ["They met in Oslo.", "Share this", "By Jane Doe", "10 November 2013", "(Photo: AFP)", "Related articles",
     "a two-", "plus-two", "and then", "…", "[1]", "\x00", "\u202e", "é", "е́", "日本", "-", "1.", "|", "\n", "<", "&lt;", "&#0;"]
)  # fmt: skip
MARKUP = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(
            [f"<{t}>" for t in TAGS]
            + [f"</{t}>" for t in TAGS]
            + ['<div class="share">', "<p class=date>"]
        ),
    )
).map("".join)


def check(document):
    text = document.text
    assert document.document_id == digest(text)
    assert "\n\n".join(text[s.start_char : s.end_char] for s in document.sections) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert not set(text) & set("\u200b\u200e\u202e\u2066\ufeff")
    for section in document.sections:
        part = text[section.start_char : section.end_char]
        assert part and part == " ".join(part.split())


def read_or_refuse(data, address="a"):
    try:
        documents = read_bytes(data, address)
    except LegationError as error:
        assert str(error) and "\n" not in str(error)
        return
    for document in documents:
        check(document)


@given(st.binary(max_size=2000))
@example(b"%PDF-1.4 trailer << /Root 1 0 R >>")
@example(b"<rss><item><title>\xff")
@settings(deadline=None)
def test_any_bytes(data):
    read_or_refuse(data)


@given(st.text(max_size=2000))
@settings(deadline=None)
def test_any_text(text):
    read_or_refuse(text.encode("utf-8", "surrogatepass"))
    with contextlib.suppress(LegationError):
        check(read_text(text))


@given(st.lists(WORDS).map(" ".join), st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
@settings(deadline=None)
def test_any_article_like_text(text, ending):
    read_or_refuse(text.replace("\n", ending).encode())


@given(MARKUP)
@settings(deadline=None)
def test_any_markup(markup):
    read_or_refuse(f"<html>{markup}".encode(), "a.html")


@given(MARKUP)
@settings(deadline=None, max_examples=50)
def test_any_feed(markup):
    read_or_refuse(
        f"<rss><channel><item><title>T</title><description>{markup}</description></item></channel></rss>".encode()
    )
