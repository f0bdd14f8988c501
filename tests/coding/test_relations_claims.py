"""Claims to territory: who claims what, and who holds it."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("China claims the Senkaku Islands, which Japan administers.", "territorial_claim CHN>JPN"),
    (
        "The Senkaku Islands are claimed by China and administered by Japan.",
        "territorial_claim CHN>JPN",
    ),
    (
        "Argentina claims the Falkland Islands. Britain has 1,500 soldiers there.",
        "territorial_claim ARG>GBR",
    ),
    (
        "Argentina has claimed the Falklands from Britain since 1833.",
        "territorial_claim ARG>GBR 1833..",
    ),
    (
        "Argentina's claim to the Falkland Islands is rejected by Britain.",
        "territorial_claim ARG>GBR",
    ),
    ("Vietnam and China both claim the Paracel Islands.", "territorial_claim VNM=CHN"),
    (
        "Russia and Japan held talks. Tokyo still claims the four southernmost Kurils.",
        "territorial_claim JPN>RUS",
    ),
    ("Venezuela claims Essequibo, two thirds of Guyana.", "territorial_claim VEN>GUY"),
    ("Spain claims Gibraltar from Britain.", "territorial_claim ESP>GBR"),
    ("Spain maintains its claim to Gibraltar, which Britain holds.", "territorial_claim ESP>GBR"),
    ("India and Pakistan both claim Kashmir in full.", "territorial_claim IND=PAK"),
    (
        "The territorial dispute between China and India dates from the 1950s.",
        "territorial_claim CHN=IND 195..",
    ),
    ("Guatemala renounced its claim to Belize in 1991.", "territorial_claim GTM>BLZ ..1991"),
    ("The islands are disputed by Bahrain and Qatar.", "territorial_claim BHR=QAT"),
    ("Iraq laid claim to Kuwait in 1961.", "territorial_claim IRQ>KWT 1961.."),
    ("Syria long claimed Hatay from Turkey.", "territorial_claim SYR>TUR"),
    ("Germany has no territorial claims on Poland.", "territorial_claim DEU>POL negated"),
    (
        "Japan, which claims the Liancourt Rocks held by South Korea, protested.",
        "territorial_claim JPN>KOR",
    ),
    (
        "A territorial dispute over the Kuril Islands has kept Russia and Japan apart since 1945.",
        "territorial_claim RUS=JPN",
    ),
    ("Morocco claims Western Sahara.", "territorial_claim MAR>ESH"),
    ("Libya claimed the Aouzou Strip from Chad until 1994.", "territorial_claim LBY>TCD ..1994"),
    (
        "The Philippines, whose claim to Sabah Malaysia rejects, kept silent.",
        "territorial_claim PHL>MYS",
    ),
    ("The rocks, held by South Korea but claimed by Japan, are bare.", "territorial_claim JPN>KOR"),
    (
        "Nicaragua contests Colombia's sovereignty over San Andrés.",
        "territorial_claim NIC>COL",
    ),
    ("Kenya and Somalia are in dispute over their maritime boundary.", "territorial_claim KEN=SOM"),
    ("Kuwait and Iraq are at odds over their maritime border.", "territorial_claim KWT=IRQ"),
    (
        "Cambodia and Thailand both lay claim to the temple of Preah Vihear.",
        "territorial_claim KHM=THA",
    ),
    (
        "Japan controls the Senkaku group; China claims it under the name Diaoyu.",
        "territorial_claim CHN>JPN",
    ),
    ("Ethiopia's Ogaden is claimed by Somalia.", "territorial_claim SOM>ETH"),
    (
        "Neither Kazakhstan nor Uzbekistan has territorial claims on the other.",
        "territorial_claim KAZ=UZB negated",
    ),
    ("Azerbaijan and Iran dispute the border.", "territorial_claim AZE=IRN"),
    (
        "Abu Musa, an island that the United Arab Emirates claims, is held by Iran.",
        "territorial_claim ARE>IRN",
    ),
    ("Iceland claimed a 200-mile zone against Britain's wishes.", "~territorial_claim ISL>GBR"),
    (
        "The border dispute of Peru and Ecuador was settled in 1998.",
        "territorial_claim PER=ECU ..1998",
    ),
]

SILENT = [
    "China claims that Japan broke the agreement.",
    "Spain claimed victory over Italy.",
    "France claimed the gold medal ahead of Germany.",
    "Islamic State claimed the attack in Iraq.",
    "Poland claims reparations from Germany.",
    "China disputes the report by Japan.",
    "Beijing rejected Tokyo's claim that the ship had been warned.",
    "A trade dispute between Canada and the United States went to court.",
    "Norway and Iceland are in dispute over fishing quotas.",
    "The earthquake claimed 40 lives in Turkey and Syria.",
    "A row over number plates divides Serbia and Kosovo.",
    "Peru's insurer settled the claims of Chile's farmers.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
