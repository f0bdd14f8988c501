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
        """Resolve "they" and "both": a list, a plural phrase, or two names before, else further up.

        The sentence before is looked at last: its plural phrase, else its subject.
        """
        named = tuple(dict.fromkeys(self.named(token.i)))
        for several in (self._listed(token), self._plural_before(token)):
            if len(several) > 1:
                return several
        if len(named) == 2:
            return named
        if word in BOTH:
            return self.focus.two(list(named))
        return self.focus.group or (self.focus.subject if len(self.focus.subject) > 1 else ())

    def _listed(self, token: Token) -> tuple[str, ...]:
        """Give the nearest subject that is a list: "Georgia and Russia agreed to end their war"."""
        assert self.sentence is not None
        for i in range(token.i - 1, self.sentence.start - 1, -1):
            subject = token.doc[i]
            if subject.dep_ in ("nsubj", "nsubjpass"):
                heads = [subject, *subject.conjuncts]
                codes = [m.code for t in heads if (m := self.mentions.at(t))]
                listed = tuple(dict.fromkeys(c for c in codes if c in states()))
                if len(listed) > 1:
                    return listed
        return ()

    def _plural_before(self, token: Token) -> tuple[str, ...]:
        """Give who the nearest plural phrase stands for: "The two armies shut their gates"."""
        assert self.sentence is not None
        for i in range(token.i - 1, self.sentence.start - 1, -1):
            other = token.doc[i]
            if other.tag_ == "NNS" and token.head.i != i:
                found = tuple(p.code for p in self.epithet(other, None))
                if len(found) > 1:
                    return found
        return ()

    def plural_in(self, sentence: Span) -> tuple[str, ...]:
        """Give who the last plural phrase of a sentence stands for; nobody where it has none."""
        last = sentence[-1]
        return self._listed(last) if len(self._listed(last)) > 1 else self._plural_before(last)

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
        """Resolve "it" and "its": the subject of the sentence before it, else the last one named.

        What is done to "it" is not done by it: then its own clause's subject is not meant.
        """
        own = self._subject_of(token)
        for child in token.sent.root.children if not own or _below(token) else ():
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                code = self._subject_code(child)
                if code and code not in own:
                    return code
        named = [c for c in self.named(token.i) if c not in own]
        return named[-1] if named else self.focus.one()

    def _subject_code(self, noun: Token) -> str | None:
        """Give the state of a sentence's subject: named, "it" again, or "the former"."""
        mention = self.mentions.at(noun)
        if mention:
            return mention.code
        if noun.lower_ == "it":
            return self.focus.one()
        found = self._ordered(noun.lower_, noun) if noun.lower_ in _ORDERED else ()
        return found[0] if found else None

    def _subject_of(self, token: Token) -> set[str]:
        """Give who does what is done to an object: the subject of the nearest verb that has one."""
        if token.dep_ not in ("dobj", "pobj"):
            return set()
        for verb in token.ancestors:
            subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            if verb.pos_ in ("VERB", "AUX") and subjects:
                return {code for c in subjects if (code := self._subject_code(c))}
        return set()

    def epithet(self, noun: Token, role: str | None) -> list[Party]:
        """Resolve "the two neighbours", "the country", "its ally"."""
        numbers = epithets().get(noun.lemma_.lower(), frozenset())
        beside = {t.lower_ for t in noun.lefts}
        plural = noun.tag_ in ("NNS", "NNPS")
        named = self.named(noun.left_edge.i)
        if len(set(named)) == 1:
            named = [*self._it_above(noun), *named]
        whole = plural and beside & {"two", "both", "the", "their"}
        definite = beside & {"the", "all", "these", "those"}
        many = next((_NUMBERS[w] for w in beside if w in _NUMBERS), 0) if definite else 0
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


def _below(token: Token) -> bool:
    """Whether a token stands in a clause below that of the sentence."""
    return any(t.dep_ in ("advcl", "ccomp", "relcl") for t in token.ancestors)


def _of_state(noun: Token) -> str:
    following = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    return " of state" if following == "of state" else ""


def phrase(noun: Token) -> str:
    """Give a noun with its modifiers, without what follows it."""
    text: str = noun.doc[noun.left_edge.i : noun.i + 1].text
    return text
