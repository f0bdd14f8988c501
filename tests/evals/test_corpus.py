"""Every line of the training corpus holds what its guide says."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from evals.marked import unmark

from legation.model import Status, codebook

CORPUS = Path(__file__).parents[2] / "evals" / "corpus"
FILES = sorted(CORPUS.glob("*.tsv"))
COLUMNS = ["marked_sentence", "label", "status", "mutual", "construction"]
LABELS = {"NONE"} | {
    label
    for t in codebook().types.values()
    for label in (t.code, *(f"{t.code}/{mode}" for mode in t.modes))
}
SHELLS = re.compile(r"</?[st]>")


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_columns_labels_and_marks(path: Path) -> None:
    for number, row in enumerate(lines(path), start=2):
        where = f"{path.name}:{number}"
        assert list(row) == COLUMNS, where
        assert None not in row.values(), f"{where} lacks a cell"
        assert row["label"] in LABELS, f"{where} {row['label']}"
        assert row["status"] in set(Status), f"{where} {row['status']}"
        assert row["mutual"] in ("yes", "no"), where
        text, actor, recipient = unmark(row["marked_sentence"])
        assert actor, f"{where} marks no actor"
        assert all(text[a:b].strip() for a, b in (*actor, *recipient)), f"{where} marks nothing"
        assert not re.search(r"<[/a-z]*>", text), f"{where} has a mark that does not close"


def test_nothing_is_said_twice_of_a_pair_in_a_sentence() -> None:
    """A pair may stand on two lines where the sentence tells of two acts, but on few."""
    rows = [row for path in FILES for row in lines(path)]
    said = Counter((row["marked_sentence"], row["label"]) for row in rows)
    assert not [line for line, n in said.items() if n > 1]
    assert len({sentence for sentence, _ in said}) > 0.99 * len(said)


def test_size_and_balance() -> None:
    rows = [row for path in FILES for row in lines(path)]
    types = Counter(row["label"].partition("/")[0] for row in rows)
    assert len(rows) >= 6000
    assert all(types[code] >= 250 for code in codebook().types), types


def test_no_two_sentences_share_a_skeleton() -> None:
    """Names apart, no two sentences begin and end alike: they were not made from a template."""
    skeletons: Counter[str] = Counter()
    for path in FILES:
        for text in {SHELLS.sub("", row["marked_sentence"]) for row in lines(path)}:
            words = re.sub(r"\b[A-Z][\w’'.-]*|\d[\d,.]*", "", text)
            skeletons[" ".join(words.split())] += 1
    repeated = {s: n for s, n in skeletons.items() if n > 1 and len(s.split()) > 5}
    assert sum(repeated.values()) <= 0.004 * sum(skeletons.values()), repeated
