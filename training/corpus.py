"""The project's own labelled sentences, as the trainer takes them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evals.marked import unmark

from legation.model import codebook

CORPUS = Path(__file__).parents[1] / "evals" / "corpus"
NONE = "NONE"
STATUSES = ("reported", "negated", "planned", "hypothetical", "denied")


def labels() -> list[str]:
    """List ``NONE``, the types, and the types with each mode."""
    types = codebook().types.values()
    return [
        NONE,
        *(t.code for t in types),
        *(f"{t.code}/{mode}" for t in types for mode in t.modes),
    ]


@dataclass(slots=True)
class Example:
    """One marked pair.

    Args:
        text: the sentence without its marks.
        a: spans of the actor.
        b: spans of the recipient, maybe none.
        label: what the actor does to the recipient.
        status: how it is presented.
        back: what the recipient does to the actor, ``None`` where nobody said.
        back_status: how that is presented.
        slice: the file that holds it.
    """

    text: str
    a: list[tuple[int, int]]
    b: list[tuple[int, int]]
    label: str
    status: str = "reported"
    back: str | None = None
    back_status: str = "reported"
    slice: str = field(default="")


def load(folder: Path = CORPUS) -> list[Example]:
    """Read every file of the corpus; what is said both ways is joined."""
    found = [e for path in sorted(folder.glob("*.tsv")) for e in _file(path)]
    same: dict[tuple[str, str], dict[str, Example]] = defaultdict(dict)
    for e in found:
        same[e.text, e.slice][str(e.a)] = e
    for e in found:
        other = same[e.text, e.slice].get(str(e.b)) if e.b else None
        if other is not None and other.b == e.a and e.back is None:
            e.back, e.back_status = other.label, other.status
    return found


def _file(path: Path) -> Iterator[Example]:
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, a, b = unmark(row["marked_sentence"])
            label, status = row["label"], row["status"]
            back = None
            if row["mutual"] == "yes":
                back = label
            elif label != NONE and b:
                back = NONE
            yield Example(text, a, b, label, status, back, status, path.stem)
