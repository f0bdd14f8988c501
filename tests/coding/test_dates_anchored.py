# ruff: noqa: E501 - a case is one line
"""Dates counted from one told earlier in the text, without a date of publication."""

import datetime as dt

import pytest
from tests.coding.test_dates import values

CASES = """
In 1898 it fell. Two years later it rose. | 1898 = 1898; Two years later = 1900
In 1898 it fell. A year later it rose, and a year later fell. | 1898 = 1898; A year later = 1899; a year later = 1900
On 19 September 1898 he came. Three days later he left. | 19 September 1898 = 1898-09-19; Three days later = 1898-09-22
On 19 September 1898 he came. Three days earlier she left. | 19 September 1898 = 1898-09-19; Three days earlier = 1898-09-16
On 19 September 1898 he came. A fortnight later he left. | 19 September 1898 = 1898-09-19; A fortnight later = 1898-10-03
On 19 September 1898 he came. Two months later he left. | 19 September 1898 = 1898-09-19; Two months later = 1898-11
In May 1903 he came. Two months later he left. | May 1903 = 1903-05; Two months later = 1903-07
In May 1903 he came. Ten years before that he left. | May 1903 = 1903-05; Ten years before that = 1893
In 1904 it began. The following year it ended. | 1904 = 1904; The following year = 1905
In 1904 it began. The previous year was calm. | 1904 = 1904; The previous year = 1903
In 1904 it began. The next year it ended. | 1904 = 1904; The next year = 1905
In 1904 it began. Within a decade it was over. | 1904 = 1904; Within a decade = 1904-12-31..1914-12-31
In 1904 it began. In the following decades it grew. | 1904 = 1904; the following decades = 1905-01-01..
In 1904 it began. In the decade that followed it grew. | 1904 = 1904; the decade that followed = 1905-01-01..1914-12-31
In 1904 it began. In the years that followed it grew. | 1904 = 1904; the years that followed = 1905-01-01..
In 1904 it began. Over the following two years it grew. | 1904 = 1904; the following two years = 1905-01-01..1906-12-31
In the 1950s it began. The following decade it ended. | the 1950s = 1950-01-01..1959-12-31; The following decade = 1960-01-01..1969-12-31
In 1904 it began. The same year it ended. | 1904 = 1904; The same year = 1904
In May 1904 it began. That year it ended. | May 1904 = 1904-05; That year = 1904
In May 1904 it began. Later that year it ended. | May 1904 = 1904-05; Later that year = 1904-05-01..1904-12-31
In May 1904 it began. Late that year it ended. | May 1904 = 1904-05; Late that year = 1904-09-01..1904-12-31
In 1904 it began. That spring it ended. | 1904 = 1904; That spring = 1904-03-01..1904-05-31
In 1904 it began. That March it ended. | 1904 = 1904; That March = 1904-03
In October 1898 it began. The following March it ended. | October 1898 = 1898-10; The following March = 1899-03
In March 1898 it began. It ended in September of that year. | March 1898 = 1898-03; September of that year = 1898-09
In March 1898 it began. It ended in May the following year. | March 1898 = 1898-03; May the following year = 1899-05
In March 1898 it began. It ended on 4 May the same year. | March 1898 = 1898-03; 4 May the same year = 1898-05-04
On 19 October 1956 they signed. The next day they left. | 19 October 1956 = 1956-10-19; The next day = 1956-10-20
On 19 October 1956 they signed. The same day they left. | 19 October 1956 = 1956-10-19; The same day = 1956-10-19
On 19 October 1956 they signed. That evening they left. | 19 October 1956 = 1956-10-19; That evening = 1956-10-19
On 19 October 1956 they signed. The day before, they talked. | 19 October 1956 = 1956-10-19; The day before = 1956-10-18
On 19 October 1956 they signed. The following month they left. | 19 October 1956 = 1956-10-19; The following month = 1956-11
On 19 October 1956 they signed. That week they left. | 19 October 1956 = 1956-10-19; That week = 1956-10-15..1956-10-21
On 19 October 1956 they signed. The following Monday they left. | 19 October 1956 = 1956-10-19; The following Monday = 1956-10-22
In the summer of 1898 they came. On 19 September he followed. | the summer of 1898 = 1898-06-01..1898-08-31; 19 September = 1898-09-19
On 19 September 1898 he came. On 3 November he left. | 19 September 1898 = 1898-09-19; 3 November = 1898-11-03
In December 1917 it fell. In March it rose. | December 1917 = 1917-12; March = 1918-03
In April 1904 it fell. In January it had risen. | April 1904 = 1904-04; January = 1904-01
They fought in 1904–05. Two years later they signed. | 1904–05 = 1904-01-01..1905-12-31; Two years later = 1907
The war ended in 1945. Two years after the war they signed. | 1945 = 1945; Two years after the war = 1947
In 1969 they denounced the 1937 treaty. Two years later it fell. | 1969 = 1969; 1937 = 1937; Two years later = 1971
They signed the 1956 declaration. Four years later it lapsed. | 1956 = 1956; Four years later = 1960
On 3 May 1990 they signed the 1990 accord. The next day it lapsed. | 3 May 1990 = 1990-05-03; 1990 = 1990; The next day = 1990-05-04
On 19 October 1956 they signed, five months after the idea was born. | 19 October 1956 = 1956-10-19
Theresa Hill spoke in 1956. They said that May would go. | 1956 = 1956
In 1904 it began. Since then it has grown. | 1904 = 1904; Since then = 1904-01-01..
The war ended in 1945; they have been at peace ever since. | 1945 = 1945; ever since = 1945-01-01..
In 2014 it began. A day later it ended. | 2014 = 2014
In 1904 it began. Until then it was calm. | 1904 = 1904; Until then = ..1904-12-31
In 1904 it began. Years later it ended. | 1904 = 1904; Years later = 1905-01-01..
In 1904 it began. It ended at the end of the year. | 1904 = 1904; the end of the year = 1904-10-01..1904-12-31
In 1882 it began. It rankled sixteen years on. | 1882 = 1882; sixteen years on = 1898
In 1904 it began. A century later it ended. | 1904 = 1904; A century later = 2004
In 1904 it began. Half a century later it ended. | 1904 = 1904; Half a century later = 1954
In 1904 it began. A few years later it ended. | 1904 = 1904; A few years later = 1906-01-01..1909-12-31
In 1904 it began. At the turn of the century it ended. | 1904 = 1904; the turn of the century = 1895-01-01..1905-12-31
"""


@pytest.mark.parametrize("case", [c for c in CASES.splitlines() if c])
def test_counts_from_the_latest_date_told(case: str) -> None:
    text, wanted = case.split(" | ")
    assert values(text, None) == wanted


def test_a_story_keeps_its_year_although_the_text_is_recent() -> None:
    text = "In the summer of 1898 he came. On 19 September he left."
    assert values(text, dt.date(2004, 4, 8)).endswith("19 September = 1898-09-19")


def test_news_keeps_its_own_year_after_a_paragraph_of_history() -> None:
    text = "They signed in 1956.\n\nOn Friday they met. They met on 20 October too."
    assert values(text, dt.date(2013, 11, 2)).endswith("20 October = 2013-10-20")


def test_headline_does_not_move_the_anchor() -> None:
    title, body = "The long road to the peace of 1905", "A year later it ended."
    text = f"{title}\n\nIn 1894 it began.\n\n{body}"
    sections = [(0, len(title)), (len(title) + 2, len(title) + 19), (len(title) + 21, len(text))]
    assert values(text, None, sections).endswith("A year later = 1895")


def test_an_era_named_in_passing_does_not_move_the_anchor() -> None:
    text = "On 5 April 1879 it began.\n\nThe War of the Pacific was long. In October it grew."
    assert values(text, dt.date(2013, 11, 2)).endswith("October = 1879-10")


def test_timeline_heading_moves_the_anchor() -> None:
    text = "1905\n\nIn May they signed.\n\n1906\n\nIn May they parted."
    assert "May = 1905-05" in values(text, None)
    assert values(text, None).endswith("May = 1906-05")
