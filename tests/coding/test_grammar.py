"""Who does what to whom: the arguments that a verb or noun has in a parse."""

import pytest
from tests.coding.parsed import texts, word

from legation.coding.grammar import complements, group, modifiers, noun_frame, verb_frame


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Iraq invaded Kuwait.", "invaded", "Iraq", "Kuwait"),
        ("Kuwait was invaded by Iraq.", "invaded", "Iraq", "Kuwait"),
        ("Kuwait was invaded.", "invaded", "", "Kuwait"),
        ("Troops who invaded Kuwait came from Iraq.", "invaded", "Troops", "Kuwait"),
        ("Iraq, which invaded Kuwait, lost.", "invaded", "Iraq", "Kuwait"),
        ("Kuwait, which was invaded by Iraq, was freed.", "invaded", "Iraq", "Kuwait"),
        ("A treaty signed by Peru lapsed.", "signed", "Peru", "treaty"),
        ("Poland began to arm Ukraine.", "arm", "Poland", "Ukraine"),
        ("Poland asked Germany to arm Ukraine.", "arm", "Germany", "Ukraine"),
        ("Poland sent jets to bomb Libya.", "bomb", "Poland", "Libya"),
        ("Iran attacked Iraq and bombed Kuwait.", "bombed", "Iran", "Kuwait"),
        ("After leaving Mali, France entered Niger.", "leaving", "France", "Mali"),
        ("Britain and France attacked Egypt.", "attacked", "Britain France", "Egypt"),
        ("Iraq attacked Iran and Kuwait.", "attacked", "Iraq", "Iran Kuwait"),
        ("Iran condemned its decision to attack Syria.", "attack", "its", "Syria"),
        ("Iran and Iraq both accused Kuwait.", "accused", "both Iran Iraq", "Kuwait"),
        ("Egypt is a neighbour of Libya.", "is", "Egypt", "neighbour"),
    ],
)
def test_subjects_and_objects(text: str, verb: str, subjects: str, objects: str) -> None:
    frame = verb_frame(word(text, verb))
    assert sorted(texts(frame.subjects)) == sorted(subjects.split())
    assert sorted(texts(frame.objects)) == sorted(objects.split())


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Iraq invaded Kuwait.", "invaded", False),
        ("Kuwait was invaded.", "invaded", True),
        ("A treaty signed by Peru lapsed.", "signed", True),
        ("Nations fearing Iraq armed.", "fearing", False),
        ("Kuwait has been invaded.", "invaded", True),
    ],
)
def test_passive(text: str, verb: str, passive: bool) -> None:
    assert verb_frame(word(text, verb)).passive is passive


@pytest.mark.parametrize(
    ("text", "verb", "after", "heads"),
    [
        ("Peru met with Chile.", "met", "with", "Chile"),
        ("Peru met with Chile and Bolivia.", "met", "with", "Chile Bolivia"),
        ("Russia pulled out of Syria.", "pulled", "from", "Syria"),
        ("Russia withdrew from Syria.", "withdrew", "from", "Syria"),
        ("China gave a loan to Kenya.", "gave", "to", "Kenya"),
        ("China gave Kenya a loan.", "gave", "to", "Kenya"),
        ("Biden spoke by telephone with Xi.", "spoke", "with", "Xi"),
        ("Japan protested to China.", "protested", "against", ""),
    ],
)
def test_complements(text: str, verb: str, after: str, heads: str) -> None:
    assert texts(verb_frame(word(text, verb)).after(after)) == heads.split()


@pytest.mark.parametrize(
    ("text", "noun", "subjects", "after", "heads"),
    [
        ("Russia's attack on Ukraine failed.", "attack", "Russia", "on", "Ukraine"),
        ("An attack on Ukraine by Russia failed.", "attack", "Russia", "on", "Ukraine"),
        ("Talks between Iran and Iraq failed.", "Talks", "", "between", "Iran Iraq"),
        ("A treaty signed by Peru with Chile lapsed.", "treaty", "Peru", "with", "Chile"),
        ("The invasion of Kuwait failed.", "invasion", "", "of", "Kuwait"),
        ("The visit failed.", "visit", "", "to", ""),
    ],
)
def test_nouns(text: str, noun: str, subjects: str, after: str, heads: str) -> None:
    frame = noun_frame(word(text, noun))
    assert texts(frame.subjects) == subjects.split()
    assert texts(frame.after(after)) == heads.split()


@pytest.mark.parametrize(
    ("text", "head", "members"),
    [
        ("Mali, Niger and Chad agreed.", "Mali", "Mali Niger Chad"),
        ("Mali agreed.", "Mali", "Mali"),
        ("Mali met Niger and left Chad.", "Niger", "Niger"),
    ],
)
def test_groups(text: str, head: str, members: str) -> None:
    assert sorted(texts(group(word(text, head)))) == sorted(members.split())


def test_a_chain_of_prepositions_says_what_one_would() -> None:
    [(name, head)] = complements(word("Russia pulled out of Syria.", "out"))
    assert (name, head.text) == ("from", "Syria")


@pytest.mark.parametrize(
    ("text", "noun", "before"),
    [
        ("The new Franco-German treaty lapsed.", "treaty", {"new", "Franco", "German"}),
        ("The Japanese foreign minister left.", "minister", {"Japanese", "foreign"}),
        ("Two treaties of Peru lapsed.", "treaties", {"Two"}),
    ],
)
def test_modifiers(text: str, noun: str, before: set[str]) -> None:
    assert {t.text for t in modifiers(word(text, noun))} >= before


@pytest.mark.parametrize("text", ["Peace.", "Attack!", "War, war, war.", "To arms", "..."])
def test_a_text_without_arguments_has_none(text: str) -> None:
    from tests.coding.parsed import doc

    for token in doc(text):
        frame = verb_frame(token)
        assert not {t.text for t in frame.subjects} & {"Iraq"}
        assert isinstance(noun_frame(token).after("to", "with"), list)
