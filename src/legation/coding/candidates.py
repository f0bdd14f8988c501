"""Event candidates: what a sentence says one side did to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from legation.coding.actors import Cast, Party, agents
from legation.coding.grammar import Frame, noun_frame, verb_frame
from legation.coding.lexicon import (
    Combination,
    Noun,
    Verb,
    frames,
    is_of,
    nouns,
    verb_classes,
    verbs,
    words,
)
from legation.coding.status import controls, standing
from legation.model import Status, codebook
from legation.world import organisations, place_names

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SIDES = ("between", "among")
_TOWARD = ("on", "upon", "against", "to", "toward", "towards", "into", "over")
_NEAR = ("near", "off", "around", "along", "at", "in", "outside", "to", "against", "on", "across")
_ACTING = {None, "GOV", "LEG", "IGO", "JUD", "SPY", "COP"}


@dataclass(slots=True)
class Candidate:
    """One thing that a sentence may be saying.

    Args:
        type: PLOVER type.
        mode: PLOVER mode, or None.
        predicate: the word that says it.
        actors: who does it.
        recipients: to whom; empty where ``mutual`` and all are actors.
        mutual: whether both sides do it to each other.
        status: how it is presented.
        rule: the rule that fired, for explanations.
        noun: the event noun that carries it, where there is one.
        flags: the lexicon's flags, for what builds on candidates.
    """

    type: str
    mode: str | None
    predicate: Token
    actors: list[Party]
    recipients: list[Party]
    mutual: bool
    status: Status
    rule: str
    noun: Token | None = None
    flags: frozenset[str] = field(default_factory=frozenset)

    def pairs(self) -> Iterator[tuple[Party, Party]]:
        """Give each actor with each recipient; all pairs of actors where there is none."""
        if self.recipients:
            for actor in self.actors:
                for recipient in self.recipients:
                    if actor.code != recipient.code:
                        yield actor, recipient
        elif self.mutual:
            for i, actor in enumerate(self.actors):
                for other in self.actors[i + 1 :]:
                    if actor.code != other.code:
                        yield actor, other


def find_candidates(sentence: Span, cast: Cast) -> list[Candidate]:
    """Find what a sentence says happened, verbs first, then nouns that no verb took up.

    Args:
        sentence: one sentence of a parse.
        cast: who is who; already told to enter the sentence.
    """
    found: list[Candidate] = []
    taken: set[int] = set()
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            for candidate in _from_verb(token, cast):
                found.append(candidate)
                if candidate.noun is not None:
                    taken.add(candidate.noun.i)
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.i not in taken:
            found += _from_noun(token, cast)
    found += _bare_acts(sentence, cast, found)
    return govern(found, cast)


def govern(found: Iterable[Candidate], cast: Cast) -> list[Candidate]:
    """Give candidates the status and the act that the words above them make of them."""
    return [c for c in map(_governed(cast), found) if c is not None and _official(c)]


def _bare_acts(sentence: Span, cast: Cast, found: list[Candidate]) -> Iterator[Candidate]:
    """Read "threatened to", "refused to" where what was refused is no event of the lexicon."""
    governed = {t.i for c in found for t in c.predicate.ancestors} | {c.predicate.i for c in found}
    for verb in sentence:
        act = controls().get(verb.lemma_.lower())
        clauses = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"]
        if act not in ("REJECT", "THREATEN", "AGREE") or not clauses or verb.i in governed:
            continue
        actors = cast.all(verb_frame(verb).subjects)
        named = _new(cast.within(clauses[0], verb.i), actors)
        recipients = named if len(named) == 1 else cast.implied(actors, verb)
        if _enough(act, actors, recipients, False):
            yield Candidate(
                act, None, verb, actors, recipients, False, Status.REPORTED,
                f"{verb.lemma_.lower()} to", flags=frozenset({"act"}),
            )  # fmt: skip


def _official(candidate: Candidate) -> bool:
    """Whether somebody acts who can act for a state; crowds and firms only riot, fight, trade."""
    if candidate.type in ("PROTEST", "ASSAULT", "COOPERATE"):
        return True
    return any(p.role not in ("CVL", "BUS", "JRN") for p in candidate.actors)


# Verbs -----------------------------------------------------------------------------------


def _from_verb(verb: Token, cast: Cast) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    combined = list(_riot(frame, cast)) or list(_combinations(frame, cast))
    yield from combined
    if not combined:
        yield from _plain(frame, cast)


def _riot(frame: Frame, cast: Cast) -> Iterator[Candidate]:
    """Read what a crowd does to an embassy: "protesters stormed the Saudi embassy"."""
    posts = [t for t in [*frame.objects, *frame.after("at", "into")] if is_of(t.lemma_, "embassy")]
    actors = cast.all(frame.subjects) or _crowd(frame, cast)
    crowd = any(agents().get(t.lemma_.lower()) == "CVL" for t in frame.subjects)
    recipients = _new(_involved(posts, cast), actors)
    if crowd and actors and recipients and frame.predicate.lemma_ in words("rioting"):
        yield Candidate(
            "PROTEST", "riot", frame.predicate, actors, recipients, False, Status.REPORTED, "riot"
        )


def lemma_of(verb: Token) -> tuple[str, ...]:
    """Give the lexicon keys of a verb, the one with its particle first.

    The particle may be parsed as an adverb or preposition ("called off", "pulled out of").
    """
    base = verb.lemma_.lower()
    particles = [
        c.lower_
        for c in verb.children
        if c.dep_ in ("prt", "advmod", "prep")
        and c.i > verb.i
        and (c.i <= verb.i + 3 or c.lower_ == "together")
    ]
    return (*(f"{base} {p}" for p in particles), base)


def _combinations(frame: Frame, cast: Cast) -> Iterator[Candidate]:
    """Read verb and noun together: "imposed sanctions on", "talks were held"."""
    for noun in _carried(frame):
        combined = _combine(frame, noun)
        if combined is None:
            continue
        entry, combination = combined
        if noun in frame.subjects and entry.name == "war":
            continue
        actors, recipients, mutual = _sides_of(frame, noun, entry, cast)
        both_ways = "mutual" in entry.flags and not _one_way(combination)
        mutual = mutual or (both_ways and not (entry.name == "war" and recipients))
        if "reverse" in combination.flags:
            actors, recipients = recipients, actors
        if combination.type == "MOBILIZE" and actors and not recipients:
            recipients = _new(_around(frame, noun, cast), actors)
        bilateral = entry.name in words("bilateral")
        if entry.name == "force":
            bilateral = bool(actors) and cast.focus.dominant()
        rule = f"{frame.predicate.lemma_.lower()}+{noun.lemma_.lower()}"
        if actors and not recipients and not mutual and not bilateral:
            near = _new(cast.within(frame.predicate, frame.predicate.i), actors)
            recipients = near if len(near) == 1 else cast.implied(actors, noun)
        if bilateral and not _enough(combination.type, actors, recipients, mutual):
            unknown = not actors and any(t.i != noun.i for t in frame.subjects)
            nobody = not actors and not recipients
            unknown = unknown or (nobody and _one_way(combination) and entry.name != "meeting")
            if unknown or _elsewhere(frame, noun):
                continue
            actors, recipients, both = cast.complete(actors, recipients, noun)
            mutual, rule = mutual or both, f"{rule}+implied"
        if "territory" in combination.flags or _enough(
            combination.type, actors, recipients, mutual
        ):
            yield Candidate(
                combination.type,
                combination.mode or (entry.mode if combination.type == entry.type else None),
                frame.predicate,
                actors,
                recipients,
                mutual,
                Status.REPORTED,
                rule,
                noun,
                combination.flags | {entry.name},
            )


def _around(frame: Frame, noun: Token, cast: Cast) -> list[Party]:
    """Give whose place forces are moved to or near."""
    heads = [*frame.after(*_NEAR), *noun_frame(noun).after(*_NEAR)]
    for clause in (*frame.predicate.children, *noun.children):
        if clause.lemma_.lower() in words("deterring") and clause.pos_ == "VERB":
            heads += verb_frame(clause).objects
    return [p for t in heads for p in cast.located(t) or cast.involved(t)]


def _elsewhere(frame: Frame, noun: Token) -> bool:
    """Whether the text names another side that is no state: "a deal with a shipyard"."""
    near = noun_frame(noun)
    places = ("with", "between", "against")
    target = [t for t in near.after("on", "against") if t.ent_type_ != "DATE"]
    return bool(frame.after(*places) or near.after(*places) or (target and _is_war(noun)))


_TAKING_PART = {"take", "participate", "engage", "share", "join"}
_CIRCUMSTANCE = {
    "with", "since", "after", "before", "during", "because", "despite", "amid", "following",
    "until", "without", "by", "as", "that", "over", "about",
}  # fmt: skip


def _carried(frame: Frame) -> list[Token]:
    """List the nouns that a verb says something of: objects, else complements, else subject."""
    heads = [
        *frame.objects,
        *(t for p, ts in frame.prepositions.items() if _carries(frame.predicate, p) for t in ts),
    ]
    if not frame.objects:
        heads += frame.subjects
    return [_weighty(t) for t in heads if t.pos_ in ("NOUN", "PROPN")]


def _carries(verb: Token, preposition: str) -> bool:
    """Whether what stands after a preposition can be what the verb is about."""
    if preposition == "in":
        return verb.lemma_ in _TAKING_PART
    if preposition == "with":
        return "answer" in verb_classes().get(verb.lemma_.lower(), ())
    return preposition not in _CIRCUMSTANCE


def _weighty(noun: Token) -> Token:
    """Give what a light noun is of: the aid in "part of its aid"."""
    if noun.lemma_.lower() in words("light_noun"):
        for inner in noun_frame(noun).after("of"):
            return inner
    return noun


def noun_readings(noun: Token) -> tuple[Noun, ...]:
    """Give the lexicon's readings of a noun, with the word before it where the two are one."""
    left = noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""
    lemma = noun.lemma_.lower()
    return nouns().get(f"{left} {lemma}") or nouns().get(lemma, ())


def _combine(frame: Frame, noun: Token) -> tuple[Noun, Combination] | None:
    """Find what verb and noun make together; of a subject noun only what can happen to it."""
    happens = noun in frame.subjects and not frame.passive
    for key in whole_lemma(frame.predicate):
        for verb_class in sorted(verb_classes().get(key, ())):
            if happens and verb_class not in _INTRANSITIVE:
                continue
            for reading in noun_readings(noun):
                if found := frames().get((verb_class, reading.name)):
                    return reading, found
    return None


_INTRANSITIVE = {"begin", "cancel", "break", "establish", "hold", "finish"}
"""Verb classes that make an event of their subject: "talks began", "relations improved"."""


def _one_way(combination: Combination) -> bool:
    return combination.type in {
        "REQUEST", "REJECT", "SANCTION", "THREATEN", "AID", "MOBILIZE", "ACCUSE", "CONCEDE",
    }  # fmt: skip


def _sides_of(
    frame: Frame, noun: Token, entry: Noun, cast: Cast
) -> tuple[list[Party], list[Party], bool]:
    """Gather actors and recipients from the verb and from the noun it carries."""
    sources, targets, together = noun_sides(noun, entry, cast)
    actors = cast.all(t for t in frame.subjects if t.i != noun.i)
    others = [t for p in (*_TOWARD, "with", "from", "for") for t in frame.prepositions.get(p, ())]
    others = [t for t in others if not _go_between(t)]
    beside = [t for t in [*frame.objects, *frame.datives] if _weighty(t).i != noun.i]
    targets += _new(_involved((t for t in (*beside, *others) if t.i != noun.i), cast), targets)
    together += cast.all(frame.after(*_SIDES))
    if together:
        return _merge(actors if _all_in(actors, together) else [], together), [], True
    if not actors:
        actors = sources
    elif not targets:
        targets = [p for p in sources if p.code not in {a.code for a in actors}]
    return actors, _new(targets, actors), False


def noun_sides(
    noun: Token, entry: Noun, cast: Cast
) -> tuple[list[Party], list[Party], list[Party]]:
    """Read who an event noun is by and towards, or whom it joins.

    Returns:
        Sources, targets, and those joined ("talks between A and B", "Franco-German treaty").
    """
    frame = noun_frame(noun)
    together = cast.all(frame.after(*_SIDES))
    sources = cast.all(frame.subjects)
    qualifiers = cast.qualifiers(noun)
    if len({p.code for p in (*sources, *qualifiers)}) == 2 and "mutual" in entry.flags:
        together = together or _merge(sources, qualifiers)
    elif not sources:
        sources = qualifiers
    if entry.name == "demo" and not sources:
        places = frame.after("in", "across") or verb_frame(noun.head).after("in", "across")
        sources = [replace(p, role="CVL") for t in places for p in cast.located(t)]
    targets = cast.all(t for t in frame.after("with") if not _go_between(t))
    if "mutual" not in entry.flags or entry.name in ("ties", "war", "clash"):
        targets += _new(_involved(frame.after(*_TOWARD, "for"), cast), targets)
    if entry.name in ("diplomat", "embassy"):
        posts = frame.after("in", "at")
        targets += _new([p for t in posts for p in cast.located(t) or cast.parties(t)], targets)
    of_heads = frame.after("of")
    of = cast.all(of_heads) if "mutual" in entry.flags else _involved(of_heads, cast)
    if entry.of == "target":
        targets += _new(of, targets)
    elif not sources:
        if len(of) == 2 and "mutual" in entry.flags:
            together = together or of
        else:
            sources = of
    if not sources:
        sources = cast.all(frame.after("from"))
    return sources, _new(targets, sources), together


def _go_between(token: Token) -> bool:
    """Whether somebody only stands between the sides: "with Russia as host"."""
    after = token.doc[token.i + 1 : token.i + 2].text
    return token.head.lower_ == "with" and after == "as"


def _involved(tokens: Iterable[Token], cast: Cast) -> list[Party]:
    found = {p.code: p for t in tokens for p in reversed(cast.involved(t))}
    return list(found.values())


def _plain(frame: Frame, cast: Cast) -> Iterator[Candidate]:
    if any(_is_war(t) for t in frame.objects) or _sells_land(frame):
        return
    for key in whole_lemma(frame.predicate):
        for reading in verbs().get(key, ()):
            candidate = _read(frame, reading, cast)
            if candidate:
                yield replace(candidate, rule=key)
                return


def whole_lemma(verb: Token) -> tuple[str, ...]:
    """Give the lexicon keys of a verb; one with a particle is never the bare verb."""
    keys = lemma_of(verb)
    return keys[:-1] if any(c.dep_ == "prt" for c in verb.children) else keys


def _sells_land(frame: Frame) -> bool:
    gives = any("cede" in verb_classes().get(key, ()) for key in lemma_of(frame.predicate))
    return gives and any(t.text in place_names() for t in frame.objects)


def _is_war(token: Token) -> bool:
    return token.lemma_.lower() == "war"


def _read(frame: Frame, reading: Verb, cast: Cast) -> Candidate | None:
    actors = cast.all(frame.subjects)
    heads = _heads(frame, reading)
    recipients = _involved(heads, cast)
    if "envoy" in reading.flags:
        recipients = [p for t in heads for p in cast.located(t) or cast.parties(t)]
    if not recipients and heads and codebook().quad(reading.type) == 4:
        places = frame.after("in", "at", "near", "on", "around")
        recipients = [p for t in places for p in cast.located(t) or cast.parties(t)]
    if "crowd" in reading.flags:
        actors = actors or _crowd(frame, cast)
    if {"official"} & reading.flags and any(p.role not in _ACTING for p in actors):
        return None
    if "troops" in reading.flags and not any(p.role == "MIL" for p in actors):
        return None
    if "body" in reading.flags and not any(p.code in organisations() for p in recipients):
        return None
    if "holder" in reading.flags and not any(cast.is_person(t) for t in heads):
        return None
    if "envoy" in reading.flags and not any(cast.is_person(t) for t in frame.subjects):
        return None
    if "clause" in reading.flags and not frame.prepositions.get("that") and not _told(frame):
        return None
    if "person" in reading.flags and not any(_is_agent(t) for t in heads):
        return None
    if "force" in reading.flags and not any(p.role in (None, "MIL") for p in actors):
        return None
    if reading.flags & {"property", "territory"} and not any(noun_readings(t) for t in heads):
        return None
    mutual = "mutual" in reading.flags
    recipients = _new(recipients, actors)
    if not recipients and actors:
        recipients = _loose(frame, reading, heads, actors, cast)
    if _reciprocal(heads):
        mutual, recipients = True, []
    if "implied" in reading.flags and not heads and len(actors) == 1:
        recipients = cast.implied(actors, frame.predicate)
    if reading.type == "CONSULT" and reading.recipient[:1] != ("obj",) and frame.objects:
        return None
    if mutual and any(c.lower_ == "together" for c in frame.predicate.children):
        recipients = []
    given = frame.datives and any(t.tag_ == "NNS" for t in frame.objects)
    if "goods" in reading.flags and not given and not any(_is_goods(t) for t in frame.objects):
        return None
    if not _enough(reading.type, actors, recipients, mutual):
        return None
    if "reverse" in reading.flags:
        actors, recipients = recipients, actors
    if "among" in reading.flags:
        if len(recipients) < 2:
            return None
        actors, recipients, mutual = recipients, [], True
    return Candidate(
        reading.type,
        reading.mode,
        frame.predicate,
        actors,
        recipients,
        mutual,
        Status.REPORTED,
        "",
        flags=reading.flags,
    )


def _crowd(frame: Frame, cast: Cast) -> list[Party]:
    """Give whose citizens protest: those of the place where they do."""
    if not any(agents().get(t.lemma_.lower()) == "CVL" for t in frame.subjects):
        return []
    words_after = [t for t in frame.predicate.sent if t.dep_ == "pobj" and t.head.lower_ == "in"]
    found = [p for t in words_after for p in cast.located(t) or cast.parties(t)]
    return [replace(p, role="CVL") for p in found[:1]]


def _heads(frame: Frame, reading: Verb) -> list[Token]:
    places = reading.recipient
    if "ask" in reading.flags:
        places = (*places, "that")
    for place in places:
        if place == "obj":
            heads = frame.objects
        else:
            below = (h for o in frame.objects for h in noun_frame(o).after(place))
            heads = frame.after(place) or list(below)
        if heads:
            return heads
    return []


_ONE_SIDED = {"ASSAULT", "ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION", "COERCE", "CONCEDE"}


def _loose(
    frame: Frame, reading: Verb, heads: list[Token], actors: list[Party], cast: Cast
) -> list[Party]:
    """Find a recipient off the beaten path: named elsewhere in the clause, or left out."""
    if "mutual" in reading.flags or reading.type in ("CONSULT", "MOBILIZE"):
        return []
    if not heads:
        return []
    named = _new(cast.within(frame.predicate, frame.predicate.i), actors)
    if len(named) == 1:
        return named
    own = any(c.dep_ == "poss" and c.lower_ == "its" for t in heads for c in t.children)
    if named or own or not heads or reading.type not in _ONE_SIDED:
        return []
    return cast.implied(actors, frame.predicate)


def _told(frame: Frame) -> bool:
    """Whether somebody is told to do something: "ordered Serbia to withdraw"."""
    return any(c.dep_ in ("xcomp", "ccomp") for c in frame.predicate.children)


def _reciprocal(heads: list[Token]) -> bool:
    """Whether what is done is done to "each other" or "one another"."""
    return any(
        t.lower_ in ("other", "another") and t.i and t.nbor(-1).lower_ in ("each", "one")
        for t in heads
    )


def _is_goods(token: Token) -> bool:
    """Whether something is given away: aid by name, or a counted or measured quantity."""
    inner = [o for c in token.children if c.dep_ == "prep" for o in c.children]
    nouns_in = [token, *inner]
    if any(is_of(t.lemma_.lower(), "aid") for t in nouns_in):
        return True
    return any(c.dep_ == "nummod" for t in nouns_in for c in t.children)


def _is_agent(token: Token) -> bool:
    return token.lemma_.lower() in agents() or token.ent_type_ in ("PERSON", "NORP")


# Nouns -----------------------------------------------------------------------------------


def _from_noun(noun: Token, cast: Cast) -> Iterator[Candidate]:
    entry = next((n for n in noun_readings(noun) if n.type), None)
    if entry is None or entry.type is None:
        return
    sources, targets, together = noun_sides(noun, entry, cast)
    sources = sources or _attending(noun, cast)
    actors, recipients, mutual = sources, targets, "mutual" in entry.flags
    if together:
        actors, recipients = together, []
    if len({p.code for p in (*actors, *recipients)}) == 1 and not together:
        near = _new(cast.within(noun, noun.left_edge.i - 1), [*actors, *recipients])
        if len(near) == 1:
            actors, recipients = (actors, near) if actors else (near, recipients)
    if "visit" in entry.flags and len(actors) == 1 and not _goes_somewhere(noun):
        recipients = recipients or cast.complete(actors, [], noun)[1]
    if _enough(entry.type, actors, recipients, mutual):
        lemma = noun.lemma_.lower()
        yield Candidate(
            entry.type, entry.mode, noun, actors, recipients, mutual, Status.REPORTED, lemma, noun,
            frozenset({entry.name}),
        )  # fmt: skip


def _goes_somewhere(noun: Token) -> bool:
    return bool(noun_frame(noun).after("to", "in", "at", "with"))


def _attending(noun: Token, cast: Cast) -> list[Party]:
    """Give the subject of "is in Jakarta for talks", "died in fighting"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("for", "in", "to", "during"):
        return []
    verb = preposition.head
    while verb.dep_ in ("prep", "pobj") and verb.head != verb:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    frame = verb_frame(verb)
    return [] if frame.passive else cast.all(frame.subjects)


# Both ------------------------------------------------------------------------------------


def _governed(cast: Cast):  # type: ignore[no-untyped-def]
    """Give what turns a candidate into what its governing words make of it."""

    def turn(candidate: Candidate) -> Candidate | None:
        found = standing(candidate.predicate)
        if "implied" in candidate.rule and found.status is not Status.REPORTED:
            return None
        if found.act is None:
            return replace(candidate, status=found.status)
        if found.act == "skip" or found.control is None:
            return None
        return _as_act(candidate, found.act, found.control, found.status, cast)

    return turn


def _as_act(
    candidate: Candidate, act: str, control: Token, status: Status, cast: Cast
) -> Candidate | None:
    """Read "agreed to hold talks", "refused to sign", "urged Iran to withdraw" as the act."""
    frame = verb_frame(control)
    actors = cast.all(frame.subjects) or candidate.actors
    if act == "AGREE" and control.lemma_ in ("vow", "promise", "pledge", "commit"):
        act = "THREATEN" if codebook().quad(candidate.type) > 2 else act
    everyone = _merge(candidate.actors, candidate.recipients)
    if act == "REQUEST":
        asked = cast.all(frame.objects + frame.after("on", "upon", "to"))
        recipients = _new(asked or everyone, actors)
    else:
        recipients = _new(everyone, actors)
    mutual = act == "AGREE" and (candidate.mutual or not recipients)
    recipients = recipients or cast.implied(actors, control)
    if not _enough(act, actors, recipients, mutual):
        return None
    return replace(
        candidate,
        type=act,
        mode=None,
        predicate=control,
        actors=actors,
        recipients=recipients,
        mutual=mutual,
        status=status,
        rule=f"{control.lemma_.lower()}>{candidate.rule}",
        flags=frozenset({"act"}),
    )


def _enough(type_: str, actors: list[Party], recipients: list[Party], mutual: bool) -> bool:
    """Whether there are two sides."""
    codes = {p.code for p in actors}
    if recipients and actors:
        return bool({p.code for p in recipients} - codes) or len(codes) > 1
    return mutual and len(codes) > 1


def _new(parties: list[Party], known: list[Party]) -> list[Party]:
    codes = {p.code for p in known}
    return [p for p in parties if p.code not in codes]


def _merge(first: list[Party], second: list[Party]) -> list[Party]:
    return [*first, *_new(second, first)]


def _all_in(parties: list[Party], group: list[Party]) -> bool:
    return {p.code for p in parties} <= {p.code for p in group}
