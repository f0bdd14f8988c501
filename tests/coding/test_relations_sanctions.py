"""Sanctions: who sends them to whom."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("The United States imposed sanctions on Iran in 1979.", "sanctions USA>IRN 1979.."),
    ("Sanctions were imposed on Iraq by the United Nations in 1990.", "sanctions UNO>IRQ 1990.."),
    ("The European Union's sanctions against Russia remain in force.", "sanctions EUU>RUS"),
    ("Washington lifted its sanctions on Sudan in 2017.", "sanctions USA>SDN ..2017"),
    ("Cuba has been under an American embargo since 1962.", "sanctions USA>CUB 1962.."),
    ("The UN placed Eritrea under sanctions in 2009.", "sanctions UNO>ERI 2009.."),
    (
        "Belarus was sanctioned by the European Union in October 2020.",
        "sanctions EUU>BLR 2020-10..",
    ),
    (
        "The United States has maintained an embargo against Cuba since 1962.",
        "sanctions USA>CUB 1962..",
    ),
    ("The American embargo on Cuba dates from 1962.", "sanctions USA>CUB 1962.."),
    ("US sanctions on Iran hurt Germany's firms.", "sanctions USA>IRN"),
    (
        "An arms embargo, imposed on Yugoslavia by the UN in 1991, was broken.",
        "sanctions UNO>SRB 1991..",
    ),
    ("The European Union will not impose sanctions on Serbia.", "sanctions EUU>SRB negated"),
    (
        "Eritrea, under United Nations sanctions since 2009, protested.",
        "sanctions UNO>ERI 2009..",
    ),
    (
        "A trade embargo, applied to Vietnam by the United States since 1964, was lifted in 1994.",
        "sanctions USA>VNM 1964..",
        "~sanctions USA>VNM",
    ),
    ("Japan prolonged its sanctions on North Korea in 2021.", "sanctions JPN>PRK"),
    (
        "The lifting of American sanctions on Myanmar in 2016 pleased Japan.",
        "sanctions USA>MMR ..2016",
    ),
    ("Iraq, on which the UN had imposed an embargo in 1990, sold oil.", "sanctions UNO>IRQ 1990.."),
    (
        "Saudi Arabia and Egypt boycotted Qatar from 2017 to 2021.",
        "~sanctions SAU>QAT",
        "~sanctions EGY>QAT",
    ),
    (
        "The Arab League's boycott of Israel began in 1948.",
        "sanctions ARAB>ISR 1948..",
    ),
]

SILENT = [
    "The Polish parliament sanctioned the deal with Norway.",
    "FIFA imposed sanctions on Spain.",
    "Spanish lawyers discussed sanctions in Chile.",
    "Turkey fears sanctions.",
    "The sanctions committee heard Kenya and Uganda.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
