import pytest

from legation.reading.unwrapping import blocks_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one line", ["one line"]),
        (
            "They met in the capital on Saturday\nand agreed to hold more such talks\nthere.",
            ["They met in the capital on Saturday and agreed to hold more such talks there."],
        ),
        ("They met.\nThey parted.", ["They met.", "They parted."]),
        (
            "They spoke at length about the inter-\nnational court.",
            ["They spoke at length about the international court."],
        ),
        ("A two-plus-two is a two-\nplus-two.", ["A two-plus-two is a two-plus-two."]),
        ("The Franco-\nGerman treaty.", ["The Franco-German treaty."]),
        ("日本とロシアは\n会談した。", ["日本とロシアは", "会談した。"]),
        ("- one\n- two\n  that goes on\n* three", ["one", "two that goes on", "three"]),
        ("1. one\n2) two\n(a) three", ["1. one", "2) two", "(a) three"]),
        ("1904 - War.\n1945 - War again.", ["1904 - War.", "1945 - War again."]),
        ("\n\n  \n", []),
    ],
)
def test_lines_become_paragraphs(text, expected):
    assert [b.text for b in blocks_of(text)] == expected


def test_indented_first_lines_part_wrapped_paragraphs():
    text = (
        "   The two ministers met in the capital on Saturday and\n"
        "agreed to hold further talks on the islands next year.\n"
        "   They set no date for that, and neither of them would\n"
        "say where.\n"
    )
    assert [b.text[:10] for b in blocks_of(text)] == ["The two mi", "They set n"]
