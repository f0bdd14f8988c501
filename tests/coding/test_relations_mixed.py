"""Sentences of every kind, written once the rules stood: 43 of these 47 came right at first."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    (
        "Norway, Denmark and Iceland signed a fisheries convention in 1983.",
        "treaty NOR=DNK 1983..",
        "treaty NOR=ISL 1983..",
        "treaty DNK=ISL 1983..",
    ),
    ("Paraguay lost the Chaco war? No: it won the war against Bolivia in 1935.", "war PRY=BOL"),
    (
        "Under the pact Moscow concluded with Kabul in 1978, Soviet advisers came.",
        "treaty RUS=AFG 1978..",
    ),
    (
        "Ever since Peru and Ecuador clashed in 1941, the two have been rivals.",
        "rivalry PER=ECU 1941..",
    ),
    ("Jordan made peace with Israel in 1994 by a treaty that still holds.", "~treaty JOR=ISR"),
    ("Malaysia is a founding member of ASEAN.", "membership MYS>ASEAN"),
    ("Sudan has been a member of the Arab League since 1956.", "membership SDN>ARAB 1956.."),
    (
        "Somalia claimed the Ogaden from Ethiopia and invaded it in 1977.",
        "territorial_claim SOM>ETH",
    ),
    ("British troops occupied Iraq in 1941.", "occupation GBR>IRQ 1941.."),
    ("The Dutch ceded Ceylon to the British in 1802.", "~territorial_change GBR>NLD"),
    (
        "In the Treaty of Trianon, Hungary lost two thirds of its land to Romania and Yugoslavia.",
        "~territorial_change ROU>HUN",
        "~territorial_change SRB>HUN",
        "~treaty HUN=ROU",
        "~treaty HUN=SRB",
        "~treaty ROU=SRB",
    ),
    (
        "Zambia's trade with Zimbabwe was worth 700 million dollars in 2019.",
        "trade ZMB=ZWE 2019..2019",
    ),
    ("Turkmenistan sells most of its gas to China.", "trade TKM=CHN"),
    (
        "The Soviet Union invaded Hungary, its ally in the Warsaw Pact, in 1956.",
        "alliance RUS=HUN",
        "~membership HUN>WTO",
    ),
    (
        "Romania switched sides and declared war on Germany on 25 August 1944.",
        "war ROU=DEU 1944-08-25..1944-08-25",
    ),
    (
        "South Africa was readmitted to the Commonwealth in 1994, having left it in 1961.",
        "~membership ZAF>COMMONWEALTH",
        "~membership ZAF>COMMONWEALTH",
    ),
    (
        "The UN Security Council imposed an arms embargo on Libya in 1992.",
        "sanctions UNO>LBY 1992..",
    ),
    (
        "Libya, subject to American sanctions since 1986, built its own refinery.",
        "sanctions USA>LBY 1986..",
    ),
    ("Indonesia froze its ties with Portugal after the invasion.", "~diplomatic_relations IDN=PRT"),
    (
        "China and the Vatican have had no diplomatic relations since 1951.",
        "diplomatic_relations CHN=VAT 1951.. negated",
    ),
    (
        "Greek-Turkish relations thawed after the earthquakes of 1999.",
        "rapprochement GRC=TUR 1999..1999",
    ),
    ("Thailand and Cambodia contest the land around Preah Vihear.", "territorial_claim THA=KHM"),
    (
        "Bolivia still claims an outlet to the sea through what is now Chile.",
        "~territorial_claim BOL>CHL",
    ),
    ("The dispute over Abyei divides Sudan and South Sudan.", "territorial_claim SDN=SSD"),
    ("Egypt's alliance with the Soviet Union collapsed in 1976.", "alliance EGY=RUS ..1976"),
    ("France withdrew from NATO's command.", "~membership FRA>NATO"),
    ("Chad and Libya were at war for nine years, from 1978 to 1987.", "war TCD=LBY 1978..1987"),
    (
        "The United States and Spain signed a peace treaty in Paris in December 1898.",
        "treaty USA=ESP 1898-12..",
    ),
    ("Spain sold Florida to the United States in 1819.", "territorial_change USA>ESP 1819..1819"),
    ("Mali left ECOWAS in January 2025.", "membership MLI>ECOWAS ..2025-01"),
    ("The Polish minister denied that Poland was an ally of Belarus.", "alliance POL=BLR denied"),
    (
        "Australia, New Zealand and the United States are allies under ANZUS.",
        "alliance AUS=NZL",
        "alliance AUS=USA",
        "alliance NZL=USA",
    ),
    ("Italy annexed Tripoli from Turkey in 1911.", "territorial_change ITA>TUR 1911..1911"),
    ("Portuguese Goa was annexed by India in 1961.", "~territorial_change IND>PRT"),
    (
        "Afghanistan never accepted the Durand Line; it lays claim to Pashtun land in Pakistan.",
        "territorial_claim AFG>PAK",
        "~territorial_claim AFG=PAK",
    ),
    (
        "Both Koreas joined the United Nations in 1991.",
        "~membership KOR>UNO",
        "~membership PRK>UNO",
    ),
    (
        "Venezuela's president praised the friendship treaty between Iran and Cuba.",
        "treaty IRN=CUB",
    ),
    (
        "Ethiopia's war with Italy ended when British troops liberated Addis Ababa in 1941.",
        "war ETH=ITA",
    ),
    ("Brazil's rivalry with Argentina has faded.", "rivalry BRA=ARG"),
    ("Rwanda trades more with Congo than with Uganda.", "~trade RWA=COD", "~trade RWA=UGA"),
]

SILENT = [
    "Sweden would not join the alliance, its prime minister said.",
    "Egypt and Israel have been at peace since 1979.",
    "Russia's neighbour Finland fears war.",
    "Japan relinquished Korea under the treaty of San Francisco.",
    "A price war between Russian and Kazakh grain traders broke out.",
    "Iran's foreign minister and Iraq's defence minister met in Baghdad.",
    "Argentina and Chile nearly went to war in 1978.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
