import pytest

from legation.reading.blocks import Block, Role
from legation.reading.truncation import find_cut


def paragraphs(*texts):
    return [Block(Role.PARAGRAPH, t) for t in texts]


@pytest.mark.parametrize(
    ("last", "fragment"),
    [
        ("They met. The two ministers then agreed on a", "The two ministers then agreed on a"),
        (
            "They met. Mr. Lavrov said that the U.S. Senate would",
            "Mr. Lavrov said that the U.S. Senate would",
        ),
        ("They met. The two agreed to…", "The two agreed to…"),
        ("They met. The two agreed to [...]", "The two agreed to [...]"),
        ("They met. […]", "[…]"),
        (
            "They met. The two agreed to hold Continue reading",
            "The two agreed to hold Continue reading",
        ),
        ("They met. The two agreed on a [Read more]", "The two agreed on a [Read more]"),
        ("The two ministers then agreed on a", "The two ministers then agreed on a"),
        ("“We met.” The two ministers then agreed, on", "The two ministers then agreed, on"),
        (
            "両国は会談した。次回の会談はモスクワで行われる予定で、両外相は",
            "次回の会談はモスクワで行われる予定で、両外相は",
        ),
    ],
)
def test_only_the_incomplete_sentence_is_the_fragment(last, fragment):
    cut = find_cut(paragraphs("Russia and Japan are neighbours.", last))
    assert cut.fragment == fragment
    assert cut.complete == last.removesuffix(fragment).strip()


@pytest.mark.parametrize(
    "last",
    [
        "They met and parted.",
        "“We shall meet again,” he said.",
        "He said: “We shall meet again.”",
        "“We shall meet again and again”",
        "They met (and parted).",
        "(ends)",
        "ENDS",
        "Jane Doe",
        "Ministry of Foreign Affairs, Press and Information Department",
        "The full text is at https://example.org/a",
        "Write to the editors at desk@example.org",
        "Will they ever meet again?",
        "They met. 12",
        "รัฐมนตรีทั้งสองพบกันที่กรุงเทพและตกลงที่จะพบกันอีก",
    ],
)
def test_whole_endings_are_not_flagged(last):
    assert find_cut(paragraphs("Russia and Japan are neighbours.", last)) is None


@pytest.mark.parametrize("role", [Role.ITEM, Role.HEADING, Role.DATELINE])
def test_list_items_and_headings_are_not_flagged(role):
    assert (
        find_cut([*paragraphs("They met."), Block(role, "a second item that has no stop at all")])
        is None
    )


def test_a_caption_after_the_text_does_not_hide_the_cut():
    blocks = [*paragraphs("They met. They then agreed on a"), Block(Role.CAPTION, "The hall")]
    assert find_cut(blocks).fragment == "They then agreed on a"


def test_poems_and_unpunctuated_texts_are_not_flagged():
    assert (
        find_cut(
            paragraphs(
                "the sea lay still", "two flags hung down", "and nobody on either shore said a word"
            )
        )
        is None
    )


def test_nothing_is_no_cut():
    assert find_cut([]) is None
