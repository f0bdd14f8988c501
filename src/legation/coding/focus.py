"""Who "they", "the two countries" and "its neighbour" are, as a text goes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Focus:
    """The states a reader has in mind at a point of a text.

    Args:
        weights: how often the document names each code, titles counted thrice.
        together: how often its sentences name each pair of states.
        latest: codes in the order of their latest mention, the last one last.
        pair: the two codes last named together, if two were.
        subject: the codes of the last subject that named any.
        group: those whom the last sentence spoke of together, two or more.
        person: the code of the last person in office who was a subject.
        we: who "we" are, in a text that speaks in the first person plural.
    """

    weights: Counter[str] = field(default_factory=Counter)
    together: Counter[tuple[str, ...]] = field(default_factory=Counter)
    latest: list[str] = field(default_factory=list)
    pair: tuple[str, str] | None = None
    subject: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    person: str | None = None
    we: str | None = None

    def mention(self, code: str) -> None:
        """Note that a code was named."""
        if code in self.latest:
            self.latest.remove(code)
        self.latest.append(code)

    def close_sentence(self, named: list[str], subject: list[str]) -> None:
        """Note who a finished sentence named, and who its main subject was."""
        distinct = list(dict.fromkeys(named))
        for code in distinct:
            self.mention(code)
        if len(distinct) == 2:
            self.pair = (distinct[0], distinct[1])
        elif len(set(subject)) == 2:
            first, second = dict.fromkeys(subject)
            self.pair = (first, second)
        if subject:
            self.subject = tuple(dict.fromkeys(subject))

    def one(self) -> str | None:
        """Say who "it" or "the country" is."""
        if len(self.subject) == 1:
            return self.subject[0]
        return self.latest[-1] if self.latest else None

    def two(self, named: list[str]) -> tuple[str, ...]:
        """Say who "the two countries" are, given who the sentence has named so far."""
        here = list(dict.fromkeys(named))
        if len(here) == 2:
            return tuple(here)
        main = self.main_pair()
        if self.dominant():
            return main
        if len(self.subject) == 2:
            return self.subject
        return self.pair or main

    def dominant(self) -> bool:
        """Whether the document is about one pair: named together far oftener than any other."""
        top = [n for _, n in self.together.most_common(2)]
        return len(top) == 1 or (len(top) > 1 and top[0] >= 1.2 * top[1])

    def main_pair(self) -> tuple[str, ...]:
        """Give the two states that the document names together most, or nothing."""
        best = max(
            self.together.items(),
            key=lambda item: (item[1], sum(self.weights[c] for c in item[0])),
            default=((), 0),
        )
        return best[0]

    def other(self, than: str) -> str | None:
        """Say who the other side is: of the pair last named, else of the document's main pair."""
        for pair in (self.pair, self.main_pair()):
            if pair and than in pair:
                return pair[0] if pair[1] == than else pair[1]
        return None
