"""The lines that date a document, and the dateline that opens a news report."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from legation.reading import printed_dates

# A line that is more than its date is a sentence unless it is this short.
_LONGEST_DATE_LINE = 140
_LABEL = (
    r"(?:first\s+)?(?:published|posted|publication date|release date|released|issued|date|"
    r"veröffentlicht|publié|publicado|pubblicato|опубликовано)"
)
_UPDATED = r"(?:last\s+)?(?:updated|modified|edited|aktualisiert|mis à jour|actualizado)"
_LABELLED = re.compile(
    rf"^\W*(?P<label>{_LABEL}|{_UPDATED})\b\s*(?:on|at|le|el|am|il)?\s*:?\s*", re.I
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}day\b|\b(?:mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?|"
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\n\d]{0,40}((?:19|20)\d\d)(?![\d–-])", re.I)
_TIME = re.compile(
    r"(?:\bat\s+)?\bT?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?)?"
    r"(?:\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|MSK|JST|IST|Uhr|Z)\b)?(?:\s*[+-]\d{2}:?\d{2}\b)?"
    r"|\b\d{1,2}\s*[ap]m\b",
    re.I,
)
_PLACE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
# What may stand before the date: a place, labels in bars, a byline; and after it: the like.
_BEFORE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE})?\s*[,–—-]|.{{0,60}}[|·•]|(?i:on)"
    rf"|(?i:(?:posted |published )?by) [\w.' -]{{2,60}}?(?:,| on))?\s*"
)
_AFTER = re.compile(
    rf"\s*(?:[|·•].{{0,70}}|[,/–—-]?\s*\(?{_PLACE}\)?|[,/–—-]?\s*(?i:by) [\w.' -]{{2,60}})?"
    r"[\s,/–—-]*"
)


class Opening(NamedTuple):
    """A paragraph that opens with a dateline, such as ``MOSCOW, Nov. 2 (Wire) -``."""

    dateline: str
    rest: str
    date: dt.date | None


def date_line(line: str) -> dt.date | None:
    """Give the day of a line that does nothing but date its document.

    Args:
        line: one line of text.

    Returns:
        The day, or None where the line is a sentence, a title with a date in it, or undated.

    Examples:
        >>> date_line("Published: 10 Nov 2013 08:15"), date_line("10 November 2013 | Tokyo")
        (datetime.date(2013, 11, 10), datetime.date(2013, 11, 10))
        >>> date_line("On 10 November 2013 the ministers met in Tokyo") is None
        True
    """
    line = line.strip()
    if len(line) > _LONGEST_DATE_LINE:
        return None
    bare = _LABELLED.sub("", line, count=1)
    found = printed_dates.find(bare)
    if found is None:
        return None
    before = _WEEKDAY.sub("", _TIME.sub("", bare[: found.start])).strip(" ,:(")
    after = _TIME.sub("", _WEEKDAY.sub("", bare[found.end :])).strip(" )")
    before = before + "," if before and bare[: found.start].rstrip().endswith(",") else before
    if after.endswith(".") and len(after) > 1:
        return None
    return found.day if _BEFORE.fullmatch(before) and _AFTER.fullmatch(after) else None


def is_update(line: str) -> bool:
    """Whether a line says when a page was changed, which is not when it was published."""
    found = _LABELLED.match(line)
    return bool(found and re.fullmatch(_UPDATED, found["label"], re.I))


def copyright_year(text: str) -> int | None:
    r"""Give the one year of the copyright lines of a text, None where there is none or several.

    Examples:
        >>> copyright_year("They met.\n(c) 2013 The Wire")
        2013
    """
    years = set(_COPYRIGHT.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def is_labelled_date(line: str) -> bool:
    """Whether a line says "Published: ..." or "Updated: ..." and no more than that."""
    return bool(_LABELLED.match(line)) and date_line(line) is not None


def opening(paragraph: str, year: int | None = None) -> Opening | None:
    """Split the dateline off a report's first paragraph, so that its first sentence is whole.

    A dateline needs a dash or colon, and a place in capitals, an agency in brackets or a date; a
    day without its year takes the given year, or else gives no date.

    Args:
        paragraph: the first paragraph of the text.
        year: the year that the document names elsewhere, such as in its copyright line.

    Examples:
        >>> found = opening("MOSCOW, Nov. 2, 2013 (Wire) - Russia and Japan met.")
        >>> found.dateline, found.rest, found.date.isoformat()
        ('MOSCOW, Nov. 2, 2013 (Wire) -', 'Russia and Japan met.', '2013-11-02')
        >>> opening("NATO - an alliance since 1949 - has grown.") is None
        True
    """
    found = _opening().match(paragraph)
    if not found or not (found["capitals"] or found["agency"] or found["date"]):
        return None
    day = found["date"] or ""
    printed = printed_dates.find(day) or (printed_dates.find(f"{day}, {year}") if year else None)
    rest = paragraph[found.end() :]
    return Opening(found[0].strip(), rest, printed.day if printed else None)


@cache
def _opening() -> re.Pattern[str]:
    word = r"[A-Z][\w.'’-]*"
    return re.compile(
        rf"(?:(?P<capitals>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{{2,}}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){{0,3}})"
        rf"|(?P<place>{word}(?: {word}){{0,2}}))?"
        rf"(?:, {word}(?: {word}){{0,2}}?)?"
        rf"(?:,?\s*(?P<date>(?i:{printed_dates.month_day()})))?"
        rf"(?:\s*(?P<agency>[(\[][A-Z][\w .,/&-]{{1,40}}[)\]]))?"
        rf"(?:\s*(?:--+|[-–—])\s+|\s*—\s*|(?<=[A-Z]{{4}}):\s+)(?=[\"“‘«(]?[A-ZÀ-Þ\d])"
    )
