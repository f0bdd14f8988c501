import pytest

from legation.reading import boilerplate
from legation.reading.blocks import Block, Role

LINES = """
Loading...
Share this
Follow us on Twitter
Read more: Tokyo and Moscow talk again
Image: Flickr/foreignoffice
By Jane Doe
By JANE DOE and JOHN ROE, Tokyo
By Jane Doe in La Paz
Von Hans Müller
Home | World | Asia
Home › News › Asia
Twitter Facebook LinkedIn
34
1,203
Tweet 34
1.2K shares
Advertisement
Published: 10 Nov 2013 08:15
Last updated: 10 November 2013
© 2013 AFP
Reuters/Jane Doe
(Photo: Reuters)
Sign up for our weekly newsletter
* * *
"""

SENTENCES = """
By Friday, the talks had stalled.
By 1956 the two states had restored relations.
Share of exports fell in both states.
Like Japan, Korea claims the rocks.
Follow-up talks are to be held in Moscow.
Read more closely, the treaty says nothing of the islands.
Published in Moscow in 1956, the declaration ended the state of war.
Released in March 1956, the prisoners returned to Japan.
More than 30 states recognised it.
Comments by the minister angered Beijing.
Related disputes over fishing followed in 1998.
Watch stations on both shores were closed.
Print unions in both capitals called a strike.
Reporting by state media suggested that the talks had failed.
Email was not mentioned in the protocol.
Photo opportunities aside, the summit brought nothing.
Sources close to AFP deny it.
Russia | Japan relations are bad.
Get the troops out, the president told parliament.
1956
1855: The Treaty of Shimoda draws the border.
The Advertisement affair strained relations.
Register of treaties: the secretary keeps it.
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_the_pages_own_lines_are_known(line):
    assert boilerplate.is_boilerplate(line)


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_sentences_are_kept(line):
    assert boilerplate.strip([Block(Role.PARAGRAPH, line)])


def test_a_list_of_headlines_ends_with_the_next_sentence():
    texts = [
        "They met.",
        "Related articles",
        "Jets scrambled",
        "Who owns the islands?",
        "Later, they parted.",
    ]
    kept = boilerplate.strip([Block(Role.PARAGRAPH, t) for t in texts])
    assert [b.text for b in kept] == ["They met.", "Later, they parted."]


def test_comments_end_the_text_only_after_prose():
    prose = "The two ministers met in the capital and agreed to meet again next year."
    top = [Block(Role.PARAGRAPH, t) for t in ("Comments (3)", prose, prose)]
    bottom = [
        Block(Role.PARAGRAPH, t) for t in (prose, prose, "Comments (3)", "I disagree with it.")
    ]
    assert len(boilerplate.strip(top)) == len(boilerplate.strip(bottom)) == 2
