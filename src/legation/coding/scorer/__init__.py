"""The trained scorer: what each of two marked sides of a sentence does to the other."""

from legation.coding.scorer.scorer import Score, Scorer, scorer

__all__ = ["Score", "Scorer", "scorer"]
