"""How far a row is to be trusted, by the family of its rule."""

import pytest

from legation.coding.confidence import confidence


@pytest.mark.parametrize(
    ("rule", "lasting", "like"),
    [
        ("invade", False, ("bomb", False)),
        ("impose+sanction", False, ("hold+talk", False)),
        ("recall+ambassador+implied", False, ("summon+ambassador+implied", False)),
        ("agree>hold+talk", False, ("refuse>sign", False)),
        ("threaten to", False, ("refuse to", False)),
        ("loose attack", False, ("loose impose+sanction", False)),
        ("named Treaty of Paris", True, ("named Gulf War", True)),
        ("sign+treaty", True, ("alliance", True)),
    ],
)
def test_a_family_shares_its_confidence(rule: str, lasting: bool, like: tuple[str, bool]) -> None:
    assert confidence(rule, lasting) == confidence(*like)
    assert 0 < confidence(rule, lasting) < 1


def test_word_order_alone_is_trusted_less_than_grammar() -> None:
    assert confidence("loose attack", False) < confidence("attack", False)


def test_confidence_goes_in_twentieths() -> None:
    for rule in ("attack", "hold+talk", "agree>hold", "loose attack"):
        assert round(confidence(rule, False) * 20, 6).is_integer()
