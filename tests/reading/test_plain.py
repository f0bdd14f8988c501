import pytest

from legation.model import SectionKind
from legation.reading import read_text


def parts(text):
    d = read_text(text)
    return [(s.kind.value, d.text[s.start_char : s.end_char]) for s in d.sections]


BODY = "Russia and Japan met in Tokyo. They agreed to meet again."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BODY, [("paragraph", BODY)]),
        (
            f"MINISTRY OF FOREIGN AFFAIRS\nPRESS RELEASE\n\nOn the visit to Oslo\n\n{BODY}",
            [("title", "On the visit to Oslo"), ("paragraph", BODY)],
        ),
        ("Russia and Japan meet", [("paragraph", "Russia and Japan meet")]),
        (
            f"Russia and Japan meet\n\n{BODY}",
            [("title", "Russia and Japan meet"), ("paragraph", BODY)],
        ),
        (f"Will they meet?\n{BODY}", [("title", "Will they meet?"), ("paragraph", BODY)]),
        (f"Title: A meeting\n\n{BODY}", [("title", "A meeting"), ("paragraph", BODY)]),
        (
            f"A meeting\n\nThe two states open a channel\n\n{BODY}",
            [
                ("title", "A meeting"),
                ("subtitle", "The two states open a channel"),
                ("paragraph", BODY),
            ],
        ),
        (
            f"A meeting\n\nThe two states open a channel.\n\nBy Jane Doe\n\n{BODY}",
            [
                ("title", "A meeting"),
                ("subtitle", "The two states open a channel."),
                ("paragraph", BODY),
            ],
        ),
        (
            f"A meeting\n\nThe two states opened a channel.\n\n{BODY}",
            [
                ("title", "A meeting"),
                ("paragraph", "The two states opened a channel."),
                ("paragraph", BODY),
            ],
        ),
        (
            f"A meeting\n\nBackground\n\n{BODY}",
            [("title", "A meeting"), ("paragraph", "Background"), ("paragraph", BODY)],
        ),
        (
            f"They met on Monday.\n\n{BODY}",
            [("paragraph", "They met on Monday."), ("paragraph", BODY)],
        ),
    ],
)
def test_title_and_standfirst(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("November 10, 2013", "2013-11-10"),
        ("Published: 10 Nov 2013 08:15", "2013-11-10"),
        ("By Jane Doe\n10 November 2013 |", "2013-11-10"),
        ("Updated: 12 November 2013\nPublished: 10 November 2013", "2013-11-10"),
        ("Published: 10 November 2013\nUpdated: 12 November 2013", "2013-11-10"),
        ("", None),
        ("On 10 November 2013 the ministers met in Tokyo.", None),
    ],
)
def test_the_date_at_the_head(head, day):
    d = read_text(f"A meeting\n\n{head}\n\n{BODY}")
    assert (d.published and d.published.isoformat()) == day


def test_a_date_in_the_text_is_part_of_it():
    text = f"A meeting\n\n{BODY}\n\n10 November 2013\n\nThe treaty was signed."
    assert "10 November 2013" in read_text(text).text
    assert read_text(text).published is None


def test_a_dateline_takes_the_copyright_years_year():
    d = read_text(f"A meeting\n\nTOKYO, Nov. 2 (Wire) - {BODY}\n\n© 2013 Wire")
    assert d.published.isoformat() == "2013-11-02"
    assert [s.kind for s in d.sections] == [
        SectionKind.TITLE,
        SectionKind.PARAGRAPH,
        SectionKind.PARAGRAPH,
    ]
