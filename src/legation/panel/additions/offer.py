"""How an addition is offered to the registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from legation.panel.units import Unit

if TYPE_CHECKING:
    from legation.panel.additions.columns import NewColumn

Fits = Callable[[Unit], bool]


class Offer(NamedTuple):
    """A name, what it adds in a line, the data sets it may need, whom it fits, what builds it."""

    name: str
    meaning: str
    datasets: tuple[str, ...]
    fits: Fits
    build: Callable[..., list[NewColumn]]


def pairs(unit: Unit) -> bool:
    """Fit panels of pairs."""
    return unit.sides == 2


def single(unit: Unit) -> bool:
    """Fit panels of states and of leaders."""
    return unit.sides == 1


def any_unit(unit: Unit) -> bool:
    """Fit every panel."""
    return True
