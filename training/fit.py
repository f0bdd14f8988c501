"""Fine-tuning on the corpus."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from legation.coding.scorer.marking import Marked, mark
from legation.coding.scorer.wordpiece import WordPiece
from training.corpus import NONE, STATUSES, Example, labels
from training.model import PairModel

SKIP = -100
UNMARKED = 0.08
"""How often the recipient's mark is left out, for texts that leave the recipient to the reader."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training: over how many epochs, how fast, and with what held still.

    Args:
        epochs: times that every example is seen.
        rate: the highest learning rate of the encoder; the heads' is six times as high.
        frozen: layers of the encoder, from the bottom, that keep their weights; from one layer
            on its words keep theirs too.
    """

    epochs: int
    rate: float
    frozen: int


STAGES = (Stage(3, 1e-4, 1), Stage(3, 8e-5, 0))
"""First the upper layers and heads, then everything, as in Howard and Ruder (2018)."""


def fit(
    model: PairModel,
    pieces: WordPiece,
    examples: Sequence[Example],
    stage: Stage,
    batch: int = 32,
    seed: int = 7,
    checkpoint: str = "",
) -> PairModel:
    """Train encoder and heads; the same examples and seed give the same model."""
    random.seed(seed)
    torch.manual_seed(seed)
    names = labels()
    index = {name: i for i, name in enumerate(names)}
    model.requires_grad_(True)
    if stage.frozen:
        for part in (model.encoder.embeddings, *model.encoder.encoder.layer[: stage.frozen]):
            part.requires_grad_(False)
    own = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    rate = stage.rate
    steps = stage.epochs * ((len(examples) + batch - 1) // batch)
    optimiser = torch.optim.AdamW(
        [{"params": own, "lr": rate}, {"params": heads, "lr": 6 * rate}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=[rate, 6 * rate], total_steps=steps, pct_start=0.1,
        anneal_strategy="linear",
    )  # fmt: skip
    weights = _weights(examples, names)
    model.train()
    for epoch in range(stage.epochs):
        order = list(examples)
        random.shuffle(order)
        order = _by_length(order, batch)
        total = 0.0
        for at in range(0, len(order), batch):
            rows = [_augment(e) for e in order[at : at + batch]]
            marked = [mark(pieces, e.text, e.a, e.b) for e in rows]
            outputs = model(*tensors(marked, pieces))
            loss = _loss(outputs, rows, index, weights)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item()
        if checkpoint:
            torch.save(model.state_dict(), checkpoint)
        print(f"epoch {epoch + 1}: loss {total * batch / len(order):.3f}", flush=True)
    return model.eval()


def _by_length(order: list[Example], batch: int) -> list[Example]:
    """Put examples of like length into the same batch, batches in random order."""
    chunks = []
    for at in range(0, len(order), batch * 20):
        pool = sorted(order[at : at + batch * 20], key=lambda e: len(e.text))
        chunks += [pool[i : i + batch] for i in range(0, len(pool), batch)]
    random.shuffle(chunks)
    return [e for chunk in chunks for e in chunk]


def tensors(marked: Sequence[Marked], pieces: WordPiece) -> tuple[torch.Tensor, ...]:
    """Pad marked sentences into one batch."""
    pad = pieces.vocabulary["[PAD]"]
    longest = max(len(m.ids) for m in marked)
    ids = torch.tensor([m.ids + [pad] * (longest - len(m.ids)) for m in marked])
    mask = torch.tensor([[1] * len(m.ids) + [0] * (longest - len(m.ids)) for m in marked])
    return ids, mask, torch.tensor([m.a for m in marked]), torch.tensor([m.b for m in marked])


def _augment(e: Example) -> Example:
    """Exchange the sides at random; now and then leave the recipient unmarked."""
    if e.label != NONE and random.random() < UNMARKED:
        return Example(e.text, e.a, [], e.label, e.status, None, e.back_status, e.slice)
    if e.b and random.random() < 0.5:
        label, back = e.back, e.label
        return Example(e.text, e.b, e.a, label, e.back_status, back, e.status, e.slice)
    return e


def _weights(examples: Sequence[Example], names: list[str]) -> torch.Tensor:
    counts = Counter(e.label.split("/")[0] for e in examples)
    mean = sum(counts.values()) / len(counts)
    counts[NONE] = round(mean)
    return torch.tensor(
        [float(np.clip((mean / max(counts[n.split("/")[0]], 1)) ** 0.5, 0.5, 2)) for n in names]
    )


def _loss(outputs, rows: list[Example], index: dict[str, int], weights) -> torch.Tensor:
    there, there_status, back, back_status = outputs
    loss = 0
    for logits, statuses, side in ((there, there_status, "label"), (back, back_status, "back")):
        wanted = [getattr(e, side) for e in rows]
        which = torch.tensor([SKIP if w is None else index[w] for w in wanted])
        types = torch.tensor([SKIP if w is None else index[w.split("/")[0]] for w in wanted])
        known = torch.tensor([w is not None for w in wanted])
        if not known.any():
            continue
        type_logits = by_type(logits, list(index))
        loss = loss + cross_entropy(
            type_logits[known], types[known], weight=weights[: type_logits.shape[1]],
            label_smoothing=0.05,
        )  # fmt: skip
        loss = loss + 0.3 * cross_entropy(logits[known], which[known])
        said = [
            STATUSES.index(e.status if side == "label" else e.back_status)
            if w not in (None, NONE)
            else SKIP
            for e, w in zip(rows, wanted, strict=True)
        ]
        if any(s != SKIP for s in said):
            loss = loss + 0.5 * cross_entropy(statuses, torch.tensor(said), ignore_index=SKIP)
    return loss


def by_type(logits: torch.Tensor, names: list[str]) -> torch.Tensor:
    """Sum the labels of a type; the types stand first in the list of labels."""
    types = [n for n in names if "/" not in n]
    return torch.stack(
        [
            torch.logsumexp(logits[:, [i for i, n in enumerate(names) if n.split("/")[0] == t]], 1)
            for t in types
        ],
        dim=1,
    )
