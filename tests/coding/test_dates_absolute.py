# ruff: noqa: E501 - a case is one line
"""Dates that say their own year, in every usual order and form."""

import pytest
from tests.coding.test_dates import values

# text | each expression = first day..last day (a year or month stands for all its days)
CASES = """
They met on 2 November 2013. | 2 November 2013 = 2013-11-02
They met on November 2, 2013. | November 2, 2013 = 2013-11-02
They met on November 2 2013. | November 2 2013 = 2013-11-02
They met on Nov. 2nd, 2013. | Nov. 2nd, 2013 = 2013-11-02
They met on 2 Nov 2013. | 2 Nov 2013 = 2013-11-02
They met on 02 Nov. 2013. | 02 Nov. 2013 = 2013-11-02
They met on 2-Nov-2013. | 2-Nov-2013 = 2013-11-02
Signed 2013-11-02 in Vienna. | 2013-11-02 = 2013-11-02
Signed 2013/11/02 in Vienna. | 2013/11/02 = 2013-11-02
Logged 2013-11-02T10:15:00Z by the clerk. | 2013-11-02T10:15:00Z = 2013-11-02
Logged 2013-11-02 10:15 by the clerk. | 2013-11-02 10:15 = 2013-11-02
Logged 2013-11-02T10:15:00.123+03:00 there. | 2013-11-02T10:15:00.123+03:00 = 2013-11-02
Signed 02/11/2013 in Vienna. | 02/11/2013 = 2013-11-02
Signed 25/11/2013 in Vienna. | 25/11/2013 = 2013-11-25
Signed 11/25/2013 in Vienna. | 11/25/2013 = 2013-11-25
Signed 11/25/2013, ratified 02/03/2014. | 11/25/2013 = 2013-11-25; 02/03/2014 = 2014-02-03
Signed 2.11.2013 in Bern. | 2.11.2013 = 2013-11-02
Signed 02-11-2013 in Delhi. | 02-11-2013 = 2013-11-02
On the 2nd of November 2013 it rained. | the 2nd of November 2013 = 2013-11-02
On the second of November 2013 it rained. | the second of November 2013 = 2013-11-02
On the twenty-first of May 1904 it rained. | the twenty-first of May 1904 = 1904-05-21
On Saturday, 2 November 2013, they met. | Saturday, 2 November 2013 = 2013-11-02
On Saturday 2 November 2013 they met. | Saturday 2 November 2013 = 2013-11-02
On Saturday, November 2, 2013, they met. | Saturday, November 2, 2013 = 2013-11-02
On Sat, 2 Nov 2013 they met. | Sat, 2 Nov 2013 = 2013-11-02
The 1st day of January 1942 was cold. | The 1st day of January 1942 = 1942-01-01
At 10:15 on 2 November 2013 it began. | 2 November 2013 = 2013-11-02
At midnight on 3 September 1939 it began. | 3 September 1939 = 1939-09-03
NOVEMBER 2, 2013 | NOVEMBER 2, 2013 = 2013-11-02
On 29 February 2012 they met. | 29 February 2012 = 2012-02-29
The treaty of 30 August 1721 held. | 30 August 1721 = 1721-08-30
A note dated 1 May 1904 arrived. | 1 May 1904 = 1904-05-01
A note dated March 1, 1904 arrived. | March 1, 1904 = 1904-03-01
The 19 October 1956 declaration stands. | 19 October 1956 = 1956-10-19
On 8 April, 1904, he signed. | 8 April, 1904 = 1904-04-08

Talks ran 2–4 November 2013. | 2–4 November 2013 = 2013-11-02..2013-11-04
Talks ran 2-4 November 2013. | 2-4 November 2013 = 2013-11-02..2013-11-04
Talks ran 2 to 4 November 2013. | 2 to 4 November 2013 = 2013-11-02..2013-11-04
Talks ran from 2 to 4 November 2013. | from 2 to 4 November 2013 = 2013-11-02..2013-11-04
Talks ran from the 2nd to the 4th of May 1904. | from the 2nd to the 4th of May 1904 = 1904-05-02..1904-05-04
Talks ran November 2–4, 2013. | November 2–4, 2013 = 2013-11-02..2013-11-04
Talks ran between 2 and 4 November 2013. | between 2 and 4 November 2013 = 2013-11-02..2013-11-04
Talks ran from 30 October to 4 November 2013. | from 30 October to 4 November 2013 = 2013-10-30..2013-11-04
Talks ran October 30 – November 4, 2013. | October 30 – November 4, 2013 = 2013-10-30..2013-11-04
Talks ran from 28 December to 3 January 1992. | from 28 December to 3 January 1992 = 1991-12-28..1992-01-03
It lay between March and May 1990. | between March and May 1990 = 1990-03-01..1990-05-31
It ran March to May 1990. | March to May 1990 = 1990-03-01..1990-05-31
It ran from November 1989 to March 1990. | from November 1989 to March 1990 = 1989-11-01..1990-03-31
It ran from 1 May 1904 until 5 September 1905. | from 1 May 1904 until 5 September 1905 = 1904-05-01..1905-09-05
The war of 1904–05 ended it. | 1904–05 = 1904-01-01..1905-12-31
The war of 1904-1905 ended it. | 1904-1905 = 1904-01-01..1905-12-31
The winter campaign of 1939/40 failed. | 1939/40 = 1939-01-01..1940-12-31
The 1980–1988 war ruined both. | 1980–1988 = 1980-01-01..1988-12-31
They fought from 1980 to 1988. | from 1980 to 1988 = 1980-01-01..1988-12-31
They fought between 1894 and 1895. | between 1894 and 1895 = 1894-01-01..1895-12-31
They fought from 1941 until 1945. | from 1941 until 1945 = 1941-01-01..1945-12-31
They fought from 1941 through 1945. | from 1941 through 1945 = 1941-01-01..1945-12-31
In 1980 to 1988 they fought. | 1980 to 1988 = 1980-01-01..1988-12-31
The leader (1894–1971) was buried. | 1894–1971 = 1894-01-01..1971-12-31
The truce of 1999–2000 failed. | 1999–2000 = 1999-01-01..2000-12-31
Between the 1950s and the 1970s it grew. | Between the 1950s and the 1970s = 1950-01-01..1979-12-31
From the 1950s to the 1970s it grew. | From the 1950s to the 1970s = 1950-01-01..1979-12-31

It fell in November 2013. | November 2013 = 2013-11
It fell in Nov 2013. | Nov 2013 = 2013-11
It fell in November of 2013. | November of 2013 = 2013-11
It fell in November, 2013. | November, 2013 = 2013-11
It fell in May 1904. | May 1904 = 1904-05
May 1904 brought spring. | May 1904 = 1904-05
March 1904 brought spring. | March 1904 = 1904-03
The report of 2013-11 says so. | 2013-11 = 2013-11
In early November 2013 it fell. | early November 2013 = 2013-11-01..2013-11-10
In mid-November 2013 it fell. | mid-November 2013 = 2013-11-11..2013-11-20
In late November 2013 it fell. | late November 2013 = 2013-11-21..2013-11-30
At the end of March 1905 he landed. | the end of March 1905 = 1905-03-21..1905-03-31
At the beginning of March 1905 he landed. | the beginning of March 1905 = 1905-03-01..1905-03-10
In the middle of March 1905 he landed. | the middle of March 1905 = 1905-03-11..1905-03-20
In the last days of March 1905 he landed. | the last days of March 1905 = 1905-03-25..1905-03-31
In the first half of June 1944 they landed. | the first half of June 1944 = 1944-06-01..1944-06-15
In the second half of June 1944 they stuck. | the second half of June 1944 = 1944-06-16..1944-06-30

In the first week of May 1990 it fell. | the first week of May 1990 = 1990-05-01..1990-05-07
In the first two months of 2013 it fell. | the first two months of 2013 = 2013-01-01..2013-02-28
In the last three years of the 1980s it fell. | the last three years of the 1980s = 1987-01-01..1989-12-31
A month after the coup in August 1953 it fell. | A month after the coup in August 1953 = 1953-09
The Sept. 11 attacks changed it. | The Sept. 11 attacks = 2001-09-11

In spring 1990 it fell. | spring 1990 = 1990-03-01..1990-05-31
In the spring of 1990 it fell. | the spring of 1990 = 1990-03-01..1990-05-31
In the summer of 1898 it fell. | the summer of 1898 = 1898-06-01..1898-08-31
In autumn 1938 it fell. | autumn 1938 = 1938-09-01..1938-11-30
In the fall of 1989 it fell. | the fall of 1989 = 1989-09-01..1989-11-30
In the winter of 1939–40 it froze. | the winter of 1939–40 = 1939-12-01..1940-02-29
In the winter of 1946 it froze. | the winter of 1946 = 1946-12-01..1947-02-28
In early spring 1990 it thawed. | early spring 1990 = 1990-03-01..1990-03-31
In the third quarter of 2012 trade rose. | the third quarter of 2012 = 2012-07-01..2012-09-30
In Q3 2012 trade rose. | Q3 2012 = 2012-07-01..2012-09-30
In H1 2014 trade rose. | H1 2014 = 2014-01-01..2014-06-30
In the first half of 2014 trade rose. | the first half of 2014 = 2014-01-01..2014-06-30
In the second half of 2014 trade rose. | the second half of 2014 = 2014-07-01..2014-12-31
In the last quarter of 1999 trade rose. | the last quarter of 1999 = 1999-10-01..1999-12-31
In early 2013 it fell. | early 2013 = 2013-01-01..2013-04-30
In mid-2012 it fell. | mid-2012 = 2012-05-01..2012-08-31
By late 1991 it fell. | late 1991 = 1991-09-01..1991-12-31
Early in 1991 it fell. | Early in 1991 = 1991-01-01..1991-04-30
At the end of 1991 it fell. | the end of 1991 = 1991-10-01..1991-12-31
At the start of 1991 it fell. | the start of 1991 = 1991-01-01..1991-03-31
In the final months of 1918 it fell. | the final months of 1918 = 1918-10-01..1918-12-31
Later in 1945 it fell. | Later in 1945 = 1945

It was signed in 1956. | 1956 = 1956
The 1956 declaration stands. | 1956 = 1956
Tokyo cites the 1956 declaration. | 1956 = 1956
The treaty of 1904 stands. | 1904 = 1904
1956: the two sign a declaration. | 1956 = 1956
1956 – the two sign a declaration. | 1956 = 1956
By 1991 it was gone. | 1991 = 1991
It dates from circa 1890. | 1890 = 1890
It began around 1890. | 1890 = 1890
It was 2012's great quarrel. | 2012 = 2012
As of 2012, it had 20 members. | 2012 = 2012
Maps show it as early as 1875. | 1875 = 1875
The settlement of Zuhab (1639) fixed it. | 1639 = 1639
A convention (signed 1937) fixed it. | 1937 = 1937
In 1956, 1960 and 1972 they tried. | 1956 = 1956; 1960 = 1960; 1972 = 1972
The navy laws of 1898 and 1900 were plain. | 1898 = 1898; 1900 = 1900
In 2013 soldiers took the capital. | 2013 = 2013
1989 brought down the wall. | 1989 = 1989
The 1967 borders are the basis. | 1967 = 1967
Its 1998 tests shocked the region. | 1998 = 1998
In the year 1066 he landed. | 1066 = 1066
It was not until 1945 that it ended. | 1945 = 1945
Tehran's 1975 claim lapsed. | 1975 = 1975

In the 1950s it grew. | the 1950s = 1950-01-01..1959-12-31
Throughout 1950s Europe it grew. | 1950s = 1950-01-01..1959-12-31
In the 2000s it grew. | the 2000s = 2000-01-01..2009-12-31
In the 2010s it grew. | the 2010s = 2010-01-01..2019-12-31
In the 1950's it grew. | the 1950's = 1950-01-01..1959-12-31
In the early 1990s it grew. | the early 1990s = 1990-01-01..1993-12-31
In the mid-1980s it grew. | the mid-1980s = 1984-01-01..1986-12-31
In the late 2000s it grew. | the late 2000s = 2007-01-01..2009-12-31
By the end of the 1980s it shrank. | the end of the 1980s = 1987-01-01..1989-12-31
In the second half of the 1980s it shrank. | the second half of the 1980s = 1985-01-01..1989-12-31
In the '90s it grew. | the '90s = 1990-01-01..1999-12-31
In the ’90s it grew. | the ’90s = 1990-01-01..1999-12-31
In the nineties it grew. | the nineties = 1990-01-01..1999-12-31
In the thirties it shrank. | the thirties = 1930-01-01..1939-12-31
In the 1960s and 70s it grew. | the 1960s = 1960-01-01..1969-12-31; 70s = 1970-01-01..1979-12-31
In the 1800s it grew. | the 1800s = 1800-01-01..1899-12-31
In the 19th century it grew. | the 19th century = 1801-01-01..1900-12-31
In the nineteenth century it grew. | the nineteenth century = 1801-01-01..1900-12-31
A nineteenth-century map shows it. | nineteenth-century = 1801-01-01..1900-12-31
The late 19th century was calm. | The late 19th century = 1867-01-01..1900-12-31
In the early 20th century it grew. | the early 20th century = 1901-01-01..1933-12-31
In the mid-19th century it grew. | the mid-19th century = 1834-01-01..1866-12-31
In the second half of the 19th century it grew. | the second half of the 19th century = 1851-01-01..1900-12-31
In the 18th and 19th centuries it grew. | the 18th = 1701-01-01..1800-12-31; 19th centuries = 1801-01-01..1900-12-31
At the turn of the 20th century it grew. | the turn of the 20th century = 1895-01-01..1905-12-31
At the end of the 19th century it grew. | the end of the 19th century = 1891-01-01..1900-12-31

Since the 1950s they are allied. | Since the 1950s = 1950-01-01..
They are allied since 1894. | since 1894 = 1894-01-01..
They are allied ever since 1894. | ever since 1894 = 1894-01-01..
They are allied since at least 1894. | since at least 1894 = 1894-01-01..
They are allied since 2 November 2013. | since 2 November 2013 = 2013-11-02..
They are allied since the early 1990s. | since the early 1990s = 1990-01-01..
They are allied since the end of 1991. | since the end of 1991 = 1991-10-01..
They were allied until 1945. | until 1945 = ..1945-12-31
They were allied up until 1945. | up until 1945 = ..1945-12-31
They were allied till May 1945. | till May 1945 = ..1945-05-31
They were allied before 1914. | before 1914 = ..1913-12-31
They were allied prior to 1914. | prior to 1914 = ..1913-12-31
They were allied after 1945. | after 1945 = 1946-01-01..
After 2 November 2013 all changed. | After 2 November 2013 = 2013-11-03..
From 1990 on they were allied. | From 1990 on = 1990-01-01..
From 1990 onwards they were allied. | From 1990 onwards = 1990-01-01..
The pre-1967 lines are the basis. | pre-1967 = ..1966-12-31
The post-1945 order is fraying. | post-1945 = 1946-01-01..
After the 1956 declaration they talked. | 1956 = 1956

During the First World War it fell. | the First World War = 1914-07-28..1918-11-11
During World War I it fell. | World War I = 1914-07-28..1918-11-11
During World War II it fell. | World War II = 1939-09-01..1945-09-02
During WWII it fell. | WWII = 1939-09-01..1945-09-02
After World War II it rose. | After World War II = 1945-09-03..
Before the First World War it rose. | Before the First World War = ..1914-07-27
Since the Second World War it has risen. | Since the Second World War = 1945-09-03..
Until the Second World War it rose. | Until the Second World War = ..1939-08-31
During the Cold War it froze. | the Cold War = 1947-01-01..1991-12-31
Since the end of the Cold War it thawed. | Since the end of the Cold War = 1991-01-01..
At the outbreak of the Korean War it froze. | the outbreak of the Korean War = 1950-06-25
In the interwar years it froze. | the interwar years = 1918-11-12..1939-08-31
Interwar treaties failed; interwar Europe too. | interwar = 1918-11-12..1939-08-31
The post-war order is fraying. | The post-war = 1945-09-03..
In the Meiji era it grew. | the Meiji era = 1868-10-23..1912-07-30
In the Victorian era it grew. | the Victorian era = 1837-06-20..1901-01-22
The Napoleonic Wars remade it. | The Napoleonic Wars = 1803-05-18..1815-11-20
The Vietnam War divided it. | The Vietnam War = 1955-11-01..1975-04-30
The Gulf War changed it. | The Gulf War = 1990-08-02..1991-02-28
The Great Depression starved it. | The Great Depression = 1929-01-01..1939-12-31
The 9/11 attacks changed it. | The 9/11 = 2001-09-11
On Christmas Day 1941 it fell. | Christmas Day 1941 = 1941-12-25
At Christmas 1941 it fell. | Christmas 1941 = 1941-12-25
On New Year's Day 1959 it fell. | New Year's Day 1959 = 1959-01-01
On the eve of the Second World War it fell. | the eve of the Second World War = 1939-08-31
Two years after World War II it fell. | Two years after World War II = 1947
Two years after 1945 it fell. | Two years after 1945 = 1947
Three days before 19 October 1956 it fell. | Three days before 19 October 1956 = 1956-10-16
The day after 19 October 1956 it fell. | The day after 19 October 1956 = 1956-10-20
"""


@pytest.mark.parametrize("case", [c for c in CASES.splitlines() if c])
def test_reads_dates_with_their_year(case: str) -> None:
    text, wanted = case.split(" | ")
    assert values(text, None) == wanted
