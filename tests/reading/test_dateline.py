import datetime as dt

import pytest

from legation.reading import dateline, printed_dates

TENTH = dt.date(2013, 11, 10)


@pytest.mark.parametrize(
    "line",
    [
        "November 10, 2013",
        "10 November 2013 |",
        "10 November 2013 | Tokyo",
        "Published: 10 Nov 2013 08:15",
        "Posted on November 10, 2013 by Jane Doe",
        "posted by admin on November 10, 2013 at 8:15 am",
        "2013-11-10",
        "2013-11-10T08:15:00+09:00",
        "Sunday, 10 November 2013, 08:15 GMT",
        "Sun 10 Nov 2013 09.15 GMT",
        "By Jane Doe, 10 November 2013",
        "By Jane Doe | November 10th, 2013",
        "Moscow, 10 November 2013",
        "November 10, 2013 Moscow",
        "10. November 2013",
        "10.11.2013",
        "10 novembre 2013",
        "10 de noviembre de 2013",
        "10 ноября 2013",
        "2013年11月10日",
    ],
)
def test_a_line_that_only_dates_its_document(line):
    assert dateline.date_line(line) == TENTH


@pytest.mark.parametrize(
    "line",
    [
        "On 10 November 2013, Russia and Japan met in Tokyo",
        "On 10 November 2013 Russia and Japan met in Tokyo.",
        "10 November 2013 was a turning point.",
        "10 November 2013: Joint declaration signed",
        "Nov 10, 2013 – Japan and Russia hold talks in Tokyo",
        "Talks in Tokyo, 10 November 2013",
        "Joint Statement of 10 November 2013",
        "10/11/2013",
        "30 February 2013",
        "Since 10 November 2013 the two have not spoken",
        "November 2013",
    ],
)
def test_sentences_titles_and_unclear_dates_are_none(line):
    assert dateline.date_line(line) is None


@pytest.mark.parametrize(
    ("paragraph", "head", "day"),
    [
        ("MOSCOW, Nov. 2 (Wire) - Foreign ministers met.", "MOSCOW, Nov. 2 (Wire) -", None),
        (
            "TOKYO, Nov. 2, 2013 (Kyodo) -- They met.",
            "TOKYO, Nov. 2, 2013 (Kyodo) --",
            dt.date(2013, 11, 2),
        ),
        (
            "Moscow, 2 November 2013 (Wire) – They met.",
            "Moscow, 2 November 2013 (Wire) –",
            dt.date(2013, 11, 2),
        ),
        ("MOSCOW — Russia’s envoy left.", "MOSCOW —", None),
        ("(AP) — The envoy left.", "(AP) —", None),
        ("NEW DELHI: India recalled its envoy.", "NEW DELHI:", None),
        ("TOKYO/MOSCOW (Wire) - The two met.", "TOKYO/MOSCOW (Wire) -", None),
    ],
)
def test_a_dateline_is_split_off_whole(paragraph, head, day):
    found = dateline.opening(paragraph)
    assert (found.dateline, found.date) == (head, day)
    assert f"{head} {found.rest}" == paragraph


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO - an alliance since 1949 - has grown.",
        "Russia - The bear.",
        "In 1956 – That was the year.",
        "They met.",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(sentence):
    assert dateline.opening(sentence) is None


def test_a_day_takes_its_year_from_the_copyright_line():
    assert dateline.opening("OSLO, May 3 (Wire) - They met.", 1999).date == dt.date(1999, 5, 3)
    assert dateline.copyright_year("x\n© 2013 Wire") == 2013
    assert dateline.copyright_year("© 2011 A\n© 2013 B") is None
    assert dateline.copyright_year("© 2009-2013 Wire") is None


def test_two_numbers_are_taken_only_where_one_cannot_be_a_month():
    assert printed_dates.find("25/11/2013").day == printed_dates.find("11/25/2013").day
    assert printed_dates.find("version 1.2.2013.4") is None
