"""Who stands on which side of a verb and the event noun that it carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.candidate import all_in, merge, new
from legation.coding.grammar import Frame, noun_frame, verb_frame
from legation.coding.lexicon import Noun, words
from legation.coding.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Token


_SIDES = ("between", "among")


_TOWARD = ("on", "upon", "against", "to", "toward", "towards", "into", "over")


_NEAR = ("near", "off", "around", "along", "at", "in", "outside", "to", "against", "on", "across")


def around(frame: Frame, noun: Token, cast: Cast) -> list[Party]:
    """Give whose place forces are moved to or near."""
    heads = [*frame.after(*_NEAR), *noun_frame(noun).after(*_NEAR)]
    for clause in (*frame.predicate.children, *noun.children):
        if clause.lemma_.lower() in words("deterring") and clause.pos_ == "VERB":
            heads += verb_frame(clause).objects
    return [p for t in heads for p in cast.located(t) or cast.involved(t)]


def weighty(noun: Token) -> Token:
    """Give what a light noun is of: the aid in "part of its aid"."""
    if noun.lemma_.lower() in words("light_noun"):
        for inner in noun_frame(noun).after("of"):
            return inner
    return noun


def sides_of(
    frame: Frame, noun: Token, entry: Noun, cast: Cast
) -> tuple[list[Party], list[Party], bool]:
    """Gather actors and recipients from the verb and from the noun it carries."""
    sources, targets, together = noun_sides(noun, entry, cast)
    actors = cast.all(t for t in frame.subjects if t.i != noun.i)
    others = [t for p in (*_TOWARD, "with", "from", "for") for t in frame.prepositions.get(p, ())]
    others = [t for t in others if not go_between(t)]
    beside = [t for t in [*frame.objects, *frame.datives] if weighty(t).i != noun.i]
    targets += new(involved((t for t in (*beside, *others) if t.i != noun.i), cast), targets)
    together += cast.all(frame.after(*_SIDES))
    if together:
        return merge(actors if all_in(actors, together) else [], together), [], True
    if not actors:
        actors = sources
    elif not targets:
        targets = [p for p in sources if p.code not in {a.code for a in actors}]
    return actors, new(targets, actors), False


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
        together = together or merge(sources, qualifiers)
    elif not sources:
        sources = qualifiers
    if entry.name == "demo" and not sources:
        places = frame.after("in", "across") or verb_frame(noun.head).after("in", "across")
        sources = [replace(p, role="CVL") for t in places for p in cast.located(t)]
    targets = cast.all(t for t in frame.after("with") if not go_between(t))
    if "mutual" not in entry.flags or entry.name in ("ties", "war", "clash"):
        targets += new(involved(frame.after(*_TOWARD, "for"), cast), targets)
    if entry.name in ("diplomat", "embassy"):
        posts = frame.after("in", "at")
        targets += new([p for t in posts for p in cast.located(t) or cast.parties(t)], targets)
    of_heads = frame.after("of")
    of = cast.all(of_heads) if "mutual" in entry.flags else involved(of_heads, cast)
    if entry.of == "target":
        targets += new(of, targets)
    elif not sources:
        if len(of) == 2 and "mutual" in entry.flags:
            together = together or of
        else:
            sources = of
    if not sources:
        sources = cast.all(frame.after("from"))
    return sources, new(targets, sources), together


def go_between(token: Token) -> bool:
    """Whether somebody only stands between the sides: "with Russia as host"."""
    after = token.doc[token.i + 1 : token.i + 2].text
    return token.head.lower_ == "with" and after == "as"


def involved(tokens: Iterable[Token], cast: Cast) -> list[Party]:
    """Give who several phrases stand for or speak of, each once."""
    found = {p.code: p for t in tokens for p in reversed(cast.involved(t))}
    return list(found.values())
