"""What a model says, held to the document, the codebook and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding import endpoint as at
from tests.coding.endpoint import Endpoint, serving
from tests.coding.llm_samples import CLAIM, DOCUMENT, TALKS, TEXT, coder

from legation.coding.llm import prompt
from legation.coding.llm.chunks import Chunk
from legation.coding.llm.rows import UnfitError, row_from
from legation.model import Event, Precision, Relation, RelationKind, Status


@pytest.fixture(scope="module")
def server() -> Iterator[Endpoint]:
    with serving() as endpoint:
        yield endpoint


def test_the_instructions_name_the_whole_codebook() -> None:
    instructions = prompt.messages(DOCUMENT, Chunk(0, 10))[0]["content"]
    for word in (*RelationKind, *Status, *Precision):
        assert f"- {word.value}: " in instructions, word
    assert "- CONSULT visit: " in instructions and "- GOV: " in instructions
    assert "$" not in instructions


UNFIT = [
    ({"quote": "Russia attacked Japan."}, "quote not in the text"),
    ({"quote": ""}, "quote not in the text"),
    ({"quote": None}, "quote not in the text"),
    ({"quote": "x" * 10_000}, "quote not in the text"),
    ({"actor": "Atlantis"}, "side not known"),
    ({"actor": "A" * 10_000}, "side not known"),
    ({"recipient": None}, "side missing"),
    ({"recipient": ["JPN"]}, "side missing"),
    ({"actor": "Soviet Union", "recipient": "Russia"}, "both sides are one"),
    ({"type": "MEET"}, "type not in the codebook"),
    ({"type": None}, "no type"),
    ({"type": ["CONSULT"]}, "type not in the codebook"),
    ({"mode": "withdraw"}, "mode not in the codebook"),
    ({"actor_role": "KING"}, "actor_role not in the codebook"),
    ({"status": "true"}, "status not in the codebook"),
    ({"row": "claim"}, "row not in the codebook"),
    ({"start": "2013-02-30"}, "date not understood"),
    ({"start": "yesterday"}, "date not understood"),
    ({"start": 2013}, "date not understood"),
    ({"start": "2013-11-03"}, "date not understood"),
    ({"precision": "hour"}, "date not understood"),
    ({"start": "0001", "precision": "decade"}, "date not understood"),
]


@pytest.mark.parametrize(("wrong", "reason"), UNFIT)
def test_a_row_that_does_not_hold_is_dropped_and_counted(
    server: Endpoint, wrong: dict[str, Any], reason: str
) -> None:
    server.will(at.rows(TALKS | wrong, CLAIM))
    read = coder(server)
    assert [type(row) for row in read(DOCUMENT)] == [Relation]
    assert dict(read.usage.dropped) == {reason: 1}


UNFIT_RELATIONS = [
    ({"kind": "friendship"}, "kind not in the codebook"),
    ({"b": None}, "side missing"),
    ({"kind": "membership"}, "member of no organisation"),
    ({"end": "1900", "start": "1950"}, "date not understood"),
]


@pytest.mark.parametrize(("wrong", "reason"), UNFIT_RELATIONS)
def test_a_relation_that_does_not_hold_is_unfit(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        row_from(CLAIM | wrong, DOCUMENT, Chunk(0, len(TEXT)), "llm/1:x")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2013-11-02", None, "day"), ("2013-11-02", "2013-11-02", "day")),
        ((None, "2013-11", None), ("2013-11-01", "2013-11-30", "month")),
        (("2013-11-05", "2013-11-05", "month"), ("2013-11-01", "2013-11-30", "month")),
        (("1904", "1905", "day"), ("1904-01-01", "1905-12-31", "year")),
        (("1939-06-01", "1939-08-31", "season"), ("1939-06-01", "1939-08-31", "season")),
        (("1955", None, "decade"), ("1950-01-01", "1959-12-31", "decade")),
        (("1850-05-05", None, "century"), ("1801-01-01", "1900-12-31", "century")),
        (("2016", None, "open"), ("2016-01-01", "None", "open")),
        ((None, None, "day"), ("None", "None", None)),
    ],
)
def test_dates_are_whole_days_of_their_precision(
    dates: tuple[str | None, ...], expected: tuple[str | None, ...]
) -> None:
    said = TALKS | dict(zip(("start", "end", "precision"), dates, strict=True))
    row = row_from(said, DOCUMENT, Chunk(0, len(TEXT)), "llm/1:x")
    assert isinstance(row, Event)
    assert (str(row.start), str(row.end), row.precision) == expected


def test_words_that_the_text_does_not_have_are_left_out(server: Endpoint) -> None:
    invented = {"place": "Kyoto", "actor_text": "Sergei Lavrov", "topics": ["diplomatic", "war"]}
    server.will(at.rows(TALKS | invented, CLAIM | {"terms": "four islands"}))
    event, relation = coder(server)(DOCUMENT)
    assert isinstance(event, Event) and isinstance(relation, Relation)
    assert (event.place, event.actor_text, event.topics) == (None, None, ("diplomatic",))
    assert relation.terms is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8)
        | st.sampled_from(["event", "relation", "RUS", "JPN", "war", "2013", "Japan claims"]),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted({*TALKS, *CLAIM})), inner),
    ),
    st.sampled_from([{}, TALKS, CLAIM]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_no_answer_raises(answer: Any, base: dict[str, Any]) -> None:
    said = base | answer if isinstance(answer, dict) else answer
    try:
        row = row_from(said, DOCUMENT, Chunk(0, len(TEXT)), "llm/1:x")
    except UnfitError:
        return
    assert TEXT[row.evidence.start_char : row.evidence.end_char] == row.evidence.quote
