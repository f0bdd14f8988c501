"""Text to word pieces, as BERT's uncased vocabularies are made (Devlin and others 2019).

The library that usually does this brings a network client with it; the rule is short, and a
test of the training set-up holds it to that library, piece by piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

LONGEST = 100
"""Letters from which a word is taken as unknown."""


class WordPiece:
    """A vocabulary that cuts text into pieces, longest first.

    Args:
        vocabulary: ``{piece: id}``; pieces inside a word begin with ``##``.

    Examples:
        >>> pieces = WordPiece({"[UNK]": 0, "treat": 1, "##ies": 2, ",": 3})
        >>> pieces.ids("Treaties, zz")
        [1, 2, 3, 0]
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = dict(vocabulary)
        self._word = lru_cache(maxsize=50_000)(self._cut)

    def ids(self, text: str) -> list[int]:
        """Give the ids of a text's pieces, in order."""
        return [i for word in _words(text) for i in self._word(word)]

    def _cut(self, word: str) -> tuple[int, ...]:
        unknown = (self.vocabulary["[UNK]"],)
        if len(word) > LONGEST:
            return unknown
        found, start = [], 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                piece = self.vocabulary.get(prefix + word[start:end])
                if piece is not None:
                    break
            else:
                return unknown
            found.append(piece)
            start = end
        return tuple(found)


def _words(text: str) -> Iterator[str]:
    """Split into lower-case words without accents, each mark of punctuation a word."""
    word: list[str] = []
    for letter in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(letter)
        if category == "Mn" or (category[0] == "C" and not letter.isspace()):
            continue
        alone = _is_punctuation(letter, category) or _is_ideograph(letter)
        if (letter.isspace() or alone) and word:
            yield "".join(word)
            word = []
        if alone:
            yield letter
        elif not letter.isspace():
            word.append(letter)
    if word:
        yield "".join(word)


def _is_punctuation(letter: str, category: str) -> bool:
    return category[0] == "P" or (letter.isascii() and category[0] == "S")


def _is_ideograph(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"
