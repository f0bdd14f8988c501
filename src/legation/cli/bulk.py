"""Reading more documents than anybody looks through on a screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from legation.cli.options import Form
from legation.cli.progress import count

if TYPE_CHECKING:
    from legation.model import Document, Row

SCREEN = 200
"""Documents from which on rows are not collected: JSON lines are written as they come, and in the
terminal a count stands for the table."""
WORTH_IT = 20
"""Documents from which on it pays to start a process a core."""


class Bulk:
    """How a reading is to be done, by how much there is to read.

    Args:
        addresses: what is to be read.
        jobs: processes that were asked for; None leaves it to the number of documents.
        shape: the form of the answer.
        wanted: which rows to show; None where texts are to be shown, not rows.
    """

    def __init__(
        self,
        addresses: list[str],
        jobs: int | None,
        shape: Form,
        wanted: Callable[[Row], bool] | None,
    ) -> None:
        self.documents = count(addresses)
        several = self.documents >= WORTH_IT
        self.jobs = jobs or ((os.cpu_count() or 1) if several else 1)
        brief = shape in (Form.TERMINAL, Form.JSON) and wanted is not None
        streams = brief and self.documents > SCREEN
        self.on_rows = self._take if streams else None
        self._json = shape is Form.JSON
        self._wanted = wanted

    def _take(self, _: Document, rows: list[Row]) -> None:
        if self._json:
            from legation.briefing import render_json
            from legation.cli.output import write_lines

            write_lines(render_json.rows(r for r in rows if self._wanted and self._wanted(r)))
