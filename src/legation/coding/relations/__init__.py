"""Lasting relations: what a sentence says holds, or began or ended, between two sides."""

from legation.coding.relations.bond import Bond, Phase
from legation.coding.relations.find import find_bonds

__all__ = ["Bond", "Phase", "find_bonds"]
