"""Document to coded rows by a language model, each row held to the document's own words."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from legation.coding.fold import fold
from legation.coding.llm import prompt
from legation.coding.llm.answers import rows_in
from legation.coding.llm.cache import Cache
from legation.coding.llm.chunks import Chunk, chunks
from legation.coding.llm.client import Client, Sleep
from legation.coding.llm.rows import UnfitError, row_from
from legation.coding.llm.transport import TIMEOUT, Transport
from legation.coding.llm.usage import Usage
from legation.errors import LegationError, UserError
from legation.model import Document, Row

CODER = f"llm/{prompt.VERSION}"
"""Name and version of the coder; a row's ``coder`` adds the model."""

MOST_ROWS = 300
"""Rows of one part that are looked at: a part of 2,000 tokens has no more to tell."""


class LlmCoder:
    """Codes documents with a language model behind an OpenAI-compatible endpoint.

    The text of each document goes to the endpoint. What comes back is data: a row stands only if
    its quote is in the document, its sides are states or organisations known, its words are in
    the codebook and its dates are dates. What the model answers badly raises nothing.

    Args:
        base_url: of the endpoint, such as ``http://localhost:11434/v1``; plain http only to this
            machine or a private network.
        model: the model's name there.
        api_key: sent to the endpoint, and neither shown nor stored.
        timeout: seconds that one request may take.
        retries: how often to ask again where the endpoint is busy or broken off, and where an
            answer is no JSON.
        cache: a folder for answers, so that none is asked for twice; None for no cache.
        budget: tokens of a document that go into one request, by a rough count.
        sleep: how to wait before asking again.

    Raises:
        UserError: the base URL, the key, the time-out or the model's name cannot be used.

    Examples:
        >>> coder = LlmCoder("http://localhost:11434/v1", "llama3.1:8b")
        >>> coder.name, coder.usage.requests
        ('llm/1', 0)
        >>> LlmCoder("http://93.184.216.34/v1", "large")
        Traceback (most recent call last):
        legation.coding.llm.errors.EndpointError: will not send texts to 93.184.216.34 over http, \
where others can read them: give an https address
    """

    name = CODER

    def __init__(
        self,
        base_url: str,
        model: str,
        api_key: str | None = None,
        *,
        timeout: float = TIMEOUT,
        retries: int = 2,
        cache: Path | None = None,
        budget: int = 2_000,
        sleep: Sleep = time.sleep,
    ) -> None:
        if not model.strip():
            raise UserError("no model is named", "give its name as the endpoint knows it")
        self.model = model
        self.usage = Usage()
        self._transport = Transport(base_url, api_key, timeout)
        self._client = Client(self._transport, model, retries, self.usage, sleep)
        self._retries = retries
        self._cache = Cache(cache) if cache else None
        self._budget = budget
        self._incomplete: dict[str, LegationError] = {}

    @property
    def incomplete(self) -> Mapping[str, LegationError]:
        """The documents, by id, with a part for which the model gave no usable answer."""
        return self._incomplete

    def __call__(self, document: Document) -> list[Row]:
        """Code a document into events and relations.

        Returns:
            The rows in the order of their evidence; repeated mentions folded into one row.

        Raises:
            EndpointError: the endpoint cannot be reached, refuses, or is too slow.
            LegationError: an answer cannot be kept in the cache.
        """
        self._incomplete.pop(document.document_id, None)
        parts = chunks(document, self._budget)
        rows: dict[Row, None] = {}
        for number, chunk in enumerate(parts, 1):
            answer = self._answer(document, chunk)
            if answer is None:
                self._incomplete[document.document_id] = self._unusable(number, len(parts))
            else:
                rows |= dict.fromkeys(self._rows(answer, document, chunk))
        ordered = sorted(rows, key=lambda row: row.evidence.start_char or 0)
        folded = fold([(row, "sentence" if row.period.dated else "none") for row in ordered])
        self.usage.rows += len(folded)
        return folded

    def _answer(self, document: Document, chunk: Chunk) -> list[Any] | None:
        """Give the rows of an answer as they came; None where no answer is JSON."""
        asked = prompt.messages(document, chunk)
        contents = (message["content"] for message in asked)
        key = Cache.key(self._transport.address, self.model, CODER, *contents)
        if self._cache and (kept := self._cache.get(key)) is not None:
            self.usage.cached += 1
            return kept
        for _ in range(self._retries + 1):
            rows = rows_in(self._client.complete(asked))
            if rows is not None:
                if self._cache:
                    self._cache.put(key, rows)
                return rows
            asked = prompt.messages(document, chunk, insist=True)
        return None

    def _rows(self, answer: list[Any], document: Document, chunk: Chunk) -> list[Row]:
        found = []
        for given in answer[:MOST_ROWS]:
            try:
                found.append(row_from(given, document, chunk, f"{CODER}:{self.model}"))
            except UnfitError as reason:
                self.usage.dropped[str(reason)] += 1
        if len(answer) > MOST_ROWS:
            self.usage.dropped[f"over {MOST_ROWS} of one part"] += len(answer) - MOST_ROWS
        return found

    def _unusable(self, number: int, of: int) -> LegationError:
        part = f"part {number} of {of}: " if of > 1 else ""
        return UserError(
            f"{part}{self.model} gave no JSON in {self._retries + 1} answers, so this is not kept",
            "try again or name another model",
        )
