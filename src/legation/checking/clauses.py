"""Verdicts on clauses that no trigger knows: their words and days against every line on record.

A trigger knows what kind of thing a clause tells of. Writers put most things otherwise ("his army
was in Georgia that August"), but names, rare words, parties and day of a line come again in
whatever words it is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.checking.acts import Act
from legation.checking.clause import Clause, clause_of, clauses_of
from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict
from legation.checking.likeness import opinion_of, placed
from legation.checking.meaning import DIRECTED
from legation.checking.spans import lines_of
from legation.coding.passages import Passage
from legation.record.words import Entry


def check_clauses(passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    """Say of each clause that was not judged yet whether a line of the record tells the same.

    Args:
        passage: the sentence.
        taken: the stretches, as character offsets in the document, of what was judged already.
    """
    for verb, start, end in clauses_of(passage):
        evidence = passage.quote(start, end)
        first, last = evidence.start_char or 0, evidence.end_char or 0
        if any(first < end and start < last for start, end in taken):
            continue
        clause = clause_of(passage, verb, start, end)
        if _ahead(clause, passage):
            continue
        judged = opinion_of(clause)
        if judged is not None:
            verdict, why, found = judged
            yield Finding(Claim(ClaimKind.EVENT, evidence), verdict, why, _proofs(found))


def _ahead(clause: Clause, passage: Passage) -> bool:
    """Whether a clause tells of what was still to come when the text was written."""
    day = passage.document.published
    return bool(day and clause.dates and all(p.start and p.start > day for p in clause.dates))


def second_opinion(finding: Finding, act: Act, passage: Passage) -> Finding:
    """Give what a line of the record with the clause's words and day says, where an act's
    verdict found nothing of it.
    """  # fmt: skip
    if finding.verdict is Verdict.ON_RECORD:
        return _in_another_town(finding, act, passage)
    judged = opinion_of(clause_of(passage, act.verb, act.start, act.end))
    if judged is None or judged[0] is Verdict.NOT_ON_RECORD:
        return finding
    verdict, why, found = judged
    if finding.verdict is Verdict.DIFFERS and (
        verdict is not Verdict.ON_RECORD or (act.directed and act.matter in DIRECTED)
    ):
        return finding
    return Finding(finding.claim, verdict, why, _proofs(found))


def _in_another_town(finding: Finding, act: Act, passage: Passage) -> Finding:
    """Say that a meeting on record was elsewhere than its clause says."""
    lines = lines_of(finding)
    if not lines or not lines[0].place:
        return finding
    verdict, why, found = placed(clause_of(passage, act.verb, act.start, act.end), lines[0])
    return finding if verdict is Verdict.ON_RECORD else Finding(
        finding.claim, verdict, why, _proofs(found))  # fmt: skip


def _proofs(found: list[Entry]) -> tuple[Proof, ...]:
    return tuple(Proof(e.table, e.key, e.said, e.source) for e in found[:3])
