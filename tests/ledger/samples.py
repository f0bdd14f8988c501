"""Small documents and rows that the ledger's tests share."""

import datetime as dt
import hashlib

from legation.model import Document, Event, Evidence, Period, Relation, RelationKind, Source

NOV = {n: dt.date(2013, 11, n) for n in range(1, 31)}


def source(name, published=None, **fields):
    return Source(f"source of {name}", "text", f"{name}.txt", published=published, **fields)


def document(name, published=None, text=None):
    text = text or f"Text of {name}: they met."
    return Document(name, source(name, published), text, published=published)


def event(of, type="CONSULT", actor="RUS", recipient="JPN", when=None, start=None, **fields):
    """Build an event that quotes the whole of a document."""
    when = when or Period.day(start or NOV[2])
    fields = {"mutual": True, "coder": "rules/1:meet"} | fields
    evidence = Evidence.span(of, 0, len(of.text))
    dates = {"start": when.start, "end": when.end, "precision": when.precision}
    return Event(type, actor, recipient, of.source.source_id, evidence, **(dates | fields))


def relation(of, kind=RelationKind.ALLIANCE, a="USA", b="JPN", when=None, **fields):
    """Build a relation that quotes the whole of a document."""
    when = when or Period.since(Period.year(1951))
    evidence = Evidence.span(of, 0, len(of.text))
    dates = {
        "start": when.start,
        "end": when.end,
        "start_precision": when.start_precision,
        "end_precision": when.end_precision,
    }
    fields = {"coder": "rules/1:bond"} | fields
    return Relation(kind, a, b, of.source.source_id, evidence, **(dates | fields))


def told(ledger, *queries):
    """Give what a ledger shows: each event's actor, start and number of sources."""
    return [(r.row.actor, r.row.start, len(r.sources)) for r in ledger.events(*queries)]


def files(ledger):
    """List the files of a ledger that hold its state, with their digests."""
    return {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in ledger.path.rglob("*")
        if p.is_file() and not p.name.startswith("lock")
    }
