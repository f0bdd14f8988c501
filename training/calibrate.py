"""How sure the scorer may be: one temperature, fitted on examples that it has not seen."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from evals.marked import held_out
from torch.nn.functional import cross_entropy

from legation.coding.scorer.marking import mark
from legation.coding.scorer.wordpiece import WordPiece
from training.corpus import Example, labels
from training.fit import tensors
from training.model import PairModel


def split(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Part the corpus by a digest of each sentence, the same way each time."""
    return (
        [e for e in examples if not held_out(e.text)],
        [e for e in examples if held_out(e.text)],
    )


def temperature(model: PairModel, pieces: WordPiece, examples: Sequence[Example]) -> float:
    """Give what to divide the logits by, so that a probability of .8 is right four times in five.

    Method: temperature scaling (Guo and others 2017).
    """
    index = {name: i for i, name in enumerate(labels())}
    logits = []
    with torch.no_grad():
        for at in range(0, len(examples), 64):
            chunk = [mark(pieces, e.text, e.a, e.b) for e in examples[at : at + 64]]
            logits.append(model(*tensors(chunk, pieces))[0])
    scores = torch.cat(logits)
    wanted = torch.tensor([index[e.label] for e in examples])
    tried = [x / 20 for x in range(10, 61)]
    return min(tried, key=lambda t: cross_entropy(scores / t, wanted).item())
