"""Whom a noun joins: "the treaty between A and B", "A's war with B", "an alliance that A and B"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Pairs, all_pairs, cross, merged, without
from legation.coding.relations.clauses import antecedent, carrier, does, preposition_of, relatives

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = ("between", "among")


@dataclass(slots=True)
class Sides:
    """Who stands where around a noun.

    Args:
        owners: whose it is: possessors, adjectives, "by" and, failing these, "of".
        partners: with whom or against whom it is.
        between: those it is said to lie between.
        doers: who has, makes or ends it, by the verb that carries it.
    """

    owners: list[Party] = field(default_factory=list)
    partners: list[Party] = field(default_factory=list)
    between: list[Party] = field(default_factory=list)
    doers: list[Party] = field(default_factory=list)

    def pairs(self) -> Pairs:
        """Give who has it with whom; nobody where one side is not said."""
        if len(self.between) > 1:
            return all_pairs(self.between)
        if self.partners:
            first = without(self.owners, self.partners) or without(self.doers, self.partners)
            return cross(first, self.partners)
        for several in (self.owners, self.doers):
            if len(several) > 1:
                return all_pairs(several)
        return []


def sides(noun: Token, cast: Cast, toward: tuple[str, ...] = ("with",)) -> Sides:
    """Read who stands around a noun that joins two sides.

    Args:
        noun: the treaty, war, trade, enmity...
        cast: who is who.
        toward: the prepositions before the other side.
    """
    frame = noun_frame(noun)
    found = Sides()
    found.between = cast.all(frame.after(*_BETWEEN))
    if len(found.between) == 1:
        found.between = _named_between(noun, cast)
    found.owners = merged(cast.all(frame.subjects), cast.qualifiers(noun))
    of = cast.all(_complements(noun, ("of",)))
    found.partners = cast.all(t for t in _toward(noun, toward) if not _go_between(t))
    found.owners = found.owners or of
    for clause in relatives(noun):
        _from_clause(found, clause, noun, cast, toward)
    verb = carrier(noun)
    if verb is not None and _carries(verb, noun):
        _from_clause(found, verb, noun, cast, toward)
    return found


def _carries(verb: Token, noun: Token) -> bool:
    """Whether the subject of a verb is party to what it speaks of: signs it, has it, breaks it."""
    if noun.dep_ == "pobj":
        into = preposition_of(noun) in ("into", "in", "to")
        return into and verb.lemma_.lower() in ("enter", "go", "join", "accede", "remain", "come")
    return does(verb, "party_verb") or verb.lemma_ == "be"


def _from_clause(
    found: Sides, verb: Token, noun: Token, cast: Cast, toward: tuple[str, ...]
) -> None:
    """Add whom a clause names: "A and B signed", "signed by A with B", "was fought between"."""
    if not does(verb, "party_verb") and verb.lemma_ not in ("be", "enter", "go", "join", "come"):
        return
    frame = verb_frame(verb)
    doers = cast.all(t for t in frame.subjects if t.i != noun.i)
    if verb.lemma_ == "be":
        doers = []
    found.doers = found.doers or doers
    heads = [t for p in toward for t in frame.prepositions.get(p, ()) if t.i != noun.i]
    heads = [antecedent(t) for t in heads if not _go_between(t)]
    found.partners = found.partners or without(cast.all(heads), doers)
    if len(found.between) < 2:
        between = cast.all(t for p in _BETWEEN for t in frame.prepositions.get(p, ()))
        found.between = between if len(between) > 1 else found.between


def _go_between(token: Token) -> bool:
    """Whether somebody only stands between the sides: "with Algeria as go-between"."""
    last = max(t.i for t in token.subtree)
    following = [token.doc[token.i + 1 : token.i + 2].text, token.doc[last + 1 : last + 2].text]
    below = any(c.lower_ == "as" for c in (*token.children, *token.head.children))
    return token.head.lower_ == "with" and ("as" in following or below)


def _toward(noun: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """Give the heads after "with", whether it hangs on the noun or on what the noun is of."""
    direct = _complements(noun, prepositions)
    inner = [t for t in _complements(noun, ("of",)) if t.pos_ == "NOUN"]
    return direct or [t for head in inner for t in _complements(head, prepositions)]


def _complements(noun: Token, prepositions: Iterable[str]) -> list[Token]:
    frame = noun_frame(noun)
    return [t for p in prepositions for t in frame.prepositions.get(p, ())]


def _named_between(noun: Token, cast: Cast) -> list[Party]:
    """Read "between A and B" off the words, where the parse cuts it at "and"."""
    doc, end = noun.doc, noun.sent.end
    for i in range(noun.i + 1, min(noun.i + 6, end)):
        if doc[i].lower_ in _BETWEEN:
            found: dict[str, Party] = {}
            for token in doc[i + 1 : min(i + 12, end)]:
                if token.pos_ in ("VERB", "AUX") or (token.is_punct and len(found) > 1):
                    break
                mention = cast.mentions.at(token)
                if mention and mention.role is None and token.i == mention.end - 1:
                    found[mention.code] = Party(mention.code, None, token.text, token.i)
            return list(found.values())
    return []


def bound(noun: Token, cast: Cast) -> tuple[Token, Pairs] | None:
    """Read "bound to B by a treaty", "bound by treaty to defend B", "a treaty binds A to B"."""
    verb = carrier(noun)
    clause = next((v for v in relatives(noun) if v.lemma_ in words("binding")), None)
    if clause is not None and (verb is None or verb.lemma_ not in words("binding")):
        verb = clause
    if verb is None or verb.lemma_ not in words("binding"):
        return None
    frame = verb_frame(verb)
    first = cast.all(t for t in frame.objects if t.i != noun.i)
    second = without(cast.all(frame.after("to", "with", "and")), first)
    if not second:
        for below in (*verb.subtree, *noun.subtree):
            if below.lemma_ in ("defend", "protect", "assist") and below.i > noun.i:
                second = without(cast.all(verb_frame(below).objects), first)
    return verb, cross(first, second) if second else all_pairs(first)
