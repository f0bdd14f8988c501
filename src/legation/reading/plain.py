"""Plain text, typed or saved from a page, to a draft: title, standfirst, date, paragraphs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from legation.reading import boilerplate, credits, dateline
from legation.reading.blocks import Block, Draft, Role
from legation.reading.unwrapping import blocks_of

_LONGEST_TITLE = 150
_LONGEST_SUBTITLE = 250
_FEWEST_SUBTITLE_WORDS = 4  # "Background" under a title is a heading
# Dates and bylines stand within the first lines; below them a date belongs to the story.
_HEAD_BLOCKS = 8
_CLOSED = re.compile(r"[.;,:。][\"'”’»)\]]*$")
_SECOND_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+[\"“‘(]?[A-ZÀ-Þ]")
_LABEL = re.compile(r"^(?:title|headline|subject|subtitle)\s*:\s*", re.I)


def draft(text: str) -> Draft:
    r"""Read clean plain text.

    Args:
        text: text as :func:`legation.reading.characters.clean` gives it.

    Examples:
        >>> d = draft("Russia and Japan meet\n\n10 November 2013\n\nThey met in Tokyo.")
        >>> d.title, d.published.isoformat(), [b.text for b in d.blocks]
        ('Russia and Japan meet', '2013-11-10', ['They met in Tokyo.'])
    """
    blocks = blocks_of(text)
    head = _Head(dateline.copyright_year(text))
    body = boilerplate.strip(_captions(head.read(blocks)))
    return Draft(tuple(body), head.title, head.subtitle, head.published)


def _captions(blocks: list[Block]) -> list[Block]:
    return [
        Block(Role.CAPTION, credits.strip_credit(b.text))
        if b.role is Role.PARAGRAPH and credits.is_captioned(b.text)
        else b
        for b in blocks
    ]


@dataclass(slots=True)
class _Head:
    """Takes title, standfirst, byline and date off the top of a text."""

    year: int | None
    title: str | None = None
    subtitle: str | None = None
    published: dt.date | None = None
    _signed: bool = False
    _changed: dt.date | None = None

    def read(self, blocks: list[Block]) -> list[Block]:
        """Consume the head and give the blocks that are left, the dateline split off.

        A date may stand below a heading that is neither title nor standfirst, so the search goes
        on over short lines, which are kept, until the first sentence.
        """
        left: list[Block] = []
        at = 0
        while at < min(len(blocks), _HEAD_BLOCKS):
            if not self._takes(blocks, at):
                if blocks[at].role is Role.ITEM or not _is_headline(blocks[at].text):
                    break
                left.append(blocks[at])
            at += 1
        rest = blocks[at:]
        if rest and rest[0].role is Role.PARAGRAPH:
            rest[:1] = self._opened(rest[0])
        self.published = self.published or self._changed
        return left + rest

    def _takes(self, blocks: list[Block], at: int) -> bool:
        text, more = blocks[at].text, blocks[at + 1 :]
        if (day := dateline.date_line(text)) and more:
            if dateline.is_update(text):
                self._changed = self._changed or day
            else:
                self.published = self.published or day
            self._signed = True
            return True
        if boilerplate.is_byline(text) and more:
            self._signed = True
            return True
        if boilerplate.is_boilerplate(text) or (boilerplate.is_letterhead(text) and more):
            return True
        if blocks[at].role is Role.ITEM or not more or dateline.opening(text):
            return False
        return self._takes_title(text) or self._takes_subtitle(text, more)

    def _takes_title(self, text: str) -> bool:
        label = _LABEL.match(text)
        if self.title or not (label or _is_headline(text)):
            return False
        self.title = _LABEL.sub("", text)
        return True

    def _takes_subtitle(self, text: str, more: list[Block]) -> bool:
        if self.subtitle or not self.title or self._signed or len(text) > _LONGEST_SUBTITLE:
            return False
        if len(text.split()) < _FEWEST_SUBTITLE_WORDS:
            return False
        # A full sentence under the title is its standfirst only if byline or date come after it.
        if _CLOSED.search(text) or len(text) > _LONGEST_TITLE:
            after = more[0].text
            signed = boilerplate.is_byline(after) or dateline.date_line(after)
            if not signed or _SECOND_SENTENCE.search(text):
                return False
        self.subtitle = _LABEL.sub("", text)
        return True

    def _opened(self, block: Block) -> list[Block]:
        found = dateline.opening(block.text, self.year)
        if found is None:
            return [block]
        self.published = self.published or found.date
        return [Block(Role.DATELINE, found.dateline), Block(Role.PARAGRAPH, found.rest)]


def _is_headline(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not _CLOSED.search(text)
