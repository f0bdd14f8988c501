"""Where a text names states, organisations and people in office."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.sentences import document

from legation.coding.mentions import find_mentions
from legation.coding.parse import parse


def named(text: str, day: str = "") -> str:
    """Write the mentions of a text as ``words=CODE/kind; …``, the sector after a colon."""
    parsed = parse(document(text, day))
    [found] = find_mentions(parsed, dt.date.fromisoformat(day) if day else None)
    doc = parsed[0].doc
    return "; ".join(
        f"{doc[m.start : m.end].text}={m.code}/{m.kind.value}{f':{m.role}' if m.role else ''}"
        for m in found.all
    )


def miss(reason: str, *case: str):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Japan and South Korea met.", "Japan=JPN/name; South Korea=KOR/name"),
        ("Niger borders Nigeria.", "Niger=NER/name; Nigeria=NGA/name"),
        ("Guinea-Bissau left Guinea.", "Guinea-Bissau=GNB/name; Guinea=GIN/name"),
        ("North Korea and the South Koreans met.",
         "North Korea=PRK/name; South Koreans=KOR/demonym_plural"),
        ("The Republic of the Congo left.", "Republic of the Congo=COG/official"),
        ("The Democratic Republic of the Congo left.",
         "Democratic Republic of the Congo=COD/name"),
        ("French and German officials met.", "French=FRA/adjective; German=DEU/adjective"),
        ("The Turks and the Poles met.", "Turks=TUR/demonym_plural; Poles=POL/demonym_plural"),
        ("The Kremlin told the White House.",
         "Kremlin=RUS/metonym:GOV; White House=USA/metonym:GOV"),
        ("Downing Street said no.", "Downing Street=GBR/metonym:GOV"),
        ("The Pentagon said no.", "Pentagon=USA/metonym:MIL"),
        ("Moscow warned Warsaw.", "Moscow=RUS/capital:GOV; Warsaw=POL/capital:GOV"),
        ("NATO met the UN.", "NATO=NATO/organisation:IGO; UN=UNO/organisation:IGO"),
        ("Russo-Japanese relations cooled.", "Russo=RUS/adjective; Japanese=JPN/adjective"),
        ("Anglo-French talks opened.", "Anglo=GBR/adjective; French=FRA/adjective"),
        ("Indo-Pakistani talks opened.", "Indo=IND/adjective; Pakistani=PAK/adjective"),
        ("Sino-Indian talks opened.", "Sino=CHN/adjective; Indian=IND/adjective"),
        miss("an organisation called Sino-Soviet swallows the second half",
             "Sino-Soviet talks opened.", "Sino=CHN/adjective; Soviet=RUS/adjective"),
    ],
)  # fmt: skip
def test_names(text: str, found: str) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("George Washington crossed the river.", "Michael Jordan scored.", "He told us."),
        *("They ate turkey with china plates.", "Talks opened in Geneva.", "They met at Vienna."),
        *("The chad fell from the card.", "She polished the chair.", "indochina and mongolian"),
        *("Talks were held near Paris.", "It is a catalogue of Niels.", "Nigerien_x malign"),
        miss("a first name that is a state, without a surname", "Chad the carpenter left."),
        miss("half of a river's name", "The Jordan River is narrow."),
        miss("half of a person's name, when it comes first", "Paris Hilton left."),
    ],
)
def test_what_names_no_state(text: str) -> None:
    assert named(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He told the US.", "US=USA/abbreviation"),
        ("The U.S. told us.", "U.S.=USA/abbreviation"),
        ("US envoy told us.", "US=USA/abbreviation"),
        miss("in capitals throughout, US is dropped even before a noun",
             "US ENVOY WARNS IRAN", "US=USA/abbreviation; IRAN=IRN/name"),
    ],
)  # fmt: skip
def test_us(text: str, found: str) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Geneva protested.", ""),
        ("Vienna protested.", "Vienna=AUT/capital:GOV"),
        ("The ambassador to Vienna left.", "Vienna=AUT/capital:GOV"),
        ("Ties with Vienna cooled.", "Vienna=AUT/capital:GOV"),
        ("Talks in Vienna failed.", ""),
    ],
)
def test_a_capital_is_a_government_or_a_place(text: str, found: str) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Siam met Persia.", "1900-01-01", "Siam=THA/former; Persia=IRN/former"),
        ("Zaire met Burma.", "1980-01-01", "Zaire=COD/former; Burma=MMR/"),
        ("The Soviet Union met Rhodesia.", "1970-01-01",
         "Soviet Union=RUS/former; Rhodesia=ZWE/official"),
        ("Constantinople protested.", "1900-01-01", "Constantinople=TUR/capital:GOV"),
        ("Bonn met Paris.", "1980-01-01", "Bonn=DEU/capital:GOV; Paris=FRA/capital:GOV"),
        ("St. Petersburg protested.", "1880-01-01", "St. Petersburg=RUS/capital:GOV"),
    ],
)  # fmt: skip
def test_former_names(text: str, day: str, found: str) -> None:
    for part in found.split("; "):
        assert part in named(text, day)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Vladimir Putin spoke.", "", "Vladimir Putin=RUS/holder:GOV"),
        ("Vladimir Putin spoke. Putin left.", "",
         "Vladimir Putin=RUS/holder:GOV; Putin=RUS/surname:GOV"),
        ("President Putin spoke.", "", "Putin=RUS/surname:GOV"),
        ("Russia said Putin left.", "2013-11-02",
         "Russia=RUS/name; Putin=RUS/surname:GOV"),
        ("Putin spoke.", "", ""),
        ("The baker Putin spoke.", "1950-01-01", ""),
        ("Mrs Thatcher flew to Moscow.", "1984-01-01",
         "Mrs Thatcher=GBR/holder:GOV; Moscow=RUS/capital:GOV"),
        ("Thatcher roofs burn in Britain.", "2014-01-01", "Britain=GBR/alias"),
        ("Xi Jinping visited Seoul. Xi smiled.", "2014-07-04",
         "Xi Jinping=CHN/holder:GOV; Seoul=KOR/capital:GOV; Xi=CHN/surname:GOV"),
        ("Britain was green in May.", "2017-05-01", "Britain=GBR/alias"),
        ("Britain grew brown and grey.", "1910-05-01", "Britain=GBR/alias"),
        ("May met Merkel. Theresa May left.", "2018-12-11",
         "May=GBR/surname:GOV; Merkel=DEU/surname:GOV; Theresa May=GBR/holder:GOV"),
    ],
)  # fmt: skip
def test_people_in_office(text: str, day: str, found: str) -> None:
    assert named(text, day) == found


TEXTS = st.lists(
    st.sampled_from(
        ["Japan", "the", "US", "us", "Sino", "-", "Soviet", "Putin", "President", "Chad", "in",
         "Geneva", "New", "Zealand", ".", "’s", "Côte", "d’Ivoire", "😀", "\n", "NATO"]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)  # fmt: skip


@given(TEXTS)
@settings(deadline=None, max_examples=30)
def test_mentions_are_in_order_and_hold_words(text: str) -> None:
    parsed = parse(document(text, "2013-11-02"))
    [found] = find_mentions(parsed, dt.date(2013, 11, 2))
    starts = [m.start for m in found.all]
    assert starts == sorted(starts)
    for mention in found.all:
        assert 0 <= mention.start < mention.end <= len(parsed[0].doc)
        assert found.at(parsed[0].doc[mention.start]) is not None


def test_one_list_a_section() -> None:
    parsed = parse(document("Japan left."))
    assert len(find_mentions(parsed * 3, None)) == 3
    assert find_mentions([], None) == []
