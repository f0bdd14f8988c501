"""What no record can decide: comparisons, how two stand, and causes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legation import tables
from legation.checking.acts import Act
from legation.checking.finding import Claim, ClaimKind, Finding, Verdict
from legation.checking.known import FEW, Known, proofs
from legation.checking.things import Matter, Thing
from legation.checking.wording import name_of, span_text
from legation.coding.passages import Passage
from legation.world import states

_BEARING = (Matter.WAR, Matter.ALLIANCE, Matter.RIVALRY, Matter.CLAIM, Matter.TREATY)
_COMPARATIVE = re.compile(
    r"\bmore (?!than\b)\w+(?: \w+)? than\b"
    r"|\b(?!other|rather|later|earlier|sooner|fewer|never|after|under|over)\w{3,}er"
    r"(?: (?!than\b)[\w'’-]+){0,4} than\b",
    re.IGNORECASE,
)
_WORDS = {
    ClaimKind.COMPARISON: "A comparison",
    ClaimKind.STANDING: "A judgement of how they stand",
    ClaimKind.CAUSE: "A judgement of cause",
}


def check_judgements(acts: list[Act], passage: Passage, known: Known) -> Iterator[Finding]:
    """Name the judgements of a sentence, with what the record has that bears on them."""
    done = set()
    text = passage.sentence.text
    for cue in (*_cues().finditer(text), *_COMPARATIVE.finditer(text), *_compared(passage)):
        kind = _kinds().get(cue.group().lower(), ClaimKind.COMPARISON)
        clause = (kind, _clause(cue, acts, passage))
        if clause not in done:
            done.add(clause)
            yield _judgement(kind, cue, acts, passage, known)


def _compared(passage: Passage) -> Iterator[re.Match[str]]:
    """Find adjectives and adverbs that compare, of whatever is no time or number."""
    first = passage.sentence.start_char
    for token in passage.sentence:
        compares = token.tag_ in ("JJR", "JJS", "RBR", "RBS") and token.lower_ not in _NO_JUDGEMENT
        if compares and not any(t.like_num or t.ent_type_ in ("DATE", "CARDINAL") for t in (
                token.head, *token.children)):  # fmt: skip
            word = re.compile(re.escape(token.text))
            if found := word.search(passage.sentence.text, token.idx - first):
                yield found


_NO_JUDGEMENT = {"earlier", "later", "latest", "last", "further", "former", "latter", "upper",
                 "lower", "elder", "eldest", "more", "most", "less", "least", "best-known",
                 "sooner", "fewer", "nearest", "foremost", "inner", "outer"}  # fmt: skip


def _judgement(
    kind: ClaimKind, cue: re.Match[str], acts: list[Act], passage: Passage, known: Known
) -> Finding:
    start, end = _clause(cue, acts, passage)
    claim = Claim(kind, passage.quote(start, end))
    pair = _pair(acts, passage)
    if pair is None:
        return Finding(claim, Verdict.JUDGEMENT, f"{_WORDS[kind]}, which no record decides.")
    day = passage.document.published
    bearing = [
        t
        for t in known.things(*pair, *_BEARING)
        if t.parties <= FEW and (day is None or t.whole.start is None or t.whole.start <= day)
    ]
    told = "; ".join(_short(t) for t in bearing[-4:]) or "nothing"
    why = f"{_WORDS[kind]}; of {name_of(pair[0])} and {name_of(pair[1])} the record has: {told}."
    return Finding(claim, Verdict.JUDGEMENT, why, proofs(bearing[-4:]))


def _clause(cue: re.Match[str], acts: list[Act], passage: Passage) -> tuple[int, int]:
    first = passage.sentence.start_char
    span = passage.section.doc.char_span(
        first + cue.start(), first + cue.end(), alignment_mode="expand"
    )
    if span is None:
        return passage.sentence.start, passage.sentence.end
    for token in (span.root, *span.root.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            low, high = token.left_edge.i, token.right_edge.i + 1
            if low <= span.start and span.end <= high:
                return max(low, passage.sentence.start), high
    return passage.sentence.start, passage.sentence.end


def _pair(acts: list[Act], passage: Passage) -> tuple[str, str] | None:
    for act in acts:
        if act.pairs and act.pairs[0][1] in states():
            return act.pairs[0]
    here = passage.cast.mentions.between(passage.sentence.start, passage.sentence.end)
    codes = [c for c in dict.fromkeys(m.code for m in here) if c in states()]
    pair = tuple(codes[:2]) if len(codes) > 1 else passage.cast.focus.two(codes)
    return (pair[0], pair[1]) if len(pair) == 2 else None


def _short(thing: Thing) -> str:
    return f"{thing.proof.said.split(':')[0].rstrip('.')} ({span_text(thing.whole)})"


@cache
def _kinds() -> dict[str, ClaimKind]:
    rows = tables.rows("checking", "judgements.csv", ("cue", "kind"))
    return {row["cue"]: ClaimKind(row["kind"]) for row in rows}


@cache
def _cues() -> re.Pattern[str]:
    longest = sorted(_kinds(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")\b", re.IGNORECASE)
