"""Names lead to places, the likeliest first."""

import pytest

from legation.world import disputed_places, place_names


@pytest.mark.parametrize(
    ("name", "state"),
    [("Paris", "FRA"), ("London", "GBR"), ("Saint Petersburg", "RUS"), ("Cambridge", "GBR"),
     ("Birmingham", "GBR"), ("Alexandria", "EGY"), ("Tripoli", "LBY"), ("Hormuz", None),
     ("Dokdo", None), ("Takeshima", None), ("Kuril Islands", None)],
)  # fmt: skip
def test_the_likeliest(name: str, state: str | None) -> None:
    assert place_names()[name][0].state in (state, None)


def test_disputed_places_come_first_under_every_name() -> None:
    for disputed in disputed_places().values():
        assert disputed.place.state is None
        for names in disputed.names.values():
            for name in names:
                assert place_names()[name][0].place_id.startswith("dispute:")


def test_sixty_disputes_have_every_claimants_name() -> None:
    whole = [
        d
        for d in disputed_places().values()
        if len({c.claimant for c in d.claims}) > 1
        and all(d.names.get(c.claimant) for c in d.claims)
    ]
    assert len(whole) >= 60
