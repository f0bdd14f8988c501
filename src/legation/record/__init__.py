"""The embedded record: facts about relations since 1816 that ship with the package."""

from legation.record.coverage import Extent, coverage
from legation.record.facts import Fact, facts, facts_of
from legation.record.named import Named, named
from legation.record.statement import DATASET

__all__ = ["DATASET", "Extent", "Fact", "Named", "coverage", "facts", "facts_of", "named"]
