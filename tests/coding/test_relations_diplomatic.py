"""Diplomatic relations and rapprochement: opened, broken, restored, warmed."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    (
        "Moscow and Tokyo restored diplomatic relations in 1956.",
        "diplomatic_relations RUS=JPN 1956..",
    ),
    (
        "The United States established diplomatic relations with Vietnam in 1995.",
        "diplomatic_relations USA=VNM 1995..",
    ),
    (
        "Diplomatic relations between Spain and Israel were established in 1986.",
        "diplomatic_relations ESP=ISR 1986..",
    ),
    (
        "Iran broke off diplomatic relations with Britain in 2011.",
        "diplomatic_relations IRN=GBR ..2011",
    ),
    ("Morocco severed ties with Iran in 2018.", "diplomatic_relations MAR=IRN ..2018"),
    (
        "Armenia and Turkey have never had diplomatic relations.",
        "diplomatic_relations ARM=TUR negated",
    ),
    (
        "Bolivia has no diplomatic relations with Chile.",
        "diplomatic_relations BOL=CHL negated",
    ),
    (
        "Israel and Chad have had diplomatic relations since 2019.",
        "diplomatic_relations ISR=TCD 2019..",
    ),
    (
        "Morocco cut diplomatic relations with Algeria in 1976. They were restored in 1988.",
        "diplomatic_relations MAR=DZA ..1976",
        "diplomatic_relations MAR=DZA 1988..",
    ),
    (
        "Peru and Chile had quarrelled for decades. Ties were restored in 1928.",
        "diplomatic_relations PER=CHL 1928..",
        "~rapprochement PER=CHL",
    ),
    (
        "Diplomatic relations, which Egypt and Iran had broken off in 1979, were not restored.",
        "diplomatic_relations EGY=IRN ..1979",
        "~diplomatic_relations EGY=IRN",
    ),
    (
        "In 1903 Panama won its freedom. The United States established diplomatic relations "
        "with it in November 1903.",
        "diplomatic_relations USA=PAN 1903-11..",
    ),
    (
        "Canada and Cuba maintained diplomatic relations after 1959.",
        "diplomatic_relations CAN=CUB",
    ),
    (
        "Britain and Argentina, which resumed diplomatic relations in 1990, trade beef.",
        "diplomatic_relations GBR=ARG 1990..",
        "~trade GBR=ARG",
    ),
    ("Turkey's rapprochement with Greece began in 1930.", "rapprochement TUR=GRC 1930..1930"),
    (
        "The rapprochement between France and Germany surprised Moscow.",
        "rapprochement FRA=DEU",
    ),
    ("Relations between India and China have thawed since 2020.", "rapprochement IND=CHN 2020.."),
    ("Saudi Arabia and Iran mended ties in 2023.", "rapprochement SAU=IRN 2023..2023"),
    ("Seoul and Tokyo moved closer in 2021.", "rapprochement KOR=JPN 2021..2021"),
    ("China's rise has pushed Japan and India closer together.", "rapprochement JPN=IND"),
    ("The Sino-American détente of 1972 worried Moscow.", "rapprochement CHN=USA 1972..1972"),
    ("Ethiopia and Eritrea were reconciled in 2018.", "rapprochement ETH=ERI 2018..2018"),
    (
        "Cuba and the United States normalised relations in 2015.",
        "rapprochement CUB=USA 2015..2015",
    ),
    ("Egypt drew closer to Turkey in 2021.", "rapprochement EGY=TUR 2021..2021"),
    (
        "Ties between Nepal and India improved in 2017.",
        "rapprochement NPL=IND 2017..2017",
    ),
    ("How Greece and Turkey made it up", "rapprochement GRC=TUR"),
    ("Saudi Arabia and Iran buried the hatchet in 2021.", "rapprochement SAU=IRN 2021..2021"),
    (
        "Embassies were reopened by Iran and Iraq in October 1990.",
        "diplomatic_relations IRN=IRQ 1990-10..",
    ),
    (
        "China and Chile exchanged ambassadors in 1971.",
        "~diplomatic_relations CHN=CHL",
    ),
]

SILENT = [
    "Diplomatic tensions between Kenya and Somalia grew.",
    "Venezuela recalled its ambassador from Peru.",
    "Poland's diplomatic service hired a Dutch baker.",
    "The public relations firm opened offices in Spain and Italy.",
    "Trade relations between Peru and Chile are governed by law.",
    "Family ties link Ireland with Argentina.",
    "Spanish and French swimmers moved closer to the record.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
