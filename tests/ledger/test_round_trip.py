import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.ledger import Ledger, Query
from legation.model import (
    Document,
    Event,
    Evidence,
    Precision,
    Relation,
    RelationKind,
    Section,
    Source,
    Status,
    codebook,
    digest,
)
from legation.model.evidence import SectionKind

TEXT = st.text(max_size=12)
MAYBE = st.none() | TEXT
DAY = st.dates()
MAYBE_DAY = st.none() | DAY
PRECISION = st.none() | st.sampled_from(Precision)
CONFIDENCE = st.none() | st.floats(0, 1)
COUNTED = st.tuples(MAYBE_DAY, MAYBE_DAY).map(lambda d: tuple(sorted(d)) if None not in d else d)
MOMENT = st.datetimes(timezones=st.just(dt.UTC))


@st.composite
def documents(draw):
    source = Source(
        draw(TEXT),
        draw(TEXT),
        draw(TEXT),
        draw(MAYBE),
        draw(MAYBE),
        draw(MAYBE_DAY),
        draw(st.none() | MOMENT),
        draw(MAYBE),
        draw(MAYBE),
    )
    text = draw(st.text(max_size=60))
    offset = st.integers(0, 60)
    section = st.builds(Section, st.sampled_from(SectionKind), offset, offset)
    return Document(
        digest(text),
        source,
        text,
        tuple(draw(st.lists(section, max_size=3))),
        draw(MAYBE),
        draw(MAYBE_DAY),
        draw(MAYBE),
        draw(st.booleans()),
    )


@st.composite
def evidence(draw, document):
    if draw(st.booleans()):
        return Evidence(quote=draw(MAYBE), dataset=draw(TEXT), row_key=draw(TEXT))
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    return Evidence.span(document, first, last)


@st.composite
def rows(draw, document):
    start, end = draw(COUNTED)
    shared = {
        "source_id": document.source.source_id,
        "evidence": draw(evidence(document)),
        "mutual": draw(st.booleans()),
        "start": start,
        "end": end,
        "status": draw(st.sampled_from(Status)),
        "confidence": draw(CONFIDENCE),
        "coder": "rules/1:" + draw(TEXT),
    }
    if draw(st.booleans()):
        return Relation(
            draw(st.sampled_from(RelationKind)),
            draw(TEXT),
            draw(TEXT),
            terms=draw(MAYBE),
            start_precision=draw(PRECISION),
            end_precision=draw(PRECISION),
            **shared,
        )
    names = ("mode", "actor_role", "recipient_role", "actor_text", "recipient_text", "place")
    return Event(
        draw(st.sampled_from(sorted(codebook().types))),
        draw(MAYBE),
        draw(MAYBE),
        precision=draw(PRECISION),
        topics=tuple(draw(st.lists(TEXT, max_size=3))),
        **shared,
        **{name: draw(MAYBE) for name in names},
    )


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_is_lost(tmp_path_factory, data):
    document, row = data.draw(documents().flatmap(lambda d: st.tuples(st.just(d), rows(d))))
    ledger = Ledger(tmp_path_factory.mktemp("l") / "l")
    ledger.add([document], [row])
    assert ledger.document(document.document_id) == document
    assert ledger.source(document.source.source_id) == document.source
    everything = Query(statuses=())
    found = [*ledger.events(everything), *ledger.relations(everything)]
    assert [f.row for f in found] == [row]
    [cited] = found[0].sources
    assert cited.evidence == row.evidence and cited.source_id == row.source_id
    if row.evidence.document_id:
        text = ledger.document(row.evidence.document_id).text
        assert text[row.evidence.start_char : row.evidence.end_char] == row.evidence.quote
