"""What is known of two states: things that happened or held, to compare claims with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from legation.checking.finding import Proof
from legation.ledger import Ledger, Query, Recorded
from legation.model import Event, Pair, Period, RelationKind, Row, Source, Status
from legation.record import Fact, facts_of, territory, wars
from legation.record.statement import called, lines, source_of
from legation.record.treaties import signatures
from legation.world import memberships, organisations, period

LEDGER = "ledger"
"""Stands for a table in the proofs of what the user has read."""


class Matter(StrEnum):
    """What a claim is about, as far as the record tells it apart."""

    WAR = "war"
    CRISIS = "crisis"
    OCCUPATION = "occupation"
    ALLIANCE = "alliance"
    TREATY = "treaty"
    LAND = "land"
    CLAIM = "claim"
    INDEPENDENCE = "independence"
    OPENING = "opening"
    RUPTURE = "rupture"
    SANCTIONS = "sanctions"
    MEETING = "meeting"
    RIVALRY = "rivalry"
    MEMBERSHIP = "membership"

    @property
    def lasts(self) -> bool:
        """Whether it holds over a spell, and does not only happen."""
        return self in _LASTING


_LASTING = {
    Matter.WAR, Matter.OCCUPATION, Matter.ALLIANCE, Matter.CLAIM, Matter.SANCTIONS,
    Matter.RIVALRY, Matter.MEMBERSHIP, Matter.TREATY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is known of two states.

    Args:
        matter: what kind of thing.
        a: who did it, holds it or gained by it; of what is mutual, either.
        b: the other; an organisation for a membership.
        mutual: whether it holds both ways.
        begun: the days on which it can be said to have begun.
        whole: from its beginning to its end.
        name: what it is called, or the place that it is about.
        form: what form of its kind it is.
        proof: the row that says so.
        parties: how many states it binds together.
    """

    matter: Matter
    a: str
    b: str
    mutual: bool
    begun: tuple[Period, ...]
    whole: Period
    name: str
    form: str
    proof: Proof
    parties: int = 2


_OF_TABLE = {
    "wars": Matter.WAR,
    "crises": Matter.CRISIS,
    "occupations": Matter.OCCUPATION,
    "rivalries": Matter.RIVALRY,
    "claims": Matter.CLAIM,
    "territorial_changes": Matter.LAND,
    "independence": Matter.INDEPENDENCE,
    "sanctions": Matter.SANCTIONS,
    "meetings_great_powers": Matter.MEETING,
    "meetings_asia_pacific": Matter.MEETING,
}
_OF_KIND = {
    RelationKind.WAR: Matter.WAR,
    RelationKind.ALLIANCE: Matter.ALLIANCE,
    RelationKind.TREATY: Matter.TREATY,
    RelationKind.OCCUPATION: Matter.OCCUPATION,
    RelationKind.RIVALRY: Matter.RIVALRY,
    RelationKind.TERRITORIAL_CLAIM: Matter.CLAIM,
    RelationKind.TERRITORIAL_CHANGE: Matter.LAND,
    RelationKind.SANCTIONS: Matter.SANCTIONS,
    RelationKind.MEMBERSHIP: Matter.MEMBERSHIP,
}
_CLOSING = {"broken", "severed_by_war", "downgraded"}


def things_of(pair: Pair, ledger: Ledger | None, but: str = "") -> tuple[Thing, ...]:
    """Give what the embedded record and a ledger know of two states, from the earliest.

    Args:
        pair: the two.
        ledger: what was read before; None where only the record counts.
        but: a document whose own rows are no proof of what it says.
    """
    found: dict[tuple[str, str, str, str], Thing] = {}
    for fact in facts_of(pair):
        thing = _of_fact(fact)
        if thing is None:
            continue
        key = (fact.table, fact.key, thing.a, thing.b)
        known = found.get(key)
        found[key] = thing if known is None else _joined(known, thing)
    read = _read(pair, ledger, but) if ledger else ()
    return tuple(sorted((*found.values(), *read), key=lambda t: str(t.whole.start or t.whole.end)))


def memberships_of(state: str) -> tuple[Thing, ...]:
    """Give what organisations a state has been a full member of, and when."""
    return tuple(
        _membership(state, body, spell.period, spell.source)
        for body, spells in memberships().items()
        for spell in spells
        if spell.state == state and spell.status == "member"
    )


def _membership(state: str, body: str, when: Period, address: str) -> Thing:
    name = organisations()[body].name
    end = f" to {when.end}" if when.end else ""
    said = f"{called(state)} a member of {name} from {when.start or 'its founding'}{end}."
    source = Source(address, "record", address, terms="Apache-2.0")
    proof = Proof("memberships", f"{body}/{state}", said, source)
    return Thing(Matter.MEMBERSHIP, state, body, False, first_days(when), when, name, "", proof)


def _of_fact(fact: Fact) -> Thing | None:
    row, matter = fact.row, _matter(fact)
    if matter is None:
        return None
    proof = Proof(fact.table, fact.key, row.evidence.quote or "", fact.source)
    thing = replace(_thing(row, matter, fact.form, proof), parties=fact.parties)
    signed = signatures().get((fact.table, fact.key))
    return replace(thing, begun=(*thing.begun, signed)) if signed else thing


def _matter(fact: Fact) -> Matter | None:
    if fact.table == "diplomatic_acts":
        if not isinstance(fact.row, Event):
            return None  # the spell of relations that its acts open and close
        return Matter.RUPTURE if fact.form in _CLOSING else Matter.OPENING
    if fact.table in _OF_TABLE:
        return _OF_TABLE[fact.table]
    if isinstance(fact.row, Event):
        return Matter.TREATY
    return _OF_KIND[fact.row.kind]


def _joined(one: Thing, other: Thing) -> Thing:
    """Join a treaty's signature with the bond that it made."""
    bond = other if one.matter is Matter.TREATY and other.matter is not Matter.TREATY else one
    if bond is one and other.whole.end and not one.whole.end and other.matter.lasts:
        bond = other
    begun = (*one.begun, *other.begun)
    first = min((p for p in begun if p.start), key=lambda p: str(p.start), default=Period())
    whole = bond.whole
    if one.whole != other.whole:
        longer = max(one.whole, other.whole, key=lambda p: str(p.end or "9999"))
        whole = Period(first.start, longer.end, first.start_precision, longer.end_precision)
    return replace(bond, begun=begun, whole=whole, name=one.name or other.name,
                   parties=max(one.parties, other.parties))  # fmt: skip


def _read(pair: Pair, ledger: Ledger, but: str) -> Iterator[Thing]:
    query = Query(pair=pair, statuses=(Status.REPORTED,))
    rows: Iterable[Recorded] = (*ledger.events(query), *ledger.relations(query))
    sources = {s.source_id: s for s in ledger.sources()}
    for recorded in rows:
        told = [c for c in recorded.sources if c.evidence.document_id != but]
        matter = _of_row(recorded.row)
        if told and matter and told[0].source_id in sources:
            quote = told[0].evidence.quote or ""
            proof = Proof(LEDGER, told[0].row_id, quote, sources[told[0].source_id])
            yield _thing(recorded.row, matter, "", proof)


def _of_row(row: Row) -> Matter | None:
    if isinstance(row, Event):
        return Matter.MEETING if row.type == "CONSULT" else None
    return _OF_KIND.get(row.kind)


def _thing(row: Row, matter: Matter, form: str, proof: Proof) -> Thing:
    when = row.period
    if isinstance(row, Event):
        a, b, name = row.actor or "", row.recipient or "", row.place or ""
        happened = Period(when.start, when.end, row.precision, row.precision)
        return Thing(matter, a, b, row.mutual, (happened,), happened, name, form, proof)
    begun = first_days(when)
    name = row.terms or ""
    if matter in (Matter.LAND, Matter.INDEPENDENCE):
        begun = (when,)
    return Thing(matter, row.a, row.b, row.mutual, begun, when, name, form, proof)


def first_days(whole: Period) -> tuple[Period, ...]:
    """Give the days in which a spell began; none where that is not known."""
    return (Period.around(whole.start, whole.start_precision),) if whole.start else ()


def place_things() -> Iterator[Thing]:
    """Give every change of land, claim and occupation of the record, whoever's."""
    for said in (*territory.statements(), *wars.statements()):
        fact = Fact(said.table, said.key, said.row, source_of(said.address), 2, said.form)
        matter = _matter(fact)
        if matter in (Matter.LAND, Matter.CLAIM, Matter.OCCUPATION) and (one := _of_fact(fact)):
            yield one


@cache
def independences() -> tuple[Thing, ...]:
    """Give when states became independent; of nobody where nobody had ruled them."""
    found = []
    for line in lines(territory.INDEPENDENCE_COLUMNS, "independence"):
        when = period(line["date"], line["date"])
        of = f" of {called(line['from_state'])}" if line["from_state"] else ""
        proof = Proof("independence", line.key, f"{called(line['state'])} became independent{of}.",
                      source_of(line["source"]))  # fmt: skip
        found.append(Thing(Matter.INDEPENDENCE, line["state"], line["from_state"], False,
                           (when,), when, "", line["how"], proof))  # fmt: skip
    return tuple(found)
