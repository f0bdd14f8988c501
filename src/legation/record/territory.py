"""Land: who claimed it from whom, who got it from whom, and who became independent of whom."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model import Pair, RelationKind
from legation.record.statement import Line, Statement, called, lines
from legation.world import period

CLAIM_COLUMNS = (
    "claim_id", "place", "claimant", "target", "start", "end", "administered_by", "settlement",
    "note", "source",
)  # fmt: skip
CHANGE_COLUMNS = ("change_id", "place", "loser", "gainer", "date", "how", "note", "source")
INDEPENDENCE_COLUMNS = ("state", "from_state", "date", "how", "note", "source")
CLAIM, CHANGE = RelationKind.TERRITORIAL_CLAIM, RelationKind.TERRITORIAL_CHANGE


def statements(of: Pair | None = None) -> Iterator[Statement]:
    """Say of each two states what land stood or passed between them.

    A line that names no second state (land of the League of Nations, a state that nobody had
    ruled) says nothing of two.
    """
    for line in lines(CLAIM_COLUMNS, "claims", of=of):
        when = period(line["start"], line["end"])
        claimant, target = called(line["claimant"]), called(line["target"])
        said = f"{claimant} claimed {line['place']} from {target}"
        yield line.relation(CLAIM, line["claimant"], line["target"], when, said, line["place"])
    for line in lines(CHANGE_COLUMNS, "territorial_changes", of=of):
        loser, gainer = called(line["loser"]), called(line["gainer"])
        said = f"{line['place']} passed from {loser} to {gainer} by {line['how']}"
        yield from _passed(line, line["gainer"], line["loser"], said, line["place"])
    for line in lines(INDEPENDENCE_COLUMNS, "independence", of=of):
        state, former = called(line["state"]), called(line["from_state"])
        said = f"{state} became independent of {former} by {line['how']}"
        yield from _passed(line, line["state"], line["from_state"], said, "independence")


def _passed(line: Line, gainer: str, loser: str, said: str, what: str) -> Iterator[Statement]:
    if loser and gainer:
        when = period(line["date"], line["date"])
        yield line.relation(CHANGE, gainer, loser, when, said, what, line["how"])
