"""Characters that a clean text may hold, and the white space between them."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# Controls, soft hyphen, zero-width and bidirectional marks, interlinear anchors, tags,
# noncharacters: invisible, and able to hide or reorder words. Lone surrogates go as well.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACE = re.compile(r"\s+")
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def clean(text: str) -> str:
    r"""Normalise characters to NFC, line ends to ``\n``, and drop the invisible ones.

    Typographic quotes, dashes and the like stay as they were written.

    Examples:
        >>> clean("Ko\u0301\u200bnig\u202e\x00\r\n“so”")
        'Kónig\n“so”'
    """
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    r"""Turn every run of white space into one space.

    Examples:
        >>> one_line(" two\xa0 plus\n two ")
        'two plus two'
    """
    return _SPACE.sub(" ", text).strip()


def glue(left: str, right: str) -> str:
    """Join two lines of a paragraph: with a space, or without one between East Asian characters.

    Examples:
        >>> glue("two plus", "two"), glue("日本と", "ロシア")
        ('two plus two', '日本とロシア')
    """
    if left and right and _CJK.match(left[-1]) and _CJK.match(right[0]):
        return left + right
    return f"{left} {right}" if left and right else left + right


def key(text: str) -> str:
    """Reduce a text to its letters and digits, for comparing what two extractors found.

    Examples:
        >>> key("“Two plus two”, again")
        'twoplustwoagain'
    """
    return "".join(filter(str.isalnum, text.casefold()))
