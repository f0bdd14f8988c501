"""Trade between two states."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    (
        "Trade between Russia and Japan reached $32 billion in 2012.",
        "trade RUS=JPN 2012..2012",
    ),
    (
        "Bilateral trade between India and Australia was worth $24 billion in 2020.",
        "trade IND=AUS 2020..2020",
    ),
    ("Japan's trade with Iran fell in 2012.", "trade JPN=IRN 2012..2012"),
    ("Qatar exports gas to Japan.", "trade QAT=JPN"),
    ("Germany imported gas from Russia until 2022.", "trade DEU=RUS ..2022"),
    ("Mongolian coal exports to China rose in 2021.", "trade MNG=CHN 2021..2021"),
    ("Chinese imports from Brazil doubled in 2010.", "trade CHN=BRA 2010..2010"),
    ("France sold aircraft to India in 2016.", "trade FRA=IND 2016..2016"),
    ("Cuba trades with Venezuela.", "trade CUB=VEN"),
    ("Commerce between Turkey and France flourished.", "trade TUR=FRA"),
    (
        "India and Nepal share a border. Two-way trade was worth $8 billion in 2019.",
        "trade IND=NPL 2019..2019",
    ),
    ("The United States buys 80 per cent of Mexico's exports.", "trade USA=MEX"),
    ("Exports from Ireland to Britain fell by half in 1932.", "trade IRL=GBR 1932..1932"),
    ("Russia supplies Hungary with gas.", "trade RUS=HUN"),
    ("Russia supplied gas to Moldova.", "trade RUS=MDA"),
    ("Kenya and Uganda trade freely.", "trade KEN=UGA"),
    (
        "Goods worth more than $700 billion crossed the US-Mexico border in 2021.",
        "trade USA=MEX 2021..2021",
    ),
    ("Korea's exports to Vietnam overtook those to Japan in 2014.", "trade KOR=VNM 2014..2014"),
    ("Oil from Iraq went to Jordan by truck in 1995.", "~trade IRQ=JOR"),
]

SILENT = [
    "Trade unions in France and Italy went on strike.",
    "France's trade minister spoke at a fair with a Japanese singer.",
    "Spain traded insults with Mexico.",
    "The striker was sold by Spain to Italy.",
    "World trade worries Japan and Chile.",
    "China sold the idea to Brazil.",
    "Trade is not a word that Cuba and Haiti like.",
    "The slave trade made Britain and Portugal rich.",
    "Kenya bought time from Uganda.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
