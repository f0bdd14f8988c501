"""Wars between states, with their years; and the many wars that are none."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("Japan and Russia fought a war in 1904-05.", "war JPN=RUS 1904..1905"),
    ("Iraq went to war with Iran in 1980.", "war IRQ=IRN 1980..1980"),
    ("In 1846 the United States declared war on Mexico.", "war USA=MEX 1846..1846"),
    (
        "The war between Ethiopia and Eritrea lasted from 1998 to 2000.",
        "war ETH=ERI 1998..2000",
    ),
    ("The war between Bolivia and Paraguay ended in 1935.", "war BOL=PRY ..1935"),
    (
        "India and Pakistan have fought three wars, in 1947, 1965 and 1971.",
        "war IND=PAK 1947..1947",
        "war IND=PAK 1965..1965",
        "war IND=PAK 1971..1971",
    ),
    (
        "Chile's war against Peru and Bolivia broke out in 1879.",
        "war CHL=PER 1879..1879",
        "war CHL=BOL 1879..1879",
    ),
    ("The Russo-Turkish war of 1877–78 freed the Bulgarians.", "war RUS=TUR 1877..1878"),
    ("Denmark was defeated by Prussia in the war of 1864.", "war DNK=DEU 1864..1864"),
    ("In 1920 Turkey defeated Armenia in a short war.", "war TUR=ARM 1920..1920"),
    ("Italy waged war on Ethiopia from 1935 to 1936.", "war ITA=ETH 1935..1936"),
    ("China was at war with Japan from 1937 to 1945.", "war CHN=JPN 1937..1945"),
    ("Greece and Turkey were at war between 1919 and 1922.", "war GRC=TUR 1919..1922"),
    ("Britain, at war with France since 1793, blockaded the coast.", "war GBR=FRA 1793.."),
    ("The 1967 war between Israel and Egypt lasted six days.", "war ISR=EGY 1967..1967"),
    ("China fought a border war with India in 1962.", "war CHN=IND 1962..1962"),
    ("Vietnam's 1979 war with China lasted four weeks.", "war VNM=CHN 1979..1979"),
    ("Serbia lost a war against Bulgaria in 1885.", "war SRB=BGR 1885..1885"),
    ("Russia has waged a war against Ukraine since 2022.", "war RUS=UKR 2022.."),
    (
        "The Soviet war in Afghanistan lasted from 1979 to 1989.",
        "war RUS=AFG 1979..1989",
    ),
    (
        "Honduras expelled farmers from El Salvador. The two countries went to war in 1969.",
        "war HND=SLV 1969..1969",
    ),
    ("The war that Iraq started against Iran in 1980 ruined both.", "war IRQ=IRN 1980..1980"),
    (
        "War broke out between Georgia and Russia in August 2008.",
        "war GEO=RUS 2008-08..2008-08",
    ),
    (
        "Armenia was defeated in its war with Azerbaijan in 2020.",
        "war ARM=AZE 2020..2020",
    ),
    ("From 1965 to 1973 the United States fought North Vietnam.", "war USA=VNM 1965..1973"),
    ("In 1982 Argentina fought Britain over South Georgia.", "war ARG=GBR 1982..1982"),
    ("France and Germany never went to war again.", "war FRA=DEU negated"),
    ("If Iran went to war with Israel, oil prices would rise.", "war IRN=ISR hypothetical"),
    (
        "Ethiopia, which was at war with Somalia in 1977, turned to Moscow.",
        "war ETH=SOM 1977..1977",
    ),
    (
        "Tanzania and Uganda, which fought a war in 1978 and 1979, trade again.",
        "war TZA=UGA",
        "~trade TZA=UGA",
    ),
    ("War with Spain came in 1898, when the United States invaded.", "~war USA=ESP"),
    ("Vietnam's wars against China in 1979 and 1984", "~war VNM=CHN"),
    (
        "Two wars between Serbia and Bulgaria, in 1885 and 1913, had left the border bare.",
        "war SRB=BGR 1885..1885",
        "war SRB=BGR 1913..1913",
    ),
    ("Moscow ended its war with Helsinki in September 1944.", "war RUS=FIN ..1944-09"),
    ("Ecuador fought against Peru in 1995.", "war ECU=PER 1995..1995"),
    ("Romania joined the war against Germany in 1916.", "war ROU=DEU 1916..1916"),
    (
        "Libya and Chad went to war with each other in 1978 over the strip.",
        "war LBY=TCD 1978..1978",
    ),
    (
        "Their war of 1932 to 1935 ruined both Bolivia and Paraguay.",
        "~war BOL=PRY",
    ),
    ("Egypt is still technically at war with Israel, he claimed in 1978.", "war EGY=ISR"),
]

SILENT = [
    "The trade war between the United States and China began in 2018.",
    "Russia and Saudi Arabia fought a price war in 2020.",
    "The civil war in Spain ended in 1939.",
    "Washington and Beijing are locked in a war of words.",
    "In the Cold War era American presidents seldom met Soviet leaders.",
    "The Cold War between the Soviet Union and the United States ended in 1989.",
    "Turkey and Greece came close to war in 1996.",
    "War between India and Pakistan was averted in 2002.",
    "Mexico joined the United States' war on drugs.",
    "World War II ended in 1945 for Japan and Germany.",
    "Serbia handed a war crimes suspect over to Croatia.",
    "French and German leaders laid wreaths at a war memorial.",
    "Russia and China held joint war games.",
    "The risk of war between Iran and Israel has grown.",
    "Canada and Japan fight climate change together.",
    "France and Kenya wage war on poverty.",
    "The Spanish and the Portuguese fought over a parking space.",
    "Norway and Sweden condemned the war.",
    "Turkey and Brazil offered to mediate in the war.",
    "Pepsi and Coca-Cola fought their cola war in Mexico and Peru.",
    "Prewar Poland traded little; postwar Germany was poor.",
    "Poland fears a war with Russia.",
    "Brazil fought Germany to a draw in the cup final.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
