from __future__ import annotations

import datetime as dt

import pytest

from legation.briefing.wording import event_phrases, relation_phrases, sentence, who
from legation.model import (
    Event,
    Evidence,
    Precision,
    Relation,
    RelationKind,
    Status,
    codebook,
)

DAY = {"start": dt.date(2013, 11, 2), "end": dt.date(2013, 11, 2), "precision": Precision.DAY}


def _event(type_: str = "CONSULT", **fields: object) -> Event:
    given = {"actor": "RUS", "recipient": "JPN", **DAY, **fields}
    return Event(type_, given.pop("actor"), given.pop("recipient"), "s", Evidence(), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (_event(mode="visit"), "Russia visited Japan (2 November 2013)."),
        (_event(mutual=True), "Russia and Japan held talks (2 November 2013)."),
        (
            _event(mode="visit", status=Status.PLANNED),
            "Planned, not reported as done: Russia to visit Japan (2 November 2013).",
        ),
        (
            _event("THREATEN", status=Status.DENIED),
            "Denied: Russia threatened Japan (2 November 2013).",
        ),
        (
            _event("ACCUSE", status=Status.NEGATED, start=None, end=None, precision=None),
            "Said not to be so: Russia found fault with Japan (date not given).",
        ),
        (
            _event("MOBILIZE", recipient=None, actor_role="MIL"),
            "Russia (armed forces) readied forces (2 November 2013).",
        ),
        (
            _event("AID", actor="USA", place="Tokyo"),
            "The United States gave aid to Japan (in Tokyo; 2 November 2013).",
        ),
        (
            _event("ACCUSE", actor=None, actor_text="the envoys"),
            "“the envoys” found fault with Japan (2 November 2013).",
        ),
        (_event("COOPERATE", recipient="NATO"), None),
    ],
)
def test_an_event_is_told_in_one_sentence(event: Event, told: str | None) -> None:
    found = sentence(event)
    assert found == told if told else "North Atlantic Treaty Organization" in found


def test_relations_are_told_in_their_tense_and_direction() -> None:
    claim = Relation(RelationKind.TERRITORIAL_CLAIM, "JPN", "RUS", "s", Evidence(), mutual=False)
    assert (
        sentence(claim, holds=True) == "Japan has a territorial claim on Russia (date not given)."
    )
    both = Relation(RelationKind.TERRITORIAL_CLAIM, "JPN", "RUS", "s", Evidence(), terms="Kurils")
    assert sentence(both) == "Japan and Russia claimed the same territory (Kurils; date not given)."
    assert (who(claim), who(both)) == ("JPN → RUS", "JPN ↔ RUS")


def test_every_type_mode_and_kind_has_words() -> None:
    assert {t for t, mode in event_phrases() if not mode} == set(codebook().types)
    assert set(relation_phrases()) == {k.value for k in RelationKind}
    for code, type_ in codebook().types.items():
        for mode in (None, *type_.modes):
            for status in Status:
                for mutual in (True, False):
                    told = sentence(_event(code, mode=mode, status=status, mutual=mutual))
                    assert "{" not in told and "[" not in told and "  " not in told
