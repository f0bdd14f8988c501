"""The scorer's judgement on a document: what it adds to what the rules found, and doubts of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.coding.making import event
from legation.coding.scored import BESIDE, Pairing, findings
from legation.coding.scorer import scorer
from legation.coding.when import Calendar, Dated
from legation.model import Document, Event, Evidence, Row, Status
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
        said: the events that the rules found between the two in the sentence; beside one the
            scorer must be sure of another.
    """

    pairing: Pairing
    evidence: Evidence
    dated: Dated
    place: Place | None
    said: tuple[Event, ...]


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
    known: dict[frozenset[str | None], list[Event]] = defaultdict(list)
    for row, _ in rows:
        if isinstance(row, Event):
            known[frozenset((row.actor, row.recipient))].append(row)
    for pairing in here:
        said = tuple(known.get(frozenset((pairing.a.code, pairing.b.code)), ()))
        predicate = pairing.predicate
        yield Open(pairing, evidence, calendar.of(predicate), at(predicate), said)


def judge(document: Document, found: list[Open]) -> tuple[list[tuple[Row, str]], set[str]]:
    """Ask the scorer about all pairs of a document at once.

    Args:
        document: what was read.
        found: its pairs of sides.

    Returns:
        The rows that the scorer adds, each with how it was dated; and the ids of those of the
        rules' rows that it does not bear out, where rules alone are not often enough right.
    """
    scores = scorer().score([one.pairing.marked for one in found]) if found else []
    added: list[tuple[Row, str]] = []
    borne: dict[str, bool] = {}
    for one, (there, back) in zip(found, scores, strict=True):
        least = BESIDE if one.said else one.pairing.least
        for act in findings(one.pairing, there, back, least):
            row = event(document, one.evidence, act, act.actor, act.recipient, one.dated, one.place)
            added.append((row, one.dated.how))
        for said in filter(_unsure, one.said):
            likely = max(there.types()[said.type], back.types()[said.type]) >= BORNE_OUT
            borne[said.event_id] = borne.get(said.event_id, False) or likely
    return added, {row for row, likely in borne.items() if not likely}


def _unsure(row: Event) -> bool:
    """Whether rules that find such a row are right too seldom to be believed alone."""
    unreal = row.status in (Status.NEGATED, Status.HYPOTHETICAL)
    return unreal or (row.confidence or 1.0) < TRUSTED or row.type in _OFTEN_WRONG


TRUSTED = 0.75
"""Confidence of a rule from which its row stands whatever the scorer says."""
BORNE_OUT = 0.1
"""Probability from which the scorer bears a row out. Both chosen on the development articles."""
_OFTEN_WRONG = {"REQUEST", "COOPERATE"}
"""Types of which the rules' rows were right less than three times in four there."""
