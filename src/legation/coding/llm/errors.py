"""What can go wrong between Legation and a language model's endpoint."""

from __future__ import annotations

from legation.errors import UserError


class EndpointError(UserError):
    """An endpoint that cannot be used as it is named, or that gives no answer."""


class BrokenOffError(EndpointError):
    """An answer that broke off on the way; asking again may help."""
