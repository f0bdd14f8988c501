"""The predicate lexicon: which verbs and nouns make which event, and who is who in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from legation import tables


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a verb.

    Args:
        type: PLOVER type.
        mode: PLOVER mode, or None.
        recipient: where the recipient stands: ``obj``, or prepositions in order.
        flags: ``mutual`` (a plural subject suffices), ``reverse`` (the object acts),
            ``official``, ``force``, ``person``, ``property``, ``territory``, ``ask``.
    """

    type: str
    mode: str | None
    recipient: tuple[str, ...]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """One event or relation noun.

    Args:
        name: its class in the frames.
        type: the PLOVER type it has when it stands alone, or None.
        mode: PLOVER mode, or None.
        kind: the relation it names, or None.
        of: whether its "of" complement acts (``source``) or suffers (``target``).
        flags: ``mutual``, ``visit``, or the preposition before whom it is directed at.
    """

    name: str
    type: str | None
    mode: str | None
    kind: str | None
    of: str
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Combination:
    """What a class of verbs makes of a class of nouns: "impose" + "sanctions"."""

    type: str
    mode: str | None
    flags: frozenset[str]


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Give the verbs that make an event by themselves, by lemma."""
    found = defaultdict(list)
    for r in tables.rows("coding", "verbs.csv", ("lemma", "type", "mode", "recipient", "flags")):
        found[r["lemma"]].append(
            Verb(r["type"], r["mode"] or None, _parts(r["recipient"], "|"), _flags(r))
        )
    return {lemma: tuple(readings) for lemma, readings in found.items()}


@cache
def verb_classes() -> dict[str, frozenset[str]]:
    """Give the classes that a verb (with its particle) belongs to."""
    found = defaultdict(set)
    for r in tables.rows("coding", "verb_classes.csv", ("lemma", "class")):
        found[r["lemma"]].add(r["class"])
    return {lemma: frozenset(classes) for lemma, classes in found.items()}


@cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """Give the readings of the event and relation nouns, by lemma."""
    columns = ("lemma", "class", "type", "mode", "kind", "of", "flags")
    found = defaultdict(list)
    for r in tables.rows("coding", "nouns.csv", columns):
        type_, mode, kind = (r[c] or None for c in ("type", "mode", "kind"))
        found[r["lemma"]].append(Noun(r["class"], type_, mode, kind, r["of"], _flags(r)))
    return {lemma: tuple(readings) for lemma, readings in found.items()}


def is_of(lemma: str, name: str) -> bool:
    """Whether a noun belongs to a class.

    Examples:
        >>> is_of("island", "territory")
        True
    """
    return any(n.name == name for n in nouns().get(lemma, ()))


@cache
def frames() -> dict[tuple[str, str], Combination]:
    """Give what a verb class makes of a noun class."""
    columns = ("verb_class", "noun_class", "type", "mode", "flags")
    return {
        (r["verb_class"], r["noun_class"]): Combination(r["type"], r["mode"] or None, _flags(r))
        for r in tables.rows("coding", "frames.csv", columns)
    }


@cache
def words(name: str) -> frozenset[str]:
    """Give one of the lexicon's word lists.

    Examples:
        >>> "rival" in words("rival")
        True
    """
    rows = tables.rows("coding", "word_lists.csv", ("list", "word"))
    return frozenset(r["word"] for r in rows if r["list"] == name)


@cache
def agent_nouns() -> dict[str, str]:
    """Give the sector of nouns and noun phrases that name actors, for phrases by themselves.

    Examples:
        >>> agent_nouns()["trade union"], agent_nouns()["army"]
        ('LAB', 'MIL')
    """
    rows = tables.rows("coding", "agent_nouns.csv", ("noun", "role"))
    return agents() | {row["noun"]: row["role"] for row in rows}


@cache
def agents() -> dict[str, str]:
    """Give the nouns for those who act for a state, with their PLOVER sectors."""
    return {r["lemma"]: r["role"] for r in tables.rows("coding", "agents.csv", ("lemma", "role"))}


@cache
def epithets() -> dict[str, frozenset[str]]:
    """Give the nouns that stand for states already named: for one, two, or the other."""
    found: dict[str, set[str]] = {}
    for row in tables.rows("coding", "epithets.csv", ("word", "number", "meaning")):
        found.setdefault(row["word"], set()).add(row["number"])
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def titles() -> dict[str, str]:
    """Give the titles that only one state's office has."""
    rows = tables.rows("coding", "titles.csv", ("title", "code", "source"))
    return {r["title"]: r["code"] for r in rows}


def _flags(row: dict[str, str]) -> frozenset[str]:
    return frozenset(row["flags"].split())


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(p for p in text.split(separator) if p)
