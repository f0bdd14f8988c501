"""Dates as intervals: how they are built, joined, compared and read."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import InvalidDateError
from legation.model import UNDATED, Period, Precision, parse_date

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period: closed, open on either side, or undated."""
    days = sorted(draw(st.tuples(DAYS, DAYS)))
    start = draw(st.sampled_from([days[0], None]))
    end = draw(st.sampled_from([days[1], None]))
    precision = st.sampled_from([None, *Precision])
    return Period(start, end, draw(precision), draw(precision))


@pytest.mark.parametrize(
    ("period", "start", "end", "precision"),
    [
        (Period.day(dt.date(1904, 2, 8)), "1904-02-08", "1904-02-08", "day"),
        (Period.month(1904, 2), "1904-02-01", "1904-02-29", "month"),
        (Period.month(1900, 2), "1900-02-01", "1900-02-28", "month"),
        (Period.month(2013, 12), "2013-12-01", "2013-12-31", "month"),
        (Period.year(1648), "1648-01-01", "1648-12-31", "year"),
        (Period.decade(2000), "2000-01-01", "2009-12-31", "decade"),
        (Period.century(19), "1801-01-01", "1900-12-31", "century"),
        (Period.century(21), "2001-01-01", "2100-12-31", "century"),
        (Period.century(1), "0001-01-01", "0100-12-31", "century"),
    ],
)
def test_built(period: Period, start: str, end: str, precision: str) -> None:
    assert (str(period.start), str(period.end), period.precision) == (start, end, precision)
    assert period.start_precision == period.end_precision == precision


@pytest.mark.parametrize(
    ("period", "start", "end", "precision"),
    [
        (Period.span(Period.year(1904), Period.year(1905)), "1904-01-01", "1905-12-31", "year"),
        (
            Period.span(Period.day(dt.date(1914, 7, 28)), Period.year(1918)),
            "1914-07-28",
            "1918-12-31",
            "year",
        ),
        (Period.since(Period.decade(1950)), "1950-01-01", "None", "open"),
        (Period.until(Period.year(1991)), "None", "1991-12-31", "open"),
        (UNDATED, "None", "None", None),
        (Period(dt.date(1900, 1, 1), dt.date(1900, 1, 2)), "1900-01-01", "1900-01-02", "day"),
    ],
)
def test_joined(period: Period, start: str, end: str, precision: str | None) -> None:
    assert (str(period.start), str(period.end), period.precision) == (start, end, precision)


def test_since_and_until_keep_the_precision_of_the_known_end() -> None:
    since, until = Period.since(Period.decade(1950)), Period.until(Period.month(1989, 2))
    assert (since.start_precision, since.end_precision) == (Precision.DECADE, Precision.OPEN)
    assert (until.start_precision, until.end_precision) == (None, Precision.MONTH)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Period.year(1904), Period.year(1905), False),
        (Period.year(1904), Period.day(dt.date(1904, 12, 31)), True),
        (Period.since(Period.year(1950)), Period.year(1949), False),
        (Period.since(Period.year(1950)), Period.year(2049), True),
        (Period.until(Period.year(1950)), Period.year(1951), False),
        (Period.until(Period.year(1950)), Period.since(Period.year(1950)), True),
        (UNDATED, Period.year(1), True),
        (UNDATED, UNDATED, True),
    ],
)
def test_overlaps(one: Period, other: Period, shared: bool) -> None:
    assert one.overlaps(other) is other.overlaps(one) is shared


@given(periods())
def test_every_period_overlaps_itself_and_the_undated(period: Period) -> None:
    assert period.overlaps(period)
    assert period.overlaps(UNDATED)


@given(periods(), periods())
def test_overlapping_is_symmetric(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(periods())
def test_a_period_is_dated_as_its_precision_says(period: Period) -> None:
    assert period.dated == (period.precision is not None)
    open_sided = (period.start is None) != (period.end is None)
    assert not open_sided or period.precision is Precision.OPEN


@given(periods(), periods())
def test_a_span_reaches_from_one_to_the_other_or_is_refused(one: Period, other: Period) -> None:
    if one.start and other.end and other.end < one.start:
        with pytest.raises(InvalidDateError):
            Period.span(one, other)
    else:
        joined = Period.span(one, other)
        assert (joined.start, joined.end) == (one.start, other.end)


def test_precisions_are_ordered_from_day_to_open() -> None:
    order = ["day", "month", "season", "year", "decade", "century", "open"]
    assert [p.value for p in sorted(Precision, key=lambda p: p.coarseness)] == order


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidDateError, match="ends before it starts"):
        Period(dt.date(1905, 1, 1), dt.date(1904, 12, 31))


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (UNDATED, "Period(.. undated)"),
        (Period.since(Period.year(1950)), "Period(1950-01-01.. open)"),
        (Period.until(Period.year(1950)), "Period(..1950-12-31 open)"),
        (Period.day(dt.date(1914, 7, 28)), "Period(1914-07-28..1914-07-28 day)"),
    ],
)
def test_shown(period: Period, shown: str) -> None:
    assert repr(period) == shown


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1904", "1904-01-01", "1904-12-31", "year"),
        ("1904-02", "1904-02-01", "1904-02-29", "month"),
        ("1904-02-08", "1904-02-08", "1904-02-08", "day"),
        (" 2013-11-02\n", "2013-11-02", "2013-11-02", "day"),
        ("0843-08-10", "0843-08-10", "0843-08-10", "day"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "day"),
    ],
)
def test_parsed(text: str, start: str, end: str, precision: str) -> None:
    period = parse_date(text)
    assert (str(period.start), str(period.end), period.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "today", "1904-", "1904-2", "1904-02-8", "04-02-08", "1904/02/08"),
        *("1904-13", "1904-00", "1904-02-30", "1900-02-29", "0000", "0000-01-01", "19040208"),
        *("1_90", "+190", "1904- 2"),
        *("1904-02-08-01", "1904-02-08T00:00", "-1904", "12345", "1904-ab", "xxxx"),
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(InvalidDateError, match="YYYY-MM-DD") as caught:
        parse_date(text)
    assert repr(text) in str(caught.value)


@given(DAYS)
def test_every_day_reads_back(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == Period.day(day)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with contextlib.suppress(InvalidDateError):
        assert parse_date(text).dated
