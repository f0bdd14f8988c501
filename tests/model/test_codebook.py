"""The codebook: PLOVER's types, and tables that agree with each other."""

import pytest

from legation.errors import TableError
from legation.model import codebook
from legation.model import codebook as loaded

QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
WITHOUT_MODES = {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"}


def test_sixteen_types_in_four_quads() -> None:
    found = {q: tuple(c for c, t in codebook().types.items() if t.quad == q) for q in QUADS}
    assert found == QUADS
    assert set(codebook().quads) == set(QUADS)


@pytest.mark.parametrize("code", [c for codes in QUADS.values() for c in codes])
def test_a_type_is_whole(code: str) -> None:
    type_ = codebook().types[code]
    assert type_.code == code
    assert type_.quad == codebook().quad(code)
    assert type_.meaning
    assert bool(type_.modes) == (code not in WITHOUT_MODES)
    assert all(meaning for meaning in type_.modes.values())


@pytest.mark.parametrize(
    ("type_", "mode"),
    [
        *(("CONSULT", "visit"), ("RETREAT", "release"), ("REQUEST", "meet")),
        *(("ACCUSE", "investigate"), ("REJECT", "yield"), ("THREATEN", "violence")),
        *(("PROTEST", "riot"), ("SANCTION", "expel"), ("MOBILIZE", "troops")),
        *(("COERCE", "arrest"), ("ASSAULT", "aerial")),
    ],
)
def test_well_known_modes(type_: str, mode: str) -> None:
    assert mode in codebook().types[type_].modes


@pytest.mark.parametrize("sector", ["GOV", "MIL", "LEG", "REB", "CVL", "IGO", "NGO", "BUS", "UNK"])
def test_sectors(sector: str) -> None:
    assert codebook().sectors[sector]


@pytest.mark.parametrize("context", ["military", "diplomatic", "territory", "economic", "cbrn"])
def test_contexts(context: str) -> None:
    assert codebook().contexts[context]


def test_codes_are_written_alike() -> None:
    book = codebook()
    assert all(c.isupper() and c.isalpha() for c in (*book.types, *book.sectors))
    modes = [m for t in book.types.values() for m in t.modes]
    assert all(m == m.lower() for m in (*modes, *book.contexts))
    assert all(len(c) == 3 for c in book.sectors)


def test_an_event_against_nobody_needs_no_recipient() -> None:
    lone = {c for c, t in codebook().types.items() if not t.needs_recipient}
    assert lone >= {"RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"}
    assert not lone & {"CONSULT", "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT"}


def test_it_is_loaded_once() -> None:
    assert codebook() is codebook()


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("modes", {"type": "MEDITATE", "code": "sit", "meaning": "sits"}),
        (
            "types",
            {"code": "NAP", "quad": "5", "needs_recipient": "no", "meaning": "lies down"},
        ),
    ],
)
def test_tables_that_disagree_are_refused(
    monkeypatch: pytest.MonkeyPatch, table: str, row: dict[str, str]
) -> None:
    from legation import tables

    real = tables.rows

    def rows(room: str, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
        return [*real(room, name, columns), *([row] if name == f"{table}.csv" else [])]

    monkeypatch.setattr(tables, "rows", rows)
    with pytest.raises(TableError, match="lacks"):
        loaded.__wrapped__()
