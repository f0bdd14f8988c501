import datetime as dt

import pytest
from tests.reading.made_pdfs import encrypted, pdf

from legation.errors import UnreadableError
from legation.reading import read_bytes

TREATY = [
    [
        "Treaty Series 11",
        "Treaty of Friendship between Norway and Sweden",
        "3 May 1999",
        "The Government of Norway and the Government of Sweden, wishing to streng-",
        "then the bonds of friendship between them, have agreed as follows.",
        "- 1 -",
    ],
    [
        "Treaty Series 12",
        "The parties shall consult each other at the request of either on every mat-",
        "ter that touches their common border, and shall hold such consultations",
        "- 2 -",
    ],
    ["Treaty Series 13", "in Oslo and Stockholm in turn.", "Done at Oslo in two copies.", "- 3 -"],
]


def text_of(data):
    (d,) = read_bytes(data, "treaty.pdf")
    return d


def test_pages_are_joined_without_running_heads_and_hyphens():
    d = text_of(pdf(TREATY))
    assert d.source.kind == "pdf"
    assert d.title == "Treaty of Friendship between Norway and Sweden"
    assert d.published == dt.date(1999, 5, 3)
    assert "strengthen the bonds" in d.text and "every matter that touches" in d.text
    assert "such consultations in Oslo" in d.text
    assert "Series" not in d.text and "- 2 -" not in d.text


@pytest.mark.parametrize(
    "title", ["untitled", "Microsoft Word - treaty_final.doc", "scan_0042", "treaty.pdf"]
)
def test_file_names_are_no_titles(title):
    assert text_of(pdf(TREATY, title)).title == "Treaty of Friendship between Norway and Sweden"


def test_the_metadata_gives_a_title_that_the_page_lacks_but_no_date():
    d = text_of(pdf([["They met in Oslo and agreed on fish."]], "Minutes of the Fishery Talks"))
    assert d.title == "Minutes of the Fishery Talks"
    assert d.published is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (encrypted(pdf(TREATY), "secret"), "is encrypted"),
        (pdf(TREATY)[:300], "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 5000, "damaged"),
        (pdf([[]]), "holds images"),
        (pdf([["1"], ["2"]]), "holds images"),
    ],
)
def test_each_unreadable_pdf_has_its_own_line(data, message):
    with pytest.raises(UnreadableError, match=message) as raised:
        read_bytes(data, "treaty.pdf")
    assert "\n" not in str(raised.value)


def test_an_empty_password_is_tried():
    assert "Norway" in text_of(encrypted(pdf(TREATY), "")).text


def test_the_bytes_decide_and_not_the_suffix():
    (d,) = read_bytes(pdf(TREATY), "treaty.txt", "text/html")
    assert d.source.kind == "pdf"
