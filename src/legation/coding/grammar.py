"""Who does what to whom, read off a dependency parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "csubj", "expl"}
_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_OBJECTS = {"dobj", "oprd", "attr"}
_NAMES = {("out", "of"): "from", ("ahead", "of"): "before"}
"""Two prepositions that say what another says alone."""
_CARRYING = {"by", "as", "in", "on", "over", "during", "for", "at", "via"}
_SENDING = {"send", "dispatch", "deploy", "use", "order", "scramble"}
"""Verbs whose subject does what their object is sent to do: "sent jets to bomb"."""
_SHARING = {"conj", "xcomp", "advcl", "acl", "pcomp", "prep", "advmod", "acomp"}


@dataclass(slots=True)
class Frame:
    """A predicate with its arguments, each as the head tokens of its phrases.

    Args:
        predicate: the verb or noun.
        subjects: who does it (the agent of a passive).
        objects: whom or what it is done to (the subject of a passive).
        prepositions: ``{preposition: heads}`` of its complements.
        passive: whether the verb is passive.
    """

    predicate: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    prepositions: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False
    datives: list[Token] = field(default_factory=list)

    def after(self, *prepositions: str) -> list[Token]:
        """Give the heads of the complements of any of some prepositions.

        A complement that hangs on another one counts where there is no other: "spoke by
        telephone with", "a visit as president to". An indirect object counts as after "to".
        """
        found = [t for p in prepositions for t in self.prepositions.get(p, ())]
        if "to" in prepositions:
            found += self.datives
        return found or list(self._deeper(prepositions))

    def _deeper(self, prepositions: tuple[str, ...]) -> Iterator[Token]:
        for name, heads in self.prepositions.items():
            if name not in _CARRYING:
                continue
            for head in heads:
                for child in head.children:
                    if child.dep_ == "prep":
                        yield from (t for p, t in complements(child) if p in prepositions)


def verb_frame(verb: Token) -> Frame:
    """Read the arguments of a verb, following passives, relatives and shared subjects."""
    frame = Frame(verb)
    frame.passive = any(c.dep_ in _PASSIVE_SUBJECTS or c.dep_ == "auxpass" for c in verb.children)
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.lower_ in ("both", "each") and before.head != verb:
        frame.subjects.append(before)
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    frame.passive = frame.passive or reduced
    for child in verb.children:
        _enter(frame, child)
    if reduced:
        frame.objects += group(verb.head)
    if verb.lemma_ in _GIVING and frame.objects and "to" not in frame.prepositions:
        frame.prepositions["to"] = list(_given_to(verb))
    if not (frame.objects if frame.passive else frame.subjects):
        _share(frame, verb)
    return frame


_GIVING = {
    "award", "cede", "extend", "give", "grant", "hand", "lend", "restore", "return", "sell", "send",
    "surrender", "transfer", "yield",
}  # fmt: skip


def _given_to(verb: Token) -> Iterator[Token]:
    """Give the receiver that the parse hangs on what is given: "ceded A and part of B to C"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    for token in [t for o in objects for t in o.subtree][::-1]:
        if token.lower_ == "to" and token.dep_ == "prep":
            yield from (h for _, h in complements(token))
            return


def _enter(frame: Frame, child: Token) -> None:
    heads = group(_antecedent(child))
    if child.lower_ in ("both", "each", "neither") and child.i < frame.predicate.i:
        frame.subjects.append(child)
    elif child.dep_ in _SUBJECTS:
        frame.subjects += heads
    elif child.dep_ in _PASSIVE_SUBJECTS or child.dep_ in _OBJECTS:
        frame.objects += heads
    elif child.dep_ == "dative":
        frame.datives += [h for _, h in complements(child)] if child.pos_ == "ADP" else heads
    elif child.dep_ == "agent":
        frame.subjects += [h for o in child.children if o.dep_ == "pobj" for h in group(o)]
    elif child.dep_ in ("prep", "prt", "advmod"):
        for name, head in complements(child):
            frame.prepositions.setdefault(name, []).append(head)
    elif child.dep_ in ("ccomp", "xcomp"):
        inner = [c for c in child.children if c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
        frame.prepositions.setdefault("that", []).extend(h for c in inner for h in group(c))


def _share(frame: Frame, verb: Token) -> None:
    """Take the subject from the clause that a subjectless verb hangs on."""
    above, below = verb.head, verb
    for _ in range(4):
        if below.dep_ not in _SHARING or above == below:
            return
        if below.dep_ == "acl" and above.pos_ in ("NOUN", "PROPN", "PRON"):
            if not frame.passive:
                frame.subjects += _controllers(above)
            return
        if below.dep_ == "advmod" and below.pos_ != "ADV":
            return
        if below.dep_ == "prep" and above.pos_ not in ("VERB", "AUX"):
            return
        outer = [c for c in above.children if c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
        if below.dep_ == "xcomp":
            controlled = [c for c in above.children if c.dep_ == "dobj"]
            outer = controlled if controlled and above.lemma_ not in _SENDING else outer
        if outer:
            heads = [h for c in outer for h in group(_antecedent(c))]
            if frame.passive:
                frame.objects += heads
            else:
                frame.subjects += heads
            return
        above, below = above.head, above


def _controllers(noun: Token) -> list[Token]:
    """Give who does the verb of "its decision to attack": the possessor, else the noun."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        return [h for c in owners for h in group(c)]
    first = noun
    while first.dep_ in ("pobj", "prep", "attr") and first.head != first:
        first = first.head
    if first.lemma_ == "be" and first != noun:
        return [h for c in first.children if c.dep_ in _SUBJECTS for h in group(c)]
    if noun.dep_ in ("dobj", "pobj") and noun.head.pos_ in ("VERB", "ADP"):
        verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        above = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if above and noun.lower_ not in ("people",):
            return [h for c in above for h in group(c)] if noun.pos_ == "NOUN" else [noun]
    return group(noun)


def _antecedent(token: Token) -> Token:
    """Give the noun that a relative pronoun stands for; any other token as it is."""
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return _beyond_the_place(token.head.head)
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "conj":
        return token.head.head.head if token.head.head.dep_ == "relcl" else token
    return token


def _beyond_the_place(noun: Token) -> Token:
    """Give what "which" is where the parse takes the place: "an accord in Rome, which ended"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at") or noun.pos_ != "PROPN":
        return noun
    above = noun.head.head
    if above.pos_ == "NOUN":
        return above
    objects = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"]
    return objects[0] if objects else noun


def noun_frame(noun: Token) -> Frame:
    """Read the arguments of a noun: possessor, by-phrase and the other complements.

    A participle's count as its own: "a treaty signed by", "talks held between".
    """
    frame = Frame(noun)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for grandchild in child.children:
                if grandchild.dep_ in ("prep", "agent"):
                    _complement(frame, grandchild)
        if child.dep_ == "poss":
            frame.subjects += group(child)
        elif child.dep_ in ("prep", "agent"):
            _complement(frame, child)
    return frame


def _complement(frame: Frame, preposition: Token) -> None:
    for name, head in complements(preposition):
        if name == "by":
            frame.subjects.append(head)
        else:
            frame.prepositions.setdefault(name, []).append(head)


def complements(preposition: Token) -> Iterator[tuple[str, Token]]:
    """Give ``(preposition, head)`` for each complement, chains such as "out of" included."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            for head in group(child):
                yield (
                    _NAMES.get((preposition.head.lower_, preposition.lower_), preposition.lower_),
                    head,
                )
        elif child.dep_ == "prep":
            yield from complements(child)


def group(head: Token) -> list[Token]:
    """Give a phrase's head with those it is joined to by "and" or a comma."""
    found, queue = [head], [head]
    while queue:
        token = queue.pop()
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                found.append(child)
                queue.append(child)
    return found


def modifiers(noun: Token) -> Iterator[Token]:
    """Give the words before a noun that qualify it, with those joined to them."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss", "nummod", "advmod"):
            yield child
            for token in child.subtree:
                if token.i != child.i and token.i < noun.i:
                    yield token
