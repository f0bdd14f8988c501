"""The first screen of a brief: what holds, what just happened, how much, and what is not so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from legation.briefing.material import Material, row_id
from legation.briefing.pair_kind import disputed, kind_of_pair, others
from legation.briefing.rows_told import STANDING, counted, holds, told
from legation.briefing.structure import Group, Part, Sentence, day_text
from legation.briefing.wording import noun, what
from legation.ledger import Recorded
from legation.model import Event, Relation, RelationKind, Status, codebook

LATEST = 5
"""How many of the latest events, and of the treaties that hold, the first screen tells."""


def summary(material: Material) -> Part:
    """Tell what a reader needs first."""
    groups = [
        Group("What kind of pair", tuple(kind_of_pair(material))),
        Group("Begun and not told to have ended", tuple(_holding(material))),
        Group("What is disputed", tuple(disputed(material))),
        Group("What happened last", tuple(_latest(material))),
        Group("Who else matters", tuple(others(material))),
        Group("How much was found", tuple(_counts(material))),
        Group("Not reported as fact", tuple(_unreal(material))),
    ]
    shown = tuple(g for g in groups if g.sentences) if material.told else ()
    return Part("summary", "In short", shown, nothing_found(material))


def nothing_found(material: Material) -> str:
    """Say that the ledger has nothing on the pair, and what that means."""
    return (
        f"Neither the ledger nor the record holds anything on {material.a.name} and "
        f"{material.b.name} that was known by {day_text(material.as_of)}. That means not found in "
        f"what was read and compiled, not that nothing happened. {_remedy(material)}"
    )


def _remedy(material: Material) -> str:
    if material.later:
        return f"It holds {counted(material.later, 'row')} on them known later: leave --as-of out."
    return "`legation read` adds documents."


def _holding(material: Material) -> list[Sentence]:
    """Tell what no source says has ended, and what was not found.

    Of treaties, those between the two alone before those with others, and the latest of them.
    """
    standing = sorted(_standing(material), key=lambda held: _rank(held[1]))
    treaties = [r for r, held in standing if held.kind is RelationKind.TREATY]
    own = sorted(treaties, key=lambda r: material.company.get(row_id(r), 2) == 2)
    older = own[:-LATEST]
    found = [
        _with_last_word(told(material, recorded, holds=True), recorded)
        for recorded, _ in standing
        if recorded not in older
    ]
    if older:
        others = counted(len(older), "other treaty", "other treaties")
        found.append(Sentence(f"And {others}: see the chronology."))
    kinds = {held.kind for _, held in standing}
    missing = [noun(k.value) for k in STANDING if k not in kinds]
    if missing:
        found.append(Sentence(f"Not found as holding on that day: {', '.join(missing)}."))
    return found


def _standing(material: Material) -> Iterator[tuple[Recorded, Relation]]:
    """Give the relations that hold; of relations opened anew, only the last opening."""
    last = max((r.row.start for r in material.relations if _opens(r) and r.row.start), default=None)
    for recorded in material.relations:
        relation = recorded.row
        reopened = _opens(recorded) and last and relation.start and relation.start < last
        if isinstance(relation, Relation) and not reopened and holds(relation, material):
            yield recorded, relation


def _rank(relation: Relation) -> int:
    return STANDING.index(relation.kind) if relation.kind in STANDING else len(STANDING)


def _opens(recorded: Recorded) -> bool:
    row = recorded.row
    if not isinstance(row, Relation) or row.end is not None:
        return False
    return row.status is Status.REPORTED and row.kind is _DIPLOMATIC


_DIPLOMATIC = RelationKind.DIPLOMATIC_RELATIONS


def _with_last_word(said: Sentence, recorded: Recorded) -> Sentence:
    """Add when a source last said so, because a relation may have ended unnoticed since."""
    days = [c.known for c in recorded.sources if c.known]
    if not days:
        return said
    text = f"{said.text.removesuffix('.')}, as told on {day_text(max(days))}."
    return Sentence(text, said.cites, said.status, said.rows)


def _latest(material: Material) -> list[Sentence]:
    dated = [r for r in material.events if r.row.start]
    found = []
    for recorded in reversed(dated[-LATEST:]):
        said = told(material, recorded)
        text = said.text.removesuffix(".") + _first(material, recorded)
        found.append(Sentence(f"{text}.", said.cites, said.status, said.rows))
    return found


def _first(material: Material, recorded: Recorded) -> str:
    """Say that an event is the first of its kind found, since when and in how many sources."""
    kind = what(recorded.row)  # without a mode, an event of any mode may be like it
    alike = [r for r in material.events if what(r.row).startswith(kind)]
    if len(material.events) == 1 or any(r.row.start is None for r in alike):
        return ""  # an undated one may be earlier
    if alike[0] is not recorded:
        return ""
    since = min(r.row.start.year for r in material.reported if r.row.start)
    sources = {c.source_id for r in material.told for c in r.sources}
    where = counted(len(sources), "source")
    return f"; the first {kind} between the two found since {since} in {where}"


def _counts(material: Material) -> list[Sentence]:
    by_quad: defaultdict[int, list[Recorded]] = defaultdict(list)
    for recorded in material.events:
        if isinstance(recorded.row, Event):
            by_quad[codebook().quad(recorded.row.type)].append(recorded)
    found = []
    for quad, named in codebook().quads.items():
        rows = by_quad[quad]
        if not rows:
            found.append(Sentence(f"{named.capitalize()}: no event found."))
            continue
        types = sorted({what(r.row) for r in rows})
        cites = dict.fromkeys(label for r in rows for label in material.references.cite(r))
        text = f"{named.capitalize()}: {counted(len(rows), 'event')} ({', '.join(types)})."
        ids = tuple(row_id(r) for r in rows)
        found.append(Sentence(text, tuple(cites), "reported", ids))
    return found


def _unreal(material: Material) -> list[Sentence]:
    return [told(material, r) for r in material.told if r.row.status is not Status.REPORTED]
