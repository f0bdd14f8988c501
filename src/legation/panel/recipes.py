"""How a panel was made, as a text that makes it again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib import metadata
from typing import Any

from legation.datasets import Receipt
from legation.panel.errors import PanelError

OWN_ENTRY = (
    "@software{legation,\n"
    "  author = {{The Legation authors}},\n"
    "  title = {Legation},\n"
    f"  version = {{{metadata.version('legation')}}}\n"
    "}\n"
)
"""The BibTeX entry of the software itself."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the making of a panel.

    Args:
        do: the name of the step: a base such as ``dyad_years``, or ``add``, ``years``, ``keep``,
            ``politically_relevant``, ``peace_years``.
        name: what is added, of an ``add``.
        options: the arguments.
    """

    do: str
    name: str = ""
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The steps of a panel and the data sets, by hash, that they were taken with."""

    steps: tuple[Step, ...]
    hashes: dict[str, str]


def write(steps: Iterable[Step], receipts: Iterable[Receipt]) -> str:
    """Write a recipe as TOML."""
    lines = [f"format = {_FORMAT}", f"legation = {_value(metadata.version('legation'))}"]
    for step in steps:
        lines += ["", "[[step]]", f"do = {_value(step.do)}"]
        lines += [f"add = {_value(step.name)}"] if step.name else []
        lines += [
            f"{key} = {_value(value)}"
            for key, value in sorted(step.options.items())
            if value is not None
        ]
    for receipt in sorted(receipts, key=lambda r: r.name):
        lines += ["", "[[dataset]]"]
        told = {**asdict(receipt), "source": _public(receipt.source)}
        for key in ("name", "version", "source", "sha256", "tidy_sha256"):
            lines.append(f"{key} = {_value(told[key])}")
    return "\n".join(lines) + "\n"


def read(text: str) -> Recipe:
    """Read a recipe.

    Raises:
        PanelError: it is none, or one of a format that this version does not know.
    """
    try:
        told = tomllib.loads(text)
        if told["format"] != _FORMAT:
            raise PanelError(f"the recipe is of format {told['format']}", "use a newer Legation")
        steps = tuple(Step(s.pop("do"), s.pop("add", ""), s) for s in map(dict, told["step"]))
        return Recipe(steps, {d["name"]: d["tidy_sha256"] for d in told.get("dataset", ())})
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise PanelError(
            "this is no recipe of a panel", "give what Panel.recipe() wrote"
        ) from error


def _public(source: str) -> str:
    """Give an address, or the name alone of a file: where it lay is nobody's concern."""
    return source if "://" in source else source.replace("\\", "/").rpartition("/")[2]


def _value(value: object) -> str:
    """Write a value; JSON's texts, numbers, lists and booleans are TOML's too."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
