"""What is said of claims: each sentence with a claim of it and the verdict that it deserves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legation.checking import ClaimKind, Finding, Verdict, check
from legation.checking.numbers import number
from legation.coding import code
from legation.ledger import Ledger
from legation.reading import read_text

ON, DIFFERS, JUDGED = Verdict.ON_RECORD, Verdict.DIFFERS, Verdict.JUDGEMENT
MISSING, OUTSIDE = Verdict.NOT_ON_RECORD, Verdict.OUTSIDE_COVERAGE

CLAIMS = [
    # happened and held
    ("Japan ceded Taiwan to China in 1895.", ClaimKind.EVENT, DIFFERS),
    ("China ceded Taiwan to Japan in 1895.", ClaimKind.EVENT, ON),
    ("Turkey joined NATO in 1952.", ClaimKind.EVENT, ON),
    ("Turkey joined NATO in 1955.", ClaimKind.EVENT, DIFFERS),
    ("Iran broke off relations with Egypt in April 1979.", ClaimKind.EVENT, ON),
    ("France recognised China in 1964.", ClaimKind.EVENT, ON),
    ("India became independent of Britain in 1947.", ClaimKind.EVENT, ON),
    ("India became independent of Britain in 1949.", ClaimKind.EVENT, DIFFERS),
    ("Morocco became independent of France and Spain in 1956.", ClaimKind.EVENT, ON),
    ("The Treaty of Portsmouth was signed in 1905.", ClaimKind.EVENT, ON),
    ("The Treaty of Portsmouth was signed in 1907.", ClaimKind.EVENT, DIFFERS),
    ("Russia and Spain signed the Treaty of Portsmouth.", ClaimKind.EVENT, DIFFERS),
    ("The Soviet Union and Finland fought the Winter War of 1939-40.", ClaimKind.RELATION, ON),
    ("Richard Nixon visited China in February 1972.", ClaimKind.EVENT, ON),
    ("In 1700 Russia and Sweden signed a treaty.", ClaimKind.EVENT, OUTSIDE),
    ("Togo's president met Gabon's president in Lomé on 3 May 1999.", ClaimKind.EVENT, OUTSIDE),
    # offices
    ("In 2013 Foreign Minister Sergei Lavrov went to Tokyo.", ClaimKind.OFFICE, ON),
    ("In 1999 Foreign Minister Sergei Lavrov went to Tokyo.", ClaimKind.OFFICE, DIFFERS),
    ("In 1985 Margaret Thatcher, the prime minister, went to Moscow.", ClaimKind.OFFICE, ON),
    # how often, in what order, how long
    ("India and Pakistan went to war in 1947.", ClaimKind.RELATION, ON),
    ("Finland and the Soviet Union fought seven wars.", ClaimKind.COUNT, DIFFERS),
    ("In November 2013 Russia and Japan held their first two plus two.", ClaimKind.ORDER, ON),
    ("In March 2017 Russia and Japan held their first two plus two.", ClaimKind.ORDER, DIFFERS),
    ("Iran and Iraq fought an eight-year war.", ClaimKind.DURATION, ON),
    ("Iran and Iraq fought a three-year war.", ClaimKind.DURATION, DIFFERS),
    # what no record decides
    ("Japan and Russia were never natural partners.", ClaimKind.STANDING, JUDGED),
    ("Relations of Iran and Iraq are closer than ever.", ClaimKind.COMPARISON, JUDGED),
]


def verdicts(text: str, kind: ClaimKind) -> list[Verdict]:
    return [f.verdict for f in check(read_text(text)) if f.claim.kind is kind]


@pytest.mark.parametrize(("text", "kind", "verdict"), CLAIMS)
def test_a_claim_gets_the_verdict_of_the_record(
    text: str, kind: ClaimKind, verdict: Verdict
) -> None:
    assert verdict in verdicts(text, kind)


@pytest.mark.parametrize(("text", "kind", "verdict"), [c for c in CLAIMS if c[2] is ON])
def test_what_is_on_record_is_not_said_to_differ(
    text: str, kind: ClaimKind, verdict: Verdict
) -> None:
    assert DIFFERS not in verdicts(text, kind)


def test_a_verdict_quotes_the_text_and_names_its_rows() -> None:
    document = read_text("Iran and Iraq fought an eight-year war from 1980 to 1988.")
    findings = check(document)
    assert findings
    for finding in findings:
        evidence = finding.claim.evidence
        assert document.text[evidence.start_char : evidence.end_char] == evidence.quote
        if finding.verdict in (ON, DIFFERS):
            assert finding.proofs
            assert all(p.source.address for p in finding.proofs)


def test_a_count_of_wars_names_those_that_are_counted() -> None:
    text = "Between 1900 and 1950 Russia and Japan fought two wars."
    why = next(f.why for f in check(read_text(text)) if f.claim.kind is ClaimKind.COUNT)
    assert "Russo-Japanese War" in why
    assert "Nomonhan" in why


@pytest.mark.parametrize("text", ["", "Bread is baked.", "They met.", "The war on drugs goes on."])
def test_where_nothing_is_claimed_of_states_nothing_is_found(text: str) -> None:
    assert check(read_text(text)) == [] if text else True


def test_what_was_read_before_counts_beside_the_record(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    text = "On 3 May 2014 the presidents of Togo and Gabon held talks in Lomé."
    before = read_text(text, published=dt.date(2014, 5, 4))
    ledger.add([before], code(before))
    claim = read_text("Togo and Gabon held talks on 3 May 2014.", published=dt.date(2014, 6, 1))
    found = [f for f in check(claim, ledger) if f.claim.kind is ClaimKind.EVENT]
    assert [f.verdict for f in found] == [ON]
    assert found[0].proofs[0].table == "ledger"


def test_a_document_is_no_proof_of_itself(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    text = "On 3 May 2014 the presidents of Togo and Gabon held talks in Lomé."
    document = read_text(text, published=dt.date(2014, 5, 4))
    ledger.add([document], code(document))
    found: list[Finding] = check(document, ledger)
    assert ON not in [f.verdict for f in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [("two", 2), ("twenty-five", 25), ("3rd", 3), ("17", 17), ("twice", 2), ("several", None)],
)
def test_numbers_are_read(text: str, value: float | None) -> None:
    assert number(text) == value


def test_what_was_read_does_not_count_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    before = read_text("Iran and Iraq fought a war from 1980 to 1988.")
    ledger.add([before], code(before))
    claim = read_text("Between 1950 and 2000 Iran and Iraq fought two wars.")
    [count] = [f for f in check(claim, ledger) if f.claim.kind is ClaimKind.COUNT]
    assert count.verdict is DIFFERS
    assert "1 war of" in count.why
