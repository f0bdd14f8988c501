"""What the readers of each format hand on: blocks of text in order, and what is known of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is on its page; only captions and fragments keep their own section kind."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table row, quotation, caption or dateline."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before its sections are laid out.

    Args:
        blocks: the main text in reading order, without title and subtitle.
        title: headline, without the site's name.
        subtitle: standfirst.
        published: day of publication that the document itself states.
        publisher: name of the site or organisation.
        language: language that the document declares, ISO 639-1.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    subtitle: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    language: str | None = None
