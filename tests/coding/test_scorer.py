"""The trained scorer: pieces, marks, and what it says of plain cases."""

import pytest

from legation.coding.scorer import Scorer, scorer
from legation.coding.scorer.marking import LENGTH, mark
from legation.coding.scorer.wordpiece import WordPiece

PIECES = """
[PAD] [unused1] [unused2] [unused3] [unused4] [UNK] [CLS] [SEP] france cafe un ##signed
. , met i ' s $ w
"""
VOCABULARY = {piece: i for i, piece in enumerate(PIECES.split())}


@pytest.fixture(scope="module")
def pieces() -> WordPiece:
    return WordPiece(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("France", "france"),
        ("Café", "cafe"),
        ("unsigned", "un ##signed"),
        ("France's", "france ' s"),
        ("France.", "france ."),
        ("zebra", "[UNK]"),
        ("w" * 101, "[UNK]"),
        ("  \t\n", ""),
        ("a\u0000b", "[UNK]"),
        ("$ ,", "$ ,"),
    ],
)
def test_words_are_cut_longest_piece_first(pieces: WordPiece, text: str, words: str) -> None:
    assert pieces.ids(text) == [VOCABULARY[w] for w in words.split()]


def test_marks_stand_where_the_sides_begin(pieces: WordPiece) -> None:
    text = "France met I."
    marked = mark(pieces, text, [(0, 6)], [(11, 12)])
    words = [w for i in marked.ids for w, n in VOCABULARY.items() if n == i]
    assert " ".join(words) == ("[CLS] [unused1] france [unused2] met [unused3] i [unused4] . [SEP]")
    assert (words[marked.a], words[marked.b]) == ("[unused1]", "[unused3]")


def test_a_side_that_the_text_leaves_out_points_at_the_start(pieces: WordPiece) -> None:
    assert mark(pieces, "France met I.", [(0, 6)], []).b == 0


@pytest.mark.parametrize("first", [0, 200, 399])
@pytest.mark.parametrize("second", [0, 200, 399])
def test_a_long_sentence_is_cut_about_its_sides(pieces: WordPiece, first: int, second: int) -> None:
    text = "met " * 400
    spans = [[(4 * n, 4 * n + 3)] for n in (first, second)]
    marked = mark(pieces, text, spans[0], spans[1])
    assert len(marked.ids) <= LENGTH
    assert 0 < marked.a < LENGTH and 0 <= marked.b < LENGTH


def of(scores: Scorer, sentence: str, a: str, b: str) -> tuple[str, str]:
    spans = [[(sentence.index(x), sentence.index(x) + len(x))] for x in (a, b)]
    ((there, back),) = scores.score([scores.mark(sentence, *spans)])
    likeliest = [max(s.types(), key=s.types().__getitem__) for s in (there, back)]
    return likeliest[0], likeliest[1]


@pytest.mark.parametrize(
    ("sentence", "a", "b", "there", "back"),
    [
        ("France condemned Turkey over the arrests.", "France", "Turkey", "ACCUSE", "NONE"),
        ("Turkey was condemned by France.", "Turkey", "France", "NONE", "ACCUSE"),
        ("Kenya and Somalia held talks in Doha.", "Kenya", "Somalia", "CONSULT", "CONSULT"),
        ("Kenya and Somalia share a long border.", "Kenya", "Somalia", "NONE", "NONE"),
        ("Wheat from Peru and Chile fetched less.", "Peru", "Chile", "NONE", "NONE"),
    ],
)  # fmt: skip
def test_plain_cases(sentence: str, a: str, b: str, there: str, back: str) -> None:
    assert of(scorer(), sentence, a, b) == (there, back)


def test_probabilities_sum_to_one_and_batches_change_nothing() -> None:
    scores = scorer()
    one = scores.mark("France condemned Turkey.", [(0, 6)], [(17, 23)])
    many = scores.mark("France, which " + "long ago " * 30 + "met Turkey.", [(0, 6)], [])
    alone = scores.score([one])[0][0]
    together = scores.score([many, one])[1][0]
    assert sum(alone.labels.values()) == pytest.approx(1, abs=1e-4)
    assert sum(alone.statuses.values()) == pytest.approx(1, abs=1e-4)
    assert together.types()["ACCUSE"] == pytest.approx(alone.types()["ACCUSE"], abs=0.05)
