"""Treaties and alliances: signed, in force, ended, wished for."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("France and Russia signed an alliance in 1894.", "alliance FRA=RUS 1894.."),
    ("In 1866 Prussia concluded an alliance with Italy.", "alliance DEU=ITA 1866.."),
    ("An alliance between Greece and Serbia was concluded in 1913.", "alliance GRC=SRB 1913.."),
    ("The Franco-Russian alliance of 1894 frightened Berlin.", "alliance FRA=RUS"),
    (
        "The alliance between Germany and Romania lasted from 1883 to 1914.",
        "alliance DEU=ROU 1883..1914",
    ),
    (
        "Albania denounced its alliance with the Soviet Union in 1961.",
        "alliance ALB=RUS ..1961",
    ),
    ("New Zealand has a defence pact with Australia.", "alliance NZL=AUS"),
    (
        "South Korea, bound to the United States by a mutual defence treaty since 1953, agreed.",
        "alliance KOR=USA 1953..",
    ),
    ("The United States is bound by treaty to defend Japan.", "alliance USA=JPN"),
    ("Guyana has no defence treaty with the United States.", "alliance GUY=USA negated"),
    ("There is no alliance between Sweden and Finland.", "alliance SWE=FIN negated"),
    ("There is no alliance between Sweden and Norway.", "alliance SWE=NOR negated"),
    (
        "A mutual defence treaty signed by Egypt and Jordan in 1967 alarmed Israel.",
        "alliance EGY=JOR 1967..",
    ),
    (
        "Russia and North Korea will sign a mutual-defence treaty next year.",
        "alliance RUS=PRK 2023.. planned",
    ),
    ("Spain and Portugal signed a treaty of friendship in 1939.", "treaty ESP=PRT 1939.."),
    (
        "A treaty of peace between Bolivia and Paraguay was signed in 1938.",
        "treaty BOL=PRY 1938..",
    ),
    (
        "The peace treaty that Israel and Jordan signed in 1994 is still in force.",
        "treaty ISR=JOR 1994..",
    ),
    ("Iran and Iraq reached an accord in 1975.", "treaty IRN=IRQ 1975.."),
    ("The treaty, signed by Peru and Ecuador in 1998, fixed the border.", "treaty PER=ECU 1998.."),
    ("Russia has no peace treaty with Japan.", "treaty RUS=JPN negated"),
    ("Moscow and Tokyo never signed a peace treaty.", "treaty RUS=JPN negated"),
    (
        "The non-aggression pact between Poland and Germany was terminated by Berlin in 1939.",
        "treaty POL=DEU ..1939",
    ),
    (
        "A free trade agreement between Australia and Chile entered into force in 2009.",
        "treaty AUS=CHL 2009..",
    ),
    (
        "India and Nepal are bound by a treaty of peace and friendship signed in 1950.",
        "treaty IND=NPL 1950..",
    ),
    (
        "The United States' commercial treaty with Japan expired in January 1940.",
        "treaty USA=JPN ..1940-01",
    ),
    ("Iraq abrogated the treaty with Iran in September 1980.", "treaty IRQ=IRN ..1980-09"),
    (
        "China and Mongolia share a long border. The two countries signed a friendship treaty "
        "in 1960.",
        "treaty CHN=MNG 1960..",
    ),
    (
        "Albania and the Soviet Union quarrelled over Stalin. Their alliance ended in 1961.",
        "alliance ALB=RUS ..1961",
    ),
    ("France's alliance with Poland dated from 1921.", "alliance FRA=POL 1921.."),
    ("The alliance of France with Turkey began in 1536.", "alliance FRA=TUR 1536.."),
    ("Hungary entered into an alliance with Germany in 1940.", "alliance HUN=DEU 1940.."),
    (
        "The pact between Turkey, Iran and Iraq was signed in 1937.",
        "treaty TUR=IRN 1937..",
        "treaty TUR=IRQ 1937..",
        "treaty IRN=IRQ 1937..",
    ),
    ("A treaty of alliance binds Albania to Italy.", "alliance ALB=ITA"),
    (
        "Egypt and Sudan divided the river under a treaty of 1959.",
        "treaty EGY=SDN 1959..",
    ),
    (
        "The boundary treaty which Norway concluded with Russia in 2010 ended a long dispute.",
        "treaty NOR=RUS 2010..",
    ),
    (
        "By a treaty signed in Lima in 1929, Chile returned Tacna to Peru.",
        "treaty CHL=PER 1929..",
        "territorial_change PER>CHL 1929..1929",
    ),
    ("Pakistan proposed a non-aggression pact to India in 1981.", "~treaty PAK=IND"),
    ("A treaty of friendship with Libya was ratified by Malta in 1985.", "treaty MLT=LBY 1985.."),
    (
        "Kenya's foreign minister and his Ugandan counterpart signed a border agreement in 2005.",
        "treaty KEN=UGA 2005..",
    ),
    ("Egypt tore up its treaty with Britain in October 1951.", "treaty EGY=GBR ..1951-10"),
    (
        "Military alliances link Cuba with neither Mexico nor Brazil.",
        "~alliance CUB=MEX",
        "~alliance CUB=BRA",
        "~alliance MEX=BRA",
    ),
]

SILENT = [
    "Shanghai was a treaty port where Britain and France had consuls.",
    "The Alliance Party won seats in Britain and Ireland.",
    "Air France and Japan Airlines formed an alliance in 1999.",
    "Spain and Italy praised the Paris climate treaty.",
    "China's alliance of carmakers has reached a deal with a shipyard in Korea.",
    "Japan's treaty bureau sent a lawyer to Peru.",
    "France would like a treaty.",
    "Chile won the deal of the century, Peru's press wrote.",
    "The signing ceremony brought French and Dutch bankers together.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
