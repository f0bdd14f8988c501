"""Finding dates in running text: precision, explanation, and what holds for any text."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legation.coding.dates import DateMention, find_dates
from legation.coding.dates.named import named_periods
from legation.model.dates import Period

PUBLISHED = dt.date(2013, 11, 2)


def values(
    text: str, published: dt.date | None, sections: tuple[tuple[int, int], ...] | list = ()
) -> str:
    """Write what is found as ``expression = first..last; …``, whole years and months for short."""
    found = find_dates(text, published, sections)
    return "; ".join(f"{text[m.start_char : m.end_char]} = {short(m.period)}" for m in found)


def short(period: Period) -> str:
    start, end = period.start, period.end
    if start and end:
        if start == end:
            return start.isoformat()
        if period == Period.year(start.year):
            return str(start.year)
        if period == Period.month(start.year, start.month):
            return start.isoformat()[:7]
    return f"{start or ''}..{end or ''}"


def only(text: str) -> DateMention:
    [mention] = find_dates(text, PUBLISHED)
    return mention


PRECISIONS = """
on 2 November 2013 | day day
in November 2013 | month month
in late November 2013 | month month
in spring 1990 | season season
in Q3 2012 | season season
in early 2013 | season season
in 1956 | year year
from 1904 to 1905 | year year
in the 1950s | decade decade
in the mid-1980s | decade decade
in the 19th century | century century
at the turn of the 20th century | decade decade
since the 1950s | decade open
since 2 November 2013 | day open
until 1945 | None year
before 1914 | None year
after 1945 | year open
over the past 20 years | year day
over the past decade | decade day
in recent months | month day
last week | day day
two years ago | year year
two months ago | month month
"""


@pytest.mark.parametrize("case", [c for c in PRECISIONS.splitlines() if c])
def test_knows_how_precise_each_end_is(case: str) -> None:
    text, wanted = case.split(" | ")
    period = only(f"It happened {text}.").period
    ends = (period.start_precision, period.end_precision)
    assert " ".join(p.value if p else "None" for p in ends) == wanted


def test_says_which_rule_fired_and_from_where_it_counted() -> None:
    first, second = find_dates("In 1898 it fell. Two years later it rose.", PUBLISHED)
    assert (first.rule, first.anchored) == ("year", False)
    assert (second.rule, second.anchored) == ("later", True)


def test_every_named_period_is_found_by_its_name() -> None:
    for name, period in named_periods().items():
        if isinstance(period, Period):
            assert only(f"It happened during the {name}.").period == period, name


def test_named_periods_each_cite_a_public_source() -> None:
    from legation.coding.dates.named import COLUMNS
    from legation.tables import rows

    for row in rows("coding", "named_periods.csv", COLUMNS):
        assert row["source"].startswith("https://"), row


WRITTEN = (
    "{d.day} {d:%B} {d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d:%b} {d.day}, {d.year}",
    "{d:%A}, {d.day} {d:%B} {d.year}",
    "{d:%A}, {d:%B} {d.day}, {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%d}/{d:%m}/{d.year}",
    "{d:%d}.{d:%m}.{d.year}",
    "{d:%Y-%m-%d}T10:15:00Z",
    "{d.day:02} {d:%B}, {d.year}",
)


@given(
    day=st.dates(dt.date(1816, 1, 1), dt.date(2030, 12, 31)),
    written=st.sampled_from(WRITTEN),
    published=st.none() | st.dates(dt.date(1816, 1, 1), dt.date(2030, 12, 31)),
)
@settings(max_examples=1500, deadline=None)
def test_a_full_date_is_found_in_every_form(day, written, published) -> None:
    expression = written.format(d=day)
    text = f"The ministers met on {expression} in Geneva."
    [mention] = find_dates(text, published)
    assert text[mention.start_char : mention.end_char] == expression
    assert mention.period == Period.day(day)


PIECES = st.sampled_from(
    [
        "from",
        "to",
        "between",
        "and",
        "since",
        "until",
        "after",
        "before",
        "the",
        "early",
        "late",
        "mid",
        "end",
        "of",
        "in",
        "on",
        "1990",
        "1904–05",
        "2",
        "31",
        "November",
        "May",
        "March",
        "1950s",
        "19th",
        "century",
        "Tuesday",
        "last",
        "next",
        "this",
        "that",
        "following",
        "previous",
        "years",
        "year",
        "decade",
        "two",
        "a",
        "ago",
        "later",
        "within",
        "past",
        "recent",
        "day",
        "spring",
        "Christmas",
        "war",
        "Q3",
        "12/31/2013",
        "9999",
        "'",
        "-",
        "–",
        ",",
        ".",
        "\n",
        "\n\n",
        "(",
        ")",
        "0",
        "29",
        "February",
        "World",
        "War",
        "II",
        "'t90s",
        "eve",
    ]
)


@given(
    st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200),
    st.none() | st.dates(),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4),
)
@example("9999-12-31 two years later since 31 December 9999", dt.date.max, [])
@example("two centuries earlier", dt.date.min, [])
@settings(max_examples=1500, deadline=None)
def test_spans_are_ordered_and_periods_run_forward(text, published, sections) -> None:
    done = 0
    for mention in find_dates(text, published, sections):
        assert done <= mention.start_char < mention.end_char <= len(text)
        assert text[mention.start_char : mention.end_char].strip()
        assert mention.period.dated
        done = mention.end_char


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_the_same_text_gives_the_same_dates(text) -> None:
    assert find_dates(text, PUBLISHED) == find_dates(text, PUBLISHED)
