"""Document to coded events and relations, each with evidence and a reason."""

from legation.coding.coder import code

__all__ = ["code"]
