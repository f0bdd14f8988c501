"""Acts: what a sentence says passed or held between states, whatever the coder made of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from legation import tables
from legation.checking.things import Matter
from legation.coding.actors import Cast
from legation.coding.grammar import Frame, noun_frame, verb_frame
from legation.coding.passages import Passage
from legation.coding.status import standing
from legation.coding.when import Dated
from legation.model import Period, Status
from legation.world import organisations, states

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARD = ("with", "against", "to", "on", "upon", "from", "of", "over", "into", "in")
_TOGETHER = ("between", "among")
_THESE = {"they", "them", "these", "those", "it"}
_MEMORY = 60
"""Words back in which what "them" stands for is looked for."""
_BELOW = {"advcl", "relcl", "parataxis", "ccomp"}
_UP = {
    "cc", "nummod", "quantmod", "npadvmod", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr",
    "conj", "appos", "agent", "pcomp", "compound", "poss", "dative", "oprd", "acomp", "nmod",
    "amod",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word can be about.

    Args:
        matter: what kind of thing.
        form: what form of it, where the word says so.
        sides: who is who: ``mutual``, ``active`` (subject to object), ``gains``, ``loses``,
            ``joins`` or ``admits``.
        objects: lemmas of which one must be the verb's object; empty for any.
    """

    matter: Matter
    form: str
    sides: str
    objects: frozenset[str]


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


@cache
def triggers() -> dict[tuple[str, str], Trigger]:
    """Give what each word can be about, by lemma and part of speech.

    Examples:
        >>> triggers()["annex", "VERB"].matter.value
        'land'
    """
    columns = ("lemma", "pos", "matter", "form", "sides", "object")
    return {
        (row["lemma"], row["pos"]): Trigger(
            Matter(row["matter"]), row["form"], row["sides"],
            frozenset(row["object"].split("|")) if row["object"] else frozenset(),
        )
        for row in tables.rows("checking", "triggers.csv", columns)
    }  # fmt: skip


def acts_in(passage: Passage) -> list[Act]:
    """Find the acts of a sentence, each kind of thing once a clause and pair."""
    found: dict[tuple[Matter, int], list[Act]] = defaultdict(list)
    for token in passage.sentence:
        trigger = trigger_of(token)
        if trigger is not None and (act := _act(token, trigger, passage)):
            found[act.matter, act.verb.i].append(act)
    joined = {verb for matter, verb in found if matter is Matter.MEMBERSHIP}
    bonds = {Matter.ALLIANCE, Matter.TREATY}  # what is joined, not what was made
    whole = [
        _fullest(same)
        for (matter, verb), same in found.items()
        if not (matter in bonds and verb in joined)
    ]
    return [part for act in whole for part in (act, *_echoes(act, passage))]


def trigger_of(token: Token) -> Trigger | None:
    """Give what a word can be about, its object considered; None where it is nothing here."""
    if _two_plus_two(token):
        return Trigger(Matter.MEETING, "two_plus_two", "mutual", frozenset())
    pos = "NOUN" if token.pos_ == "PROPN" else "VERB" if token.pos_ == "AUX" else token.pos_
    trigger = triggers().get((token.lemma_.lower(), pos))
    if trigger is None or not trigger.objects:
        return trigger
    frame = verb_frame(token)
    near = [*frame.objects, *frame.after("off", "with"), *token.children]
    if any(t.lemma_.lower() in trigger.objects for t in near):
        return trigger
    before = token.doc[max(0, token.i - _MEMORY) : token.i]
    spoken = any(t.lemma_.lower() in trigger.objects for t in before)
    return trigger if spoken and any(t.lower_ in _THESE for t in frame.objects) else None


def _fullest(same: list[Act]) -> Act:
    """Keep, of one clause's acts of one kind, the one that tells most of its sides and form."""
    return max(same, key=lambda a: (a.named, a.directed, bool(a.form), -a.token.i))


def _act(token: Token, trigger: Trigger, passage: Passage) -> Act | None:
    cast, verb = passage.cast, _clause(token)
    words = _words(verb, token)
    start, end = min(words), max(words) + 1
    gaps = _gaps(token, start, passage)
    doers, others = _sides(token, verb, trigger, cast)
    echoed = {gap.code for gap in gaps}
    doers, others = ([c for c in codes if c not in echoed] for codes in (doers, others))
    until = min([passage.sentence.end, *(gap.start for gap in gaps)])
    pairs, directed, named = _pairs(trigger, token, doers, others, until, passage)
    dated = passage.calendar.of(token if token.pos_ == "VERB" else verb)
    if not pairs or not (named or dated.how == "sentence" or verb.tag_ in ("VBD", "VBN")):
        return None
    matter = trigger.matter
    if trigger.form == "left" and pairs[0][1] in states():
        matter = Matter.INDEPENDENCE
    end = min([end, *(gap.start for gap in gaps)])
    return Act(
        matter, trigger.form, pairs, tuple(doers), directed, named, token, verb, start,
        _trimmed(start, end, passage), dated, _dates(words, end, passage), _status(token, verb),
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
        opened = doc[mention.start - 1].lower_ in (",", "and", "but", "then")
        on = doc[mention.end : mention.end + 1].text.lower() in _ON
        if not (opened and on and mention.code in states()):
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
    other = act.pairs[0][1]
    return [
        replace(
            act, pairs=((gap.code, other),), doers=(gap.code,), named=True, start=gap.start,
            end=gap.end, dates=(gap.period,),
        )
        for gap in _gaps(act.token, act.start, passage)
        if gap.code != other
    ]  # fmt: skip


def _dates(words: set[int], end: int, passage: Passage) -> tuple[Period, ...]:
    return tuple(
        period
        for period, date in passage.calendar.here(passage.sentence)
        if period.dated and date.start < end and words & set(range(date.start, date.end))
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


def _two_plus_two(token: Token) -> bool:
    """Whether a word is the middle of "two plus two", "2+2" or "two-plus-two"."""
    around = token.doc[max(0, token.i - 2) : token.i + 3].text.lower().replace("-", " ")
    middle = token.lower_ in ("plus", "+", "2+2")
    return middle and any(w in around for w in ("two plus two", "2+2", "2 + 2", "2 plus 2"))


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


def _words(verb: Token, token: Token) -> set[int]:
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


def _trimmed(start: int, end: int, passage: Passage) -> int:
    """Give the end of a clause without what joins it to the next."""
    doc = passage.section.doc
    while end > start + 1 and doc[end - 1].text in (",", ";", "and", "but", "—", "–", "."):
        end -= 1
    return end


def _sides(token: Token, verb: Token, trigger: Trigger, cast: Cast) -> tuple[list[str], list[str]]:
    """Give who does it and to whom, by code, organisations too."""
    doers: list[str] = []
    others: list[str] = []
    frames = [verb_frame(token)] if token.pos_ in ("VERB", "AUX") else [noun_frame(token)]
    if token.pos_ not in ("VERB", "AUX"):
        doers += [p.code for p in cast.qualifiers(token)]
        if verb.pos_ in ("VERB", "AUX"):
            frames.append(verb_frame(verb))
    for frame in frames:
        doers += [c for t in frame.subjects if t.i != token.i for c in _whose(t, cast)]
        doers += [p.code for t in frame.after(*_TOGETHER) for p in cast.parties(t)]
        there = trigger.form == "visit" or trigger.matter in _AIMED
        for t in [*frame.objects, *_toward(frame)]:
            if t.i != token.i:
                placed = [p.code for p in cast.located(t)] if there else []
                others += _whose(t, cast) or placed
        others += [p.code for t in frame.datives for p in cast.parties(t)]
    doers = list(dict.fromkeys(doers))
    return doers, [c for c in dict.fromkeys(others) if c not in doers]


_AIMED = {Matter.WAR, Matter.OCCUPATION}


def _toward(frame: Frame) -> list[Token]:
    return [t for name, heads in frame.prepositions.items() if name in _TOWARD for t in heads]


def _whose(token: Token, cast: Cast) -> list[str]:
    """Give who a phrase stands for or, failing that, whose thing it is: not where it lies."""
    found = cast.parties(token) or cast.qualifiers(token)
    if not found:
        found = cast.all(noun_frame(token).after("of", "with", "between", "against"))
    return [p.code for p in found]


def _pairs(
    trigger: Trigger,
    token: Token,
    doers: list[str],
    others: list[str],
    until: int,
    passage: Passage,
) -> tuple[tuple[tuple[str, str], ...], bool, bool]:
    """Give who with whom, whether that is directed, and whether both are named.

    Args:
        trigger: what the word can be about.
        token: the word.
        doers: who does it, by code.
        others: to whom.
        until: index of the token up to which the sentence may name another.
        passage: the sentence.
    """
    if trigger.form == "left" and not any(c in organisations() for c in others):
        left = tuple((d, o) for d in doers for o in others if d in states() and o in states())
        return left, True, True
    if trigger.sides in ("joins", "admits"):
        return _joining(doers, others, trigger, token, passage), True, True
    if trigger.sides == "passes":
        return _passing(others, passage)
    here = [m.code for m in passage.cast.mentions.between(passage.sentence.start, until)]
    able = states() if trigger.matter is not Matter.SANCTIONS else {**states(), **organisations()}
    doers = [c for c in doers if c in able]
    others = [c for c in others if c in states()]
    if trigger.matter is Matter.INDEPENDENCE:
        gained = [(d, o) for d in doers for o in others] or [(d, "") for d in doers]
        return tuple(gained[:4]), bool(others), True
    if doers and others and trigger.sides != "mutual":
        product_ = product(others, doers) if trigger.sides == "loses" else product(doers, others)
        return tuple(product_)[:8], True, True
    if doers and others:
        return tuple(product(doers, others))[:8], False, True
    if len(doers or others) > 1 and trigger.sides == "mutual":
        return tuple(combinations(doers or others, 2))[:8], False, True
    named_here = [c for c in dict.fromkeys(here) if c in states()]
    return _completed(doers or others, bool(doers), trigger, named_here, passage.cast)


def _passing(others: list[str], passage: Passage) -> tuple[tuple[tuple[str, str], ...], bool, bool]:
    """Give who got what passed: "Tacna went back to Peru"."""
    gained = [c for c in others if c in states()][:1]
    losers = [gained and passage.cast.focus.other(gained[0])]
    return tuple((g, o) for g in gained for o in losers if o), bool(gained), False


def _joining(
    doers: list[str], others: list[str], trigger: Trigger, token: Token, passage: Passage
) -> tuple[tuple[str, str], ...]:
    """Give who joins, leaves or is in what: the subject, or the noun that "a member" stands by."""
    sentence, cast = passage.sentence, passage.cast
    here = [m.code for m in cast.mentions.between(sentence.start, sentence.end)]
    bodies = [c for c in (*doers, *others, *here) if c in organisations()]
    if token.dep_ == "appos":
        doers = [p.code for p in cast.parties(token.head)]
    joiners = [c for c in (others if trigger.sides == "admits" else doers) if c in states()]
    if not joiners and len(set(here) & states().keys()) == 1:
        joiners = [c for c in here if c in states()]
    if not bodies and trigger.sides == "joins" and not any(c in states() for c in others):
        weights = cast.focus.weights
        bodies = sorted((c for c in weights if c in organisations()), key=lambda c: -weights[c])
    return tuple((s, bodies[0]) for s in dict.fromkeys(joiners) if bodies)[:6]


def _completed(
    known: list[str], first: bool, trigger: Trigger, here: list[str], cast: Cast
) -> tuple[tuple[tuple[str, str], ...], bool, bool]:
    """Fill in the side that the sentence leaves out: whom else it names, or the text is about."""
    if not known:
        pair = tuple(here) if len(here) == 2 else cast.focus.two(here)
        pairs = ((pair[0], pair[1]),) if len(pair) == 2 else ()
        return pairs, False, len(here) == 2
    one = known[0]
    rest = [c for c in here if c not in known]
    other = rest[0] if len(rest) == 1 else cast.focus.other(one)
    if other is None or other not in states():
        two = cast.focus.main_pair() if trigger.sides == "mutual" else ()
        return (((two[0], two[1]),) if len(two) == 2 else ()), False, False
    swap = trigger.sides == "loses"
    directed = first and trigger.sides != "mutual"
    return (((other, one) if swap == first else (one, other)),), directed, len(rest) == 1
