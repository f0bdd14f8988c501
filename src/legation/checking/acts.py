"""Acts: what a sentence says passed or held between states, whatever the coder made of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legation.checking.sides import pairs_of, sides
from legation.checking.things import Matter
from legation.checking.triggers import Trigger, trigger_of
from legation.coding.passages import Passage
from legation.coding.status import standing
from legation.coding.when import Dated
from legation.model import Period, Status
from legation.world import organisations, states

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAID_BY = {
    Matter.ALLIANCE: (Matter.MEMBERSHIP,),
    Matter.TREATY: (Matter.MEMBERSHIP, Matter.ALLIANCE),
    Matter.CRISIS: (Matter.WAR,),
}
"""What a clause says no more than it does by another act: an alliance that is joined."""
_BELOW = {"advcl", "relcl", "parataxis", "ccomp"}
_UP = {
    "cc", "nummod", "quantmod", "npadvmod", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr",
    "conj", "appos", "agent", "pcomp", "compound", "poss", "dative", "oprd", "acomp", "nmod",
    "amod",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One act that a sentence tells of.

    Args:
        matter: what kind of thing.
        form: what form of it, where the words say so.
        pairs: who with whom; in what is directed, who does it or gains by it comes first.
        doers: who is named as doing it.
        directed: whether the sentence says who is who.
        named: whether it names both sides, or leaves one to the reader.
        token: the word that says it.
        verb: the head of its clause.
        start: index of the clause's first token in the section.
        end: index after its last.
        dated: when, and how that is known.
        dates: every date that the clause itself gives.
        status: how the text presents it.
    """

    matter: Matter
    form: str
    pairs: tuple[tuple[str, str], ...]
    doers: tuple[str, ...]
    directed: bool
    named: bool
    token: Token
    verb: Token
    start: int
    end: int
    dated: Dated
    dates: tuple[Period, ...]
    status: Status

    @property
    def asserted(self) -> bool:
        """Whether the clause gives a date."""
        return bool(self.dates)


def acts_in(passage: Passage) -> list[Act]:
    """Find the acts of a sentence, each kind of thing once a clause and pair."""
    found: dict[tuple[Matter, int], list[Act]] = defaultdict(list)
    for token in passage.sentence:
        trigger = trigger_of(token)
        if trigger is not None and (act := _act(token, trigger, passage)):
            found[act.matter, act.verb.i].append(act)
    whole = [
        _fullest(same)
        for (matter, verb), same in found.items()
        if not any((other, verb) in found for other in _SAID_BY.get(matter, ()))
    ]
    return [part for act in whole for part in (act, *_echoes(act, passage))]


def _fullest(same: list[Act]) -> Act:
    """Keep, of one clause's acts of one kind, the one that tells most of its sides and form."""
    return max(same, key=lambda a: (a.named, a.directed, bool(a.form), -a.token.i))


def _act(token: Token, trigger: Trigger, passage: Passage) -> Act | None:
    cast, verb = passage.cast, _clause(token)
    words = clause_words(verb, token)
    start, end = min(words), max(words) + 1
    gaps = _gaps(token, start, passage)
    doers, others = sides(token, verb, trigger, cast)
    echoed = {gap.code for gap in gaps}
    doers, others = ([c for c in codes if c not in echoed] for codes in (doers, others))
    until = min([passage.sentence.end, *(gap.start for gap in gaps)])
    pairs, directed, named = pairs_of(trigger, token, doers, others, until, passage)
    dated = passage.calendar.of(token if token.pos_ == "VERB" else verb)
    if not pairs or not (named or dated.how == "sentence" or verb.tag_ in ("VBD", "VBN")):
        return None
    matter = trigger.matter
    if matter is Matter.INDEPENDENCE:
        named = any(m.code == pairs[0][0] for m in cast.mentions.between(start, end))
    if trigger.form == "left" and pairs[0][1] in states():
        matter = Matter.INDEPENDENCE
    end = min([end, *(gap.start for gap in gaps)])
    return Act(
        matter, trigger.form, pairs, tuple(doers), directed, named, token, verb, start,
        trimmed(start, end, passage), dated, _dates(words, end, passage), _status(token, verb),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Gap:
    """A state and a date after a clause that leave its verb out: "and Spain in 1982"."""

    code: str
    start: int
    end: int
    period: Period


_ON = {"in", "on", "since", "by"}


def _gaps(token: Token, start: int, passage: Passage) -> list[_Gap]:
    """Find the states that a clause goes on with, each with a date of its own."""
    dates = passage.calendar.here(passage.sentence)
    if len(dates) < 2:
        return []
    doc, found = passage.section.doc, []
    for mention in passage.cast.mentions.between(token.i + 1, passage.sentence.end):
        body = mention.code in organisations()
        first = mention.start - (doc[mention.start - 1].lower_ == "the")
        opened = doc[first - 1].lower_ in (",", "and", "but", "then")
        on = doc[mention.end : mention.end + 1].text.lower() in _ON
        if not (opened and on and (mention.code in states() or body)):
            continue
        if not any(start <= words.start < mention.start for _, words in dates):
            continue
        for period, words in dates:
            if mention.end <= words.start <= mention.end + 2 and period.dated:
                found.append(_Gap(mention.code, mention.start, words.end, period))
                break
    return found


def _echoes(act: Act, passage: Passage) -> list[Act]:
    """Give the acts that go on from one without a verb of their own."""
    one, other = act.pairs[0]
    echoes = []
    for gap in _gaps(act.token, act.start, passage):
        body = gap.code in organisations()
        pair = (one, gap.code) if body else (gap.code, other)
        if gap.code != other and (not body or act.matter is Matter.MEMBERSHIP):
            echo = replace(act, pairs=(pair,), doers=(pair[0],), named=True, dates=(gap.period,))
            echoes.append(replace(echo, start=gap.start, end=gap.end))
    return echoes


def _dates(words: set[int], end: int, passage: Passage) -> tuple[Period, ...]:
    return tuple(
        period
        for period, date in passage.calendar.here(passage.sentence)
        if period.dated and date.start < end and words & set(range(date.start, date.end))
        if not date.text.lower().startswith(("ever since", "since then"))
    )


def _status(token: Token, verb: Token) -> Status:
    """Give how the text presents an act; "no treaty was ever signed" negates it as well."""
    nouns = [token, *(c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))]
    if any(c.lower_ in ("no", "neither") for t in nouns for c in t.lefts):
        return Status.NEGATED
    apart = token.dep_ == "appos" or verb.pos_ not in ("VERB", "AUX")
    above = Status.REPORTED if apart else standing(verb).status
    own = Status.REPORTED if apart else standing(token).status
    return own if own is not Status.REPORTED else above


def _clause(token: Token) -> Token:
    """Give the verb of the clause that a word stands in; the word itself where there is none."""
    above = token
    for _ in range(8):
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in ("aux", "auxpass"):
            return above
        if above.dep_ not in _UP or above.head == above:
            return above
        above = above.head
    return above


def clause_words(verb: Token, token: Token) -> set[int]:
    """Give the words of a clause by index, those of the clauses below it left out."""
    cut: set[int] = set()
    for t in verb.subtree:
        joined = t.dep_ == "conj" and t.pos_ in ("VERB", "AUX")
        if t.i != verb.i and (joined or t.dep_ in _BELOW):
            below = {s.i for s in t.subtree}
            if token.i not in below:
                cut |= below
    own = (t for t in verb.subtree if t.i not in cut)
    return {t.i for t in own if not (t.is_space or t.is_punct or t.dep_ == "cc")} | {token.i}


def trimmed(start: int, end: int, passage: Passage) -> int:
    """Give the end of a clause without what joins it to the next."""
    doc = passage.section.doc
    while end > start + 1 and doc[end - 1].text in (",", ";", "and", "but", "—", "–", "."):
        end -= 1
    return end
