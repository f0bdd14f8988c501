# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
import datetime as dt

import pytest

from legation.errors import UnreadableError
from legation.reading import read_bytes

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Strait Wire</title><link>https://wire.example/</link><language>en-gb</language>
<item><title>Norway &amp; Sweden sign a treaty</title><link>https://wire.example/1</link>
<pubDate>Mon, 03 May 1999 08:00:00 +0200</pubDate><description>Teaser</description>
<content:encoded><![CDATA[<p>Norway and Sweden signed a treaty in Oslo.</p><p>Share this</p><script>x()</script>]]></content:encoded></item>
<item><title>Denmark protests</title><guid isPermaLink="true">https://wire.example/2</guid>
<description>Denmark protested. Its envoy said that the treaty would [...]</description></item>
<item></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
<entry><title type="html">Talks &lt;b&gt;fail&lt;/b&gt;</title><link rel="self" href="/self"/><link href="/a"/>
<published>2013-11-10T08:15:00Z</published><updated>2014-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The talks in Oslo failed.</p><p>No date was set.</p></div></content></entry></feed>"""


def test_rss_entries_are_documents():
    first, second = read_bytes(RSS.encode(), "https://wire.example/feed.xml")
    assert (
        first.text == "Norway & Sweden sign a treaty\n\nNorway and Sweden signed a treaty in Oslo."
    )
    assert (first.published, first.source.publisher) == (dt.date(1999, 5, 3), "Strait Wire")
    assert (first.source.address, first.source.kind) == ("https://wire.example/1", "feed")
    assert second.truncated and second.source.address == "https://wire.example/2"
    assert second.text.endswith("Its envoy said that the treaty would [...]")


def test_atom_entries_are_documents():
    (d,) = read_bytes(ATOM.encode(), "https://notes.example/atom")
    assert d.text == "Talks fail\n\nThe talks in Oslo failed.\n\nNo date was set."
    assert (d.published, d.source.address) == (dt.date(2013, 11, 10), "https://notes.example/a")


def test_a_feed_cut_off_anywhere_gives_its_whole_entries():
    first, *_ = read_bytes(RSS.encode()[: RSS.index("<item></item>") - 40], "feed.xml")
    assert first.title == "Norway & Sweden sign a treaty"


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel></channel></rss>",
        "<rss version='2.0'>",
        "<rss><channel><item/></channel></rss>",
    ],
)
def test_a_feed_without_entries_is_unreadable(text):
    with pytest.raises(UnreadableError):
        read_bytes(text.encode(), "feed.xml")


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE r [<!ENTITY a "dos"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    item = "<rss><channel><item><title>Talks &a; &b;</title><description>They met.</description></item></channel></rss>"
    (d,) = read_bytes((bomb + item).encode(), "feed.xml")
    assert "dos" not in d.text and "root:" not in d.text
