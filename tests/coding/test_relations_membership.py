"""Membership of organisations, and the allies that an accession makes."""

import pytest
from tests.coding.relation_rows import differences

STATED = [
    ("Finland joined NATO in 2023.", "membership FIN>NATO 2023.."),
    ("Spain acceded to the European Union in 1986.", "membership ESP>EUU 1986.."),
    ("Vietnam became a member of ASEAN in 1995.", "membership VNM>ASEAN 1995.."),
    ("Iceland was a founding member of NATO in 1949.", "membership ISL>NATO 1949.."),
    (
        "In 1952 both Greece and Turkey entered NATO.",
        "membership GRC>NATO 1952..",
        "membership TUR>NATO 1952..",
        "alliance GRC=TUR 1952..",
    ),
    ("Britain left the European Union in 2020.", "membership GBR>EUU ..2020"),
    ("Eritrea was admitted to the United Nations in 1993.", "membership ERI>UNO 1993.."),
    ("Venezuela withdrew from the OAS in 2019.", "membership VEN>OAS ..2019"),
    ("Cuba was expelled from the OAS in 1962.", "membership CUB>OAS ..1962"),
    ("Ukraine will join NATO.", "membership UKR>NATO planned"),
    ("Switzerland is not a member of the European Union.", "membership CHE>EUU negated"),
    ("Norway never joined the European Union.", "membership NOR>EUU negated"),
    ("If Georgia joined NATO, the port would matter.", "membership GEO>NATO hypothetical"),
    ("Hungary, a member of NATO since 1999, abstained.", "membership HUN>NATO 1999.."),
    ("Poland's accession to NATO in 1999 was cheered.", "membership POL>NATO 1999.."),
    ("NATO member Turkey abstained.", "membership TUR>NATO"),
    ("NATO members Greece and Turkey abstained.", "membership GRC>NATO", "membership TUR>NATO"),
    ("Serbia applied to join the European Union in 2009.", "~membership SRB>EUU"),
    ("Sweden's membership of NATO dates from 2024.", "membership SWE>NATO 2024.."),
    ("Syria was readmitted to the Arab League in 2023.", "membership SYR>ARAB 2023.."),
    ("Egypt was suspended from the Arab League in 1979.", "membership EGY>ARAB ..1979"),
    ("Bangladesh and India are members of SAARC.", "membership BGD>SAARC", "membership IND>SAARC"),
    ("Portugal has been in the European Union since 1986.", "membership PRT>EUU 1986.."),
    ("Greece has belonged to NATO since 1952.", "membership GRC>NATO 1952.."),
    (
        "The European Union, to which Greece has belonged since 1981, paid.",
        "membership GRC>EUU 1981..",
    ),
    (
        "Spain and Portugal, both members of the European Union since 1986, agreed.",
        "membership ESP>EUU 1986..",
        "membership PRT>EUU 1986..",
    ),
    ("NATO admitted Montenegro in 2017.", "membership MNE>NATO 2017.."),
    (
        "NATO kept its door open. North Macedonia joined the alliance in March 2020.",
        "membership MKD>NATO 2020-03..",
    ),
    (
        "Finland joined NATO in April 2023. Norway and Sweden were pleased.",
        "membership FIN>NATO 2023-04..",
        "alliance FIN=NOR 2023-04..",
    ),
    ("Angola quit OPEC in December 2020.", "membership AGO>OPEC ..2020-12"),
    ("The admission of Syria to the United Nations in 1945", "~membership SYR>UNO"),
    ("Turkey is part of NATO.", "membership TUR>NATO"),
    ("Ireland took its seat in the United Nations in 1955.", "~membership IRL>UNO"),
]

SILENT = [
    "Members of the Spanish parliament visited the United Nations.",
    "A member of the French delegation to the European Union met the Kenyan minister.",
    "The United States and most EU members have recognised Kosovo.",
    "The Argentine is a member of a club in Spain.",
    "Britain joined France in condemning the attack.",
    "Japan joined the talks at the United Nations.",
    "Brazil left the UN conference early.",
    "China's ambassador to the United Nations joined the meeting.",
    "Kenya joined a UN mission in Haiti.",
    "Norway's king joined the crowd at the NATO parade.",
]


@pytest.mark.parametrize("case", STATED, ids=lambda case: case[0][:60])
def test_states(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert differences(text, *expected) == []


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_states_nothing(text: str) -> None:
    assert differences(text) == []
