"""Which language a text is in: by its script, then by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from legation import tables

_SAMPLE = 20_000  # characters; more adds nothing
_FEWEST_WORDS = 8  # fewer can be a name in any language
# A running text has a third or more of its words in the profile of its language.
_LEAST_SHARE = 0.12
# The runner-up must stay well behind: Spanish and Portuguese share half their profiles.
_LEAST_LEAD = 1.25
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]"), 0.1),
    ("ko", re.compile(r"[\uac00-\ud7af]"), 0.3),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.4),
    ("el", re.compile(r"[\u0370-\u03ff]"), 0.5),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.5),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.5),
    ("hi", re.compile(r"[\u0900-\u097f]"), 0.5),
    ("ka", re.compile(r"[\u10a0-\u10ff]"), 0.5),
    ("hy", re.compile(r"[\u0530-\u058f]"), 0.5),
)
_DECLARED = re.compile(r"[a-z]{2}(?=$|[-_])")
# Letters that decide between languages of one script, each by itself.
_LETTERS = {"uk": "їєґ", "be": "ў", "fa": "پچژگ", "ur": "ٹڈڑے"}


def detect(text: str, declared: str | None = None) -> str | None:
    """Name the language of a text.

    A clear reading of the text wins over the declaration, which templates often get wrong.

    Args:
        text: the clean text.
        declared: what the page says, such as ``en-GB``.

    Returns:
        An ISO 639-1 code, or None where unsure.

    Examples:
        >>> detect("The two ministers met in Tokyo and agreed to hold talks on the islands")
        'en'
        >>> detect("Токио 2013") is None
        True
    """
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample) or _declaration(declared)


def _declaration(declared: str | None) -> str | None:
    found = _DECLARED.match((declared or "").strip().lower())
    return found.group() if found else None


def _by_script(text: str) -> str | None:
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_WORDS:
        return None
    shares = (
        (code, len(pattern.findall(text)) / letters, least) for code, pattern, least in _SCRIPTS
    )
    return next((code for code, share, least in shares if share >= least), None)


def _by_words(text: str) -> str | None:
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    scores = {
        language: sum(counts[w] for w in profile) / len(words)
        for language, profile in _profiles().items()
    }
    (best, first), (_, second) = Counter(scores).most_common(2)
    if first < _LEAST_SHARE or first < second * _LEAST_LEAD:
        return None
    return _sharpened(best, text)


def _sharpened(language: str, text: str) -> str:
    """Correct a language to a neighbour whose own letters the text uses."""
    rivals = {"ru": ("uk", "be"), "ar": ("fa", "ur")}.get(language, ())
    for rival in rivals:
        if sum(text.count(c) for c in _LETTERS[rival]) > len(text) / 200:
            return rival
    return language


@cache
def _profiles() -> dict[str, frozenset[str]]:
    table = tables.rows("reading", "common_words.csv", ("language", "words"))
    return {row["language"]: frozenset(row["words"].split()) for row in table}
