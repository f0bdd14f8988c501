"""Members by date, worked out by hand from the treaties and the bodies' own lists."""

import datetime as dt

import pytest

from legation.world import allies_by_accession, members, memberships, organisations


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [
        ("NATO", "1949-12-31", 12),
        ("NATO", "1952-02-18", 14),
        ("NATO", "1955-05-06", 15),
        ("NATO", "1982-05-30", 16),
        ("NATO", "1990-10-03", 16),
        ("NATO", "1999-03-12", 19),
        ("NATO", "2004-03-29", 26),
        ("NATO", "2009-04-01", 28),
        ("NATO", "2017-06-05", 29),
        ("NATO", "2020-03-27", 30),
        ("NATO", "2023-04-04", 31),
        ("NATO", "2024-03-07", 32),
        ("EUU", "1958-01-01", 6),
        ("EUU", "1973-01-01", 9),
        ("EUU", "1981-01-01", 10),
        ("EUU", "1986-01-01", 12),
        ("EUU", "1995-01-01", 15),
        ("EUU", "2004-05-01", 25),
        ("EUU", "2007-01-01", 27),
        ("EUU", "2013-07-01", 28),
        ("EUU", "2020-02-01", 27),
        ("UNO", "1945-12-31", 51),
        ("UNO", "1955-12-31", 76),
        ("UNO", "1990-12-31", 159),
        ("UNO", "2002-12-31", 191),
        ("UNO", "2011-12-31", 193),
        ("ASEAN", "1967-08-08", 5),
        ("ASEAN", "1984-01-07", 6),
        ("ASEAN", "1995-07-28", 7),
        ("ASEAN", "1997-07-23", 9),
        ("ASEAN", "1999-04-30", 10),
        ("ASEAN", "2025-10-26", 11),
        ("CSTO", "1994-12-31", 9),
        ("CSTO", "1999-12-31", 6),
        ("CSTO", "2007-01-01", 7),
        ("CSTO", "2013-01-01", 6),
        ("WARPAC", "1955-12-31", 8),
        ("WARPAC", "1968-12-31", 7),
        ("WARPAC", "1990-12-31", 6),
    ],
)
def test_counts(body: str, day: str, count: int) -> None:
    assert len(members(body, on(day))) == count


@pytest.mark.parametrize(
    ("body", "state", "day", "inside"),
    [
        ("UNO", "CHN", "1960-01-01", False),  # the seat was held by Taipei
        ("UNO", "TWN", "1960-01-01", True),
        ("UNO", "CHN", "1971-10-25", True),
        ("UNO", "TWN", "1971-10-26", False),
        ("UNO", "IDN", "1965-06-01", False),  # withdrew from January 1965 to September 1966
        ("UNO", "SRB", "1995-01-01", False),
        ("NATO", "FRA", "1970-01-01", True),  # out of the command, not of the treaty
        ("EUU", "GBR", "2020-01-31", True),
        ("EUU", "GBR", "2020-02-01", False),
        ("WARPAC", "ALB", "1968-09-14", False),
        ("WARPAC", "DDR", "1990-09-25", False),
        ("CSTO", "UZB", "2008-01-01", True),
        ("CSTO", "UZB", "2013-01-01", False),
        ("AU", "MAR", "2010-01-01", False),
        ("AU", "MAR", "2017-02-01", True),
        ("ASEAN", "TLS", "2025-01-01", False),
    ],
)
def test_spells(body: str, state: str, day: str, inside: bool) -> None:
    assert (state in members(body, on(day))) is inside


@pytest.mark.parametrize(
    ("state", "body", "day", "allies"),
    [
        ("FIN", "NATO", "2023-04-04", 30),
        ("AUT", "EUU", "1995-01-01", 0),  # no mutual defence before the Lisbon Treaty
        ("HRV", "EUU", "2013-07-01", 27),
        ("FIN", "UNO", "1955-12-14", 0),
        ("MLI", "ECOWAS", "1980-01-01", 0),  # the protocol is in force since 1986
        ("ROU", "WARPAC", "1955-05-14", 7),
        ("ROU", "NOWHERE", "1955-05-14", 0),
    ],
)
def test_allies_by_accession(state: str, body: str, day: str, allies: int) -> None:
    assert len(allies_by_accession(state, body, on(day))) == allies


def test_each_membership_is_of_a_known_body() -> None:
    assert set(memberships()) <= set(organisations())
    assert "NOBODY" not in organisations() and members("NOBODY", on("2000-01-01")) == []


def test_a_defence_clause_is_not_older_than_its_body() -> None:
    for body in organisations().values():
        if body.defence_since:
            assert body.mutual_defence
            assert body.period.start and body.defence_since > body.period.start
