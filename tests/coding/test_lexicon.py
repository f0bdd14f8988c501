"""The coding tables: in order, without repeats, and of things that the codebook knows."""

import csv
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from legation.coding import lexicon
from legation.coding.lexicon import (
    agents,
    epithets,
    frames,
    is_of,
    nouns,
    verb_classes,
    verbs,
    words,
)
from legation.coding.status import controls
from legation.model import RelationKind, Status, codebook
from legation.world import organisations, states

TABLES = Path(lexicon.__file__).parent / "tables"
NAMES = sorted(p.stem for p in TABLES.glob("*.csv"))
KEYS = {
    "verbs": ("lemma", "type", "mode", "recipient", "flags"),
    "verb_classes": ("lemma", "class"),
    "nouns": ("lemma", "class", "type", "mode", "kind"),
    "frames": ("verb_class", "noun_class"),
    "word_lists": ("list", "word"),
    "agents": ("lemma",),
    "epithets": ("word", "number"),
    "controls": ("lemma",),
    "prefixes": ("prefix",),
    "lemmas": ("form", "pos"),
    "titles": ("title",),
}
RECIPIENTS = {
    *("obj", "to", "with", "against", "on", "at", "from", "in", "for", "into", "of", "between"),
    *("by", "over", "upon", "about", "toward", "towards", "as", "that", "near", "off", "around"),
    *(
        "out",
        "among",
        "through",
        "across",
        "behind",
        "before",
        "outside",
        "under",
        "inside",
        "along",
    ),
}


def table(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_tidy(name: str) -> None:
    text = (TABLES / f"{name}.csv").read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    rows = table(name)
    assert rows
    assert all(v is not None and v == v.strip() for row in rows for v in row.values())


@pytest.mark.parametrize("name", sorted(KEYS))
def test_no_row_is_there_twice(name: str) -> None:
    keys = [tuple(row[c] for c in KEYS[name]) for row in table(name)]
    assert not {k for k in keys if keys.count(k) > 1}


@pytest.mark.parametrize("name", sorted(KEYS.keys() - {"controls", "titles"}))
def test_rows_are_sorted(name: str) -> None:
    first = [row[KEYS[name][0]] for row in table(name)]
    wrong = [(a, b) for a, b in pairwise(first) if a > b]
    assert not wrong


@pytest.mark.parametrize("name", ["verbs", "nouns", "frames"])
def test_types_and_modes_are_in_the_codebook(name: str) -> None:
    types = codebook().types
    for row in table(name):
        if row["type"] or name != "nouns":
            assert row["type"] in types, row
            assert not row["mode"] or row["mode"] in types[row["type"]].modes, row
        else:
            assert not row["mode"], row


def test_no_frame_is_dead() -> None:
    verb_side = {c for classes in verb_classes().values() for c in classes}
    noun_side = {n.name for readings in nouns().values() for n in readings}
    assert not [f for f in frames() if f[0] not in verb_side or f[1] not in noun_side]


def test_every_class_of_verbs_is_in_a_frame() -> None:
    verb_side = {c for classes in verb_classes().values() for c in classes}
    assert not verb_side - {v for v, _ in frames()}


def test_bilateral_nouns_and_two_way_types_exist() -> None:
    noun_side = {n.name for readings in nouns().values() for n in readings}
    assert words("bilateral") <= noun_side
    assert words("two_way") <= set(codebook().types)


def test_nouns_name_kinds_and_a_side() -> None:
    for row in table("nouns"):
        assert row["of"] in ("source", "target"), row
        assert not row["kind"] or RelationKind(row["kind"]), row


def test_recipients_are_objects_or_prepositions() -> None:
    for lemma, readings in verbs().items():
        for reading in readings:
            assert set(reading.recipient) <= RECIPIENTS, (lemma, reading.recipient)
            assert reading.recipient or reading.flags, lemma


def test_agents_and_epithets() -> None:
    assert set(agents().values()) <= set(codebook().sectors)
    assert {n for numbers in epithets().values() for n in numbers} == {"one", "two", "other"}


def test_controls_give_acts_or_statuses() -> None:
    known = {*codebook().types, *(s.value for s in Status), "skip"}
    assert set(controls().values()) <= known


@pytest.mark.parametrize(("name", "column"), [("prefixes", "code"), ("titles", "code")])
def test_codes_are_known(name: str, column: str) -> None:
    assert {row[column] for row in table(name)} <= {*states(), *organisations()}


@pytest.mark.parametrize(
    ("read", "key"),
    [(verbs, "invade"), (verb_classes, "impose"), (nouns, "treaty"), (frames, ("sign", "peace"))],
)
def test_tables_are_read_once(read: Callable[[], dict], key: object) -> None:
    assert key in read()
    assert read() is read()


@pytest.mark.parametrize(
    ("lemma", "name", "belongs"),
    [("island", "territory", True), ("treaty", "agreement", True), ("treaty", "war", False),
     ("unheard-of", "war", False)],
)  # fmt: skip
def test_is_of(lemma: str, name: str, belongs: bool) -> None:
    assert is_of(lemma, name) is belongs


def test_confidence_is_a_share_for_every_family() -> None:
    shares = {r["family"]: float(r["confidence"]) for r in table("confidence")}
    families = {"named", "loose", "relation", "implied", "act", "bare act", "combination", "single"}
    assert set(shares) == families
    assert all(0 <= share <= 1 for share in shares.values())


def test_an_unknown_list_is_empty() -> None:
    assert words("no such list") == frozenset()
