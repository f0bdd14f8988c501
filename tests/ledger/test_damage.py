"""A damaged ledger says which file is damaged and what to do."""

import json

import pytest
from tests.ledger.children import add, begin
from tests.ledger.samples import document, event

from legation.errors import LedgerError
from legation.ledger import EngineError, Ledger
from legation.ledger import manifest as manifests


@pytest.fixture
def ledger(tmp_path):
    ledger = Ledger(tmp_path / "l")
    begin(ledger)
    return ledger


def rewrite(change):
    def damage(path):
        body = json.loads(path.read_text())
        body.pop("checksum")
        body |= change
        path.write_text(json.dumps(body | {"checksum": manifests._checksum(body)}))

    return damage


MANIFESTS = [
    (lambda p: p.unlink(), "is missing"),
    (lambda p: p.write_bytes(b""), "half-written or damaged"),
    (lambda p: p.write_bytes(p.read_bytes()[:-40]), "half-written or damaged"),
    (lambda p: p.write_bytes(p.read_bytes().replace(b'"rows": 1', b'"rows": 2')), "checksum"),
    (lambda p: p.write_bytes(b"[1, 2]"), "half-written or damaged"),
    (lambda p: p.write_bytes(b"\xff\xfe"), "half-written or damaged"),
    (rewrite({"version": 99}), "has format 99, this Legation knows 1 and older: upgrade legation"),
    (rewrite({"format": "something-else"}), "is not a ledger's manifest"),
]


@pytest.mark.parametrize(("damage", "problem"), MANIFESTS)
def test_a_broken_manifest(ledger, damage, problem):
    damage(ledger.path / "manifest.json")
    for act in (lambda: Ledger(ledger.path), lambda: list(ledger.events()), ledger.compact):
        with pytest.raises(LedgerError, match=problem) as caught:
            act()
        assert "manifest.json" in str(caught.value) and caught.value.remedy
    segments = list((ledger.path / "segments").iterdir())
    assert segments, "no write may take segments for orphans"


def test_the_previous_manifest_mends_a_broken_one(ledger):
    before = list(ledger.events())
    add(ledger)
    (ledger.path / "manifest.json").write_bytes(b"{")
    with pytest.raises(LedgerError, match=r"copy manifest\.previous\.json over it"):
        Ledger(ledger.path)
    previous = ledger.path / "manifest.previous.json"
    (ledger.path / "manifest.json").write_bytes(previous.read_bytes())
    assert list(Ledger(ledger.path).events()) == before
    add(ledger)
    assert len(list(ledger.events())) == 2 and ledger.check() == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda p: p.unlink(),
        lambda p: p.write_bytes(b""),
        lambda p: p.write_bytes(p.read_bytes()[: p.stat().st_size // 2]),
        lambda p: p.write_bytes(b"\0" * p.stat().st_size),
    ],
    ids=["missing", "empty", "half", "zeros"],
)
def test_a_broken_segment_is_named(ledger, damage):
    [segment] = (ledger.path / "segments").glob("events-*.parquet")
    damage(segment)
    for act in (lambda: list(ledger.events()), ledger.counts, ledger.summary):
        with pytest.raises(LedgerError, match=segment.name) as caught:
            act()
        assert "restore that file" in caught.value.remedy
    [fault] = ledger.check()
    assert segment.name in fault


def test_a_broken_segment_stops_a_write_that_needs_it(ledger):
    add(ledger)
    [segment, _] = sorted((ledger.path / "segments").glob("events-*.parquet"))
    segment.write_bytes(b"\0" * segment.stat().st_size)
    with pytest.raises(LedgerError, match=segment.name):
        ledger.compact()


def test_a_flipped_bit_is_found(ledger):
    for segment in (ledger.path / "segments").iterdir():
        whole = segment.read_bytes()
        at = len(whole) // 2
        segment.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        [fault] = ledger.check()
        assert segment.name in fault and "digest" in fault
        segment.write_bytes(whole)
    assert ledger.check() == []


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(LedgerError, match="holds files that are no ledger's"):
        begin(Ledger(tmp_path))
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(LedgerError, match="is not a folder"):
        Ledger(tmp_path / "thesis.txt")


def test_an_engine_error_shows_the_whole_query(ledger):
    with pytest.raises(EngineError) as caught:
        ledger._engine.run("SELECT nothing FROM nowhere", {})
    assert "SELECT nothing FROM nowhere" in str(caught.value)


def test_the_engine_stays_in_its_folder_and_off_the_network(ledger, tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for sql in (
        f"SELECT * FROM read_csv('{tmp_path / 'secret.csv'}')",
        f"SELECT * FROM read_text('{tmp_path / 'secret.csv'}')",
        "SELECT * FROM read_parquet('https://example.org/x.parquet')",
        "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    ):
        with pytest.raises(EngineError):
            ledger._engine.run(sql, {})
    one = document("after")
    ledger.add([one], [event(one)])
