"""Many documents coded at once, one process a core."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from legation.coding.coder import code
from legation.errors import LegationError
from legation.model import Document, Row

AHEAD = 8
"""Documents a process that are read before they are coded: memory is bounded by these."""


def code_many(
    documents: Iterable[Document], jobs: int, known: Callable[[Document], bool] = lambda _: False
) -> Iterator[tuple[Document, list[Row]]]:
    """Code documents in several processes, and give them back in their order.

    The processes are started afresh, so a script that calls this must not do its work when it is
    imported (``if __name__ == "__main__":``). After an interruption what is running ends, and
    the rest is not begun.

    Args:
        documents: what to code; taken from as fast as they are coded.
        jobs: how many processes.
        known: says of a document that it need not be coded; it is given back without rows.

    Raises:
        LegationError: a process was ended from outside, most likely for want of memory.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=fresh, initializer=_leave_ctrl_c) as pool:
        waiting: deque[tuple[Document, Future[list[Row]]]] = deque()
        try:
            for document in documents:
                waiting.append(
                    (document, pool.submit(_nothing if known(document) else code, document))
                )
                if len(waiting) >= AHEAD * jobs:
                    yield _done(waiting)
            while waiting:
                yield _done(waiting)
        finally:
            for _, future in waiting:
                future.cancel()


def _done(waiting: deque[tuple[Document, Future[list[Row]]]]) -> tuple[Document, list[Row]]:
    document, future = waiting.popleft()
    try:
        return document, future.result()
    except BrokenProcessPool as error:
        raise LegationError(
            f"a process that coded ended unexpectedly, at {document.source.address}",
            "what was coded before is kept; read again with --jobs 1",
        ) from error


def _nothing(_: Document) -> list[Row]:
    return []


def _leave_ctrl_c() -> None:
    """Leave an interruption to the process that reads."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
