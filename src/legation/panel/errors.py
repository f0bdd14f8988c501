"""What can go wrong with a panel."""

from __future__ import annotations

from legation.errors import UserError


class PanelError(UserError):
    """A panel that cannot be built or extended as asked."""
