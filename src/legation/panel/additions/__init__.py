"""What can be added to a panel, one kind a file."""

from __future__ import annotations

from legation.panel.additions.registry import Addition, addition, additions_for

__all__ = ["Addition", "addition", "additions_for"]
