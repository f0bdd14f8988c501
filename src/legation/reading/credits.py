"""Photo credits: stripped from captions, and the sign by which a caption is known in plain text."""

from __future__ import annotations

import re

from legation.reading.boilerplate import is_boilerplate

_AGENCY = (
    r"(?:Reuters|AFP|AP(?: Photo)?|Associated Press|Getty(?: Images)?|EPA|Xinhua|TASS|ITAR-TASS|"
    r"RIA Novosti|Sputnik|Kyodo(?: News)?|Jiji|ANI|PTI|DPA|dpa|ANP|Shutterstock|Alamy|Flickr|"
    r"Wikimedia(?: Commons)?|Bloomberg|NurPhoto|Anadolu|Kremlin\.ru|Press Association|PA)"
)
_WORD = (
    r"(?:photo(?:graph)?(?: credit| courtesy)?|image(?: credit| source)?|picture(?: credit)?|pic|"
    r"foto|credit|file photo|courtesy|source|©|\(c\))"
)
_PERSON = r"(?:[A-Z][\w.'’-]* ){0,3}"
_NAMES = r"[\w .,'’&/@-]{0,70}"
_BEGIN = r"(?:(?<=[.!?”\"’)])|^|[|–—-])\s*"
_CREDITS = (
    rf"[(\[]\s*(?i:{_WORD})\s*(?:(?i:by|of|courtesy of|via|from)\b\s*|[:/|–—-]\s*)?"
    r"[^()\[\]]{0,80}[)\]]",
    rf"[(\[]\s*{_NAMES}{_AGENCY}{_NAMES}[)\]]",
    rf"{_BEGIN}(?i:{_WORD})\s*(?:(?i:by|courtesy of|via)\s+|[:/|]\s*){_NAMES}\.?",
    rf"{_BEGIN}(?i:file (?:photo|picture|image))\.?",
    rf"{_BEGIN}©\s*{_NAMES}\.?",
    rf"{_BEGIN}{_PERSON}(?:[A-Z][\w.'’-]* ?/ ?)?{_AGENCY}"
    rf"(?: ?[/|] ?[\w .'’/-]{{2,60}})?\.?",
)
_END = re.compile(rf"\s*(?:{'|'.join(_CREDITS)})\s*$")
_START = re.compile(rf"^\s*(?:{_CREDITS[0]}|(?i:photo|image|picture|caption)\s*:)\s*(?=\S+ \S)")
# Fewer words are a name or a place beside a picture, and say nothing that could be coded.
_FEWEST_WORDS = 4


def strip_credit(caption: str) -> str:
    """Take the photographer and the agency off a caption.

    Examples:
        >>> strip_credit("The ministers meet in Tokyo on 2 November. (Photo: Reuters)")
        'The ministers meet in Tokyo on 2 November.'
        >>> strip_credit("Jane Doe/Getty Images")
        ''
    """
    caption = caption.strip()
    for _ in range(3):  # "(Photo: AP) © AP" has two
        shorter = _END.sub("", caption[-400:])
        caption = caption[:-400] + shorter if len(caption) > 400 else shorter
    caption = _START.sub("", caption).strip(" |–—")
    return "" if is_boilerplate(caption) else caption


def is_captioned(paragraph: str) -> bool:
    """Whether a paragraph of plain text ends in a photo credit and so was a caption.

    Examples:
        >>> is_captioned("Mr Lavrov and Mr Kishida shake hands in Tokyo (Photo: AFP)")
        True
        >>> is_captioned("The figure comes from a source at Reuters.")
        False
    """
    if len(paragraph) > 500:
        return False
    rest = strip_credit(paragraph)
    return rest != paragraph.strip() and len(rest.split()) >= _FEWEST_WORDS
