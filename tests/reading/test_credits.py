import pytest

from legation.reading.credits import is_captioned, strip_credit

MEETING = "Mr Lavrov and Mr Kishida shake hands in Tokyo on 1 November 2013"


@pytest.mark.parametrize(
    "credit",
    [
        " (Photo: Reuters)",
        " (Photo by Jane Doe/AFP)",
        " [Photo/Xinhua]",
        ". Photo: Jane Doe / AFP",
        ". Photograph: Jane Doe/Getty Images",
        ". Reuters/Jane Doe",
        ". © AFP",
        ". (AP Photo/Jane Doe)",
        ". Credit: Wikimedia Commons",
        " | Kremlin.ru",
    ],
)
def test_a_credit_is_taken_off(credit):
    assert strip_credit(MEETING + credit).rstrip(".") == MEETING


@pytest.mark.parametrize(
    "credit", ["© AFP", "Jane Doe/Getty Images", "Photo: Reuters", "(AFP)", ""]
)
def test_a_bare_credit_leaves_nothing(credit):
    assert strip_credit(credit) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister spoke to Reuters.",
        "The figure was given by AFP, citing a source in Kyiv.",
        "They met in Tokyo (and parted in Kyoto).",
        MEETING + ".",
    ],
)
def test_sentences_are_no_captions(sentence):
    assert strip_credit(sentence) == sentence
    assert not is_captioned(sentence)
