"""Scores from the trained encoder that ships with the package.

A sentence encoder of six layers (MiniLM; Wang and others 2020), fine-tuned on the project's own
corpus with both sides marked, as in Baldini Soares and others (2019), and quantised to eight
bits. Its model card is in the documentation.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import onnxruntime

from legation.coding.scorer.marking import Marked, Span, mark
from legation.coding.scorer.wordpiece import WordPiece
from legation.model import Status

Array = npt.NDArray[np.float32]

NONE = "NONE"
BATCH = 32


class Card(TypedDict):
    """What the trainer writes beside the weights: the order of the outputs, and the calibration.

    ``temperature`` divides the logits (Guo and others 2017).
    """

    labels: list[str]
    statuses: list[str]
    temperature: float


@dataclass(frozen=True, slots=True)
class Score:
    """What one side does to another, as probabilities.

    Args:
        labels: ``{label: probability}`` over ``NONE``, the types, and types with a mode; they
            sum to one.
        statuses: ``{status: probability}``; they sum to one.
    """

    labels: dict[str, float]
    statuses: dict[Status, float]

    def types(self) -> dict[str, float]:
        """Sum the labels of each type; ``NONE`` is among them."""
        sums: dict[str, float] = {}
        for label, p in self.labels.items():
            code = label.partition("/")[0]
            sums[code] = sums.get(code, 0.0) + p
        return sums

    def best(self) -> tuple[str, float]:
        """Give the likeliest type but ``NONE``, and its probability."""
        types = self.types()
        code = max((t for t in types if t != NONE), key=types.__getitem__)
        return code, types[code]

    def mode(self, code: str) -> str | None:
        """Give the likeliest mode of a type, or None where the type as such is likelier."""
        own = {name: p for name, p in self.labels.items() if name.partition("/")[0] == code}
        return max(own, key=own.__getitem__).partition("/")[2] or None

    def status(self) -> Status:
        """Give the likeliest status."""
        return max(self.statuses, key=self.statuses.__getitem__)


class Scorer:
    """The encoder with its vocabulary, labels and calibration.

    Args:
        model: the ONNX model's bytes.
        vocabulary: its pieces, one a line.
        card: labels, statuses and temperature, as trained.
    """

    def __init__(self, model: bytes, vocabulary: str, card: Card) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # a reader of many texts runs one process a core
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = WordPiece({p: i for i, p in enumerate(vocabulary.split("\n")) if p})
        self._labels = card["labels"]
        self._statuses = [Status(s) for s in card["statuses"]]
        self._temperature = card["temperature"]

    def mark(self, text: str, a: Sequence[Span], b: Sequence[Span]) -> Marked:
        """Mark two sides of a sentence for :meth:`score`."""
        return mark(self._pieces, text, a, b)

    def score(self, marked: Sequence[Marked]) -> list[tuple[Score, Score]]:
        """Score marked sentences.

        Returns:
            For each, what the first side does to the second, and the second to the first.
        """
        order = sorted(range(len(marked)), key=lambda i: len(marked[i].ids))
        found: list[tuple[Score, Score] | None] = [None] * len(marked)
        for at in range(0, len(order), BATCH):
            chunk = order[at : at + BATCH]
            for i, scores in zip(chunk, self._run([marked[i] for i in chunk]), strict=True):
                found[i] = scores
        return [f for f in found if f is not None]

    def _run(self, marked: Sequence[Marked]) -> list[tuple[Score, Score]]:
        longest = max(len(m.ids) for m in marked)
        ids = np.zeros((len(marked), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, m in enumerate(marked):
            ids[row, : len(m.ids)] = m.ids
            mask[row, : len(m.ids)] = 1
        inputs = {
            "ids": ids,
            "mask": mask,
            "a": np.array([m.a for m in marked], dtype=np.int64),
            "b": np.array([m.b for m in marked], dtype=np.int64),
        }
        there, there_status, back, back_status = self._session.run(None, inputs)
        forward = self._scores(there, there_status)
        return list(zip(forward, self._scores(back, back_status), strict=True))

    def _scores(self, labels: Array, statuses: Array) -> list[Score]:
        of_labels = _softmax(labels / self._temperature)
        of_statuses = _softmax(statuses)
        return [
            Score(
                dict(zip(self._labels, p.tolist(), strict=True)),
                dict(zip(self._statuses, s.tolist(), strict=True)),
            )
            for p, s in zip(of_labels, of_statuses, strict=True)
        ]


def _softmax(logits: Array) -> Array:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), dtype=np.float32)


@cache
def scorer() -> Scorer:
    """Load the scorer that ships with the package, once."""
    folder = files("legation.coding.scorer") / "weights"
    return Scorer(
        (folder / "scorer.onnx").read_bytes(),
        (folder / "vocabulary.txt").read_text(encoding="utf-8"),
        json.loads((folder / "card.json").read_text(encoding="utf-8")),
    )
