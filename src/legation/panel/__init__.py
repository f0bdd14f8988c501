"""Panels: the data frame that a scholar regresses on, every column with its source.

Examples:
    >>> from legation import panel
    >>> len(panel.state_years(years=(1816, 2024)))
    17511
"""

from __future__ import annotations

from pathlib import Path

from legation.datasets import Store
from legation.panel import bases, leaders, recipes
from legation.panel.additions import additions_for
from legation.panel.additions.disputes import dispute_years
from legation.panel.bases import FIRST_YEAR, LAST_YEAR, Years
from legation.panel.errors import PanelError
from legation.panel.panel import Panel
from legation.panel.recipes import Step
from legation.panel.units import Unit
from legation.panel.whittling import RULES, duplicates, whittle

__all__ = [
    "RULES",
    "Panel",
    "PanelError",
    "additions_for",
    "dispute_years",
    "duplicates",
    "dyad_years",
    "leader_days",
    "leader_years",
    "rebuild",
    "state_days",
    "state_months",
    "state_years",
    "whittle",
]

_ALL = (FIRST_YEAR, LAST_YEAR)


def state_years(system: str = "cow", years: Years = _ALL, store: Store | None = None) -> Panel:
    """Give one row for each state and calendar year in which it was a member on any day.

    Args:
        system: the list of states: ``cow`` (Correlates of War, v2016) or ``gw`` (Gleditsch and
            Ward, microstates included).
        years: first and last year. States that are in the list on its own last day stay in it.
        store: the data sets at hand; by default the user's own.

    Returns:
        A panel with columns ``ccode`` or ``gwcode``, ``state`` and ``year``.

    Raises:
        PanelError: no such list, or years outside 1816 to 2025.

    Examples:
        >>> state_years("gw", (1946, 2024))
        <Panel of 12,507 state-years, 3 columns>
    """
    return _of_states(system, years, store, "year")


def state_months(system: str = "cow", years: Years = _ALL, store: Store | None = None) -> Panel:
    """Give one row for each state and month, named by its first day; see :func:`state_years`."""
    return _of_states(system, years, store, "month")


def state_days(system: str = "cow", years: Years = _ALL, store: Store | None = None) -> Panel:
    """Give one row for each state and day; see :func:`state_years`.

    Examples:
        >>> len(state_days(years=(1816, 1816)))
        8418
    """
    return _of_states(system, years, store, "date")


def dyad_years(
    directed: bool = True, system: str = "cow", years: Years = _ALL, store: Store | None = None
) -> Panel:
    """Give one row for each pair of states and year in which both were members on one day.

    Args:
        directed: a row each way; otherwise one, the lower number first.
        system: the list of states, as in :func:`state_years`.
        years: first and last year.
        store: the data sets at hand; by default the user's own.

    Returns:
        A panel with the two numbers and ``year``, in that order.

    Examples:
        >>> dyad_years(directed=False, years=(1816, 1816))
        <Panel of 253 dyad-years, 3 columns>
    """
    table = bases.dyad_years(system, bases.checked(system, years), directed)
    unit = Unit("dyad-year", 2, system, directed=directed)
    options = {"directed": directed, "system": system, "years": list(years)}
    return Panel(table, unit, (Step("dyad_years", options=options),), store=store or Store())


def leader_years(within: str = "", years: Years | None = None, store: Store | None = None) -> Panel:
    """Give one row for each leader's spell in office and year, out of Archigos.

    Args:
        within: ``cow`` or ``gw`` to keep years with a day in which the state was in that list.
        years: first and last year; by default all that Archigos has.
        store: the data sets at hand; by default the user's own.

    Returns:
        A panel with ``obsid``, ``leader``, ``gwcode``, ``gender``, ``leaderage``, ``year`` and
        ``yrinoffice``, the running count of years in office.

    Raises:
        DatasetError: Archigos is not at hand.
    """
    return _of_leaders("year", within, years, store)


def leader_days(within: str = "", years: Years | None = None, store: Store | None = None) -> Panel:
    """Give one row for each leader's spell in office and day; see :func:`leader_years`."""
    return _of_leaders("date", within, years, store)


def rebuild(recipe: str | Path, store: Store | None = None) -> Panel:
    """Make a panel again from what :meth:`Panel.recipe` wrote.

    Args:
        recipe: the text, or the file that holds it.
        store: the data sets at hand; by default the user's own.

    Raises:
        PanelError: it is no recipe, or a data set at hand is not the one that it was made with.
        DatasetError: a data set that it needs is not at hand.
    """
    text = recipe.read_text(encoding="utf-8") if isinstance(recipe, Path) else recipe
    store = store or Store()
    told = recipes.read(text)
    _same_data(told, store)
    try:
        panel = _base(told.steps[0], store)
        for step in told.steps[1:]:
            panel = _follow(panel, step)
    except (TypeError, ValueError, IndexError) as error:
        raise PanelError("the recipe cannot be followed", "give it as it was written") from error
    return panel


_BASES = ("state_years", "state_months", "state_days", "dyad_years", "leader_years", "leader_days")
_STEPS = ("years", "keep", "politically_relevant", "peace_years")


def _follow(panel: Panel, step: Step) -> Panel:
    if step.do == "add":
        return panel.add(step.name, **step.options)
    if step.do not in _STEPS:
        raise PanelError(f"no step is called {step.do[:40]!r}", "use the Legation that wrote it")
    taken: Panel = getattr(panel, step.do)(**step.options)
    return taken


def _base(step: Step, store: Store) -> Panel:
    if step.do not in _BASES:
        raise PanelError(
            f"no panel begins with {step.do[:40]!r}", "begin with " + ", ".join(_BASES)
        )
    options = dict(step.options)
    if "years" in options:
        options["years"] = tuple(options["years"])
    base: Panel = globals()[step.do](**options, store=store)
    return base


def _same_data(told: recipes.Recipe, store: Store) -> None:
    for name, digest in told.hashes.items():
        if store.receipt(name).tidy_sha256 != digest:
            raise PanelError(
                f"the data set {name} at hand is not the one of the recipe",
                f"get the version that the recipe names with `legation pull {name}`",
            )


def _of_states(system: str, years: Years, store: Store | None, time: str) -> Panel:
    name = {"year": "state_years", "month": "state_months", "date": "state_days"}[time]
    table = bases.state_periods(system, bases.checked(system, years), time)
    step = Step(name, options={"system": system, "years": list(years)})
    return Panel(table, Unit(name[:-1].replace("_", "-"), 1, system, time), (step,),
                 store=store or Store())  # fmt: skip


def _of_leaders(time: str, within: str, years: Years | None, store: Store | None) -> Panel:
    store = store or Store()
    build = leaders.leader_years if time == "year" else leaders.leader_days
    if within:
        bases.checked(within, years or _ALL)
    name = "leader_years" if time == "year" else "leader_days"
    options = {"within": within, "years": list(years) if years else None}
    unit = Unit(name[:-1].replace("_", "-"), 1, "gw", time, ("obsid",))
    table = bases.told(build(store, years, within), "gw")
    return Panel(table, unit, (Step(name, options=options),),
                 (store.receipt(leaders.DATA),), store)  # fmt: skip
