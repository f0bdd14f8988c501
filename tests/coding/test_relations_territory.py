"""Territory that changes hands: who gains it from whom."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("Russia annexed Crimea from Ukraine in 2014.", "territorial_change RUS>UKR 2014..2014"),
    ("In 1910 Korea was annexed by Japan.", "territorial_change JPN>KOR 1910..1910"),
    (
        "Mexico ceded California to the United States in 1848.",
        "territorial_change USA>MEX 1848..1848",
    ),
    (
        "California was ceded to the United States by Mexico in 1848.",
        "territorial_change USA>MEX 1848..1848",
    ),
    ("Sweden lost Finland to Russia in 1809.", "territorial_change RUS>SWE 1809..1809"),
    ("Britain returned Hong Kong to China in 1997.", "territorial_change CHN>GBR 1997..1997"),
    (
        "Hong Kong was returned to China by Britain in 1997.",
        "territorial_change CHN>GBR 1997..1997",
    ),
    (
        "Russia sold Alaska to the United States in 1867.",
        "territorial_change USA>RUS 1867..1867",
    ),
    (
        "The United States bought Alaska from Russia in 1867.",
        "territorial_change USA>RUS 1867..1867",
    ),
    (
        "The United States purchased Louisiana from France in 1803.",
        "territorial_change USA>FRA 1803..1803",
    ),
    ("Germany took Alsace from France in 1871.", "territorial_change DEU>FRA 1871..1871"),
    ("Alsace passed from Germany to France in 1919.", "territorial_change FRA>DEU 1919..1919"),
    (
        "Russia and Japan made peace. The treaty gave Japan the southern half of Sakhalin.",
        "territorial_change JPN>RUS",
    ),
    (
        "Romania acquired Transylvania from Hungary in 1920.",
        "territorial_change ROU>HUN 1920..1920",
    ),
    (
        "Italy's annexation of Ethiopia in 1936 shook the League.",
        "territorial_change ITA>ETH 1936..1936",
    ),
    (
        "The annexation of Austria by Germany in 1938 met no resistance.",
        "territorial_change DEU>AUT 1938..1938",
    ),
    (
        "China's cession of Taiwan to Japan in 1895 was a shock.",
        "territorial_change JPN>CHN 1895..1895",
    ),
    ("Egypt regained Sinai from Israel in 1982.", "territorial_change EGY>ISR 1982..1982"),
    ("Israel gave Sinai back to Egypt in 1982.", "territorial_change EGY>ISR 1982..1982"),
    (
        "Denmark sold the Virgin Islands to the United States in 1917.",
        "territorial_change USA>DNK 1917..1917",
    ),
    ("Bolivia lost its coast to Chile.", "territorial_change CHL>BOL"),
    ("Russia did not return the islands to Japan.", "territorial_change JPN>RUS negated"),
    ("Russia will return two islands to Japan.", "territorial_change JPN>RUS planned"),
    ("Poland recovered Silesia from Germany in 1945.", "territorial_change POL>DEU 1945..1945"),
    ("Iraq annexed Kuwait in August 1990.", "territorial_change IRQ>KWT 1990-08..1990-08"),
    (
        "Under the treaty, Turkey ceded Cyprus to Britain.",
        "territorial_change GBR>TUR",
        "~treaty TUR=GBR",
    ),
    (
        "Crimea, annexed by Russia from Ukraine in 2014, has two bridges.",
        "territorial_change RUS>UKR 2014..2014",
    ),
    (
        "The provinces that Hungary lost to Romania in 1920 were rich.",
        "territorial_change ROU>HUN 1920..1920",
    ),
    (
        "Alsace-Lorraine, which France had ceded to Germany in 1871, was garrisoned.",
        "territorial_change DEU>FRA 1871..1871",
    ),
    (
        "Bulgaria gained southern Dobruja from Romania in 1940.",
        "territorial_change BGR>ROU 1940..1940",
    ),
    (
        "Finland was forced to cede Karelia to the Soviet Union.",
        "territorial_change RUS>FIN",
    ),
    ("Portugal handed Macau over to China in 1999.", "territorial_change CHN>PRT 1999..1999"),
    (
        "Turkey got back eastern Thrace from Greece in 1923.",
        "territorial_change TUR>GRC 1923..1923",
    ),
    (
        "Germany and the Soviet Union partitioned Poland in 1939.",
        "territorial_change DEU>POL 1939..1939",
        "territorial_change RUS>POL 1939..1939",
    ),
    (
        "In October Austria-Hungary gave up Venetia, which passed to Italy.",
        "territorial_change ITA>AUH",
    ),
    (
        "Germany surrendered Eupen to Belgium in 1920.",
        "territorial_change BEL>DEU 1920..1920",
    ),
    (
        "The loss of Karelia to the Soviet Union embittered Finland.",
        "~territorial_change RUS>FIN",
    ),
    (
        "Romania had to hand Bessarabia to Moscow in June 1940.",
        "territorial_change RUS>ROU 1940-06..1940-06",
    ),
    (
        "Peru and Chile settled their quarrel in 1929. Tacna was handed back to Peru.",
        "territorial_change PER>CHL",
        "~territorial_claim PER=CHL",
    ),
    (
        "Two enclaves were exchanged by India and Bangladesh in 2015.",
        "territorial_change IND>BGD 2015..2015",
        "territorial_change BGD>IND 2015..2015",
    ),
    (
        "The Los islands reverted to France, ceded by Britain in 1904.",
        "~territorial_change FRA>GBR",
    ),
    (
        "The sale of Alaska by Russia to the United States in 1867 brought seven million.",
        "territorial_change USA>RUS 1867..1867",
    ),
    (
        "Syria lost the Golan Heights to Israel in June 1967.",
        "territorial_change ISR>SYR 1967-06..1967-06",
    ),
    (
        "Victory over Spain in 1898 brought the United States Puerto Rico.",
        "~territorial_change USA>ESP",
        "~war USA=ESP",
    ),
]

SILENT = [
    "Spain lost the final to Italy.",
    "China lost jobs to Vietnam.",
    "Mexico gave Cuba oil.",
    "France took the lead from Germany.",
    "Britain handed the presidency of the council to France.",
    "Argentina ceded first place to Brazil in the championship.",
    "Peru returned the stolen paintings to Bolivia.",
    "Japan sold cars to Chile's army.",
    "Turkey handed the suspect over to Germany.",
    "France lost Paris traders to Germany's fairs.",
    "The ship passed from Spain to Morocco.",
    "The minister returned to Japan from China.",
    "Russia took a step towards Japan.",
    "Egypt received a delegation from Sudan.",
    "Poland gave back its ticket to the Brazil match.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
