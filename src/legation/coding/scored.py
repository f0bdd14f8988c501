"""What the trained scorer adds to the rules: acts between pairs of sides that a sentence names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.coding.pairs import Side, find_pairs, find_sides, link
from legation.coding.party import Party
from legation.coding.scorer import Score, scorer
from legation.coding.scorer.marking import Marked
from legation.model import Status
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from legation.coding.actors import Cast
    from legation.coding.focus import Focus

LIKELY, SURE = 0.6, 0.9
"""Probabilities from which an act counts: between the two whom a text is about, where the
sentence names nobody else; and between any other two. Chosen on the development articles."""
BESIDE = 0.95
"""Probability from which an act counts beside another that the rules found between the two."""
OFTEN = 4
"""Times that a text must name each of two others, or as often as it names anybody."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sides of a sentence, ready to be scored.

    Args:
        a: the side that the text names first.
        b: the other; the sentence may leave it to the reader.
        marked: the sentence with both marked.
        predicate: the word that binds them, for the date.
        least: the probability from which an act between the two counts.
    """

    a: Party
    b: Party
    marked: Marked
    predicate: Token
    least: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What the scorer says that one side does to the other.

    Args:
        type: PLOVER type.
        mode: PLOVER mode, or None.
        actor: who does it.
        recipient: to whom.
        mutual: whether the other does the same.
        status: how the text presents it.
        probability: calibrated.
    """

    type: str
    mode: str | None
    actor: Party
    recipient: Party
    mutual: bool
    status: Status
    probability: float

    @property
    def rule(self) -> str:
        """What stands for a rule in the row: that the scorer read it."""
        return f"scored {self.type}"


def pairings(sentence: Span, cast: Cast, everyone: bool = False) -> list[Pairing]:
    """List the pairs of sides in a sentence; of a text about two states also the one left out.

    Args:
        sentence: one sentence of a parse.
        cast: who is who; already told to enter the sentence.
        everyone: pair two sides of one state as well, and who are no states.
    """
    sides = find_sides(sentence, cast)
    codes = {s.party.code for s in sides}
    found = []
    for a, b in find_pairs(sides, everyone):
        alone = codes == {a.party.code, b.party.code}
        least = LIKELY if everyone else _least(a, b, alone, cast.focus)
        if least is not None:
            marked = scorer().mark(sentence.text, [a.span(sentence)], [b.span(sentence)])
            found.append(Pairing(a.party, b.party, marked, link(a, b), least))
    return found if found or len(codes) > 1 else _with_the_other(sentence, sides, cast)


def _least(a: Side, b: Side, alone: bool, focus: Focus) -> float | None:
    """Say how likely an act between two sides must be; None where no likelihood is enough."""
    codes = {a.party.code, b.party.code}
    if not codes <= states().keys():
        return None
    if alone and codes == set(focus.main_pair()) and not any(_vague(s) for s in (a, b)):
        return LIKELY
    enough = min(OFTEN, max(focus.weights.values(), default=0))
    return SURE if all(focus.weights[c] >= enough for c in codes) else None


def _vague(side: Side) -> bool:
    """Whether a side is only pointed at, or is where something happens."""
    head = side.head
    while head.dep_ == "conj":
        head = head.head
    return side.head.pos_ == "PRON" or (head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE)


_LOCATIVE = {"in", "at", "near", "outside", "around", "over", "across", "off"}


def _with_the_other(sentence: Span, sides: list[Side], cast: Cast) -> list[Pairing]:
    """Pair the only state that a sentence names with the other one that the text is about."""
    sides = [s for s in sides if s.head.pos_ != "PRON"]
    if not sides:
        return []
    first = min(sides, key=lambda s: (s.head.dep_ not in _SUBJECT, s.start))
    implied = cast.implied([first.party], sentence.root)
    marked = scorer().mark(sentence.text, [first.span(sentence)], [])
    verb = _verb_of(first.head)
    return [Pairing(first.party, other, marked, verb, SURE) for other in implied]


_SUBJECT = ("nsubj", "nsubjpass")


def _verb_of(token: Token) -> Token:
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token.sent.root)


def findings(pairing: Pairing, there: Score, back: Score, least: float) -> list[Finding]:
    """Say what a scored pair amounts to; nothing where no act is likely enough.

    Args:
        pairing: the two sides.
        there: what the first does to the second.
        back: what the second does to the first.
        least: the probability from which an act counts.
    """
    one, other = there.best(), back.best()
    likelier, less = max(one[1], other[1]), min(one[1], other[1])
    if one[0] == other[0] and likelier >= least and less >= least / 2:
        return [_finding(there, one[0], likelier, pairing.a, pairing.b, True)]
    sides = ((there, one, pairing.a, pairing.b), (back, other, pairing.b, pairing.a))
    return [_finding(s, code, p, a, b, False) for s, (code, p), a, b in sides if p >= least]


def _finding(score: Score, code: str, p: float, a: Party, b: Party, mutual: bool) -> Finding:
    return Finding(code, score.mode(code), a, b, mutual, score.status(), round(p, 2))
