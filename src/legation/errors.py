"""What can go wrong, each kind with one clear line and what to do next."""

from __future__ import annotations


class LegationError(Exception):
    """The root of every error that Legation raises on purpose.

    Args:
        problem: what was wrong, in one line.
        remedy: what the user can do about it, in one line.

    Examples:
        >>> str(LegationError("no such file: a.txt", "check the path"))
        'no such file: a.txt: check the path'
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}: {remedy}" if remedy else problem)


class UserError(LegationError):
    """The input or the request is at fault; the command line exits with 2."""


class UnreadableError(UserError):
    """A file, page or stream that gives no text to read."""


class RefusedAddressError(UserError):
    """A URL that Legation will not fetch (a private address, a foreign scheme)."""


class UnknownStateError(UserError):
    """A name or code that no state has."""


class InvalidDateError(UserError):
    """A date that no calendar has, or a period that ends before it starts."""


class LedgerError(LegationError):
    """A ledger that cannot be opened, is broken, or is busy."""


class TableError(LegationError):
    """A packaged table that does not hold what it declares."""
