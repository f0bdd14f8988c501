"""Evidence: spans that slice to their quote, ids that are digests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Document, Evidence, Source, digest

TEXTS = st.text(max_size=40)


def document(text: str) -> Document:
    return Document(digest(text), Source("s1", "text", "-"), text)


@given(TEXTS, st.data())
def test_a_span_slices_to_its_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    evidence = Evidence.span(document(text), start, end)
    assert evidence.quote == text[evidence.start_char : evidence.end_char]
    assert evidence.document_id == digest(text)
    assert (evidence.dataset, evidence.row_key) == (None, None)


@given(st.lists(TEXTS, max_size=4))
def test_a_digest_is_short_and_stable(parts: list[str]) -> None:
    found = digest(*parts)
    assert found == digest(*parts)
    assert len(found) == 16
    assert int(found, 16) >= 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", "b"), ("b", "a")),
        (("a",), ("a", "")),
        (("é",), ("e\u0301",)),
    ],
)
def test_different_parts_have_different_digests(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert digest(*one) != digest(*other)


def test_a_lone_surrogate_can_be_hashed() -> None:
    assert digest("\ud800") != digest("\ud801")
