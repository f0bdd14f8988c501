from __future__ import annotations

import datetime as dt

import pytest

from legation.briefing.periods import clip, compact, period_text
from legation.model import Period, Precision

DAY = dt.date(2013, 11, 2)


@pytest.mark.parametrize(
    ("period", "words", "short"),
    [
        (Period.day(DAY), "2 November 2013", "2013-11-02"),
        (Period.month(2013, 11), "November 2013", "2013-11"),
        (Period.year(1904), "1904", "1904"),
        (Period.decade(1950), "the 1950s", "1950s"),
        (Period.century(19), "the 19th century", "19th c."),
        (Period.since(Period.decade(1950)), "since the 1950s", "1950s–"),
        (Period.until(Period.year(1905)), "until 1905", "–1905"),
        (Period(), "undated", ""),
        (Period(None, None, None, Precision.OPEN), "undated", "–"),
        (
            Period.exact(dt.date(2014, 3, 1), dt.date(2014, 5, 31), Precision.SEASON),
            "spring 2014",
            "2014-03-01–2014-05-31",
        ),
        (
            Period.exact(dt.date(2013, 12, 1), dt.date(2014, 2, 28), Precision.SEASON),
            "winter 2013",
            "2013-12-01–2014-02-28",
        ),
        (Period.span(Period.year(1904), Period.year(1905)), "1904 to 1905", "1904–1905"),
    ],
)
def test_a_period_is_told_no_more_exactly_than_it_is_known(
    period: Period, words: str, short: str
) -> None:
    assert period_text(period) == words
    assert compact(period) == short


def test_an_open_event_has_no_day_of_its_own() -> None:
    opened = Period(dt.date(1950, 1, 1), None, Precision.OPEN, Precision.OPEN)
    assert period_text(opened) == "since 1950"


@pytest.mark.parametrize(
    ("end", "words"), [(2014, "since 1997"), (2012, "1997 to 2012"), (None, "since 1997")]
)
def test_a_day_does_not_know_what_ends_later(end: int | None, words: str) -> None:
    first = Period.year(1997)
    spell = Period.span(first, Period.year(end)) if end else Period.since(first)
    assert period_text(clip(spell, DAY)) == words
