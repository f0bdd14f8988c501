"""A document checked, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

from legation.checking.acts import acts_in
from legation.checking.clauses import check_clauses, second_opinion
from legation.checking.counts import check_counts, check_measures, check_members
from legation.checking.deeds import check_act
from legation.checking.duration import check_durations
from legation.checking.finding import Finding
from legation.checking.firsts import check_firsts
from legation.checking.judgements import check_judgements
from legation.checking.known import Known
from legation.checking.names import act_around, check_name, occurrences, tells_of
from legation.checking.offices import check_offices
from legation.checking.order import check_order
from legation.checking.roles import check_roles
from legation.checking.spans import check_spans
from legation.coding.passages import Passage, passages
from legation.ledger import Ledger
from legation.model import Document


def check(document: Document, ledger: Ledger | None = None) -> list[Finding]:
    """Go through a document claim by claim, and say of each what the record shows.

    Args:
        document: what to check.
        ledger: what was read before counts beside the embedded record; None for that alone.

    Returns:
        The findings in the order of their words.

    Examples:
        >>> from legation.reading import read_text
        >>> text = "Japan ceded Taiwan to China by the Treaty of Shimonoseki in 1895."
        >>> sorted(f.verdict.value for f in check(read_text(text)))
        ['differs', 'on_record']
    """
    known = Known(document, ledger)
    found = [f for passage in passages(document) for f in _checked(passage, known)]
    return sorted(_distinct(found), key=lambda f: f.claim.evidence.start_char or 0)


def _checked(passage: Passage, known: Known) -> Iterator[Finding]:
    acts = acts_in(passage)
    names = occurrences(passage)
    told = [f for name in names for f in check_name(name, acts, passage)]
    for act in acts:
        if not any(act_around(n, acts) is act and tells_of(act, n) for n in names):
            told += [second_opinion(f, act, passage) for f in check_act(act, passage, known)]
    told += check_clauses(passage, [_stretch(f) for f in told])
    yield from told
    held = list(check_offices(passage))
    yield from held
    yield from check_roles(passage, [_stretch(f) for f in held])
    yield from check_counts(acts, passage, known)
    yield from check_members(passage)
    yield from check_measures(passage)
    orders = list(check_order(acts, passage, known))
    yield from orders
    yield from check_firsts(told, passage, [_stretch(f) for f in orders])
    lengths = list(check_durations(acts, names, passage, known))
    yield from lengths
    yield from check_spans(told, passage, [_stretch(f) for f in lengths])
    yield from check_judgements(acts, passage, known)


def _stretch(finding: Finding) -> tuple[int, int]:
    evidence = finding.claim.evidence
    return evidence.start_char or 0, evidence.end_char or 0


def _distinct(found: list[Finding]) -> list[Finding]:
    """Drop what says the same of the same words twice."""
    seen: dict[tuple[object, ...], Finding] = {}
    for f in found:
        e = f.claim.evidence
        seen.setdefault((f.claim.kind, e.start_char, e.end_char, f.verdict), f)
    return list(seen.values())
