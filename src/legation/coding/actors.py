"""From a phrase in a sentence to the states and organisations that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.coding.focus import Focus
from legation.coding.grammar import group, modifiers
from legation.coding.lexicon import agents, words
from legation.coding.mentions import Mention, Mentions
from legation.coding.party import Party
from legation.coding.references import HE, REFERRING, References, phrase
from legation.world import NameKind, Place, disputed_places, place_names, states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NATIONALITY = {NameKind.ADJECTIVE, NameKind.DEMONYM, NameKind.DEMONYM_PLURAL}
_LARGE = 300_000
"""Inhabitants from which a city's name needs no company to be believed."""


class Cast:
    """Resolves the phrases of one section, sentence by sentence.

    Args:
        mentions: the section's mentions.
        focus: the document's running focus; shared between sections.
    """

    def __init__(self, mentions: Mentions, focus: Focus) -> None:
        self.mentions = mentions
        self.focus = focus
        self._references = References(mentions, focus)
        self._sentence: Span | None = None

    def enter(self, sentence: Span) -> None:
        """Begin a sentence: references in it look back from here."""
        self._sentence = self._references.sentence = sentence

    def leave(self) -> None:
        """End the sentence: tell the focus who it named."""
        assert self._sentence is not None
        root = self._sentence.root
        heads = [t for c in root.children if c.dep_ in ("nsubj", "nsubjpass") for t in group(c)]
        parties = [p for t in heads for p in self.parties(t)]
        subject = [p.code for p in parties]
        if len(parties) == 1 and parties[0].role == "GOV" and _singular_person(heads[0]):
            self.focus.person = parties[0].code
        self.focus.group = self._references.plural_in(self._sentence)
        self.focus.close_sentence(self._references.named(self._sentence.end), subject)

    def parties(self, token: Token) -> list[Party]:
        """Give who a noun or pronoun stands for; nobody where it is no actor."""
        mention = self.mentions.at(token)
        if mention and mention.kind not in _NATIONALITY:
            return [self._party(mention, token)]
        if mention and token.dep_ not in ("amod", "compound", "nmod", "poss"):
            some = any(t.lower_ in words("some_of") for t in token.lefts)
            return [self._party(mention, token, "CVL" if some else None)]
        if token.pos_ in ("PRON", "DET", "NUM") or token.lower_ in REFERRING:
            return self._references.pronoun(token)
        role = agents().get(token.lemma_.lower()) or _person(token)
        if role:
            return (
                self._described(token, role)
                or self._references.epithet(token, role)
                or self._references.incumbent(token, role)
            )
        return self._references.epithet(token, None)

    def all(self, tokens: Iterable[Token]) -> list[Party]:
        """Give who several phrases stand for, each once."""
        found: dict[str, Party] = {}
        for token in tokens:
            for party in self.parties(token):
                found.setdefault(party.code, party)
        return list(found.values())

    def involved(self, token: Token) -> list[Party]:
        """Give who a phrase stands for or, failing that, whose thing it speaks of."""
        direct = self.parties(token)
        if direct:
            return direct
        owners = [h for c in token.children if c.dep_ == "poss" for h in group(c)]
        for heads in (owners, self._complement(token, "by")):
            if found := self.all(heads):
                return found
        if found := self.qualifiers(token):
            return found
        for preposition in ("of", "in", "from", "against", "on", "with", "to", "for"):
            for head in self._complement(token, preposition):
                if found := self.involved(head) or self.located(head):
                    return found
        doers = [h for c in token.children if c.dep_ in ("acl", "relcl") for h in _agents_of(c)]
        return self.all(doers) or self.located(token)

    def complete(
        self, actors: list[Party], recipients: list[Party], noun: Token
    ) -> tuple[list[Party], list[Party], bool]:
        """Fill in the side that a sentence leaves to the reader: "recalled its ambassador".

        Args:
            actors: those found so far.
            recipients: those found so far.
            noun: what passes between the two; the filled-in side points at it.

        Returns:
            Actors, recipients, and whether it is mutual because neither was named.
        """
        known = actors or recipients
        if not known:
            assert self._sentence is not None
            here = list(dict.fromkeys(self._references.named(self._sentence.end)))
            codes = (
                tuple(here) if len(here) == 2 else self.focus.two(self._references.named(noun.i))
            )
            return [Party(c, None, "", noun.i) for c in codes], [], True
        if len(known) > 1:
            return actors, recipients, False
        other = self.focus.other(known[0].code)
        filled = [Party(other, None, "", noun.i)] if other else []
        return actors or filled, recipients or filled, False

    def both(self, noun: Token) -> list[Party]:
        """Give the two whom the text is about, for a noun that names no side."""
        return [Party(c, None, "", noun.i) for c in self.focus.main_pair()]

    def within(self, head: Token, after: int) -> list[Party]:
        """Give the states named anywhere in a phrase or clause, those of clauses below it apart.

        Args:
            head: the head of the phrase or clause.
            after: index of the token from which on to look.
        """
        found: dict[str, Party] = {}
        assert self._sentence is not None
        for mention in self.mentions.between(after + 1, self._sentence.end):
            token = head.doc[mention.start : mention.end].root
            if mention.code in states() and _directly_in(token, head):
                found.setdefault(mention.code, self._party(mention, token))
        return list(found.values())

    def implied(self, actors: list[Party], noun: Token) -> list[Party]:
        """Give the other side where a text about two states leaves it out: "Iraq withdrew".

        Only where the document is about one pair, the actor is one of the two, and the sentence
        names nobody else.
        """
        codes = {p.code for p in actors}
        if len(codes) != 1 or not self.focus.dominant():
            return []
        (code,) = codes
        assert self._sentence is not None
        others = set(self._references.named(self._sentence.end)) - codes
        if code not in self.focus.main_pair() or others:
            return []
        (other,) = set(self.focus.main_pair()) - codes
        return [Party(other, None, "", noun.i)]

    def is_person(self, token: Token) -> bool:
        """Whether a word stands for somebody in office: by name, title or pronoun."""
        mention = self.mentions.at(token)
        if mention:
            return mention.kind.is_person
        role = agents().get(token.lemma_.lower()) or _person(token)
        return role == "GOV" or token.lower_ in HE

    def qualifiers(self, noun: Token) -> list[Party]:
        """Give the states in the words before a noun: "the Franco-German treaty".

        A capital alone is a place there: the Paris accords are not France's.
        """
        found: list[Party] = []
        seats: list[Party] = []
        for token in modifiers(noun):
            mention = self.mentions.at(token)
            body = mention is not None and mention.kind is NameKind.ORGANISATION
            if body and noun.lemma_.lower() not in agents() and token.dep_ != "poss":
                continue
            if mention and mention.start == token.i:
                seat = mention.kind is NameKind.CAPITAL and token.dep_ != "poss"
                (seats if seat else found).append(self._party(mention, token))
            elif token.dep_ == "poss" and token.pos_ == "PRON":
                found += self._references.pronoun(token)
        if len(seats) > 1 or noun.lemma_.lower() in agents():
            found += seats
        return list({p.code: p for p in found}.values())

    def located(self, token: Token) -> list[Party]:
        """Give the state in which a named place lies; nobody for other words."""
        mention = self.mentions.at(token)
        if mention and mention.kind is NameKind.CAPITAL:
            return [Party(mention.code, None, token.text, token.i)]
        if token.pos_ != "PROPN":
            return []
        for start in range(max(token.left_edge.i, token.i - 3), token.i + 1):
            text = token.doc[start : token.i + 1].text.removeprefix("the ")
            if state := self._state_of(text):
                return [Party(state, None, text, token.i)]
        return []

    def _state_of(self, name: str) -> str | None:
        """Give the state of a place: one that the text names, else that of a large place."""
        found = place_names().get(name, ())
        if found and found[0].place_id in disputed_places():
            return disputed_places()[found[0].place_id].administered_by
        places = [p for p in found if p.state]
        for place in places:
            if self.focus.weights[place.state or ""]:
                return place.state
        large = [p for p in places[:1] if _well_known(p)]
        return large[0].state if large else None

    def _party(self, mention: Mention, token: Token, role: str | None = None) -> Party:
        text = token.doc[mention.start : mention.end].text
        return Party(mention.code, role or mention.role, text, token.i)

    def _described(self, noun: Token, role: str) -> list[Party]:
        """Resolve "the Japanese foreign minister", "troops of Iran", "Ivanov, a Kremlin aide"."""
        found = self.qualifiers(noun)
        if not found:
            found = self.all(self._complement(noun, "of") + self._complement(noun, "from"))
        if not found:
            beside = [c for c in noun.children if c.dep_ == "appos"]
            if noun.dep_ == "appos":
                beside.append(noun.head)
            for other in beside:
                mention = self.mentions.at(other)
                found += [self._party(mention, other)] if mention else self.qualifiers(other)
        text = phrase(noun)
        return [Party(p.code, role, text, noun.i) for p in found]

    def _complement(self, noun: Token, preposition: str) -> list[Token]:
        return [
            head
            for child in noun.children
            if child.dep_ in ("prep", "agent") and child.lower_ == preposition
            for o in child.children
            if o.dep_ == "pobj"
            for head in group(o)
        ]


_BELOW = {"relcl", "advcl", "ccomp", "acl", "parataxis"}


def _directly_in(token: Token, head: Token) -> bool:
    """Whether a token belongs to a phrase or clause itself, not to a clause below it."""
    for _ in range(12):
        if token == head:
            return True
        if token.dep_ in _BELOW or token.head == token:
            return False
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def _agents_of(verb: Token) -> list[Token]:
    """Give who does a clause: "tests carried out by India", "the steps Azerbaijan has taken"."""
    agents_of = [
        head
        for child in verb.children
        if child.dep_ == "agent" or child.lower_ == "by"
        for o in child.children
        if o.dep_ == "pobj"
        for head in group(o)
    ]
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
    return agents_of + own


def _person(token: Token) -> str | None:
    return "GOV" if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" else None


def _singular_person(token: Token) -> bool:
    return token.tag_ in ("NN", "NNP") and token.ent_type_ not in ("GPE", "ORG")


def _well_known(place: Place) -> bool:
    """Whether a place's name alone is enough: a capital, a large city, or no city at all."""
    capital = place.place_id.startswith("capital:")
    return capital or place.kind != "city" or place.population >= _LARGE
