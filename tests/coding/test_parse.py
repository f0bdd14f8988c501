"""One parse, section by section, with offsets into the document's text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.sentences import document

from legation.coding.parse import parse, parser
from legation.errors import LegationError
from legation.model import Document, Section, SectionKind, Source, digest

WORDS = st.lists(
    st.sampled_from(["Japan", "met", "China", "in", "1905", ".", "–", "“we”", "é", "\n", "😀"]),
    min_size=1,
    max_size=8,
).map(" ".join)


def laid_out(parts: list[tuple[SectionKind, str]]) -> Document:
    """Build a document whose sections are parted by a blank line."""
    sections, start = [], 0
    for kind, text in parts:
        sections.append(Section(kind, start, start + len(text)))
        start += len(text) + 2
    text = "\n\n".join(part for _, part in parts)
    return Document(digest(text), Source("s", "text", "-"), text, tuple(sections))


def test_sections_are_parsed_in_order_but_for_a_fragment() -> None:
    kinds = list(SectionKind)
    found = parse(laid_out([(kind, f"Section {kind.value} ends.") for kind in kinds]))
    assert [p.section.kind for p in found] == [k for k in kinds if k is not SectionKind.FRAGMENT]
    assert [p.doc[1].text for p in found] == [p.section.kind.value for p in found]


def test_a_document_without_sections_is_one_paragraph() -> None:
    text = "Russia and Japan met. They parted."
    [found] = parse(Document(digest(text), Source("s", "text", "-"), text))
    assert (found.section.kind, found.offset) == (SectionKind.PARAGRAPH, 0)
    assert [s.text for s in found.doc.sents] == ["Russia and Japan met.", "They parted."]


def test_a_document_may_have_nothing_to_parse() -> None:
    assert parse(laid_out([(SectionKind.FRAGMENT, "and then the two")])) == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("12 June 2016 - A battle at Tsorona.", "A battle at Tsorona."),
        ("1904: Russia and Japan fight.", "Russia and Japan fight."),
        ("May 1998 – India tests.", "India tests."),
        ("1904–05: War with Japan.", "War with Japan."),
        ("12/06/2016 - Talks begin.", "Talks begin."),
        ("24 Aug. 1939 — “Never,” says Warsaw.", "“Never,” says Warsaw."),
    ],
)
def test_the_date_of_a_timeline_entry_is_not_parsed(text: str, rest: str) -> None:
    [found] = parse(document(f"{text}"))
    assert found.doc.text == rest
    assert text[found.offset :] == rest
    assert found.section.start_char == 0


@pytest.mark.parametrize(
    "text",
    [
        *("Moscow: Russia says no.", "2016 was good.", "In 1905 Russia and Japan made peace."),
        *("The talks lasted: two days.", "A 24-hour truce held.", "June 2016: talks begin."),
    ],
)
def test_other_beginnings_are(text: str) -> None:
    [found] = parse(document(text))
    assert (found.offset, found.doc.text) == (0, text)


@given(st.lists(st.tuples(st.sampled_from(SectionKind), WORDS), max_size=4))
@settings(deadline=None, max_examples=25)
def test_offsets_slice_to_the_words(parts: list[tuple[SectionKind, str]]) -> None:
    made = laid_out(parts) if parts else document(" ")
    for found in parse(made):
        for token in found.doc:
            start = found.offset + token.idx
            assert made.text[start : start + len(token.text)] == token.text
            assert found.section.start_char <= start < found.section.end_char


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("The two bases were closed.", "bases", "base"),
        ("Paris forgave the debts of Ghana.", "forgave", "forgive"),
        ("India staged a drill with Oman.", "staged", "stage"),
    ],
)
def test_lemmas_are_mended(text: str, form: str, lemma: str) -> None:
    [found] = parse(document(text))
    assert {t.lemma_ for t in found.doc if t.text == form} == {lemma}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        *(("hoped", "hope"), ("hopes", "hope"), ("waged", "wage"), ("wages", "wage")),
        *(("raged", "rage"), ("dined", "dine"), ("resupplied", "resupply"), ("stages", "stage")),
    ],
)
def test_lemmas_with_a_silent_e_are_mended(form: str, lemma: str) -> None:
    [found] = parse(document(f"Iran {form} Iraq every year."))
    assert found.doc[1].lemma_ == lemma


def test_the_model_is_loaded_once() -> None:
    assert parser() is parser()


def test_a_model_that_is_not_installed_is_named_with_the_remedy() -> None:
    with pytest.raises(LegationError, match="pip install no-such-model"):
        parser("no_such_model")


@pytest.mark.parametrize(
    "text",
    ["The US, Russia, and Switzerland met.", "Leaders of India, Pakistan, and Nepal met in Delhi."],
)
def test_a_list_with_a_comma_before_and_is_one_list(text: str) -> None:
    (parsed,) = parse(document(text))
    listed = [t for t in parsed.doc if t.pos_ == "PROPN"][:3]
    assert [t.dep_ for t in listed[1:]] == ["conj", "conj"]
    assert [t.dep_ for t in parsed.doc].count("nsubj") == 1
