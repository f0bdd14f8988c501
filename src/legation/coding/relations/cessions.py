"""Territory that changes hands, by the noun: the annexation, the cession, the sale of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Phase, bonds, cross, merged, without
from legation.coding.relations.land import is_land, owners
from legation.model import RelationKind
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_cessions(noun: Token, cast: Cast) -> list[Bond]:
    """Read "B's annexation of A", "A's cession of P to B", "the sale of P by A to B"."""
    lemma = noun.lemma_.lower()
    gain, loss = lemma in words("annexation"), lemma in words("cession")
    if noun.pos_ != "NOUN" or not (gain or loss):
        return []
    frame = noun_frame(noun)
    land = next((t for t in frame.prepositions.get("of", ()) if _is_object(t, cast)), None)
    if land is None:
        return []
    doers = _states(merged(cast.all(frame.subjects), cast.qualifiers(noun)))
    if gain:
        gainers = doers
        losers = _states(cast.all(frame.prepositions.get("from", ())))
        losers = losers or without(_states(cast.all([land])), gainers)
        losers = losers or owners(land, cast, gainers)
    else:
        gainers = _states(cast.all(frame.prepositions.get("to", ())))
        losers = without(doers, gainers) or owners(land, cast, gainers)
    return bonds(
        RelationKind.TERRITORIAL_CHANGE,
        cross(gainers, losers),
        noun,
        Phase.BEGINS,
        lemma,
        land.text,
    )


def _is_object(token: Token, cast: Cast) -> bool:
    return is_land(token) or any(p.code in states() for p in cast.parties(token))


def _states(parties: list[Party]) -> list[Party]:
    return [p for p in parties if p.code in states()]
