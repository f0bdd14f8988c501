"""The brief of a pair, put together."""

from __future__ import annotations

import datetime as dt

from legation.briefing.chronology import chronology, third_parties
from legation.briefing.disputes import disputes
from legation.briefing.institutions import joint_organisations, offices
from legation.briefing.material import Material, gather
from legation.briefing.rows_told import counted
from legation.briefing.structure import Brief, Coverage, Group, Part, Sentence
from legation.briefing.summary import summary
from legation.errors import UserError
from legation.ledger import Ledger
from legation.model import State, Status
from legation.record import DATASET


def brief(ledger: Ledger, a: State, b: State, as_of: dt.date) -> Brief:
    """Tell the story of two states from a ledger and the world tables.

    Args:
        ledger: what was read.
        a: the state to name first.
        b: the other.
        as_of: the day it is told for; what became known later is left out.

    Raises:
        UserError: the two are one state.
        LedgerError: the ledger cannot be read.

    Examples:
        >>> import tempfile
        >>> from legation.world import states
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     told = brief(Ledger(folder), states()["RUS"], states()["JPN"],
        ...                  dt.date(2013, 11, 2))
        >>> told.title, told.coverage.pair_rows
        ('Russia and Japan, as of 2 November 2013', 0)
        >>> told.part("offices").groups[0].sentences[0].text
        'President: Vladimir Putin, since 7 May 2012.'
    """
    if a.code == b.code:
        raise UserError(f"a brief needs two states, and both are {a.name} ({a.code})",
                        "name another")  # fmt: skip
    material = gather(ledger, a, b, as_of)
    parts = (
        summary(material),
        chronology(material),
        disputes(material),
        joint_organisations(material),
        offices(material),
        third_parties(material),
    )
    coverage = _coverage(material)
    rows = tuple(r.row for r in material.told)
    told = (*parts, _coverage_part(coverage, len(material.told) - len(material.read)))
    return Brief(a, b, as_of, told, material.references.listed(), coverage, rows)


def _coverage(material: Material) -> Coverage:
    held = material.summary
    read = material.read
    reported = (r.row for r in read if r.row.status is Status.REPORTED)
    days = [d for row in reported for d in (row.start, row.end) if d]
    sources = {c.source_id for r in read for c in r.sources if c.evidence.dataset != DATASET}
    return Coverage(
        held.documents,
        held.sources,
        held.all.first,
        held.all.last,
        len(read),
        len(sources),
        min(days, default=None),
        max(days, default=None),
        material.later,
    )


def _left_out(coverage: Coverage) -> tuple[Sentence, ...]:
    if not coverage.later:
        return ()
    return (
        Sentence(
            f"Left out: {counted(coverage.later, 'further row')} of this pair that started or "
            "became known after that day; a document without a date is known since it was read."
        ),
    )


def _coverage_part(coverage: Coverage, on_record: int) -> Part:
    span = f", with events from {coverage.first} to {coverage.last}" if coverage.first else ""
    own = ""
    if coverage.pair_first:
        own = f", from {coverage.pair_first} to {coverage.pair_last}"
    sentences = (
        Sentence(
            f"The ledger holds {counted(coverage.documents, 'document')} from "
            f"{counted(coverage.sources, 'source')}{span}."
        ),
        Sentence(
            f"Told here of this pair: {counted(coverage.pair_rows, 'row')} (events and relations) "
            f"from {counted(coverage.pair_sources, 'source')}{own}."
        ),
        Sentence(
            f"The embedded record adds {counted(on_record, 'statement')}; it is a selection, but "
            "for the inter-state wars of the Correlates of War list."
        ),
        *_left_out(coverage),
        Sentence(
            "What is not told here was not found in them; that does not mean that it never "
            "happened. Counts are of reports found, and grow with what is read."
        ),
    )
    return Part("coverage", "What this rests on", (Group("", sentences),))
