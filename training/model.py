"""A small sentence encoder with heads for what each of two sides does to the other."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel


class PairModel(nn.Module):
    """Encoder and heads.

    The first half of the output answers for the first side as actor, the second half for the
    second side.

    Args:
        folder: where the pre-trained encoder lies.
        labels: how many labels there are.
        statuses: how many statuses.
    """

    def __init__(self, folder: str, labels: int, statuses: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.2)
        self.hidden = nn.ModuleDict({w: nn.Linear(3 * width, width) for w in ("there", "back")})
        self.label = nn.ModuleDict({w: nn.Linear(width, labels) for w in ("there", "back")})
        self.status = nn.ModuleDict({w: nn.Linear(width, statuses) for w in ("there", "back")})

    def forward(
        self, ids: Tensor, mask: Tensor, a: Tensor, b: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give logits of labels and statuses, there and back, for a batch of marked sentences."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        rows = torch.arange(ids.shape[0])
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        joined = self.drop(torch.cat([states[rows, a], states[rows, b], mean], dim=-1))
        out = []
        for way in ("there", "back"):
            h = self.drop(torch.nn.functional.gelu(self.hidden[way](joined)))
            out += [self.label[way](h), self.status[way](h)]
        return tuple(out)
