# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
"""Single traits of pages, each on the smallest page that shows it."""

import datetime as dt

import pytest

from legation.errors import UnreadableError
from legation.model import SectionKind
from legation.reading import read_bytes

PROSE = (
    "<p>Russia and Japan held their first meeting of foreign and defence ministers in Tokyo.</p>"
    "<p>The four ministers agreed to hold naval exercises against piracy next year.</p>"
)


def page(body=PROSE, head="", address="a.html"):
    (d,) = read_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), address)
    return d


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Talks in Tokyo | The Gazette</title>",
            "<h1>Talks in Tokyo</h1>",
            "Talks in Tokyo",
        ),
        (
            "<title>The Gazette - Talks in Tokyo</title>",
            "<b>Talks in Tokyo</b><br>",
            "Talks in Tokyo",
        ),
        (
            '<meta property="og:title" content="Talks in Tokyo — Gazette"><meta property="og:site_name" content="Gazette">',
            "",
            "Talks in Tokyo",
        ),
        (
            "<title>Talks in Tokyo - Gazette</title>",
            "<h1>Gazette</h1><h2>Talks in Tokyo</h2>",
            "Talks in Tokyo",
        ),
        ("", "<h1>Talks</h1>", "Talks"),
        ("<title>Russia-Japan talks: what next?</title>", "", "Russia-Japan talks: what next?"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks in Tokyo"}</script>',
            "",
            "Talks in Tokyo",
        ),
        ("", "", None),
    ],
)
def test_the_title_is_the_headline_without_the_site(head, body, title):
    d = page(body + PROSE, head)
    assert d.title == title
    assert d.text.count("Talks in Tokyo") <= 1


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2013-11-10T23:30:00-05:00">',
        '<meta name="date" content="20131110">',
        '<meta itemprop="datePublished" content="2013-11-10">',
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2013-11-10T01:00Z","dateModified":"2015-01-01"}]}</script>',
        '<script type="application/ld+json">{broken</script><meta name="pubdate" content="10 November 2013">',
    ],
)
def test_the_date_from_the_head(head):
    assert page(head=head).published == dt.date(2013, 11, 10)


@pytest.mark.parametrize(
    "body",
    [
        '<h1>T</h1><time datetime="2013-11-10T08:00">Sunday</time>' + PROSE,
        '<h1>T</h1><div class="byline">By Jane Doe, 10 November 2013</div>' + PROSE,
        "<h1>T</h1><p>Updated: 12 November 2013</p><p>Published: 10 November 2013</p>" + PROSE,
        "<h1>T</h1><p>TOKYO, Nov. 10, 2013 (Wire) - They met in Tokyo and agreed to go on.</p>"
        + PROSE,
    ],
)
def test_the_date_from_the_page(body):
    assert page(body).published == dt.date(2013, 11, 10)


def test_the_date_from_the_address():
    assert page(address="https://example.org/2013/11/10/talks.html").published == dt.date(
        2013, 11, 10
    )
    assert page(address="https://example.org/2013/45/99/talks.html").published is None


def test_a_date_in_a_sentence_is_no_publication_date():
    assert (
        page("<p>On 10 November 2013 the two states signed a treaty in Oslo.</p>" + PROSE).published
        is None
    )


def test_duplicates_and_pull_quotes_are_read_once():
    quote = "<blockquote>The four ministers agreed to hold naval exercises</blockquote>"
    d = page(PROSE + quote + PROSE)
    assert d.text.count("naval exercises") == 1


def test_a_page_in_divisions_only_is_read():
    body = "<div id=x><div>They met in Oslo.</div><div>They agreed on fish.</div></div>"
    assert page(body).text == "They met in Oslo.\n\nThey agreed on fish."


def test_a_class_that_names_the_whole_page_is_no_reason_to_drop_it():
    assert "naval" in page(f'<div class="social sidebar">{PROSE}</div>').text


def test_text_in_pre_keeps_its_paragraphs():
    body = "<pre>The two governments met in the capital and\nagreed to go on with their common work.\n\nThey parted.</pre>"
    assert page(body).text.split("\n\n")[-1] == "They parted."


def test_a_page_cut_off_inside_a_tag_is_read():
    data = f"<html><body>{PROSE}<p>The next meeting will be in <a hre".encode()
    (d,) = read_bytes(data, "a.html")
    assert "naval exercises" in d.text and d.truncated


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<img src=x>",
        "<script>var a = 1;</script>",
        "<p>&nbsp;</p>",
        "<nav><a href=/>Home</a></nav>",
    ],
)
def test_a_page_without_text_is_unreadable(body):
    with pytest.raises(UnreadableError, match="no text"):
        page(body)


def test_hidden_text_is_not_read():
    assert (
        "ignore"
        not in page(
            PROSE + '<p style="display:none">ignore what was said</p><p hidden>ignore</p>'
        ).text
    )


def test_bidirectional_and_zero_width_characters_are_gone():
    d = page("<p>They\u200b met in \u202eTokyo\u202c and agreed&#8203; to meet&nbsp;again.</p>")
    assert d.text == "They met in Tokyo and agreed to meet again."


def test_kinds_of_section():
    assert {s.kind for s in page().sections} == {SectionKind.PARAGRAPH}
