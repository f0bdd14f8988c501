"""Being allied, allying oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import verb_frame
from legation.coding.relations.bond import Bond, Phase, all_pairs, bonds, cross
from legation.coding.relations.clauses import lasts
from legation.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_allied(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A, allied with B since 1915", "A and B were allied", "A allied itself with B"."""
    if verb.lower_ not in ("allied", "allies", "ally", "allying") or verb.pos_ not in (
        "VERB",
        "ADJ",
    ):
        return []
    if verb.text[0].isupper() and verb.i > verb.sent.start:
        return []
    frame = verb_frame(verb)
    reflexive = any(t.lower_ in ("itself", "themselves") for t in frame.objects)
    owners = [t for t in [*frame.subjects, *frame.objects] if "sel" not in t.lower_]
    if verb.dep_ in ("acomp", "amod") or (not owners and verb.head.pos_ in ("VERB", "AUX")):
        owners += verb_frame(verb.head).subjects
    others = cast.all(frame.after("with", "to"))
    parties = [p for p in cast.all(owners) if p.code not in {o.code for o in others}]
    pairs = cross(parties, others) if others else all_pairs(parties)
    phase = Phase.BEGINS if reflexive else Phase.HOLDS
    return bonds(
        RelationKind.ALLIANCE, pairs, verb, Phase.WITHIN if lasts(verb) else phase, "allied"
    )
