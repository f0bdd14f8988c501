"""Trade between two states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import noun_frame, verb_frame
from legation.coding.lexicon import words
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Pairs, Phase, all_pairs, bonds, cross, merged
from legation.coding.relations.clauses import heads_clause, in_sport, near, phrase
from legation.coding.relations.sides import sides
from legation.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KIND = RelationKind.TRADE
_TOWARD = ("to", "from", "with")
_FREE = {"export", "import"}
"""Verbs that speak of trade whatever their object."""


def find_trade(token: Token, cast: Cast) -> list[Bond]:
    """Read "trade between A and B", "A exports gas to B", "A's exports to B", "A trades with B"."""
    lemma = token.lemma_.lower()
    if in_sport(token.sent):
        return []
    if token.pos_ in ("NOUN", "PROPN") and heads_clause(token):
        if lemma in ("trade", "commerce"):
            return _commerce(token, cast)
        if lemma in ("export", "import") or (lemma in ("sale", "supply") and _has_goods(token)):
            return _exports(token, cast)
    if token.pos_ == "VERB":
        return _crosses(token, cast) if lemma == "cross" else _deals(token, cast)
    return []


def _commerce(noun: Token, cast: Cast) -> list[Bond]:
    if near(noun) & words("not_trade"):
        return []
    pairs = sides(noun, cast).pairs()
    if not pairs and near(noun) & {"two", "way", "bilateral", "mutual"}:
        pairs = all_pairs(cast.both(noun))
    return bonds(_KIND, _dealing(pairs), noun, Phase.WITHIN, noun.lemma_.lower(), phrase(noun))


def _dealing(pairs: Pairs) -> Pairs:
    """Keep the pairs whose sides trade: states, bodies, firms; not ministers or armies."""
    return [(a, b) for a, b in pairs if not {a.role, b.role} & {"MIL", "CVL", "JRN", "REB"}]


def _exports(noun: Token, cast: Cast) -> list[Bond]:
    """Read "A's exports to B", "imports from B", "exports from A to B", "bought B's exports"."""
    frame = noun_frame(noun)
    owners = merged(cast.all(frame.subjects), cast.qualifiers(noun))
    to = cast.all(t for p in ("to", "with") for t in frame.prepositions.get(p, ()))
    source = cast.all(frame.prepositions.get("from", ()))
    verb = noun.head
    if noun.dep_ in ("pobj", "dobj") and not (to or source):
        verb = noun.head if noun.dep_ == "dobj" else _verb_above(noun)
        if verb.lemma_ in words("buying") and owners:
            to = cast.all(verb_frame(verb).subjects)
    elif noun.dep_ == "dobj" and verb.pos_ == "VERB" and not owners:
        owners = cast.all(verb_frame(verb).subjects)
    pairs = cross(owners, [*to, *source]) or cross(source, to)
    return bonds(_KIND, _dealing(pairs), noun, Phase.WITHIN, noun.lemma_.lower(), phrase(noun))


def _verb_above(noun: Token) -> Token:
    token = noun
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _deals(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A exports gas to B", "A bought wheat from B", "A supplies B with gas", "trade with"."""
    lemma = verb.lemma_.lower()
    frame = verb_frame(verb)
    subjects = [p for p in cast.all(frame.subjects) if p.role in (None, "BUS", "GOV")]
    if lemma == "trade":
        others = cast.all(frame.prepositions.get("with", ()))
        if frame.objects and not any(_is_goods(t) for t in frame.objects):
            return []
        pairs = cross(subjects, others) if others else all_pairs(subjects)
        return bonds(_KIND, _dealing(pairs), verb, Phase.WITHIN, lemma)
    if lemma not in words("dealing"):
        return []
    goods = [*frame.objects, *frame.prepositions.get("with", ())]
    if lemma not in _FREE and not any(_is_goods(t) for t in goods):
        return []
    if lemma == "supply" and any(t.lemma_.lower() in words("arms") for t in goods):
        return []
    others = cast.all(
        [*(t for p in _TOWARD for t in frame.prepositions.get(p, ())), *frame.datives]
    )
    others = others or [p for p in cast.all(frame.objects) if not frame.passive]
    return bonds(_KIND, _dealing(cross(subjects, _bare(others))), verb, Phase.WITHIN, lemma)


def _bare(parties: list[Party]) -> list[Party]:
    return [p for p in parties if p.role in (None, "IGO", "GOV")]


def _is_goods(token: Token) -> bool:
    if token.lemma_.lower() in words("goods"):
        return True
    return any(t.lemma_.lower() in words("goods") for t in noun_frame(token).after("of"))


def _has_goods(noun: Token) -> bool:
    of = {t.lemma_.lower() for t in noun_frame(noun).after("of")}
    return bool((near(noun) | of) & words("goods"))


def _crosses(verb: Token, cast: Cast) -> list[Bond]:
    """Read "goods worth 760 billion crossed the A-B border"."""
    frame = verb_frame(verb)
    borders = [t for t in frame.objects if t.lemma_ in ("border", "frontier", "boundary")]
    if not borders or not any(_is_goods(t) for t in frame.subjects):
        return []
    between = cast.all(noun_frame(borders[0]).after("between"))
    pairs = all_pairs(between or cast.qualifiers(borders[0]))
    return bonds(_KIND, pairs, verb, Phase.WITHIN, "goods cross")
