"""Whole pages and texts, of the kinds that readers save, to the sections that should be left."""

import datetime as dt
from pathlib import Path

import pytest

from legation.model import SectionKind
from legation.reading import read

HERE = Path(__file__).parent


def read_one(name):
    (document,) = read(HERE / name)
    return document


def sections(document, kind):
    return [document.text[s.start_char : s.end_char] for s in document.sections if s.kind is kind]


HEADS = {
    "pages/old_newspaper.html": (
        "Tokyo and Moscow open a new channel",
        None,
        dt.date(2013, 11, 3),
        None,
    ),
    "pages/wordpress_blog.html": (
        "Why the islands still matter",
        None,
        dt.date(2013, 11, 10),
        "Strait Talk",
    ),
    "pages/ministry.html": (
        "Press release: Consultations with the Kingdom of Norway",
        None,
        dt.date(2019, 4, 9),
        None,
    ),
    "pages/encyclopedia.html": ("Atlantis–Lemuria relations", None, None, None),
    "pages/captions.html": (
        "Leaders seal border accord",
        "Two neighbours end a forty-year quarrel over a river valley.",
        dt.date(2017, 3, 15),
        "Capital Post",
    ),
    "pages/paywalled.html": (
        "Gulf states weigh a thaw with Tehran",
        None,
        dt.date(2021, 10, 5),
        "The Observer of Affairs",
    ),
    "texts/saved_page.txt": (
        "Russia and Japan Hold First-Ever “Two Plus Two”",
        "Moscow and Tokyo open a new security channel, but the islands still divide them.",
        dt.date(2013, 11, 10),
        None,
    ),
    "texts/wrapped_wire.txt": (None, None, dt.date(2013, 11, 2), None),
    "texts/cut_off.txt": ("Berlin and Warsaw mend fences", None, dt.date(2013, 11, 10), None),
}

COUNTS = {  # paragraphs, captions, fragments
    "pages/old_newspaper.html": (6, 0, 0),
    "pages/wordpress_blog.html": (8, 1, 0),
    "pages/ministry.html": (8, 0, 0),
    "pages/encyclopedia.html": (7, 1, 0),
    "pages/captions.html": (3, 2, 0),
    "pages/paywalled.html": (2, 0, 1),
    "texts/saved_page.txt": (5, 1, 0),
    "texts/wrapped_wire.txt": (6, 0, 0),
    "texts/cut_off.txt": (2, 0, 1),
}


@pytest.mark.parametrize("name", HEADS)
def test_title_standfirst_date_and_publisher(name):
    d = read_one(name)
    subtitle = next(iter(sections(d, SectionKind.SUBTITLE)), None)
    assert (d.title, subtitle, d.published, d.source.publisher) == HEADS[name]
    assert d.language == "en"


@pytest.mark.parametrize("name", COUNTS)
def test_what_is_left_is_the_text(name):
    d = read_one(name)
    kinds = (SectionKind.PARAGRAPH, SectionKind.CAPTION, SectionKind.FRAGMENT)
    assert tuple(len(sections(d, kind)) for kind in kinds) == COUNTS[name], d.text
    assert d.truncated is (COUNTS[name][2] > 0)


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize(
    "words",
    [
        "Share",
        "Loading",
        "Follow us",
        "Comments",
        "Related",
        "Most read",
        "Home",
        "newsletter",
        "cookies",
        "Advertis",
        "Jane Doe",
        "John Roe",
        "AFP",
        "Reuters",
        "rights reserved",
        "Subscribe",
        "Great post",
        "Harbour tunnel",
        "See also",
        "[edit]",
        "[1]",
        "Privacy",
    ],
)
def test_nothing_of_the_page_is_left(name, words):
    assert words not in read_one(name).text


def test_captions_stand_in_their_place_and_keep_their_dates():
    d = read_one("pages/captions.html")
    assert sections(d, SectionKind.CAPTION) == [
        "The presidents of Bolivia and Chile sign the accord in La Paz on 14 March 2017.",
        "A border post near the river.",
    ]
    kinds = [s.kind.value for s in d.sections]
    assert kinds == [
        "title",
        "subtitle",
        "caption",
        "paragraph",
        "caption",
        "paragraph",
        "paragraph",
    ]


def test_timelines_and_tables_are_paragraphs():
    text = read_one("pages/ministry.html").text
    assert "1980: They agree on the fishery and the continental shelf around Jan Mayen." in text
    assert "9 April: Akureyri; Visit to the Arctic Council secretariat" in text
    assert "1875: Japan receives all of the Kurils" in read_one("pages/wordpress_blog.html").text


def test_a_cut_sentence_is_a_fragment_and_the_whole_one_before_it_is_kept():
    d = read_one("pages/paywalled.html")
    assert sections(d, SectionKind.PARAGRAPH)[-1] == "The two broke off relations in 2016."
    assert sections(d, SectionKind.FRAGMENT)[0].startswith("Officials from both sides")


def test_a_dateline_does_not_break_the_sentence_after_it():
    d = read_one("texts/wrapped_wire.txt")
    first, second, *_ = sections(d, SectionKind.PARAGRAPH)
    assert first == "MOSCOW, Nov. 2, 2013 (Wire) -"
    assert second.startswith(
        "Foreign and defence ministers of Russia and Japan met in Tokyo on Saturday."
    )


def test_the_given_date_wins():
    (d,) = read(HERE / "pages/captions.html", published=dt.date(2000, 1, 1))
    assert d.published == d.source.published == dt.date(2000, 1, 1)
