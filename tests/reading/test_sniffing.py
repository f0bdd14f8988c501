import pytest

from legation.reading.sniffing import kind_of


@pytest.mark.parametrize(
    ("text", "address", "kind"),
    [
        ("<!DOCTYPE html><html>", "a.txt", "html"),
        ("\n  <HTML><BODY>They met.", "", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "", "html"),
        ("<p>They met.</p><p>They parted.</p>", "", "html"),
        ("<!-- saved from url --><div>They met.</div>", "", "html"),
        ("They met.<br>They parted.", "a.html", "html"),
        ('<?xml version="1.0"?><rss version="2.0">', "a.html", "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "", "feed"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "", "feed"),
        ("They met. The markup <p> opens a paragraph.", "a.txt", "text"),
        ("They met.", "a.html", "text"),
        ("<They met>", "", "text"),
    ],
)
def test_the_kind_is_seen_in_the_text(text, address, kind):
    assert kind_of(text, address) == kind
