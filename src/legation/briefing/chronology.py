"""Everything found of a pair, year by year, and the third parties beside it."""

from __future__ import annotations

from itertools import groupby

from legation.briefing.material import Material, documents_of, parties
from legation.briefing.rows_told import told
from legation.briefing.structure import Group, Part, Sentence
from legation.briefing.summary import nothing_found
from legation.briefing.wording import capital, name, year_of
from legation.ledger import Recorded
from legation.model import Precision, Relation

FEW = 4
"""How many rows are told of each third party; the ledger has the others."""


def chronology(material: Material) -> Part:
    """Tell every row of the pair under its year, folded, with all its sources."""
    years = groupby(material.told, key=lambda r: year_of(r.row.period))
    groups = tuple(Group(year, tuple(_told(material, r) for r in rows)) for year, rows in years)
    return Part("chronology", "Chronology", groups, nothing_found(material))


def third_parties(material: Material) -> Part:
    """Tell who else the same documents name beside one of the two."""
    own = {material.a.code, material.b.code}
    beside: dict[str, list[Recorded]] = {}
    for recorded in material.around:
        for code in sorted(parties(recorded) - own):
            beside.setdefault(code, []).append(recorded)
    ranked = sorted(beside.items(), key=lambda item: (-_spread(material, item[1]), item[0]))
    groups = tuple(_third(material, code, rows) for code, rows in ranked)
    return Part(
        "third_parties",
        "Who else the same documents name",
        groups,
        "No third party found in rows of the documents that tell of the pair.",
    )


def _told(material: Material, recorded: Recorded) -> Sentence:
    row = recorded.row
    goes_on = isinstance(row, Relation) and row.end is None
    return told(material, recorded, goes_on and row.period.precision in (Precision.OPEN, None))


def _third(material: Material, code: str, rows: list[Recorded]) -> Group:
    told_of = len(material.documents)
    heading = f"{capital(name(code))} ({code}), in {_spread(material, rows)} of {told_of} documents"
    sentences = [_told(material, r) for r in rows[-FEW:]]
    if len(rows) > FEW:
        left = len(rows) - FEW
        sentences.append(Sentence(f"And {left} more: `legation events --state {code}`."))
    return Group(heading, tuple(sentences))


def _spread(material: Material, rows: list[Recorded]) -> int:
    return len(documents_of(tuple(rows)) & material.documents)
