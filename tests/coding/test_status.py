"""Whether a text reports a thing, or negates, plans, supposes or denies it."""

import pytest
from tests.coding.parsed import word

from legation.coding.status import controls, standing
from legation.model import Status, codebook


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("Iran attacked Iraq.", "attacked", "reported"),
        ("Iran has attacked Iraq.", "attacked", "reported"),
        ("Iran is attacking Iraq.", "attacking", "reported"),
        ("Iran did attack Iraq.", "attack", "reported"),
        ("Iraq said that Iran had attacked.", "attacked", "reported"),
        ("Iran did not attack Iraq.", "attack", "negated"),
        ("Iran didn't attack Iraq.", "attack", "negated"),
        ("Iran never attacked Iraq.", "attacked", "negated"),
        ("Iran has never attacked Iraq.", "attacked", "negated"),
        ("Iran failed to attack Iraq.", "attack", "negated"),
        ("Iran refrained from attacking Iraq.", "attacking", "negated"),
        ("Iran was kept from attacking Iraq.", "attacking", "negated"),
        ("Iran signed no treaty.", "signed", "negated"),
        ("No treaty was signed.", "signed", "negated"),
        ("Neither side attacked.", "attacked", "negated"),
        ("None of the states signed.", "signed", "negated"),
        ("Iran did not fail to attack Iraq.", "attack", "reported"),
        ("Iran will attack Iraq.", "attack", "planned"),
        ("Iran won't attack Iraq.", "attack", "negated"),
        ("Iran will not attack Iraq.", "attack", "negated"),
        ("Iran plans to attack Iraq.", "attack", "planned"),
        ("Iran intends to attack Iraq.", "attack", "planned"),
        ("Iran is due to attack Iraq.", "attack", "planned"),
        ("Iran is expected to attack Iraq.", "attack", "planned"),
        ("Iran said it would attack Iraq.", "attack", "planned"),
        ("Iran will meet Iraq and sign a treaty.", "sign", "planned"),
        ("Iran may attack Iraq.", "attack", "hypothetical"),
        ("Iran might attack Iraq.", "attack", "hypothetical"),
        ("Iran could attack Iraq.", "attack", "hypothetical"),
        ("Iran would attack Iraq.", "attack", "hypothetical"),
        ("If Iran attacked Iraq, others would follow.", "attacked", "hypothetical"),
        ("Unless Iran attacks Iraq, others will wait.", "attacks", "hypothetical"),
        ("Iran is likely to attack Iraq.", "attack", "hypothetical"),
        ("Iran tried to attack Iraq.", "attack", "hypothetical"),
        ("Iran hopes to attack Iraq.", "attack", "hypothetical"),
        ("Iran denied attacking Iraq.", "attacking", "denied"),
        ("Iran denied that it attacked Iraq.", "attacked", "denied"),
        ("An attack on Iraq would harm Iran.", "attack", "hypothetical"),
    ],
)
def test_status(text: str, predicate: str, status: str) -> None:
    found = standing(word(text, predicate))
    assert (found.status, found.act) == (Status(status), None)


@pytest.mark.parametrize(
    ("text", "predicate", "act", "control", "status"),
    [
        ("Iran agreed to meet Iraq.", "meet", "AGREE", "agreed", "reported"),
        ("Iran has not agreed to meet Iraq.", "meet", "AGREE", "agreed", "negated"),
        ("Iran refused to meet Iraq.", "meet", "REJECT", "refused", "reported"),
        ("Iran did not refuse to meet Iraq.", "meet", "REJECT", "refuse", "negated"),
        ("Iran threatened to attack Iraq.", "attack", "THREATEN", "threatened", "reported"),
        ("Iran may threaten to attack Iraq.", "attack", "THREATEN", "threaten", "hypothetical"),
        ("Iran urged Iraq to sign the treaty.", "sign", "REQUEST", "urged", "reported"),
        ("Iran will ask Iraq to sign.", "sign", "REQUEST", "ask", "planned"),
        ("Iran accused Iraq of attacking Kuwait.", "attacking", "skip", "accused", "reported"),
        ("Iran condemned the attack.", "attack", "skip", "condemned", "reported"),
    ],
)
def test_acts(text: str, predicate: str, act: str, control: str, status: str) -> None:
    found = standing(word(text, predicate))
    assert found.control is not None
    assert (found.act, found.control.text, found.status) == (act, control, Status(status))


def test_a_control_makes_a_status_or_an_act() -> None:
    effects = {s.value for s in Status} | set(codebook().types) | {"skip"}
    assert set(controls().values()) <= effects
