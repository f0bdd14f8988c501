"""Sanctions between states."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model import Pair, RelationKind
from legation.record.statement import Statement, called, lines
from legation.world import period

COLUMNS = (
    "sanction_id", "senders", "target", "kind", "start", "end", "reason", "note", "source",
)  # fmt: skip


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each sender and target what was kept from whom."""
    for line in lines(COLUMNS, "sanctions", of=of):
        when, kind = period(line["start"], line["end"]), line["kind"].replace("|", ", ")
        for sender in line["senders"].split():
            target = called(line["target"])
            said = f"Sanctions of {called(sender)} on {target} ({kind}) over {line['reason']}"
            yield line.relation(RelationKind.SANCTIONS, sender, line["target"], when, said, kind)
