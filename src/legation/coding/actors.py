"""From a phrase in a sentence to the states and organisations that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from legation import tables
from legation.coding.focus import Focus
from legation.coding.grammar import group, modifiers
from legation.coding.lexicon import words
from legation.coding.mentions import Mention, Mentions
from legation.world import NameKind, Place, disputed_places, place_names, states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NATIONALITY = {NameKind.ADJECTIVE, NameKind.DEMONYM, NameKind.DEMONYM_PLURAL}
_LARGE = 300_000
"""Inhabitants from which a city's name needs no company to be believed."""
_ARGUMENT = {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
_BOTH = {"both", "two", "either", "neither", "each"}
_THEY = {"they", "them", "their", "theirs"}
_IT = {"it", "its"}
_WE = {"we", "us", "our", "ours"}
_HE = {"he", "him", "his", "she", "her"}


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event or relation, as the text has it.

    Args:
        code: state or organisation.
        role: PLOVER sector, or None for the state as such.
        text: the words that stand for it; empty where the text leaves it out.
        token: index of the head word, for explanations.
    """

    code: str
    role: str | None
    text: str
    token: int


class Cast:
    """Resolves the phrases of one section, sentence by sentence.

    Args:
        mentions: the section's mentions.
        focus: the document's running focus; shared between sections.
    """

    def __init__(self, mentions: Mentions, focus: Focus) -> None:
        self.mentions = mentions
        self.focus = focus
        self._sentence: Span | None = None

    def enter(self, sentence: Span) -> None:
        """Begin a sentence: references in it look back from here."""
        self._sentence = sentence

    def leave(self) -> None:
        """End the sentence: tell the focus who it named."""
        assert self._sentence is not None
        root = self._sentence.root
        heads = [t for c in root.children if c.dep_ in ("nsubj", "nsubjpass") for t in group(c)]
        parties = [p for t in heads for p in self.parties(t)]
        subject = [p.code for p in parties]
        if len(parties) == 1 and parties[0].role == "GOV" and _singular_person(heads[0]):
            self.focus.person = parties[0].code
        self.focus.close_sentence(self._named(self._sentence.end), subject)

    def parties(self, token: Token) -> list[Party]:
        """Give who a noun or pronoun stands for; nobody where it is no actor."""
        mention = self.mentions.at(token)
        if mention and mention.kind not in _NATIONALITY:
            return [self._party(mention, token)]
        if mention and token.dep_ not in ("amod", "compound", "nmod", "poss"):
            some = any(t.lower_ in words("some_of") for t in token.lefts)
            return [self._party(mention, token, "CVL" if some else None)]
        if token.pos_ in ("PRON", "DET", "NUM") or token.lower_ in _BOTH:
            return self._pronoun(token)
        role = agents().get(token.lemma_.lower()) or _person(token)
        if role:
            return (
                self._described(token, role)
                or self._epithet(token, role)
                or self._incumbent(token, role)
            )
        return self._epithet(token, None)

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
            here = list(dict.fromkeys(self._named(self._sentence.end)))
            codes = tuple(here) if len(here) == 2 else self.focus.two(self._named(noun.i))
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
        others = set(self._named(self._sentence.end)) - codes
        if code not in self.focus.main_pair() or others:
            return []
        (other,) = set(self.focus.main_pair()) - codes
        return [Party(other, None, "", noun.i)]

    def is_person(self, token: Token) -> bool:
        """Whether a word stands for somebody in office: by name, title or pronoun."""
        mention = self.mentions.at(token)
        if mention:
            return mention.kind in (NameKind.HOLDER, NameKind.SURNAME)
        role = agents().get(token.lemma_.lower()) or _person(token)
        return role == "GOV" or token.lower_ in _HE

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
                found += self._pronoun(token)
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
        text = _phrase(noun)
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

    def _pronoun(self, token: Token) -> list[Party]:
        word = token.lower_
        if word in _THEY or (word in _BOTH and word != "two"):
            codes = self._they(word, token)
        elif word in _IT:
            one = self._singular(token)
            codes = (one,) if one else ()
        elif word == "two" and token.dep_ in _ARGUMENT:
            codes = self.focus.two(self._named(token.i))
        elif word in _WE:
            codes = (self.focus.we,) if self.focus.we else ()
        elif word in _HE:
            one = self._his(token)
            return [Party(one, "GOV", token.text, token.i)] if one else []
        else:
            codes = ()
        return [Party(code, None, token.text, token.i) for code in codes]

    def _his(self, token: Token) -> str | None:
        """Resolve "he" and "her": the person named before in the sentence, else the last one."""
        assert self._sentence is not None
        people = [
            (token.doc[m.start : m.end].root.dep_ in ("nsubj", "nsubjpass"), m.start, m.code)
            for m in self.mentions.between(self._sentence.start, token.i)
            if m.kind in (NameKind.HOLDER, NameKind.SURNAME)
        ]
        subject = max((p for p in people if p[0]), default=None)
        if subject:
            return subject[2]
        return self.focus.person or (people[-1][2] if people else self.focus.one())

    def _they(self, word: str, token: Token) -> tuple[str, ...]:
        named = list(dict.fromkeys(self._named(token.i)))
        if len(named) == 2:
            return tuple(named)
        if word in _BOTH:
            return self.focus.two(named)
        return self.focus.subject if len(self.focus.subject) > 1 else ()

    def _singular(self, token: Token) -> str | None:
        """Resolve "it" and "its": the subject of its own sentence before it, else the last one."""
        root = token.sent.root
        for child in root.children if token.dep_ not in ("dobj", "pobj") else ():
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                mention = self.mentions.at(child)
                if mention:
                    return mention.code
        named = [c for c in self._named(token.i) if c not in self._subject_of(token)]
        return named[-1] if named else self.focus.one()

    def _subject_of(self, token: Token) -> set[str]:
        """Give who does what is done to an object: "it" is not its own subject."""
        if token.dep_ not in ("dobj", "pobj"):
            return set()
        verbs = [t for t in token.ancestors if t.pos_ == "VERB"][:2]
        subjects = [c for v in verbs for c in v.children if c.dep_ == "nsubj"]
        return {m.code for c in subjects if (m := self.mentions.at(c))}

    def _epithet(self, noun: Token, role: str | None) -> list[Party]:
        """Resolve "the two neighbours", "the country", "its ally"."""
        numbers = epithets().get(noun.lemma_.lower(), frozenset())
        words = {t.lower_ for t in noun.lefts}
        plural = noun.tag_ in ("NNS", "NNPS")
        named = self._named(noun.left_edge.i)
        if len(set(named)) == 1:
            named = [*self._it_above(noun), *named]
        whole = plural and words & {"two", "both", "the", "their"}
        if "two" in numbers and (whole or words & {"neither", "either", "each"}):
            codes = self.focus.two(named)
        elif "other" in numbers and not plural and words & {"its", "his", "her", "the"}:
            codes = self._other(noun, named)
        elif "one" in numbers and not plural and words & {"the", "this", "that"}:
            one = self.focus.one()
            codes = (one,) if one else ()
        else:
            codes = ()
        return [Party(code, role, _phrase(noun), noun.i) for code in codes]

    def _incumbent(self, noun: Token, role: str) -> list[Party]:
        """Resolve "the president", "the ministry": of whom the text has just spoken."""
        title = f"{noun.lemma_.lower()}{_of_state(noun)}"
        if title in titles():
            return [Party(titles()[title], role, _phrase(noun), noun.i)]
        definite = any(t.lower_ == "the" for t in noun.lefts)
        complement = any(c.dep_ == "prep" for c in noun.children)
        if not definite or complement or role not in ("GOV", "MIL") or noun.tag_ != "NN":
            return []
        code = (self.focus.person if role == "GOV" else None) or self.focus.one()
        return [Party(code, role, _phrase(noun), noun.i)] if code in states() else []

    def _it_above(self, noun: Token) -> list[str]:
        """Give who "it" is in "It signed an accord with Sudan, and the two armies trained"."""
        root = noun.sent.root
        subjects = [c for c in root.children if c.dep_ == "nsubj" and c.lower_ == "it"]
        return [p.code for t in subjects if t.i < noun.i for p in self._pronoun(t)]

    def _other(self, noun: Token, named: list[str]) -> tuple[str, ...]:
        owner = named[-1] if named else self.focus.one()
        other = self.focus.other(owner) if owner else None
        return (other,) if other and noun.lower_ != "the" else ()

    def _named(self, before: int) -> list[str]:
        """List the codes that the sentence names before a token, in order."""
        assert self._sentence is not None
        start = self._sentence.start
        named = (m.code for m in self.mentions.between(start, before))
        return [code for code in named if code in states()]


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


def _of_state(noun: Token) -> str:
    following = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    return " of state" if following == "of state" else ""


@cache
def titles() -> dict[str, str]:
    """Give the titles that only one state's office has."""
    rows = tables.rows("coding", "titles.csv", ("title", "code", "source"))
    return {r["title"]: r["code"] for r in rows}


def _well_known(place: Place) -> bool:
    """Whether a place's name alone is enough: a capital, a large city, or no city at all."""
    capital = place.place_id.startswith("capital:")
    return capital or place.kind != "city" or place.population >= _LARGE


def _phrase(noun: Token) -> str:
    """Give a noun with its modifiers, without what follows it."""
    text: str = noun.doc[noun.left_edge.i : noun.i + 1].text
    return text


@cache
def agents() -> dict[str, str]:
    """Give the nouns for those who act for a state, with their PLOVER sectors."""
    return {r["lemma"]: r["role"] for r in tables.rows("coding", "agents.csv", ("lemma", "role"))}


@cache
def epithets() -> dict[str, frozenset[str]]:
    """Give the nouns that stand for states already named: for one, two, or the other."""
    found: dict[str, set[str]] = {}
    for row in tables.rows("coding", "epithets.csv", ("word", "number", "meaning")):
        found.setdefault(row["word"], set()).add(row["number"])
    return {word: frozenset(numbers) for word, numbers in found.items()}
