"""How fast the ledger adds, folds and finds, at ten million synthetic events.

Events are drawn with a fixed seed: 200 codes of unequal weight, 40 years, 16 types, five wires
(data sets) of which each repeats what another said in three cases of twenty, a day late at most.
They are added by the ledger's own bulk path, one million at a time.
"""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks import Measure
from legation.ledger import Ledger, Query
from legation.model import Document, Event, Evidence, Pair, Source, codebook

SEED, MILLION, DAYS, WIRES = 20131102, 1_000_000, 14_600, 5
FIRST = dt.date(1980, 1, 1)


def measures(millions: int = 10) -> Iterator[Measure]:
    """Fill a ledger, then time what users wait for."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger", grace=0)
        yield from _appends(ledger, millions)
        yield from _pairs(ledger, "before compaction", limit=None)
        seconds, _ = timed(ledger.compact)
        size = ledger.summary().size / 2**20
        yield Measure(f"compact {millions} M", f"{seconds:.1f} s, {size:.0f} MiB")
        yield from _pairs(ledger, "compacted", limit=0.1)
        yield from _wholes(ledger)
        yield _documents(ledger)


def _appends(ledger: Ledger, millions: int) -> Iterator[Measure]:
    chunks = synthetic(np.random.default_rng(SEED))
    spent = []
    for number, chunk in enumerate(itertools.islice(chunks, millions)):
        sources = wires() if number == 0 else ()
        seconds, _ = timed(lambda c=chunk, s=sources: ledger.add_table("events", c, sources=s))
        spent.append(seconds)
    for name, seconds in (("first", spent[0]), ("last", spent[-1])):
        yield Measure(
            f"append 1 M rows ({name})", f"{seconds:.1f} s, {MILLION / seconds:,.0f} rows/s"
        )


def _pairs(ledger: Ledger, when: str, limit: float | None) -> Iterator[Measure]:
    counts = ledger.counts(Query(states=("A00", "A10")), by="year")
    totals = counts.group_by(["pair_a", "pair_b"]).aggregate([("events", "sum")])
    order = np.argsort(np.abs(totals["events_sum"].to_numpy() - 1_300))
    for name, row in (("usual", order[0]), ("busiest", int(np.argmax(totals["events_sum"])))):
        pair = Pair(totals["pair_a"][row].as_py(), totals["pair_b"][row].as_py())
        query = Query(pair=pair)
        seconds, found = best(lambda q=query: list(ledger.events(q)))
        usual = limit if name == "usual" else None
        what = f"{name} pair, {len(found):,} events, {when}"
        yield Measure(what, f"{seconds:.3f} s", seconds, usual)
        seconds, _ = best(lambda q=query: ledger.table("events", q))
        yield Measure(f"{name} pair as a table, {when}", f"{seconds:.3f} s", seconds, usual)


def _wholes(ledger: Ledger) -> Iterator[Measure]:
    seconds, counts = timed(ledger.counts)
    total = pc.sum(counts["events"]).as_py()
    yield Measure(
        "pair-month-type counts, folded", f"{seconds:.1f} s, {len(counts):,} from {total:,}"
    )
    window = Query(since=FIRST + dt.timedelta(DAYS - 30))
    seconds, found = timed(lambda: ledger.table("events", window))
    yield Measure("last 30 days of all pairs", f"{seconds:.1f} s, {len(found):,} events")


def _documents(ledger: Ledger) -> Measure:
    def add() -> None:
        for number in range(20):
            text = f"On day {number} Alpha met Beta."
            source = Source(f"text {number}", "text", f"{number}.txt", published=FIRST)
            document = Document(f"document {number}", source, text)
            evidence = Evidence.span(document, 0, len(text))
            event = Event("CONSULT", "A03", "A77", source.source_id, evidence, coder="rules/1:x")
            ledger.add([document], [event])

    seconds, _ = timed(add)
    return Measure(
        "add one document to the full ledger", f"{seconds / 20:.3f} s", seconds / 20, 1.0
    )


def wires() -> list[Source]:
    """Build the source of each wire and year."""
    return [
        Source(f"wire {w} {y}", "dataset", f"wire-{w}", published=dt.date(1980 + y, 12, 31))
        for w in range(WIRES)
        for y in range(DAYS // 365 + 1)
    ]


def synthetic(draw: np.random.Generator) -> Iterator[pa.Table]:
    """Draw events, a million a table, for ever."""
    weights = 1 / np.arange(1, 201) ** 0.9
    codes = pa.array([f"A{n:02}" if n < 100 else f"B{n - 100:02}" for n in range(200)])
    weights /= weights.sum()
    for number in itertools.count():
        told = _told(draw, weights)
        yield _table(told, codes, number)


def _told(draw: np.random.Generator, weights: np.ndarray) -> dict[str, np.ndarray]:
    actor = draw.choice(200, MILLION, p=weights)
    recipient = (actor + 1 + draw.choice(199, MILLION, p=weights[:199] / weights[:199].sum())) % 200
    day = np.sort(draw.integers(0, DAYS, MILLION))
    told = {
        "actor": actor,
        "recipient": recipient,
        "day": day,
        "type": draw.choice(16, MILLION, p=np.arange(16, 0, -1) / 136),
        "wire": draw.integers(0, WIRES, MILLION),
        "mutual": draw.random(MILLION) < 0.3,
        "mode": draw.integers(-4, 3, MILLION),
        "id": draw.integers(0, 2**63, MILLION),
    }
    again = draw.choice(MILLION, MILLION * 3 // 20, replace=False)
    for name in ("actor", "recipient", "type", "mutual", "mode"):
        told[name][again] = told[name][again - 1]
    told["day"][again] = told["day"][again - 1] + draw.integers(0, 2, len(again))
    told["wire"][again] = (told["wire"][again - 1] + 1) % WIRES
    return told


def _table(told: dict[str, np.ndarray], codes: pa.Array, number: int) -> pa.Table:
    types = pa.array(sorted(codebook().types))
    epoch = (FIRST - dt.date(1970, 1, 1)).days
    day = pa.array((told["day"] + epoch).astype(np.int32)).cast(pa.date32())
    mode = pa.array(["visit", "phone", "meet"]).take(pa.array(told["mode"], mask=told["mode"] < 0))
    keys = pa.array(np.arange(MILLION) + number * MILLION).cast(pa.string())
    wire = pa.array(told["wire"]).cast(pa.string())
    year = pa.array(told["day"] // 365).cast(pa.string())
    columns: dict[str, Any] = {
        "event_id": pc.binary_join_element_wise(
            pa.array([f"{i:016x}" for i in told["id"].tolist()]), "", ""
        ),
        "type": types.take(pa.array(told["type"])),
        "mode": mode,
        "actor": codes.take(pa.array(told["actor"])),
        "recipient": codes.take(pa.array(told["recipient"])),
        "mutual": pa.array(told["mutual"]),
        "start": day,
        "end": day,
        "precision": pa.repeat("day", MILLION),
        "source_id": pc.binary_join_element_wise("wire", wire, year, " "),
        "dataset": pc.binary_join_element_wise("wire", wire, " "),
        "row_key": keys,
        "quote": pc.binary_join_element_wise("row", keys, "of the wire says that they met", " "),
    }
    return pa.table(columns)


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Time one call."""
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def best(act: Callable[[], Any]) -> tuple[float, Any]:
    """Time the median of five calls after one to warm up."""
    act()
    runs = sorted((timed(act) for _ in range(5)), key=lambda run: run[0])
    return runs[2]
