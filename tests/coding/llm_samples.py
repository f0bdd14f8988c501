"""A text of two sentences, what a model may say of it, and a coder that does not wait."""

from __future__ import annotations

from typing import Any

from tests.coding.endpoint import Endpoint

from legation.coding.llm import LlmCoder
from legation.model import Document, Source

TEXT = (
    "On 2 November 2013 the ministers of Russia\nand Japan held talks in Tokyo. "
    "Japan claims the southern Kurils."
)
TALKS: dict[str, Any] = {
    "row": "event", "type": "CONSULT", "mode": None, "actor": "RUS", "recipient": "Japan",
    "mutual": True, "actor_role": "GOV", "recipient_role": "GOV", "actor_text": "Russia",
    "recipient_text": "Japan", "start": "2013-11-02", "end": "2013-11-02", "precision": "day",
    "place": "Tokyo", "status": "reported", "topics": ["diplomatic"],
    "quote": "the ministers of Russia and Japan held talks in Tokyo.",
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "row": "relation", "kind": "territorial_claim", "a": "JPN", "b": "RUS", "mutual": False,
    "start": None, "end": None, "start_precision": None, "end_precision": "open",
    "terms": "the southern Kurils", "status": "reported",
    "quote": "Japan claims the southern Kurils.",
}  # fmt: skip
DOCUMENT = Document("d1", Source("s1", "text", "a.txt"), TEXT)
KEY = "sk-very-secret"


def coder(server: Endpoint, **given: Any) -> LlmCoder:
    return LlmCoder(server.url, "small:1b", **{"sleep": lambda _: None} | given)
