"""All the relations that a sentence states, by every rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate
from legation.coding.relations.allied import find_allied
from legation.coding.relations.bond import Bond
from legation.coding.relations.cessions import find_cessions
from legation.coding.relations.claims import find_claims
from legation.coding.relations.diplomatic import find_diplomatic
from legation.coding.relations.disputes import find_disputed, find_disputes, find_named_by_both
from legation.coding.relations.instruments import find_instruments
from legation.coding.relations.membership import find_membership
from legation.coding.relations.occupation import find_occupation
from legation.coding.relations.rapprochement import find_rapprochement, find_rivalry
from legation.coding.relations.sanctions import find_imposed, find_sanctions
from legation.coding.relations.standing_to import find_standing
from legation.coding.relations.trade import find_trade
from legation.coding.relations.transfers import find_transfers
from legation.coding.relations.wars import find_fighting, find_wars
from legation.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def find_bonds(sentence: Span, cast: Cast, candidates: list[Candidate]) -> list[Bond]:
    """Find the lasting relations that a sentence states.

    Args:
        sentence: one sentence of a parse.
        cast: who is who; already told to enter the sentence.
        candidates: the sentence's event candidates; some imply relations.

    Returns:
        One bond for each relation, pair and act upon it that the sentence tells.
    """
    found = [bond for token in sentence for rule in _RULES for bond in rule(token, cast)]
    found += [bond for candidate in candidates for bond in find_imposed(candidate)]
    directed = {
        frozenset((b.a.code, b.b.code))
        for b in found
        if b.kind is RelationKind.TERRITORIAL_CLAIM and not b.mutual
    }
    kept: dict[tuple[object, ...], Bond] = {}
    for bond in found:
        pair = frozenset((bond.a.code, bond.b.code))
        if bond.rule == "disputed place" and bond.mutual and pair in directed:
            continue
        sides = frozenset((bond.a.code, bond.b.code)) if bond.mutual else (bond.a.code, bond.b.code)
        kept.setdefault((bond.kind, sides, bond.predicate.i, bond.phase), bond)
    return list(kept.values())


_RULES: tuple[Callable[[Token, Cast], list[Bond]], ...] = (
    find_standing, find_instruments, find_allied, find_wars, find_fighting, find_transfers,
    find_cessions, find_claims, find_disputes, find_disputed, find_named_by_both,
    find_occupation, find_membership, find_trade, find_diplomatic, find_rapprochement,
    find_rivalry, find_sanctions,
)  # fmt: skip
"""Each reads one word with what stands around it."""
