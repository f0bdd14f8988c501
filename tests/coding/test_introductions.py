"""People whom the text itself introduces are known by their surname from then on."""

import pytest
from tests.coding.sentences import document

from legation.coding.introductions import introduce
from legation.coding.mentions import find_mentions
from legation.coding.parse import parse


def added(text: str) -> str:
    parsed = parse(document(text))
    known = find_mentions(parsed, None)
    [before], [after] = known, introduce(parsed, known)
    new = [m for m in after.all if m not in before.all]
    return "; ".join(f"{parsed[0].doc[m.start].text}={m.code}:{m.role}" for m in new)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Swedish Foreign Minister Tobias Lindqvist spoke. Then Lindqvist left.",
         "Lindqvist=SWE:GOV; Lindqvist=SWE:GOV"),
        ("Peru's ambassador, Carlos Medrano, spoke. Then Medrano left.",
         "Medrano=PER:GOV; Medrano=PER:GOV"),
        ("Carlos Medrano, the Peruvian ambassador, spoke. Then Medrano left.",
         "Medrano=PER:GOV; Medrano=PER:GOV"),
        ("The Kenyan general Daniel Odhiambo spoke. Then Odhiambo left.",
         "Odhiambo=KEN:MIL; Odhiambo=KEN:MIL"),
        ("Carlos Medrano spoke about Peru. Then Medrano left.", ""),
        ("The Peruvian singer Carlos Medrano spoke. Then Medrano left.", ""),
        ("Peru's envoy, Carlos Medrano, met Chile's envoy, Luis Medrano. Then Medrano left.", ""),
        ("Peru and Chile met the ambassador Carlos Medrano. Then Medrano left.", ""),
    ],
)  # fmt: skip
def test_a_surname_stands_for_the_state_of_its_bearer(text: str, found: str) -> None:
    assert added(text) == found
