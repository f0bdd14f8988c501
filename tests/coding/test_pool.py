"""Documents coded in several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from legation.coding import code
from legation.coding import pool as pools
from legation.coding.pool import AHEAD, code_many
from legation.errors import LegationError
from legation.model import Document
from legation.reading import read_text


def _die(_: Document) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


TEXTS = [
    f"On {day} May 2012 Russia and Japan held talks in Tokyo, and Peru accused Chile of spying."
    for day in range(1, 20)
]


def documents() -> Iterator[Document]:
    return (read_text(text) for text in TEXTS)


def test_rows_are_those_of_one_process_and_in_order() -> None:
    several = list(code_many(documents(), jobs=2))
    assert [d.text for d, _ in several] == TEXTS
    assert [rows for _, rows in several] == [code(d) for d in documents()]


def test_no_more_documents_are_taken_than_memory_is_meant_for() -> None:
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for document in documents():
            taken += 1
            yield document

    coded = code_many(counted(), jobs=1)
    next(coded)
    assert taken <= AHEAD
    coded.close()


def test_a_known_document_is_not_coded() -> None:
    known = {TEXTS[0]}
    coded = code_many(documents(), 1, lambda document: document.text in known)
    found = {document.text: rows for document, rows in coded}
    assert not found[TEXTS[0]]
    assert found[TEXTS[1]]


def test_a_process_that_is_killed_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "code", _die)
    with pytest.raises(LegationError, match="--jobs 1"):
        list(code_many(documents(), jobs=1))
