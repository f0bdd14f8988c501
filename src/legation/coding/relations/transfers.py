"""Territory that changes hands, by the verb: ceded, annexed, sold, lost, won back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.actors import Cast
from legation.coding.grammar import Frame, verb_frame
from legation.coding.lexicon import is_of
from legation.coding.party import Party
from legation.coding.relations.bond import Bond, Pairs, Phase, bonds, cross, without
from legation.coding.relations.clauses import does, in_sport, verb_lemma
from legation.coding.relations.land import disputed_in, is_land, owners
from legation.model import RelationKind
from legation.world import DisputedPlace, named_events, states

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_transfers(verb: Token, cast: Cast) -> list[Bond]:
    """Read "A ceded P to B", "B annexed P", "P passed from A to B", "A lost P to B"."""
    if verb.pos_ != "VERB" or in_sport(verb.sent):
        return []
    frame = verb_frame(verb)
    for read in (_gives, _takes, _moves, _swaps, _absorbs):
        land, pairs = read(verb, frame, cast)
        if land is not None and pairs:
            return bonds(
                RelationKind.TERRITORIAL_CHANGE, pairs, verb, Phase.BEGINS,
                verb.lemma_.lower(), land.text,
            )  # fmt: skip
    return []


Reading = tuple["Token | None", Pairs]
_NOTHING: Reading = (None, [])


def _land(heads: list[Token], cast: Cast, states_too: bool = False) -> Token | None:
    for token in heads:
        whole = any(p.code in states() for p in cast.parties(token)) and token.pos_ == "PROPN"
        if whole or is_land(token):
            return token if states_too or not whole or _smaller(token) else None
    return None


def _smaller(token: Token) -> bool:
    """Whether a name is that of a part: "northern Cyprus"."""
    return any(c.dep_ in ("amod", "compound") and c.lower_.endswith("ern") for c in token.children)


def _gives(verb: Token, frame: Frame, cast: Cast) -> Reading:
    """Read "ceded P to B", "gave B P", "P was returned to B by A", "the treaty gave B P"."""
    if not does(verb, "ceding"):
        return _NOTHING
    heads = [*frame.objects]
    gainers = _states(cast.all([*frame.prepositions.get("to", []), *frame.datives]))
    if not gainers:
        gainers, heads = _indirect(heads, cast)
    land = _land(heads, cast, states_too=True)
    if land is None or land.i in {g.token for g in gainers}:
        return _NOTHING
    if not gainers and verb_lemma(verb) in ("give back", "hand back"):
        gainers = _receiver(frame, land, cast)
    losers = without(_states(cast.all(t for t in frame.subjects if t.i != land.i)), gainers)
    losers = losers or without(_states(cast.all(frame.prepositions.get("from", []))), gainers)
    if not losers and (not frame.subjects or _instrument(frame)):
        losers = owners(land, cast, gainers) if not _instrument(frame) else []
        losers = losers or _other_side(frame, gainers, land, cast)
    return land, cross(gainers, losers)


def _receiver(frame: Frame, land: Token, cast: Cast) -> list[Party]:
    """Give to whom land was given back, where that is the other side of the story."""
    givers = _states(cast.all(t for t in frame.subjects if t.i != land.i))
    return cast.complete(givers, [], land)[1] if len(givers) == 1 else []


def _states(parties: list[Party]) -> list[Party]:
    return [p for p in parties if p.code in states()]


def _indirect(heads: list[Token], cast: Cast) -> tuple[list[Party], list[Token]]:
    """Split "gave Japan the southern half", where the parse takes both for objects."""
    if len(heads) < 2:
        return [], heads
    receivers = _states(cast.all(heads[:1]))
    return (receivers, heads[1:]) if receivers else ([], heads)


def _instrument(frame: Frame) -> bool:
    return any(
        is_of(t.lemma_.lower(), "agreement") or is_of(t.lemma_.lower(), "peace")
        for t in frame.subjects
    )


def _other_side(frame: Frame, gainers: list[Party], land: Token, cast: Cast) -> list[Party]:
    """Give who lost what a treaty gave: the other party to it, else the text's other side."""
    if len(gainers) != 1:
        return []
    sentence = land.sent.text
    for name, event in named_events().items():
        if name in sentence:
            for pair in event.pairs():
                if gainers[0].code in (pair.a, pair.b):
                    code = pair.b if pair.a == gainers[0].code else pair.a
                    if cast.focus.weights[code]:
                        return [Party(code, None, land.text, land.i)]
    return cast.complete(gainers, [], land)[1]


def _takes(verb: Token, frame: Frame, cast: Cast) -> Reading:
    """Read "B took P from A", "B annexed P", "P, bought by B"."""
    annexing = does(verb, "annexing")
    if not annexing and not does(verb, "gaining"):
        return _NOTHING
    land = _land(frame.objects, cast, states_too=annexing)
    if land is None:
        return _NOTHING
    gainers = _states(cast.all(t for t in frame.subjects if t.i != land.i))
    gainers = [g for g in gainers if g.role in (None, "MIL", "GOV")]
    losers = _states(cast.all([t for p in ("from", "off") for t in frame.prepositions.get(p, ())]))
    if not losers and annexing:
        losers = _states(cast.all([land]))
    place = disputed_in(land.sent).get(land.i)
    if not losers and place is not None and gainers:
        losers = _rivals(place, land, cast)
        losers = without(losers, gainers)[:1]
        if not losers:
            return _NOTHING
    losers = without(losers, gainers) or (owners(land, cast, gainers) if gainers else [])
    if not losers and does(verb, "taking") and land.pos_ == "PROPN":
        losers = cast.complete(gainers, [], land)[1] if len(gainers) == 1 else []
    return land, cross(gainers, losers)


def _rivals(place: DisputedPlace, land: Token, cast: Cast) -> list[Party]:
    """Give the claimants of a disputed place that the text names."""
    codes = dict.fromkeys([c.claimant for c in place.claims] + [place.administered_by or ""])
    return [Party(c, None, land.text, land.i) for c in codes if c and cast.focus.weights[c]]


def _moves(verb: Token, frame: Frame, cast: Cast) -> Reading:
    """Read "P passed from A to B", "P, which went to B", "P reverted to B"."""
    if not does(verb, "passing") or frame.passive:
        return _NOTHING
    land = _land(frame.subjects, cast)
    if land is None:
        return _NOTHING
    gainers = _states(cast.all(frame.prepositions.get("to", [])))
    gainers = [g for g in gainers if g.code not in {p.code for p in cast.all([land])}]
    losers = _states(cast.all(frame.prepositions.get("from", [])))
    losers = losers or owners(land, cast, gainers) or _former_holder(land, cast, gainers)
    return land, cross(gainers, losers)


def _former_holder(land: Token, cast: Cast, gainers: list[Party]) -> list[Party]:
    """Give who gave the land up in the clause above: "A gave up P, which passed to B"."""
    verb = land.head
    if verb.pos_ == "VERB" and does(verb, "losing"):
        subjects = without(_states(cast.all(verb_frame(verb).subjects)), gainers)
        return subjects or cast.complete(gainers, [], land)[1]
    return []


def _swaps(verb: Token, frame: Frame, cast: Cast) -> Reading:
    """Read "A and B exchanged their enclaves": each gains from the other."""
    if verb.lemma_ not in ("exchange", "swap"):
        return _NOTHING
    land = _land(frame.objects, cast)
    sides = _states(cast.all(t for t in frame.subjects if land is None or t.i != land.i))
    if land is None or land.pos_ != "NOUN" or len(sides) != 2:
        return _NOTHING
    return land, [(sides[0], sides[1]), (sides[1], sides[0])]


def _absorbs(verb: Token, frame: Frame, cast: Cast) -> Reading:
    """Read "A and B partitioned C", "C was divided between A and B"."""
    if verb.lemma_ not in ("partition", "carve", "dismember"):
        return _NOTHING
    losers = _states(cast.all(t for t in frame.objects if t.pos_ == "PROPN"))
    gainers = _states(cast.all([*frame.subjects, *frame.after("between", "among")]))
    gainers = without(gainers, losers)
    land = next((t for t in frame.objects if t.pos_ == "PROPN"), None)
    return land, cross(gainers, losers)
