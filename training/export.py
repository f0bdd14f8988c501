"""A trained model as the eight-bit file that ships."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from legation.coding.scorer.marking import Marked
from legation.coding.scorer.wordpiece import WordPiece
from training.corpus import STATUSES, labels
from training.fit import tensors
from training.model import PairModel

WEIGHTS = Path(__file__).parents[1] / "src" / "legation" / "coding" / "scorer" / "weights"


def export(model: PairModel, pieces: WordPiece, temperature: float, to: Path = WEIGHTS) -> None:
    """Write ``scorer.onnx``, ``vocabulary.txt`` and ``card.json``."""
    to.mkdir(parents=True, exist_ok=True)
    sample = [Marked([101, 2, 1996, 2000, 3, 102], 1, 2), Marked([101, 2, 1996, 102], 1, 0)]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model.eval(),
            tensors(sample, pieces),
            str(whole),
            input_names=["ids", "mask", "a", "b"],
            output_names=["there", "there_status", "back", "back_status"],
            dynamic_axes={
                "ids": {0: "n", 1: "length"}, "mask": {0: "n", 1: "length"},
                "a": {0: "n"}, "b": {0: "n"},
            },
            opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, to / "scorer.onnx", weight_type=QuantType.QInt8, per_channel=True)
    ordered = sorted(pieces.vocabulary, key=pieces.vocabulary.__getitem__)
    (to / "vocabulary.txt").write_text("\n".join(ordered) + "\n", encoding="utf-8")
    card = {"labels": labels(), "statuses": list(STATUSES), "temperature": round(temperature, 3)}
    (to / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
