"""Occupation: whose forces hold whose land, and until when."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("Germany occupied Denmark from 1940 to 1945.", "occupation DEU>DNK 1940..1945"),
    ("Denmark was occupied by Germany in April 1940.", "occupation DEU>DNK 1940-04.."),
    ("German troops occupied Belgium until 1918.", "occupation DEU>BEL ..1918"),
    (
        "The German occupation of Belgium lasted from 1914 to 1918.",
        "occupation DEU>BEL 1914..1918",
    ),
    (
        "Haiti was under American occupation from 1915 to 1934.",
        "occupation USA>HTI 1915..1934",
    ),
    (
        "Turkish forces have occupied northern Cyprus since 1974.",
        "occupation TUR>CYP 1974..",
    ),
    ("Japan's occupation of Korea ended in 1945.", "occupation JPN>KOR ..1945"),
    ("Britain's occupation of Egypt, begun in 1882, irked Paris.", "occupation GBR>EGY 1882.."),
    ("Iraq invaded and occupied Kuwait in August 1990.", "occupation IRQ>KWT 1990-08.."),
    ("Shells fell on the Russian-occupied regions of Ukraine.", "occupation RUS>UKR"),
    (
        "Kuwait, occupied by Iraq in August 1990, was freed the next year.",
        "occupation IRQ>KWT 1990-08..",
    ),
    (
        "The United States ended its occupation of Japan in 1952.",
        "occupation USA>JPN ..1952",
    ),
    (
        "Poland, under German occupation since 1939, had no government.",
        "occupation DEU>POL 1939..",
    ),
    ("Soviet forces remained in occupation of Austria until 1955.", "occupation RUS>AUT ..1955"),
    (
        "Armenia denied that its forces occupied districts of Azerbaijan.",
        "occupation ARM>AZE denied",
    ),
    ("France did not occupy Luxembourg.", "occupation FRA>LUX negated"),
    (
        "Vietnamese troops occupied Cambodia in January 1979 and stayed for ten years.",
        "occupation VNM>KHM 1979-01..",
    ),
    (
        "The occupation of the Ruhr by France and Belgium in 1923 ruined Germany.",
        "occupation FRA>DEU",
        "occupation BEL>DEU",
    ),
    (
        "Japan attacked the Philippines in December 1941 and occupied the islands until 1945.",
        "occupation JPN>PHL ..1945",
    ),
    ("Israel occupied Sinai in 1967, and Egypt shut the canal.", "occupation ISR>EGY 1967.."),
    (
        "Lima, the capital of Peru, was occupied by Chilean troops in January 1881.",
        "occupation CHL>PER 1881-01..",
    ),
    ("Syria's army occupied Lebanon from 1976 until 2005.", "occupation SYR>LBN 1976..2005"),
]

SILENT = [
    "Brazil's minister was occupied with Argentina's debt.",
    "Students occupied the Spanish embassy in Paris.",
    "Germany occupies fourth place ahead of France.",
    "France occupies a permanent seat in the United Nations.",
    "The occupation of the suspect from Chile was given as farmer in Peru.",
    "The problem has occupied diplomats from Kenya and Uganda for years.",
    "Peru's team occupied the hotel in Bolivia.",
    "Japan's envoy has occupied the office in Chile since May.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
