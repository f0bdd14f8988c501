"""What can go wrong with a data set."""

from __future__ import annotations

from legation.errors import UserError


class DatasetError(UserError):
    """A data set that is not known, not at hand, or not what it should be."""
