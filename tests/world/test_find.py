"""From what a user types to the state that is meant."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UnknownStateError
from legation.world import find_state, states


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("JPN", "JPN"),
        ("jp", "JPN"),
        ("  Japan ", "JPN"),
        ("the  NETHERLANDS", "NLD"),
        ("Holland", "NLD"),
        ("U.S.A.", "USA"),
        ("us", "USA"),
        ("UK", "GBR"),
        ("UKG", "GBR"),
        ("GFR", "DEU"),
        ("cow:365", "RUS"),
        ("cow 002", "USA"),
        ("GW:678", "YEM"),
        ("cow:678", "YAR"),
        ("cow:AUS", "AUT"),
        ("AUS", "AUS"),
        ("Cote d’Ivoire", "CIV"),
        ("cote d'ivoire", "CIV"),
        ("Turkiye", "TUR"),
        ("guinea bissau", "GNB"),
        ("St. Lucia", "LCA"),
        ("Soviet Union", "RUS"),
        ("Yugoslavia", "SRB"),
        ("East Germany", "DDR"),
        ("Austria-Hungary", "AUH"),
        ("Czechoslovakia", "CSK"),
        ("Republic of China", "TWN"),
        ("Korea", "KOR"),
        ("Vietnam", "VNM"),
        ("Washington", "USA"),
        ("the Kremlin", "RUS"),
        ("Georgia", "GEO"),
        ("Kosovo", "XKX"),
    ],
)
def test_today(text: str, code: str) -> None:
    assert find_state(text).code == code


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("Korea", 1905, "XKR"),
        ("Korea", 1960, "KOR"),
        ("Vietnam", 1880, "XVN"),
        ("Yemen", 1950, "YAR"),
        ("Yemen", 2000, "YEM"),
        ("Republic of China", 1930, "CHN"),
        ("Congo", 1980, "COG"),
        ("Congo", 2000, "COD"),
        ("cow:260", 1960, "DEU"),
        ("DEU", 1960, "DEU"),
    ],
)
def test_on_a_day(text: str, year: int, code: str) -> None:
    assert find_state(text, dt.date(year, 6, 1)).code == code


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rusia", "Russia (RUS)"),
        ("Germny", "Germany (DEU)"),
        ("Tawian", "Taiwan (TWN)"),
        ("Lybia", "Libya (LBY)"),
        ("Irak", "Iraq (IRQ)"),
        ("Columbia", "Colombia (COL)"),
        ("Untied States", "United States (USA)"),
        ("Phillipines", "Philippines (PHL)"),
        ("Kazahstan", "Kazakhstan (KAZ)"),
    ],
)
def test_a_misspelling_is_told_the_likeliest(text: str, first: str) -> None:
    with pytest.raises(UnknownStateError) as error:
        find_state(text)
    assert error.value.remedy.startswith(f"did you mean {first}")


@pytest.mark.parametrize("text", ["", "the", "xqzzkw", "cow:1", "gw:QQQ"])
def test_nothing_close(text: str) -> None:
    with pytest.raises(UnknownStateError) as error:
        find_state(text)
    assert "did you mean" not in error.value.remedy and error.value.remedy


def test_a_name_at_another_time_is_told_when_it_held() -> None:
    with pytest.raises(UnknownStateError) as error:
        find_state("Zaire", dt.date(2010, 1, 1))
    assert "(COD) from 1971-10-27 to 1997-05-16" in error.value.remedy


@pytest.mark.parametrize("code", sorted(states()))
def test_every_state_is_found_by_code_and_name(code: str) -> None:
    assert find_state(code.lower()).code == code
    assert find_state(states()[code].name.upper()).code == code


@given(st.text(max_size=40))
def test_any_text_is_a_state_or_refused(text: str) -> None:
    try:
        assert find_state(text).code in states()
    except UnknownStateError as error:
        assert error.remedy


def test_looking_up_reads_no_office_holders() -> None:
    """A look-up is cheap because the large tables stay closed."""
    code = (
        "import sys; from legation.world import find_state; find_state('Siam');"
        "print(sys.modules['legation.world.offices'].holders.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
