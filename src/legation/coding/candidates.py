"""Event candidates: what a sentence says one side did to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import Candidate, enough, merge, new
from legation.coding.grammar import verb_frame
from legation.coding.nominal import find_nominal
from legation.coding.pairings import find_combinations
from legation.coding.predicates import lemma_of
from legation.coding.sides import noun_sides
from legation.coding.status import controls, standing
from legation.coding.verbal import find_plain, find_riot
from legation.model import Status, codebook

__all__ = ["Candidate", "find_candidates", "govern", "lemma_of", "noun_sides"]

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


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
            found += find_nominal(token, cast)
    found += _bare_acts(sentence, cast, found)
    return govern(found, cast)


def govern(found: Iterable[Candidate], cast: Cast) -> list[Candidate]:
    """Give candidates the status and the act that the words above them make of them."""
    turned = (_governed(candidate, cast) for candidate in found)
    return [c for c in turned if c is not None and _official(c)]


def _bare_acts(sentence: Span, cast: Cast, found: list[Candidate]) -> Iterator[Candidate]:
    """Read "threatened to", "refused to" where what was refused is no event of the lexicon."""
    governed = {t.i for c in found for t in c.predicate.ancestors} | {c.predicate.i for c in found}
    for verb in sentence:
        act = controls().get(verb.lemma_.lower())
        clauses = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"]
        if act not in ("REJECT", "THREATEN", "AGREE") or not clauses or verb.i in governed:
            continue
        actors = cast.all(verb_frame(verb).subjects)
        named = new(cast.within(clauses[0], verb.i), actors)
        recipients = named if len(named) == 1 else cast.implied(actors, verb)
        if enough(act, actors, recipients, False):
            yield Candidate(
                act, None, verb, actors, recipients, False, Status.REPORTED,
                f"{verb.lemma_.lower()} to", flags=frozenset({"act"}),
            )  # fmt: skip


def _official(candidate: Candidate) -> bool:
    """Whether somebody acts who can act for a state; crowds and firms only riot, fight, trade."""
    if candidate.type in ("PROTEST", "ASSAULT", "COOPERATE"):
        return True
    return any(p.role not in ("CVL", "BUS", "JRN") for p in candidate.actors)


def _from_verb(verb: Token, cast: Cast) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    combined = list(find_riot(frame, cast)) or list(find_combinations(frame, cast))
    yield from combined
    if not combined:
        yield from find_plain(frame, cast)


def _governed(candidate: Candidate, cast: Cast) -> Candidate | None:
    """Give what the words above a candidate make of it; None where it is no row of its own."""
    found = standing(candidate.predicate)
    if "implied" in candidate.rule and found.status is not Status.REPORTED:
        return None
    if found.act is None:
        return replace(candidate, status=found.status)
    if found.act == "skip" or found.control is None:
        return None
    return _as_act(candidate, found.act, found.control, found.status, cast)


def _as_act(
    candidate: Candidate, act: str, control: Token, status: Status, cast: Cast
) -> Candidate | None:
    """Read "agreed to hold talks", "refused to sign", "urged Iran to withdraw" as the act."""
    frame = verb_frame(control)
    actors = cast.all(frame.subjects) or candidate.actors
    if act == "AGREE" and control.lemma_ in ("vow", "promise", "pledge", "commit"):
        act = "THREATEN" if codebook().quad(candidate.type) > 2 else act
    everyone = merge(candidate.actors, candidate.recipients)
    if act == "REQUEST":
        asked = cast.all(frame.objects + frame.after("on", "upon", "to"))
        if frame.subjects and not cast.all(frame.subjects):
            actors = cast.implied(asked or candidate.actors, control)
        recipients = new(asked or candidate.actors, actors) or new(everyone, actors)
    else:
        recipients = new(everyone, actors)
    mutual = act == "AGREE" and (candidate.mutual or not recipients)
    recipients = recipients or cast.implied(actors, control)
    if not enough(act, actors, recipients, mutual):
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
