"""Which additions there are, by name, and for which units."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from legation.panel.additions import (
    alliances,
    arms_races,
    capitals,
    civil_wars,
    codes,
    conflicts,
    contiguity,
    disputes,
    leaders,
    majors,
    peace,
    plain,
    rivalries,
    terrain,
    wars,
)
from legation.panel.errors import PanelError
from legation.panel.rows import Rows
from legation.panel.units import Unit

if TYPE_CHECKING:
    import pyarrow as pa

    NewColumns = list[tuple[pa.Field, pa.Array]]

_KINDS = (
    *(alliances, arms_races, capitals, civil_wars, codes, conflicts, contiguity, disputes),
    *(leaders, majors, peace, plain, rivalries, terrain, wars),
)


@dataclass(frozen=True, slots=True)
class Addition:
    """Something that can be added to panels of some units.

    Args:
        name: what it is asked for by.
        meaning: what it adds, in a line.
        datasets: the data sets that it may need.
        fits: whether it can be added to a unit.
        build: gives the new columns for a panel's rows.
    """

    name: str
    meaning: str
    datasets: tuple[str, ...]
    fits: Callable[[Unit], bool]
    build: Callable[..., NewColumns]

    def columns(self, rows: Rows, options: dict[str, Any]) -> NewColumns:
        """Give the new columns, those of ``keep`` where that is among the options.

        Raises:
            PanelError: no such option, or no such column to keep.
        """
        keep = options.pop("keep", None)
        known = [p for p in inspect.signature(self.build).parameters if p != "rows"]
        strange = [o for o in options if o not in known]
        if strange:
            raise PanelError(
                f"{self.name} has no option {strange[0]}", "it has " + ", ".join(["keep", *known])
            )
        return _kept(self.name, self.build(rows, **options), keep)


def addition(name: str, unit: Unit) -> Addition:
    """Give an addition by name.

    Raises:
        PanelError: there is none of that name, or none for the unit.
    """
    found = _all().get(name)
    if found is None:
        raise PanelError(f"nothing called {name[:60]!r} can be added", _likely(name, unit))
    if not found.fits(unit):
        raise PanelError(
            f"{name} cannot be added to a panel of {unit.name}s",
            "these can: " + ", ".join(a.name for a in additions_for(unit)),
        )
    return found


def additions_for(unit: Unit) -> list[Addition]:
    """List what can be added to panels of a unit, by name."""
    return [a for _, a in sorted(_all().items()) if a.fits(unit)]


@cache
def _all() -> dict[str, Addition]:
    return {offer.name: Addition(*offer) for kind in _KINDS for offer in kind.offers()}


def _kept(name: str, new: NewColumns, keep: list[str] | None) -> NewColumns:
    if keep is None:
        return new
    wanted = [keep] if isinstance(keep, str) else list(keep)
    names = {f.name for f, _ in new}
    stems = {n.rstrip("12"): n for n in names}
    absent = [w for w in wanted if w not in names and w not in stems]
    if absent:
        raise PanelError(
            f"{name} adds no column {absent[0]}", "it adds " + ", ".join(sorted(names))
        )
    return [(f, a) for f, a in new if f.name in wanted or f.name.rstrip("12") in wanted]


def _likely(name: str, unit: Unit) -> str:
    from rapidfuzz import process

    names = [a.name for a in additions_for(unit)]
    found = process.extractOne(name, names, score_cutoff=60)
    return f"did you mean {found[0]}?" if found else "these can: " + ", ".join(names)
