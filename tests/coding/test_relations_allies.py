"""Who is whose ally, rival or trading partner."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("France and Britain, allies since 1904, quarrelled over Syria.", "alliance FRA=GBR 1904.."),
    ("The United States and Japan have been allies since 1951.", "alliance USA=JPN 1951.."),
    ("Turkey is an ally of Azerbaijan.", "alliance TUR=AZE"),
    ("Russia is Armenia’s ally.", "alliance RUS=ARM"),
    ("Poland remained a loyal ally of France until 1939.", "alliance POL=FRA ..1939"),
    ("Thailand became an ally of the United States in 1954.", "alliance THA=USA 1954.."),
    (
        "Japan, an ally of the United States since 1951, hosts American bases.",
        "alliance JPN=USA 1951..",
    ),
    ("Washington's closest ally, Britain, sent troops.", "alliance USA=GBR"),
    ("Germany and its ally Austria-Hungary mobilised in July 1914.", "alliance DEU=AUH"),
    ("Portugal, Britain's oldest ally, stayed neutral.", "alliance PRT=GBR"),
    ("Cuba and the Soviet Union were allies during the Cold War.", "alliance CUB=RUS"),
    ("Egypt was allied with Syria from 1966 to 1970.", "alliance EGY=SYR 1966..1970"),
    ("Bulgaria, allied to Germany since 1915, attacked Serbia.", "alliance BGR=DEU 1915.."),
    (
        "Italy had been allied with Germany and Austria-Hungary since 1882.",
        "alliance ITA=DEU 1882..",
        "alliance ITA=AUH 1882..",
    ),
    ("Serbia allied itself with Greece in 1913.", "alliance SRB=GRC 1913.."),
    ("Sweden and Finland were never allied.", "alliance SWE=FIN negated"),
    ("Ireland is not an ally of Britain.", "alliance IRL=GBR negated"),
    ("The Philippines, a treaty ally of the United States, protested.", "alliance PHL=USA"),
    ("Britain counted Portugal among its allies.", "alliance GBR=PRT"),
    ("The Soviet Union had a faithful ally in Bulgaria.", "alliance RUS=BGR"),
    (
        "As allies of Germany, Hungary and Romania sent divisions.",
        "alliance HUN=DEU",
        "alliance ROU=DEU",
    ),
    ("Pyongyang's only ally is Beijing.", "alliance PRK=CHN"),
    ("Allied with Prussia since April 1866, Italy attacked Austria.", "alliance ITA=DEU 1866-04.."),
    ("India and Pakistan have been rivals since 1947.", "rivalry IND=PAK 1947.."),
    ("Iran, Saudi Arabia's regional rival, welcomed the move.", "rivalry IRN=SAU"),
    ("The rivalry between France and Germany began in 1871.", "rivalry FRA=DEU 1871.."),
    ("China is India's main strategic rival.", "rivalry CHN=IND"),
    ("Greece and Turkey, historic rivals, share the Aegean.", "rivalry GRC=TUR"),
    ("The Anglo-Russian rivalry in Central Asia ended in 1907.", "rivalry GBR=RUS ..1907"),
    ("Athens regards Ankara as its arch-rival.", "rivalry GRC=TUR"),
    ("The enmity of Chile and Bolivia is older than the railway.", "rivalry CHL=BOL"),
    ("China is Japan's largest trading partner.", "trade CHN=JPN"),
    ("Germany was Turkey's biggest export market in 2014.", "trade DEU=TUR 2014..2014"),
    ("Russia is the main supplier of gas to Germany.", "trade RUS=DEU"),
    ("Canada and the United States are each other's largest trading partners.", "trade CAN=USA"),
    ("Kazakhstan became China's main supplier of uranium.", "trade KAZ=CHN"),
]

SILENT = [
    "Argentina beat its football rival Brazil 2-1.",
    "Fans of England and Germany, old football rivals, clashed in the stadium.",
    "The football rivals Argentina and Brazil meet in the final.",
    "Honduras and El Salvador, rivals in the World Cup qualifiers, drew.",
    "Air France and Japan Airlines became rivals on the route.",
    "The minister from Peru beat his rival in the party.",
    "Japan named a partner of the law firm as envoy to Chile.",
    "The French president's allies in parliament praised Spain.",
    "Norway's oil fund is a partner in a firm in Kenya.",
    "The senator, an ally of the Brazilian president, flew to Portugal.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
