"""Spellings that mean the same: accents, capitals and punctuation left out."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_LETTERS = str.maketrans(
    {
        **{"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ð": "d", "Ð": "D"},
        **{"ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "ŧ": "t", "þ": "th", "Þ": "Th"},
        **{"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"},
    }
)
_MARKS = re.compile(r"[.'’‘ʻʼ`]")
_BREAKS = re.compile(r"[\s,/‐‑–—-]+")


def unaccented(text: str) -> str:
    """Write a text as a keyboard without accents does.

    Examples:
        >>> unaccented("Vučić, Wałęsa, Erdoğan, Ólafur Ragnar Grímsson")
        'Vucic, Walesa, Erdogan, Olafur Ragnar Grimsson'
    """
    if text.isascii():
        return text
    return "".join(c for c in normalize("NFD", text.translate(_LETTERS)) if not combining(c))


def folded(text: str) -> str:
    """Reduce a name to what identifies it, however it is typed.

    Examples:
        >>> folded("The  CÔTE D’IVOIRE"), folded("Guinea-Bissau"), folded("U.S.A.")
        ('cote divoire', 'guinea bissau', 'usa')
    """
    bare = _MARKS.sub("", unaccented(text).casefold()).replace("&", " and ")
    return _BREAKS.sub(" ", bare).strip().removeprefix("the ")
