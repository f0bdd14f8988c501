"""Document to rows: evidence that slices, the same rows every time, and no text that breaks it."""

import dataclasses
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.sentences import document

from legation.coding import code
from legation.coding.making import CODER
from legation.model import (
    Document,
    Event,
    Relation,
    Row,
    Section,
    SectionKind,
    Source,
    codebook,
    digest,
)
from legation.world import organisations, states

SENTENCES = [
    "Russia and Japan held talks in Tokyo on 2 November 2013.",
    "Iraq invaded Kuwait in August 1990.",
    "The two countries signed a treaty.",
    "They have never met.",
    "It recalled its ambassador.",
    "“We will not attack,” said the Kremlin.",
    "France — which left Mali – accused Niger\u00a0of lying.",
    "Côte d’Ivoire and the U.S. agreed on trade…",
    "1904: War with Japan.",
    "The weather was fine.",
    "😀 China ‘warned’ Taiwan.",
    "Since the 1950s the United States has been allied with Japan.",
]
TITLES = ["Iran, Iraq sign treaty", "Two wars and a truce", "CHINA WARNS JAPAN"]


@st.composite
def articles(draw: st.DrawFn) -> Document:
    """Assemble a document of titles, paragraphs and perhaps a fragment."""
    parts = [(SectionKind.TITLE, draw(st.sampled_from(TITLES)))] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 3))):
        chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
        parts.append((SectionKind.PARAGRAPH, draw(st.sampled_from([" ", "\n", "  "])).join(chosen)))
    if draw(st.booleans()):
        parts.append((SectionKind.FRAGMENT, "Iraq invaded Kuwait and then it"))
    return laid_out(parts, draw(st.sampled_from(["", "2013-11-02", "1905-09-05"])))


def laid_out(parts: list[tuple[SectionKind, str]], day: str = "") -> Document:
    sections, start = [], 0
    for kind, text in parts:
        sections.append(Section(kind, start, start + len(text)))
        start += len(text) + 2
    whole = document("\n\n".join(text for _, text in parts), day)
    return dataclasses.replace(whole, sections=tuple(sections))


@given(articles())
@settings(deadline=None, max_examples=40)
def test_a_row_holds_together(made: Document) -> None:
    for row in code(made):
        check(row, made)


def check(row: Row, made: Document) -> None:
    evidence = row.evidence
    assert evidence.document_id == made.document_id
    assert evidence.start_char is not None
    assert evidence.end_char is not None
    quote = made.text[evidence.start_char : evidence.end_char]
    assert quote == evidence.quote == quote.strip() != ""
    inside = [
        s for s in made.sections
        if s.start_char <= evidence.start_char and evidence.end_char <= s.end_char
    ]  # fmt: skip
    assert [s.kind for s in inside] in ([SectionKind.TITLE], [SectionKind.PARAGRAPH])
    assert row.period.start is None or row.period.end is None or row.start <= row.end
    assert row.confidence is not None
    assert 0 < row.confidence < 1
    assert (row.coder or "").startswith(f"{CODER}:")
    known = {*states(), *organisations()}
    if isinstance(row, Event):
        assert row.actor != row.recipient
        assert {row.actor, row.recipient} <= known
        type_ = codebook().types[row.type]
        assert row.mode is None or row.mode in type_.modes
        roles = {row.actor_role, row.recipient_role} - {None}
        assert roles <= set(codebook().sectors)
        for words in filter(None, (row.actor_text, row.recipient_text)):
            assert words in quote
    else:
        assert isinstance(row, Relation)
        assert row.a != row.b
        assert {row.a, row.b} <= known


@given(articles())
@settings(deadline=None, max_examples=15)
def test_the_same_document_gives_the_same_rows(made: Document) -> None:
    assert code(made) == code(made)


def test_rows_follow_their_evidence() -> None:
    made = document("Iraq invaded Kuwait. Iran accused Oman. Peru praised Chile.")
    rows = code(made)
    starts = [r.evidence.start_char for r in rows]
    assert [r.type for r in rows if isinstance(r, Event)] == ["ASSAULT", "ACCUSE", "SUPPORT"]
    assert starts == sorted(starts, key=lambda s: s or 0)


def test_what_is_said_twice_is_one_row() -> None:
    once = code(document("Iraq invaded Kuwait in 1990."))
    twice = code(document("Iraq invaded Kuwait in 1990. Iraq invaded Kuwait in August 1990."))
    assert len(once) == len(twice) == 1
    assert str(twice[0].start) == "1990-08-01"


def test_a_fragment_is_not_coded() -> None:
    assert code(laid_out([(SectionKind.FRAGMENT, "Iraq invaded Kuwait and then it")])) == []


def test_the_parties_are_quoted_and_have_roles() -> None:
    [row] = code(document("The Iranian foreign minister accused Turkish troops of looting."))
    assert isinstance(row, Event)
    assert (row.actor, row.actor_role) == ("IRN", "GOV")
    assert (row.recipient, row.recipient_role) == ("TUR", "MIL")
    assert row.actor_text == "The Iranian foreign minister"
    assert row.recipient_text == "Turkish troops"


@pytest.mark.parametrize(
    ("text", "day", "start", "end", "precision"),
    [
        ("Iraq invaded Kuwait on 2 August 1990.", "", "1990-08-02", "1990-08-02", "day"),
        ("Iraq invaded Kuwait in August 1990.", "", "1990-08-01", "1990-08-31", "month"),
        ("Iraq invaded Kuwait in 1990.", "", "1990-01-01", "1990-12-31", "year"),
        ("Iraq invaded Kuwait.", "", "None", "None", None),
        ("Iraq invaded Kuwait.", "1990-08-05", "1990-07-29", "1990-08-05", "month"),
        ("In 1990 the peace ended. Iraq invaded Kuwait.", "", "1990-01-01", "1990-12-31", "year"),
    ],
)
def test_dates(text: str, day: str, start: str, end: str, precision: str | None) -> None:
    [row] = code(document(text, day))
    assert isinstance(row, Event)
    assert (str(row.start), str(row.end), row.precision) == (start, end, precision)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TimeoutError where a block takes longer; a pattern that backtracks is stopped too."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


ALPHABET = "ab Z9.,;:!?()'\"-–—“”’&%$§#@*_/\\\n\t\u00a0\u200b\u202e\x00\x07\x1b\ufeff😀éß中اд\ud7ff"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        ".",
        "....?!?!",
        "\x00\x01\x02\x1b[31mRussia\x07 attacked\x00 Japan.\x00",
        "\u202eRussia attacked Japan.\u202c",
        "\ufeffRussia attacked Japan.",
        "RUSSIA ATTACKED JAPAN. THE US TOLD US. NATO SAID NO.",
        "russia attacked japan",
        "Россия и Япония провели переговоры в Москве.",
        "日本とロシアは東京で会談した。",
        "اجتمعت روسيا واليابان في طوكيو.",
        "Deutschland und Frankreich haben einen Vertrag unterzeichnet.",
        "La Russie a attaqué l’Ukraine.",
        "Russia " * 400,
        "Russia, " * 400 + "attacked Japan.",
        "(" * 300 + "Russia attacked Japan" + ")" * 300,
        "of the of the of the by by by to to to",
        "and and and, and; and",
        "who whom which that who whom which",
        "Attack. War. Peace. Treaty. Invasion!",
        "its their his her our both each neither two",
        "Russia's Japan's China's India's treaty's war's end",
        "<b>Russia</b> attacked &lt;Japan&gt;.",
        "http://example.org/Russia-attacked-Japan?x=1&y=%20",
        "| Russia | Japan |\n|---|---|\n| 1 | 2 |",
        "a" * 20000,
        "😀" * 400,
        "e\u0301" * 2000,
        "0" * 5000,
        "-" * 100,
        "1904 1905 1906 " * 9,
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
        "99 99 9999 31 February 0000, the -1st of Nevember 12345",
    ],
)
def test_hostile_text(text: str) -> None:
    made = document(text, "2013-11-02")
    with within(4):
        rows = code(made)
    for row in rows:
        check(row, made)


@pytest.mark.parametrize(
    "text",
    [
        "Россия и Япония провели переговоры в Москве.",
        "日本とロシアは東京で会談した。",
        "اجتمعت روسيا واليابان في طوكيو.",
        "",
        "....?!?!",
        "a" * 5000,
    ],
)
def test_what_is_not_english_gives_no_rows(text: str) -> None:
    assert code(document(text)) == []


@given(st.text(ALPHABET, max_size=120))
@settings(deadline=None, max_examples=60)
def test_any_characters(text: str) -> None:
    made = document(text)
    for row in code(made):
        check(row, made)


def test_a_hundred_kilobytes_without_a_stop() -> None:
    words = ["counterrevolutionary", "intergovernmental", "reconsideration", "notwithstanding"]
    text = " ".join(random.Random(1905).choices(words, k=6000)) + " Russia attacked Japan"
    made = document(text)
    assert len(text) > 100_000
    with within(30):
        rows = code(made)
    for row in rows:
        check(row, made)


def test_a_long_sentence_full_of_states() -> None:
    words = ["Russia", "Japan", "attacked", "and", "the", "of", "treaty", "with", "which", "said"]
    made = document(" ".join(random.Random(1905).choices(words, k=1500)))
    with within(15):
        rows = code(made)
    for row in rows:
        check(row, made)


def test_a_section_may_be_empty() -> None:
    empty = Section(SectionKind.PARAGRAPH, 0, 0)
    made = Document(digest(""), Source("s", "text", "-"), "", (empty,))
    assert code(made) == []
