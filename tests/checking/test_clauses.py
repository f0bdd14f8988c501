"""Claims that no trigger knows, each put as writers put it, with the verdict that it deserves."""

from __future__ import annotations

import pytest

from legation.checking import ClaimKind, Verdict, check
from legation.checking.roles import check_roles
from legation.coding.passages import passages
from legation.reading import read_text
from legation.record.words import entries, stems_of, weights

ON, DIFFERS = Verdict.ON_RECORD, Verdict.DIFFERS
MISSING, OUTSIDE, JUDGED = Verdict.NOT_ON_RECORD, Verdict.OUTSIDE_COVERAGE, Verdict.JUDGEMENT

CLAIMS = [
    # by names, words and the day
    ("In September 1984 Germany's Kohl and France's Mitterrand held hands at Verdun.", "EVENT", ON),
    ("Bolivia and Chile made up at Charaña in February 1975.", "EVENT", ON),
    ("Iraq and Iran had quarrelled; the Algiers deal came in March 1975.", "EVENT", ON),
    ("Chile and Bolivia parted over the river Lauca in April 1962.", "EVENT", ON),
    # with a day that is not the line's
    ("Chile and Bolivia parted over the river Lauca in April 1967.", "EVENT", DIFFERS),
    # what no table has
    ("Japanese exports to Russia doubled in 2005.", "EVENT", OUTSIDE),
    ("In March 1999 Peru asked Bolivia to return a painted altar.", "EVENT", MISSING),
    # who joined what
    ("NATO grew: Greece and Turkey came in in 1952.", "EVENT", ON),
    # offices in other words
    ("In 1984 Mitterrand welcomed Helmut Kohl, who had become chancellor in 1982.", "OFFICE", ON),
    ("In 1984 Paris welcomed Helmut Kohl, who had become chancellor in 1979.", "OFFICE", DIFFERS),
    ("The Soviet Union, then led by Nikita Khrushchev, sent troops in 1960.", "OFFICE", ON),
    ("In 1915 President Woodrow Wilson kept the United States out.", "OFFICE", ON),
    ("In 1985 Margaret Thatcher, British prime minister since 1981, flew out.", "OFFICE", DIFFERS),
    # lengths of what was found
    ("The Soviet Union invaded Finland in November 1939, and the war lasted three months.",
     "DURATION", ON),
    # numbers
    ("In 2005 the European Union had 25 members.", "COUNT", ON),
    ("In 2005 the European Union had 27 members.", "COUNT", DIFFERS),
    ("The war of Iran and Iraq cost 500,000 lives.", "COUNT", OUTSIDE),
    # judgements
    ("Fear of Russia pushed Finland and Sweden into NATO.", "CAUSE", JUDGED),
    ("No pair of states is friendlier than Norway and Sweden.", "COMPARISON", JUDGED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "verdict"), CLAIMS)
def test_a_claim_in_other_words_gets_the_verdict_of_the_record(
    text: str, kind: str, verdict: Verdict
) -> None:
    found = [f for f in check(read_text(text)) if f.claim.kind is ClaimKind[kind]]
    assert verdict in [f.verdict for f in found]


def test_what_was_still_to_come_is_no_claim() -> None:
    import datetime as dt

    text = "Russia and Japan will sit down in Tokyo in March 2014."
    found = check(read_text(text, published=dt.date(2013, 11, 1)))
    assert not [f for f in found if f.verdict is DIFFERS]


def test_a_name_without_an_office_makes_no_claim() -> None:
    (passage,) = passages(read_text("Angela Merkel and Vladimir Putin spoke of gas."))
    assert list(check_roles(passage, [])) == []


def test_every_line_of_the_record_has_words_days_or_states() -> None:
    assert len(entries()) > 7_000
    assert all(e.said and e.source.address and (e.stems or e.states) for e in entries())
    assert weights()["lauca"] > weights()["war"] > 0


def test_stems_join_the_forms_of_a_word_and_leave_accents_out() -> None:
    assert stems_of("Schnaebelé was arrested") == {"schnae", "was", "arrest"}
