"""What a pronoun, an epithet or a bare office stands for: whom the text has spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.coding.focus import Focus
from legation.coding.lexicon import epithets, titles, words
from legation.coding.mentions import Mentions
from legation.coding.party import Party
from legation.world import states

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ARGUMENT = {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
BOTH = {"both", "two", "either", "neither", "each"}
_THEY = {"they", "them", "their", "theirs"}
_IT = {"it", "its"}
_WE = {"we", "us", "our", "ours"}
_ORDERED = {"former", "latter"}
REFERRING = {*BOTH, *_ORDERED}
"""Words that refer back, whatever the parse takes them for."""
_NUMBERS = {"three": 3, "four": 4, "five": 5}
_QUOTES = {'"', "“", "”", "``", "''"}
HE = {"he", "him", "his", "she", "her"}


class References:
    """Resolves what refers back, in one section, sentence by sentence.

    Args:
        mentions: the section's mentions.
        focus: the document's running focus.
    """

    def __init__(self, mentions: Mentions, focus: Focus) -> None:
        self.mentions = mentions
        self.focus = focus
        self.sentence: Span | None = None

    def pronoun(self, token: Token) -> list[Party]:
        """Resolve "it", "they", "both", "the two", "we" and "he"."""
        word = token.lower_
        if word in _THEY or (word in BOTH and word != "two"):
            codes = self._they(word, token)
        elif word in _ORDERED and token.dep_ not in ("amod", "compound"):
            codes = self._ordered(word, token)
        elif word in _NUMBERS and token.dep_ in _ARGUMENT:
            codes = self._so_many(_NUMBERS[word], token.i)
        elif word in _IT:
            one = self._singular(token)
            codes = (one,) if one else ()
        elif word == "two" and token.dep_ in _ARGUMENT:
            codes = self.focus.two(self.named(token.i))
        elif word in _WE:
            speaker = self._speaker(token) or self.focus.we
            codes = (speaker,) if speaker else ()
        elif word in HE:
            one = self._his(token)
            return [Party(one, "GOV", token.text, token.i)] if one else []
        else:
            codes = ()
        return [Party(code, None, token.text, token.i) for code in codes]

    def _his(self, token: Token) -> str | None:
        """Resolve "he" and "her": the person named before in the sentence, else the last one."""
        assert self.sentence is not None
        people = [
            (token.doc[m.start : m.end].root.dep_ in ("nsubj", "nsubjpass"), m.start, m.code)
            for m in self.mentions.between(self.sentence.start, token.i)
            if m.kind.is_person
        ]
        subject = max((p for p in people if p[0]), default=None)
        if subject:
            return subject[2]
        return self.focus.person or (people[-1][2] if people else self.focus.one())

    def _they(self, word: str, token: Token) -> tuple[str, ...]:
        named = list(dict.fromkeys(self.named(token.i)))
        if len(named) == 2:
            return tuple(named)
        if word in BOTH:
            return self.focus.two(named)
        if above := self._plural_above(token):
            return above
        if len(named) > 2 and self._listed(token):
            return tuple(named)
        return self.focus.subject if len(self.focus.subject) > 1 else ()

    def _plural_above(self, token: Token) -> tuple[str, ...]:
        """Give who "they" are in "The two neighbours said that they would talk"."""
        for child in token.sent.root.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                plural = child.tag_ == "NNS" or child.lower_ in (*BOTH, *_NUMBERS)
                found = self.epithet(child, None) if child.tag_ == "NNS" else []
                if plural and not found and child.pos_ != "NOUN":
                    found = self.pronoun(child)
                if len(found) > 1:
                    return tuple(p.code for p in found)
        return ()

    def _listed(self, token: Token) -> bool:
        """Whether the sentence's subject is a list: "France, Italy and Spain shut their skies"."""
        subjects = [c for c in token.sent.root.children if c.dep_ == "nsubj" and c.i < token.i]
        return any(len(list(c.conjuncts)) > 1 for c in subjects)

    def _ordered(self, word: str, token: Token) -> tuple[str, ...]:
        """Resolve "the former" and "the latter": of the two named before."""
        named = tuple(dict.fromkeys(self.named(token.i)))
        two = named if len(named) == 2 else self.focus.pair
        return () if not two else (two[0] if word == "former" else two[1],)

    def _so_many(self, number: int, before: int) -> tuple[str, ...]:
        """Resolve "all three": the subject, those the sentence named, or those named last."""
        named = tuple(dict.fromkeys(self.named(before)))
        for several in (named, self.focus.subject, tuple(self.focus.latest[-number:])):
            if len(several) == number:
                return several
        return ()

    def _speaker(self, token: Token) -> str | None:
        """Say who "we" are in a quotation: whoever is said to say it."""
        assert self.sentence is not None
        if not any(t.text in _QUOTES for t in self.sentence):
            return None
        for verb in self.sentence:
            if verb.lemma_ in words("attribution") and verb.pos_ == "VERB":
                for child in verb.children:
                    if child.dep_ == "nsubj" and child.lower_ not in _WE:
                        return self._of_phrase(child)
        return None

    def _of_phrase(self, noun: Token) -> str | None:
        """Give the state of a phrase: a name in it, else whom it points back to."""
        for token in noun.subtree:
            mention = self.mentions.at(token)
            if mention is not None:
                return mention.code
        return self.focus.person if noun.lower_ in HE else self.focus.one()

    def _singular(self, token: Token) -> str | None:
        """Resolve "it" and "its": the subject of its own sentence before it, else the last one."""
        root = token.sent.root
        for child in root.children if token.dep_ not in ("dobj", "pobj") else ():
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                mention = self.mentions.at(child)
                if mention:
                    return mention.code
        named = [c for c in self.named(token.i) if c not in self._subject_of(token)]
        return named[-1] if named else self.focus.one()

    def _subject_of(self, token: Token) -> set[str]:
        """Give who does what is done to an object: "it" is not its own subject."""
        if token.dep_ not in ("dobj", "pobj"):
            return set()
        verbs = [t for t in token.ancestors if t.pos_ == "VERB"][:2]
        subjects = [c for v in verbs for c in v.children if c.dep_ == "nsubj"]
        return {m.code for c in subjects if (m := self.mentions.at(c))}

    def epithet(self, noun: Token, role: str | None) -> list[Party]:
        """Resolve "the two neighbours", "the country", "its ally"."""
        numbers = epithets().get(noun.lemma_.lower(), frozenset())
        beside = {t.lower_ for t in noun.lefts}
        plural = noun.tag_ in ("NNS", "NNPS")
        named = self.named(noun.left_edge.i)
        if len(set(named)) == 1:
            named = [*self._it_above(noun), *named]
        whole = plural and beside & {"two", "both", "the", "their"}
        many = next((_NUMBERS[w] for w in beside if w in _NUMBERS), 0)
        if "two" in numbers and plural and many:
            codes = self._so_many(many, noun.left_edge.i)
        elif "two" in numbers and (whole or beside & {"neither", "either", "each"}):
            codes = self.focus.two(named)
        elif "other" in numbers and not plural and beside & {"its", "his", "her", "the"}:
            codes = self._other(noun, named)
        elif "one" in numbers and not plural and beside & {"the", "this", "that"}:
            one = self.focus.one()
            codes = (one,) if one else ()
        else:
            codes = ()
        return [Party(code, role, phrase(noun), noun.i) for code in codes]

    def incumbent(self, noun: Token, role: str) -> list[Party]:
        """Resolve "the president", "the ministry": of whom the text has just spoken."""
        title = f"{noun.lemma_.lower()}{_of_state(noun)}"
        if title in titles():
            return [Party(titles()[title], role, phrase(noun), noun.i)]
        definite = any(t.lower_ == "the" for t in noun.lefts)
        complement = any(c.dep_ == "prep" for c in noun.children)
        if not definite or complement or role not in ("GOV", "MIL") or noun.tag_ != "NN":
            return []
        code = (self.focus.person if role == "GOV" else None) or self.focus.one()
        return [Party(code, role, phrase(noun), noun.i)] if code in states() else []

    def _it_above(self, noun: Token) -> list[str]:
        """Give who "it" is in "It signed an accord with Sudan, and the two armies trained"."""
        root = noun.sent.root
        subjects = [c for c in root.children if c.dep_ == "nsubj" and c.lower_ == "it"]
        return [p.code for t in subjects if t.i < noun.i for p in self.pronoun(t)]

    def _other(self, noun: Token, named: list[str]) -> tuple[str, ...]:
        owner = named[-1] if named else self.focus.one()
        other = self.focus.other(owner) if owner else None
        return (other,) if other and noun.lower_ != "the" else ()

    def named(self, before: int) -> list[str]:
        """List the codes that the sentence names before a token, in order."""
        assert self.sentence is not None
        start = self.sentence.start
        named = (m.code for m in self.mentions.between(start, before))
        return [code for code in named if code in states()]


def _of_state(noun: Token) -> str:
    following = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    return " of state" if following == "of state" else ""


def phrase(noun: Token) -> str:
    """Give a noun with its modifiers, without what follows it."""
    text: str = noun.doc[noun.left_edge.i : noun.i + 1].text
    return text
