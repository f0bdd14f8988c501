"""Dates counted from Saturday, 2 November 2013, the day the text was published."""

import datetime as dt

import pytest
from tests.coding.test_dates import values

PUBLISHED = dt.date(2013, 11, 2)

CASES = """
They met on Tuesday. | Tuesday = 2013-10-29
They met on Saturday. | Saturday = 2013-11-02
They met on Sunday. | Sunday = 2013-10-27
They will meet on Tuesday. | Tuesday = 2013-11-05
They would meet on Tuesday, he said. | Tuesday = 2013-11-05
They are to meet on Tuesday. | Tuesday = 2013-11-05
They plan to meet on Friday. | Friday = 2013-11-08
They agreed to meet on Friday. | Friday = 2013-11-08
He told reporters on Friday that they will meet. | Friday = 2013-11-01
He arrived on Thursday and will leave on Monday. | Thursday = 2013-10-31; Monday = 2013-11-04
By Tuesday evening 1,200 had fled. | Tuesday = 2013-10-29
They will leave by Tuesday. | Tuesday = 2013-11-05
Talks are scheduled for Wednesday. | Wednesday = 2013-11-06
Ahead of Thursday's upcoming vote, he spoke. | Thursday = 2013-11-07
Tuesday's meeting was tense. | Tuesday = 2013-10-29
Last Tuesday they met. | Last Tuesday = 2013-10-29
Last Saturday they met. | Last Saturday = 2013-10-26
Next Friday they meet. | Next Friday = 2013-11-08
Next Saturday they meet. | Next Saturday = 2013-11-09
This Monday they meet. | This Monday = 2013-11-04
On Tuesday morning they met. | Tuesday = 2013-10-29
Late on Tuesday they met. | Late on Tuesday = 2013-10-29
Early Tuesday they met. | Early Tuesday = 2013-10-29
On Monday last week they met. | Monday last week = 2013-10-21
They will meet on Tuesday next week. | Tuesday next week = 2013-11-05
Talks ran from Tuesday to Thursday. | from Tuesday to Thursday = 2013-10-29..2013-10-31
They meet Monday through Friday. | Monday through Friday = 2013-10-28..2013-11-01
Today they met. | Today = 2013-11-02
They met yesterday. | yesterday = 2013-11-01
They meet tomorrow. | tomorrow = 2013-11-03
They meet tonight. | tonight = 2013-11-02
They met this morning. | this morning = 2013-11-02
They met last night. | last night = 2013-11-01
They met the day before yesterday. | the day before yesterday = 2013-10-31
They meet the day after tomorrow. | the day after tomorrow = 2013-11-04
The shelling on Friday went on overnight. | Friday = 2013-11-01; overnight = 2013-11-01..2013-11-02
They met last week. | last week = 2013-10-21..2013-10-27
They met this week. | this week = 2013-10-28..2013-11-03
They meet next week. | next week = 2013-11-04..2013-11-10
They met last month. | last month = 2013-10
They met this month. | this month = 2013-11
They meet next month. | next month = 2013-12
They met last year. | last year = 2012
They meet next year. | next year = 2014
They met the year before last. | the year before last = 2011
They met earlier this month. | earlier this month = 2013-11-01..2013-11-02
They met earlier this year. | earlier this year = 2013-01-01..2013-11-02
They meet later this year. | later this year = 2013-11-02..2013-12-31
They met late last year. | late last year = 2012-09-01..2012-12-31
They met early last month. | early last month = 2013-10-01..2013-10-10
They met at the end of last year. | the end of last year = 2012-10-01..2012-12-31
They will meet at the end of the year. | the end of the year = 2013-10-01..2013-12-31
They met in the first half of this year. | the first half of this year = 2013-01-01..2013-06-30
They met last summer. | last summer = 2013-06-01..2013-08-31
They met last winter. | last winter = 2012-12-01..2013-02-28
They meet next spring. | next spring = 2014-03-01..2014-05-31
They met this spring. | this spring = 2013-03-01..2013-05-31
They met last March. | last March = 2013-03
They met last November. | last November = 2012-11
They meet next May. | next May = 2014-05
They met this April. | this April = 2013-04
They met over the weekend. | the weekend = 2013-11-02..2013-11-03
They met last weekend. | last weekend = 2013-10-26..2013-10-27
They meet next weekend. | next weekend = 2013-11-09..2013-11-10
They met 20 years ago. | 20 years ago = 1993
They met two years ago. | two years ago = 2011
They met two months ago. | two months ago = 2013-09
They met two weeks ago. | two weeks ago = 2013-10-19
They met a week ago. | a week ago = 2013-10-26
They met ten days ago. | ten days ago = 2013-10-23
They met a fortnight ago. | a fortnight ago = 2013-10-19
They met a decade ago. | a decade ago = 2003
They met two decades ago. | two decades ago = 1993
They met half a century ago. | half a century ago = 1963
They met a quarter of a century ago. | a quarter of a century ago = 1988
They met a century ago. | a century ago = 1913
They met a few years ago. | a few years ago = 2008-01-01..2011-12-31
They met twenty-five years ago. | twenty-five years ago = 1988
They met twenty five years ago. | twenty five years ago = 1988
They met an hour ago. | an hour ago = 2013-11-02
They meet two weeks from now. | two weeks from now = 2013-11-16
They meet in three weeks' time. | in three weeks' time = 2013-11-23
Exports fell from a year earlier. | a year earlier = 2012
Over the past 20 years it grew. | the past 20 years = 1993-11-02..2013-11-02
For the past two years it grew. | the past two years = 2011-11-02..2013-11-02
In the last decade it grew. | the last decade = 2003-11-02..2013-11-02
Over the past decade it grew. | the past decade = 2003-11-02..2013-11-02
Over the past month it grew. | the past month = 2013-10-02..2013-11-02
Over the past week it grew. | the past week = 2013-10-26..2013-11-02
In the past 48 hours it grew. | the past 48 hours = 2013-10-31..2013-11-02
In recent years it grew. | recent years = 2010-11-02..2013-11-02
In recent months it grew. | recent months = 2013-08-02..2013-11-02
In recent decades it grew. | recent decades = 1983-11-02..2013-11-02
In recent weeks it grew. | recent weeks = 2013-10-12..2013-11-02
Over the past few years it grew. | the past few years = 2010-11-02..2013-11-02
In the past several months it grew. | the past several months = 2013-08-02..2013-11-02
In the coming weeks they meet. | the coming weeks = 2013-11-02..2013-11-23
Over the next five years it grows. | the next five years = 2013-11-02..2018-11-02
Trade is to double within five years. | within five years = 2013-11-02..2018-11-02
It grew since last year. | since last year = 2012-01-01..
It grew since Tuesday. | since Tuesday = 2013-10-29..
It is closed until Tuesday. | until Tuesday = ..2013-11-05
They met on 28 October. | 28 October = 2013-10-28
They met on October 28. | October 28 = 2013-10-28
They met on Oct. 28. | Oct. 28 = 2013-10-28
They will meet on 20 November. | 20 November = 2013-11-20
They met on 20 November. | 20 November = 2013-11-20
They met on 20 May. | 20 May = 2013-05-20
They will meet on 20 May. | 20 May = 2014-05-20
On Saturday, 2 November, they met. | Saturday, 2 November = 2013-11-02
On Friday, 2 November, they met. | Friday, 2 November = 2012-11-02
Saturday (2 November) was calm. | Saturday (2 November = 2013-11-02
MOSCOW, Nov 2 (Wire) - They met. | Nov 2 = 2013-11-02
They met 30–31 October. | 30–31 October = 2013-10-30..2013-10-31
They met from 30 October to 1 November. | from 30 October to 1 November = 2013-10-30..2013-11-01
They met in August. | August = 2013-08
They will meet in January. | January = 2014-01
They met in December. | December = 2012-12
They met in May. | May = 2013-05
They met in early March. | early March = 2013-03-01..2013-03-10
They met at the end of March. | the end of March = 2013-03-21..2013-03-31
They met in mid-September. | mid-September = 2013-09-11..2013-09-20
They met in March this year. | March this year = 2013-03
They met in September last year. | September last year = 2012-09
They meet in April next year. | April next year = 2014-04
The November summit was calm. | November = 2013-11
The March summit was calm. | March = 2013-03
November's summit was calm. | November = 2013-11
They met between March and May. | between March and May = 2013-03-01..2013-05-31
They met in the spring. | the spring = 2013-03-01..2013-05-31
They met in summer. | summer = 2013-06-01..2013-08-31
Output fell in Q3. | Q3 = 2013-07-01..2013-09-30
They met on New Year's Day. | New Year's Day = 2013-01-01
They will meet at Christmas. | Christmas = 2013-12-25
They met on the eve of 1 November. | the eve of 1 November = 2013-10-31
They marched on the Fourth of July. | the Fourth of July = 2013-07-04
At the turn of the century it grew. | the turn of the century = 1995-01-01..2005-12-31
"""


@pytest.mark.parametrize("case", [c for c in CASES.splitlines() if c])
def test_counts_from_the_day_of_publication(case: str) -> None:
    text, wanted = case.split(" | ")
    assert values(text, PUBLISHED) == wanted


@pytest.mark.parametrize(
    "text",
    ["They met on Tuesday.", "They met last week.", "20 years ago it fell.", "In recent years."],
)
def test_leaves_out_what_counts_from_an_unknown_day(text: str) -> None:
    assert values(text, None) == ""
