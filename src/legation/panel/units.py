"""Units of observation, and the columns that tell their rows apart."""

from __future__ import annotations

from dataclasses import dataclass

SYSTEMS = {"cow": "ccode", "gw": "gwcode"}
"""The lists of states, and the name of the column that holds a state's number in each."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one row of a panel is about.

    Args:
        name: such as ``dyad-year``.
        sides: how many states a row has.
        system: the list that their numbers are of.
        time: the column of time: ``year``, ``month`` (its first day) or ``date``.
        own: columns besides states and time that tell rows apart.
        directed: whether a pair has a row each way.
    """

    name: str
    sides: int
    system: str
    time: str = "year"
    own: tuple[str, ...] = ()
    directed: bool = True

    @property
    def states(self) -> tuple[str, ...]:
        """Name the columns of state numbers.

        Examples:
            >>> Unit("dyad-year", 2, "gw").states
            ('gwcode1', 'gwcode2')
        """
        code = SYSTEMS[self.system]
        return (code,) if self.sides == 1 else (f"{code}1", f"{code}2")

    @property
    def key(self) -> tuple[str, ...]:
        """Name the columns that tell rows apart."""
        return (*self.own, *self.states, self.time)
