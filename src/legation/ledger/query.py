"""What a reader of the ledger asks for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legation.errors import UserError
from legation.model import Pair, Status


@dataclass(frozen=True, slots=True)
class Query:
    """Which events or relations to show; an empty tuple does not restrict.

    Folding comes before the dates: a window selects among the folded rows, so that a row shown
    for a window is one that is shown without it. ``as_of`` comes before folding, because a
    later report may not choose what an earlier day could know.

    Args:
        pair: both parties.
        states: at least one party is one of these.
        kinds: event types or relation kinds.
        statuses: how the row is presented; only ``reported`` unless asked for.
        since: the row's period reaches this day or goes beyond it.
        until: the row's period starts on this day or before it.
        include_undated: with a bound, show undated rows too.
        as_of: only rows whose source was published (where that is unknown, retrieved) on this
            day or before, and which started by then; a source with neither date always counts.
        limit: at most this many, in the order of the answer.
        superseded: show the rows of older coder versions as well.

    Raises:
        UserError: the window ends before it starts, or the limit is negative.

    Examples:
        >>> Query(pair=Pair.of("RUS", "JPN"), since=dt.date(2013, 1, 1)).bounded
        True
    """

    pair: Pair | None = None
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = (Status.REPORTED,)
    since: dt.date | None = None
    until: dt.date | None = None
    include_undated: bool = False
    as_of: dt.date | None = None
    limit: int | None = None
    superseded: bool = False

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise UserError(f"the window {self.since} to {self.until} ends before it starts")
        if self.limit is not None and self.limit < 0:
            raise UserError(f"a limit of {self.limit} rows", "give 0 or more")

    @property
    def bounded(self) -> bool:
        """Whether a date bound is given."""
        return self.since is not None or self.until is not None
