"""The scorer's judgement on a document: what it adds to what the rules found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.coding.making import event
from legation.coding.scored import BESIDE, Pairing, findings
from legation.coding.scorer import scorer
from legation.coding.when import Calendar, Dated
from legation.model import Document, Event, Evidence, Row
from legation.world import Place

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Open:
    """A pair of a sentence for the scorer to look at, with what a row of it would need.

    Args:
        pairing: the two sides.
        evidence: the sentence.
        dated: when what binds the two took place.
        place: where, if the sentence says so.
        said: whether the rules found an event between the two in the sentence; then the scorer
            must be sure of another.
    """

    pairing: Pairing
    evidence: Evidence
    dated: Dated
    place: Place | None
    said: bool


def open_pairs(
    evidence: Evidence,
    here: list[Pairing],
    calendar: Calendar,
    at: Callable[[Token], Place | None],
    rows: list[tuple[Row, str]],
) -> Iterator[Open]:
    """Say of each pair of a sentence whether the rules found an event between the two.

    Args:
        evidence: the sentence.
        here: its pairs of sides.
        calendar: what dates them.
        at: what tells where the act of a predicate took place.
        rows: what the rules found in the sentence, each row with how it was dated.
    """
    known = {frozenset((r.actor, r.recipient)) for r, _ in rows if isinstance(r, Event)}
    for pairing in here:
        said = frozenset((pairing.a.code, pairing.b.code)) in known
        predicate = pairing.predicate
        yield Open(pairing, evidence, calendar.of(predicate), at(predicate), said)


def judge(document: Document, found: list[Open]) -> Iterator[tuple[Row, str]]:
    """Ask the scorer about all pairs of a document at once.

    Args:
        document: what was read.
        found: its pairs of sides.
    """
    scores = scorer().score([one.pairing.marked for one in found]) if found else []
    for one, (there, back) in zip(found, scores, strict=True):
        least = BESIDE if one.said else one.pairing.least
        for act in findings(one.pairing, there, back, least):
            row = event(document, one.evidence, act, act.actor, act.recipient, one.dated, one.place)
            yield row, one.dated.how
