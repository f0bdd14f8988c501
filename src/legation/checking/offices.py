"""Verdicts on who held an office."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from legation import tables
from legation.checking.finding import Claim, ClaimKind, Finding, Proof, Verdict
from legation.checking.wording import name_of, span_text
from legation.coding.mentions import Mention
from legation.coding.passages import Passage
from legation.model import Period, Source
from legation.world import Holder, NameKind, holders
from legation.world.offices import holders_of
from legation.world.spelling import unaccented

_BEFORE, _AFTER = 45, 60
_NO_LONGER = re.compile(
    r"\b(?:former|ex|late|future|later|incoming|outgoing|deposed|ousted)\b[- ]*$", re.IGNORECASE
)


def check_offices(passage: Passage) -> Iterator[Finding]:
    """Say of everybody whom a sentence gives an office whether they held it at the time."""
    for mention in passage.cast.mentions.between(passage.sentence.start, passage.sentence.end):
        if mention.kind not in (NameKind.HOLDER, NameKind.SURNAME, NameKind.FIGURE):
            continue
        if mention.kind is NameKind.FIGURE and not called(_name(mention, passage)):
            continue
        title = _title(mention, passage)
        if title is None:
            continue
        offices, start, end = title
        claim = Claim(ClaimKind.OFFICE, passage.quote(start, end))
        yield from _judged(claim, mention, offices, passage)


def _judged(
    claim: Claim, mention: Mention, offices: tuple[str, ...], passage: Passage
) -> Iterator[Finding]:
    own = [h for h in called(_name(mention, passage)) if h.state == mention.code]
    when = _times(mention, passage)
    right = [h for h in own if h.office in offices and (not when or any(_then(h, w) for w in when))]
    if right and (since := _since(claim, passage)) and not any(_began_in(h, since) for h in right):
        why = f"The record dates it otherwise: {office_told(right[0])}"
        yield Finding(claim, Verdict.DIFFERS, why, office_proofs(right[:1]))
        return
    if right:
        yield Finding(
            claim,
            Verdict.ON_RECORD,
            f"On record: {office_told(right[0])}",
            office_proofs(right[:1]),
        )
        return
    then = [h for o in offices for h in holders_of(mention.code, o)
            if when and _then(h, when[0])]  # fmt: skip
    if meant := [h for h in then if _spelt(h, mention, passage)]:
        yield Finding(
            claim,
            Verdict.ON_RECORD,
            f"On record: {office_told(meant[0])}",
            office_proofs(meant[:1]),
        )
        return
    elsewhere = [h for h in called(_name(mention, passage)) if h.office in offices
                 and when and any(_then(h, w) for w in when)]  # fmt: skip
    if elsewhere:
        told = office_told(elsewhere[0])
        yield Finding(claim, Verdict.ON_RECORD, f"On record: {told}", office_proofs(elsewhere[:1]))
        return
    held = [h for h in own if h.office in offices]
    known = held or [h for h in own if when and _then(h, when[0])]
    if then and known:
        holder, other = office_told(then[0]), office_told(known[0])
        why = f"By the record the holder then was another: {holder} {other}"
        yield Finding(claim, Verdict.DIFFERS, why, office_proofs([then[0], known[0]]))
    elif held and when:
        why = f"The record has it at another time: {office_told(held[0])}"
        yield Finding(claim, Verdict.DIFFERS, why, office_proofs(held[:1]))
    elif then:
        why = f"By the record the holder then was another: {office_told(then[0])}"
        yield Finding(claim, Verdict.DIFFERS, why, office_proofs(then[:1]))
    else:
        why = f"The record does not list that office of {name_of(mention.code)} for that time."
        yield Finding(claim, Verdict.OUTSIDE_COVERAGE, why)


def _since(claim: Claim, passage: Passage) -> Period | None:
    """Give the time since when a claim says that an office was held, if it does."""
    end = (claim.evidence.end_char or 0) - passage.section.offset
    doc = passage.section.doc
    if doc.text[end : end + 8].strip(" ,").lower()[:5] != "since":
        return None
    return next((p for p, w in passage.calendar.here(passage.sentence)
                 if 0 <= w.start_char - end < 12 and p.start), None)  # fmt: skip


def _began_in(holder: Holder, since: Period) -> bool:
    start = holder.period.start
    if start is None or since.start is None:
        return True
    said = Period.around(since.start, since.start_precision)
    return said.overlaps(Period.around(start, holder.period.start_precision))


def _spelt(holder: Holder, mention: Mention, passage: Passage) -> bool:
    """Whether the words around a name have a holder's surname, in another spelling of it."""
    around = passage.section.doc[max(0, mention.start - 3) : mention.end + 2].text
    words = re.sub(r"[^a-z]", "", unaccented(around).lower())
    surname = re.sub(r"[^a-z]", "", unaccented(holder.surname).lower())
    return len(surname) > 3 and surname in words


def _name(mention: Mention, passage: Passage) -> str:
    return passage.section.doc[mention.start : mention.end].text


def _times(mention: Mention, passage: Passage) -> list[Period]:
    """Give the times that a sentence can tell of somebody at, the likeliest first.

    Without a date of its own it tells of the day of the document, or where the story has got to.
    """
    dated = passage.calendar.of(passage.section.doc[mention.start : mention.end].root)
    if dated.how == "sentence":
        return [dated.period]
    day = passage.document.published
    if day is None:
        return [_about(dated.period)] if dated.how == "narrative" else []
    return [Period.day(day), *([dated.period] if dated.how == "narrative" else [])]


def _about(when: Period) -> Period:
    """Widen a period by a year each way: a story moves on between its dates."""
    year = dt.timedelta(days=365)
    first = when.start - year if when.start else None
    return Period(first, when.end + year if when.end else None)


def _then(holder: Holder, when: Period) -> bool:
    return holder.period.overlaps(when)


def _title(mention: Mention, passage: Passage) -> tuple[tuple[str, ...], int, int] | None:
    """Give the offices that a title by a name can mean, and the tokens of both."""
    doc = passage.section.doc
    first = doc[mention.start].idx
    before = doc.text[max(passage.sentence.start_char, first - _BEFORE) : first]
    pattern, offices = titles()
    for found in pattern.finditer(before.lower()):
        rest = before[found.end() :]
        if re.fullmatch(r",?\s*(?:\w+\.?\s+){0,2}", rest) and not rest.strip().islower():
            if _NO_LONGER.search(before[: found.start()]):
                return None
            start = doc.char_span(
                first - len(before) + found.start(), first, alignment_mode="expand"
            )
            at = start.start if start is not None else mention.start
            return _of(offices, found.group(), at, mention.end)
    last = doc[mention.end - 1].idx + len(doc[mention.end - 1])
    after = doc.text[last : min(passage.sentence.end_char, last + _AFTER)]
    found_after = re.match(
        r"(?:,? (?:was|is|became|as)|,)\s+(?:then |still |now )?(?:the |its |an? )?"
        r"(?:[\w'’-]+ ){0,2}?(" + pattern.pattern + r")\b",
        after,
        re.IGNORECASE,
    )
    if found_after and "former" not in found_after.group().lower():
        span = doc.char_span(last, last + found_after.end(), alignment_mode="expand")
        end = span.end if span is not None else mention.end
        return _of(offices, found_after.group(1).lower(), mention.start, end)
    return None


def _of(
    offices: dict[str, tuple[str, ...]], title: str, start: int, end: int
) -> tuple[tuple[str, ...], int, int] | None:
    found = offices[title.lower()]
    return (found, start, end) if found else None


@cache
def titles() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Give what finds a title of office, and the offices that each can mean."""
    offices = {
        row["title"]: tuple(row["office"].split("|")) if row["office"] else ()
        for row in tables.rows("checking", "office_titles.csv", ("title", "office"))
    }
    longest = sorted(offices, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(t) for t in longest) + ")"), offices


def called(name: str) -> tuple[Holder, ...]:
    """Give the times in office of everybody of a name, accents left out or not."""
    return _by_name().get(name) or _by_name().get(unaccented(name), ())


@cache
def _by_name() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        for text in {holder.name, holder.surname, *holder.aliases}:
            for spelling in {text, unaccented(text)}:
                found.setdefault(spelling, []).append(holder)
    return {name: tuple(same) for name, same in found.items()}


def office_told(holder: Holder) -> str:
    """Say who held what, and when."""
    return f"{holder.title} of {name_of(holder.state)}: {holder.name}, {span_text(holder.period)}."


def office_proofs(found: list[Holder]) -> tuple[Proof, ...]:
    """Cite times in office."""
    return tuple(
        Proof("office_holders", f"{h.state}/{h.office}/{h.surname}", office_told(h),
              Source(h.source, "record", h.source, terms="Apache-2.0"))
        for h in found
    )  # fmt: skip
