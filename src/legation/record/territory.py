"""Land: who claimed it from whom, who got it from whom, and who became independent of whom."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model import Pair, RelationKind
from legation.record.statement import Statement, lines
from legation.world import period

CLAIM_COLUMNS = (
    "claim_id", "place", "claimant", "target", "start", "end", "administered_by", "settlement",
    "note", "source",
)  # fmt: skip
CHANGE_COLUMNS = ("change_id", "place", "loser", "gainer", "date", "how", "note", "source")
INDEPENDENCE_COLUMNS = ("state", "from_state", "date", "how", "note", "source")


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each two states what land stood or passed between them."""
    for line in lines(CLAIM_COLUMNS, "claims", of=of):
        when = period(line["start"], line["end"])
        said = f"{line['claimant']} claimed {line['place']} from {line['target']}"
        yield line.relation(
            RelationKind.TERRITORIAL_CLAIM, line["claimant"], line["target"], when, said,
            line["place"],
        )  # fmt: skip
    for line in lines(CHANGE_COLUMNS, "territorial_changes", of=of):
        when = period(line["date"], line["date"])
        said = f"{line['place']} passed from {line['loser']} to {line['gainer']} by {line['how']}"
        yield line.relation(
            RelationKind.TERRITORIAL_CHANGE, line["gainer"], line["loser"], when, said,
            line["place"],
        )  # fmt: skip
    for line in lines(INDEPENDENCE_COLUMNS, "independence", of=of):
        when = period(line["date"], line["date"])
        said = f"{line['state']} became independent of {line['from_state']} by {line['how']}"
        yield line.relation(
            RelationKind.TERRITORIAL_CHANGE, line["state"], line["from_state"], when, said,
            "independence",
        )  # fmt: skip
