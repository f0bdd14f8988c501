"""Parses for tests, made once a session: the model is loaded once and each text parsed once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.coding.sentences import document

from legation.coding.parse import Parsed, parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@cache
def section(text: str) -> Parsed:
    [parsed] = parse(document(text))
    return parsed


def doc(text: str) -> Doc:
    return section(text).doc


def word(text: str, form: str, nth: int = 1) -> Token:
    """Give the nth token of a text with a form."""
    return [t for t in doc(text) if t.text == form][nth - 1]


def texts(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]
