"""Lasting relations: what a sentence says holds, or began or ended, between two sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from legation.coding.actors import Cast, Party
from legation.coding.candidate import Candidate
from legation.coding.grammar import Frame, group, modifiers, noun_frame, verb_frame
from legation.coding.lexicon import is_of, nouns, verb_classes, words
from legation.coding.predicates import lemma_of
from legation.coding.sides import noun_sides
from legation.coding.status import standing
from legation.model import Period, RelationKind, Status
from legation.world import DisputedPlace, disputed_places, organisations, place_names

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Kind = RelationKind


class Phase(StrEnum):
    """Which part of a relation's spell a sentence speaks of."""

    HOLDS = "holds"
    BEGINS = "begins"
    ENDS = "ends"
    WITHIN = "within"


@dataclass(slots=True)
class Bond:
    """One relation that a sentence may be stating.

    Args:
        kind: what holds.
        a: the claimant, gainer, occupier, sender or member; either side where mutual.
        b: the other side.
        predicate: the word that says it.
        phase: whether it holds, begins or ends at the date that the sentence gives.
        mutual: whether it holds both ways.
        status: how it is presented.
        rule: the rule that fired, for explanations.
        terms: what is claimed, agreed or traded, in the text's words.
        repeated: whether the sentence speaks of several: "two wars".
        spell: its spell, where that is known from elsewhere than the sentence.
    """

    kind: RelationKind
    a: Party
    b: Party
    predicate: Token
    phase: Phase
    mutual: bool
    status: Status
    rule: str
    terms: str | None = None
    repeated: bool = False
    spell: Period | None = None


_COPULAR = {
    **dict.fromkeys(words("ally"), Kind.ALLIANCE),
    **dict.fromkeys(words("rival"), Kind.RIVALRY),
    **dict.fromkeys(words("trading_partner"), Kind.TRADE),
}


def find_bonds(sentence: Span, cast: Cast, candidates: list[Candidate]) -> list[Bond]:
    """Find the lasting relations that a sentence states.

    Args:
        sentence: one sentence of a parse.
        cast: who is who; already told to enter the sentence.
        candidates: the sentence's event candidates; some imply relations.
    """
    found: list[Bond] = []
    for token in sentence:
        for rule in _RULES:
            found += rule(token, cast)
    for candidate in candidates:
        found += _implied(candidate, cast)
    found += _claims(sentence, cast)
    return found


def _bonds(
    kind: RelationKind,
    pairs: list[tuple[Party, Party]],
    predicate: Token,
    phase: Phase,
    rule: str,
    terms: str | None = None,
    mutual: bool | None = None,
) -> list[Bond]:
    status = standing(predicate).status
    both = kind.mutual if mutual is None else mutual
    return [
        Bond(kind, a, b, predicate, phase, both, status, rule, terms)
        for a, b in pairs
        if a.code != b.code and _sides_fit(kind, a, b)
    ]


def _sides_fit(kind: RelationKind, a: Party, b: Party) -> bool:
    bodies = organisations()
    if kind is Kind.MEMBERSHIP:
        return a.code not in bodies and b.code in bodies
    if kind in (
        Kind.WAR,
        Kind.TERRITORIAL_CLAIM,
        Kind.TERRITORIAL_CHANGE,
        Kind.DIPLOMATIC_RELATIONS,
    ):
        return a.code not in bodies and b.code not in bodies
    return True


def _all_pairs(parties: list[Party]) -> list[tuple[Party, Party]]:
    return [(a, b) for i, a in enumerate(parties) for b in parties[i + 1 :]]


def _cross(first: list[Party], second: list[Party]) -> list[tuple[Party, Party]]:
    return [(a, b) for a in first for b in second]


# Nouns that say what somebody is to somebody: ally, rival, trading partner ---------------


def _copular(noun: Token, cast: Cast) -> list[Bond]:
    kind = _COPULAR.get(noun.lemma_.lower())
    if kind is None or noun.pos_ != "NOUN":
        return []
    if kind is Kind.TRADE and not _of_trade(noun):
        return []
    owners = cast.qualifiers(noun) + cast.all(noun_frame(noun).after("of", "to", "for"))
    bearers = _bearers(noun, cast)
    owners = [p for p in owners if p.code not in {b.code for b in bearers}]
    pairs = _cross(bearers, owners) if owners else _all_pairs(bearers)
    return _bonds(kind, pairs, noun, Phase.HOLDS, f"is {noun.lemma_.lower()}")


def _of_trade(noun: Token) -> bool:
    near = {t.lower_ for t in modifiers(noun)}
    of = {t.lower_ for t in noun_frame(noun).after("of", "for")}
    trading = {"trading", "trade", "commercial", "economic", "export", "import", "gas", "oil"}
    return bool((near | of) & trading) or noun.lemma_ in ("supplier", "importer", "exporter")


def _bearers(noun: Token, cast: Cast) -> list[Party]:
    """Give who "are allies", "remained rivals", or stands beside the word."""
    head = noun.head
    if noun.dep_ in ("attr", "oprd", "acomp", "conj") or (
        noun.dep_ in ("pobj", "dobj") and head.lemma_ in ("as", "become", "remain")
    ):
        verb = head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        frame = verb_frame(verb)
        passive = frame.passive or head.lemma_ == "as"
        return cast.all(frame.objects if passive and frame.objects else frame.subjects)
    if noun.dep_ == "appos":
        return cast.all(group(noun.head))
    beside = [c for c in noun.children if c.dep_ == "appos"]
    if noun.dep_ in ("compound", "nmod"):
        beside.append(noun.head)
    return cast.all(beside)


# Nouns that name the relation: alliance, war, treaty, trade -------------------------------


def _named(noun: Token, cast: Cast) -> list[Bond]:
    entry = next((n for n in nouns().get(noun.lemma_.lower(), ()) if n.kind), None)
    if entry is None or entry.kind is None or noun.pos_ not in ("NOUN", "PROPN"):
        return []
    kind = _kind_of(noun, Kind(entry.kind))
    if kind is None:
        return []
    sources, targets, together = noun_sides(noun, entry, cast)
    subject = _carrier(noun, cast)
    if not together and "mutual" in entry.flags:
        everyone = {p.code: p for p in [*targets, *sources, *subject]}
        together = list(everyone.values())
    if together:
        pairs = _all_pairs(together) if len(together) == 2 or not subject else []
        pairs = pairs or _cross(subject, [p for p in together if p not in subject])
    else:
        pairs = _cross(sources or subject, targets)
    if not pairs and kind in (Kind.WAR, Kind.TRADE) and _ours(noun, kind):
        pairs = _all_pairs(cast.both(noun))
    return _bonds(kind, pairs, _act_upon(noun), _phase(noun), noun.lemma_.lower(), _terms(noun))


def _act_upon(noun: Token) -> Token:
    """Give the clause that dates an instrument: "a treaty which was concluded in 1998"."""
    for child in noun.children:
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in words("beginning"):
            return child
    return noun


def _ours(noun: Token, kind: RelationKind) -> bool:
    """Whether a war or trade without sides is that of the two whom the text is about."""
    near = {t.lower_ for t in modifiers(noun)}
    if kind is Kind.TRADE:
        return bool(near & {"two", "way", "bilateral", "mutual"})
    of = [t for t in noun_frame(noun).after("of") if t.like_num]
    definite = any(c.lower_ == "the" for c in noun.children)
    return definite and bool(of) and noun.pos_ == "NOUN"


def _kind_of(noun: Token, kind: RelationKind) -> RelationKind | None:
    near = {t.lower_ for t in modifiers(noun)}
    if kind is Kind.WAR and (
        near & words("not_a_war") or noun.head.lower_ in ("crimes", "criminal", "effort")
    ):
        return None
    if kind is Kind.WAR and noun.lemma_.lower() == "conflict" and not near & {"armed", "military"}:
        return None
    if kind is Kind.TREATY:
        if noun.lemma_.lower() in ("agreement", "deal", "protocol", "memorandum") and not _signed(
            noun
        ):
            return None
        if near & words("defensive") and not near & {"non-aggression", "nonaggression", "trade"}:
            return Kind.ALLIANCE if near & words("allying") else Kind.TREATY
    if kind is Kind.TERRITORIAL_CLAIM and noun.lemma_.lower() in (
        "dispute",
        "row",
        "feud",
        "quarrel",
        "disagreement",
        "claim",
    ):
        return kind if _about_territory(noun, near) else None
    return kind


def _signed(noun: Token) -> bool:
    if noun.pos_ == "PROPN" or any(
        c.dep_ == "acl" and c.lemma_ in words("beginning") for c in noun.children
    ):
        return True
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in words("beginning")


def _about_territory(noun: Token, near: set[str]) -> bool:
    if near & {"territorial", "border", "boundary", "island", "sovereignty", "maritime", "land"}:
        return True
    for head in noun_frame(noun).after("over", "to", "about", "on"):
        if is_of(head.lemma_.lower(), "territory") or _disputed_at(head) is not None:
            return True
        if head.lemma_.lower() in ("border", "boundary", "sovereignty", "water", "sea"):
            return True
    return False


def _carrier(noun: Token, cast: Cast) -> list[Party]:
    """Give the subject of the verb that carries a noun: "Japan has an alliance with..."."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.pos_ == "VERB":
        return cast.all(verb_frame(verb).after("between", "among"))
    if noun.dep_ == "pobj" and verb.dep_ in ("prep", "agent") and verb.head.pos_ == "VERB":
        verb = verb.head
        if verb.lemma_ not in ("go", "enter", "fall", "bind", "link", "tie", "join", "remain"):
            return []
    elif noun.dep_ not in ("dobj", "attr"):
        return []
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    frame = verb_frame(verb)
    if frame.passive and noun.dep_ == "pobj":
        return cast.all([*frame.objects, *frame.after("to", "with")])
    return cast.all(frame.subjects)


def _phase(noun: Token) -> Phase:
    verb = noun.head if noun.dep_ != "pobj" else noun.head.head
    lemma = verb.lemma_.lower()
    if lemma in words("beginning"):
        return Phase.BEGINS
    if lemma in words("ending") or _gives_up_claim(verb, noun):
        return Phase.ENDS
    return Phase.HOLDS


def _gives_up_claim(verb: Token, noun: Token) -> bool:
    """Whether a claim is dropped: "gave up its claim", "renounced all claims"."""
    classes = {c for key in lemma_of(verb) for c in verb_classes().get(key, ())}
    return noun.lemma_.lower() == "claim" and bool(classes & {"cede", "renounce"})


def _terms(noun: Token) -> str:
    words = [
        t for t in noun.subtree if noun.left_edge.i <= t.i <= min(noun.right_edge.i, noun.i + 6)
    ]
    return str(noun.doc[words[0].i : words[-1].i + 1].text)


# Verbs -------------------------------------------------------------------------------------


def _at_war(verb: Token, cast: Cast) -> list[Bond]:
    """Read "fought two wars", "went to war with", "has been at war with"."""
    frame = verb_frame(verb)
    heads = [*frame.objects, *frame.after("to", "at", "in")]
    wars = [t for t in heads if t.lemma_.lower() == "war"]
    if not wars or verb.lemma_ not in ("fight", "go", "be", "wage", "declare", "lose", "win"):
        return []
    if _kind_of(wars[0], Kind.WAR) is None:
        return []
    subjects = cast.all(frame.subjects)
    against = cast.all(
        [*frame.after("with", "against", "on"), *noun_frame(wars[0]).after("with", "against", "on")]
    )
    pairs = _cross(subjects, against) if against else _all_pairs(subjects)
    found = _bonds(Kind.WAR, pairs, verb, Phase.WITHIN, f"{verb.lemma_} war")
    plural = wars[0].tag_ in ("NNS", "NNPS")
    return [replace(bond, repeated=plural) for bond in found]


def _allied(verb: Token, cast: Cast) -> list[Bond]:
    if verb.lower_ != "allied" or verb.pos_ not in ("VERB", "ADJ"):
        return []
    frame = verb_frame(verb)
    sides = cast.all(frame.subjects + frame.objects)
    if verb.dep_ == "acomp":
        sides = cast.all(verb_frame(verb.head).subjects)
    others = cast.all(frame.after("with", "to"))
    pairs = _cross(sides, others) if others else _all_pairs(sides)
    return _bonds(Kind.ALLIANCE, pairs, verb, Phase.HOLDS, "allied")


def _nearing(verb: Token, cast: Cast) -> list[Bond]:
    """Read "move closer", "are drawing together", "relations have warmed"."""
    frame = verb_frame(verb)
    nears = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "acomp", "prt", "oprd")}
    subject = frame.subjects or frame.objects
    met = any(is_of(t.lemma_.lower(), "meeting") for t in frame.subjects)
    near = nears & {"closer", "nearer"} or ("together" in nears and not met)
    if verb.lemma_ in words("coming_closer") and near:
        sides = cast.all(frame.subjects)
        if verb.lemma_ in ("bring", "pull", "push", "draw") and frame.objects:
            sides = cast.all(frame.objects)
        others = cast.all(frame.after("to", "with", "towards"))
        pairs = _cross(sides, others) if others else _all_pairs(sides)
        return _bonds(Kind.RAPPROCHEMENT, pairs, verb, Phase.WITHIN, f"{verb.lemma_} closer")
    if verb.lemma_ in ("warm", "thaw", "improve", "mend", "repair", "normalise", "normalize"):
        ties = [
            t for t in [*subject, *frame.objects] if t.lemma_ in ("relation", "tie", "relationship")
        ]
        for noun in ties[:1]:
            sources, targets, together = noun_sides(noun, nouns()["relation"][0], cast)
            actors = cast.all(t for t in frame.subjects if t.i != noun.i)
            all_sides = {p.code: p for p in [*together, *actors, *sources, *targets]}
            return _bonds(
                Kind.RAPPROCHEMENT, _all_pairs(list(all_sides.values())), verb, Phase.WITHIN,
                f"{verb.lemma_} relations",
            )  # fmt: skip
    return []


def _occupies(verb: Token, cast: Cast) -> list[Bond]:
    if verb.lemma_ != "occupy" or verb.pos_ != "VERB":
        return []
    frame = verb_frame(verb)
    occupied = [p for t in frame.objects for p in cast.involved(t) or cast.located(t)]
    return _bonds(
        Kind.OCCUPATION, _cross(cast.all(frame.subjects), occupied), verb, Phase.BEGINS, "occupy"
    )


def _joins(verb: Token, cast: Cast) -> list[Bond]:
    """Read "joined NATO", "acceded to the EU", "was admitted to", "left ASEAN"."""
    lemma = verb.lemma_.lower()
    frame = verb_frame(verb)
    if lemma in ("join", "enter", "leave", "quit"):
        heads, members = frame.objects, frame.subjects
    elif lemma == "accede":
        heads, members = frame.after("to"), frame.subjects
    elif lemma in ("admit", "expel", "withdraw"):
        heads = frame.after("to", "into", "from")
        members = frame.objects or frame.subjects
    else:
        return []
    bodies = [p for p in cast.all(heads) if p.code in organisations()]
    phase = Phase.ENDS if lemma in ("leave", "quit", "expel", "withdraw") else Phase.BEGINS
    return _bonds(Kind.MEMBERSHIP, _cross(cast.all(members), bodies), verb, phase, lemma)


def _member(noun: Token, cast: Cast) -> list[Bond]:
    """Read "a founding member of ASEAN", "NATO members Greece and Turkey"."""
    if noun.lemma_.lower() not in ("member", "membership", "accession") or noun.pos_ != "NOUN":
        return []
    frame = noun_frame(noun)
    near = cast.qualifiers(noun) + cast.all(frame.after("of", "in", "to"))
    bodies = [p for p in near if p.code in organisations()]
    members = [p for p in near if p.code not in organisations()] or _bearers(noun, cast)
    phase = Phase.BEGINS if noun.lemma_ == "accession" else Phase.HOLDS
    return _bonds(Kind.MEMBERSHIP, _cross(members, bodies), noun, phase, noun.lemma_)


def _diplomatic(noun: Token, cast: Cast) -> list[Bond]:
    """Read "established diplomatic relations", "diplomatic ties between"."""
    if noun.lemma_ not in ("relation", "tie") or not {"diplomatic"} & {
        t.lower_ for t in modifiers(noun)
    }:
        return []
    sources, targets, together = noun_sides(noun, nouns()["relation"][0], cast)
    sides = {p.code: p for p in [*together, *_carrier(noun, cast), *sources, *targets]}
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
        frame = verb_frame(noun.head)
        extra = cast.all([*frame.subjects, *frame.after("with", "between")])
        sides |= {p.code: p for p in extra if len(sides) < 2}
    parties = list(sides.values())
    if len(parties) < 2 and _phase(noun) is not Phase.HOLDS:
        first, second, _ = cast.complete(parties, [], noun)
        parties = [*first, *second]
    pairs = _all_pairs(parties)[:1]
    return _bonds(Kind.DIPLOMATIC_RELATIONS, pairs, noun, _phase(noun), "diplomatic relations")


def _trades(verb: Token, cast: Cast) -> list[Bond]:
    """Read "exports gas to", "imports oil from", "trades with"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "NOUN") or lemma not in (
        "export",
        "import",
        "trade",
        "buy",
        "sell",
    ):
        return []
    if verb.pos_ == "NOUN":
        if lemma in ("trade", "buy", "sell"):
            return []
        frame = noun_frame(verb)
        sides = cast.all(frame.subjects) or cast.qualifiers(verb) or _carrier(verb, cast)
        others = cast.all(frame.after("to", "from", "with"))
    else:
        frame = verb_frame(verb)
        if any(_is_place(t) for t in frame.objects):
            return []
        sides, others = cast.all(frame.subjects), cast.all(frame.after("to", "from", "with"))
    return _bonds(Kind.TRADE, _cross(sides, others), verb, Phase.WITHIN, lemma)


# What events imply ---------------------------------------------------------------------------


def _implied(candidate: Candidate, cast: Cast) -> list[Bond]:
    if candidate.status is not Status.REPORTED or "act" in candidate.flags:
        return []
    if "territory" in candidate.flags:
        return _transfer(candidate, cast)
    if candidate.type == "SANCTION" and "sanction" in candidate.flags:
        pairs = list(candidate.pairs())
        return _bonds(Kind.SANCTIONS, pairs, candidate.predicate, Phase.BEGINS, candidate.rule)
    return []


def _transfer(candidate: Candidate, cast: Cast) -> list[Bond]:
    """Read "took the islands from Russia", "ceded Alaska to the United States"."""
    frame = verb_frame(candidate.predicate)
    subjects = cast.all(t for t in frame.subjects)
    places = list(frame.objects)
    owners = [p for t in places for p in cast.involved(t)]
    if candidate.type == "RETREAT":
        gainers = cast.all(frame.after("to"))
        losers = subjects or [p for p in owners if p.code not in {g.code for g in gainers}]
    else:
        gainers = subjects
        losers = cast.all(frame.after("from", "off")) or owners
    terms = (
        candidate.noun.doc[candidate.noun.left_edge.i : candidate.noun.i + 1].text
        if candidate.noun
        else None
    )
    return _bonds(
        Kind.TERRITORIAL_CHANGE, _cross(gainers, losers), candidate.predicate, Phase.BEGINS,
        candidate.rule, terms,
    )  # fmt: skip


def _annexes(verb: Token, cast: Cast) -> list[Bond]:
    """Read "annexed Korea", "took Bessarabia from", "lost Finland to", "gave Oregon to"."""
    if verb.pos_ != "VERB":
        return []
    frame = verb_frame(verb)
    land = [t for t in frame.objects if _is_place(t)]
    terms = land[0].text if land else None
    if verb.lemma_ in ("annex", "absorb", "incorporate", "conquer", "partition"):
        lost = [p for t in frame.objects for p in cast.involved(t) or cast.located(t)]
        pairs = _cross(cast.all(frame.subjects), cast.all(frame.after("from")) or lost)
    elif land and frame.after("to") and (_is(verb, "cede") or verb.lemma_ in words("awarding")):
        gainers = cast.all(frame.after("to"))
        losers = cast.all(frame.subjects) or _loser(frame, gainers, land[0], cast)
        pairs = _cross(gainers, losers)
    elif land and _is(verb, "take"):
        gainers = cast.all(frame.subjects)
        losers = cast.all(frame.after("from")) or _dispossessed(gainers, land[0], cast)
        pairs = _cross(gainers, losers)
    else:
        return []
    return _bonds(Kind.TERRITORIAL_CHANGE, pairs, verb, Phase.BEGINS, verb.lemma_.lower(), terms)


def _dispossessed(gainers: list[Party], land: Token, cast: Cast) -> list[Party]:
    """Give from whom a named place was taken: whose it is, else the other side of the story."""
    if len(gainers) != 1:
        return []
    return cast.involved(land) or cast.complete(gainers, [], land)[1]


def _loser(frame: Frame, gainers: list[Party], land: Token, cast: Cast) -> list[Party]:
    """Give who lost what "the treaty gave to" the gainer: the other side of the treaty."""
    if not any(
        is_of(t.lemma_.lower(), "agreement") or is_of(t.lemma_, "peace") for t in frame.subjects
    ):
        return []
    return cast.complete(gainers, [], land)[1]


def _is(verb: Token, name: str) -> bool:
    return any(name in verb_classes().get(key, ()) for key in lemma_of(verb))


def _passes(verb: Token, cast: Cast) -> list[Bond]:
    """Read "the islands passed from Britain to France", "Karelia went to the USSR"."""
    if verb.lemma_.lower() not in ("pass", "go", "revert", "transfer", "fall"):
        return []
    frame = verb_frame(verb)
    places = [t for t in frame.subjects if _is_place(t) or _is_territory(t)]
    gainers = cast.all(frame.after("to"))
    losers = cast.all(frame.after("from")) or [p for t in places for p in cast.involved(t)]
    if not places:
        return []
    return _bonds(
        Kind.TERRITORIAL_CHANGE, _cross(gainers, losers), verb, Phase.BEGINS, "passes",
        places[0].text,
    )  # fmt: skip


def _is_territory(token: Token) -> bool:
    return is_of(token.lemma_.lower(), "territory")


def _claim(verb: Token, cast: Cast) -> list[Bond]:
    """Read "claims the whole area", "islands that Japan claims"."""
    if verb.lemma_ != "claim" or verb.pos_ != "VERB":
        return []
    frame = verb_frame(verb)
    land = [t for t in frame.objects if _is_territory(t) or t.text in place_names()]
    claimants = cast.all(frame.subjects)
    if not land or not claimants or any(_disputed_at(t) for t in verb.sent):
        return []
    holders = cast.all(frame.after("from")) or [p for t in land for p in cast.involved(t)]
    holders = holders or cast.complete(claimants, [], land[0])[1]
    return _bonds(
        Kind.TERRITORIAL_CLAIM, _cross(claimants, holders), verb, Phase.HOLDS, "claim", land[0].text
    )


def _is_place(token: Token) -> bool:
    return token.text in place_names() or token.ent_type_ in ("GPE", "LOC")


# Disputed places -------------------------------------------------------------------------------


def _claims(sentence: Span, cast: Cast) -> list[Bond]:
    """Read claims to a disputed place: who claims it is said, or its claimants are named."""
    places = [p for t in sentence if (p := _disputed_at(t))]
    cues = [t for t in sentence if t.lemma_.lower() in words("contesting")]
    if not places or not cues:
        return []
    firm = [t for t in cues if t.lemma_.lower() in words("claiming")]
    named = list(
        dict.fromkeys(m.code for m in cast.mentions.all if sentence.start <= m.start < sentence.end)
    )
    place = places[0]
    claimants = [c.claimant for c in place.claims]
    present = [code for code in named if code in claimants or code == place.administered_by]
    verb = next(
        (t for t in cues if t.lemma_.lower() in ("claim", "contest") and t.pos_ == "VERB"), None
    )
    holder = place.administered_by
    if len(present) < 2 and firm:
        pair = cast.focus.main_pair()
        present = (
            [c for c in pair if c in claimants or c == holder]
            if set(present) <= set(pair)
            else present
        )
    if len(present) < 2:
        return []
    parties = [Party(code, None, place.place.name, cues[0].i) for code in present[:2]]
    if holder in present and verb is not None:
        claimant = next((p for p in parties if p.code != holder), parties[0])
        target = next(p for p in parties if p.code == holder or p is not claimant)
        pairs = [(claimant, target)]
        return _bonds(
            Kind.TERRITORIAL_CLAIM, pairs, verb, Phase.HOLDS, "claim place", place.place.name, False
        )
    return _bonds(
        Kind.TERRITORIAL_CLAIM, [(parties[0], parties[1])], cues[0], Phase.HOLDS, "disputed place",
        place.place.name, True,
    )  # fmt: skip


def _disputed_at(token: Token) -> DisputedPlace | None:
    return _disputed_words().get(token.text) if token.pos_ == "PROPN" else None


def _disputed_words() -> dict[str, DisputedPlace]:
    global _index
    if _index is None:
        _index = {}
        for place in disputed_places().values():
            for name in (place.place.name, *(n for ns in place.names.values() for n in ns)):
                for word in name.replace("/", " ").split():
                    if word[:1].isupper() and len(word) > 3 and word not in words("place_word"):
                        _index.setdefault(word, place)
    return _index


_index: dict[str, DisputedPlace] | None = None

_RULES: tuple[Callable[[Token, Cast], list[Bond]], ...] = (
    _copular, _named, _at_war, _allied, _nearing, _occupies, _joins, _member, _diplomatic,
    _trades, _annexes, _passes,
)  # fmt: skip
