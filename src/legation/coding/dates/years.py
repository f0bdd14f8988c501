"""Years in figures: which numbers are years, and the year that follows a day, month or season."""

from __future__ import annotations

import re

from legation.coding.dates.context import Context
from legation.coding.dates.readings import Pull, Reading
from legation.coding.dates.words import DASH, SPACE, YEAR_NUMBER
from legation.model.dates import Period

_YEAR = re.compile(YEAR_NUMBER)
_TAIL = re.compile(rf"(?:,?{SPACE}(?:of{SPACE}|in{SPACE})?|/|{DASH})({YEAR_NUMBER})")
_TAIL_SAID = re.compile(
    rf"(?i)(?:,?{SPACE}(?:(?:of|in){SPACE})?)"
    r"(that|the same|the following|the next|the previous|the preceding|next|last|this|the)"
    rf"{SPACE}year(?:{SPACE}(before|after))?(?!\w)"
)
_SPAN = re.compile(rf"(1\d\d\d|20\d\d)\s?(?:{DASH}|/)\s?(\d\d(?:\d\d)?)(?![\w])(?![.,/-]\d)")

_STRONG = re.compile(
    r"(?i)(?:(?:mid|pre|post|early|late)-$|(?:^|[\W_])(?:in|since|until|till|before|after|during"
    r"|circa|ca\.|c\.|early|late|mid|from|between|as of|prior to|around|year|years|throughout"
    r"|back to|dat(?:es?|ing|ed) (?:back )?to|signed|concluded|founded|established|dated|born"
    r"|ratified|autumn|spring|summer|winter|comes?|came"
    r"|it (?:was|is)(?: now| already| still| only)?|the year (?:was|is))"
    r"(?: about| around| perhaps| circa)?\s$)"
)
_SURE = re.compile(
    r"(?i)\b(?:(?:since|until|till|between)(?: at least)?"
    r"|as (?:early|late|recently|far back) as)\s$"
)
_WEAK = re.compile(r"(?i)(?:^|[\W_])(?:of|by|on|for|about|to|into|with|following|under|or|and)\s$")
_OWNER = re.compile(
    r"(?i)(?:^|[\W_])(?:the|a|an|this|its|their|his|her|our|that|any|each|\w{1,30}['’]s?)\s$"
)
_AMOUNT = re.compile(
    r"(?i)(?:total|force|army|number|population|maximum|minimum|average|sum|some|group|crowd|fleet"
    r"|garrison|up|rise|rose|fell|grew|increased?|cut|reduced?|risen|fallen|down|comes?|amount\w*"
    r"|than|least|most|over|nearly|almost|killed|wounded|capacity|range|height|altitude|elevation"
    r"|distance|speed|paid|worth|price|cost)"
    r"\s(?:of|to|by|with|about|around|for|from)?\s?$"
)
_NUMBERED = re.compile(
    r"(?:[$£€¥#§%]|\d[,.]|[-/]|(?i:\b(?:no|nos|res|resolutions?|unscr|flight|article|order|room"
    r"|decree|directive|regulation|bill|page|pp?|number|channel|boeing|airbus|model|type|mark"
    r"|windows|area|route|highway|tel|phone|call|usd|eur|gbp|rs|us\$|version|unit|document|doc"
    r"|para|paragraph|section|case|law|chapter|line|code|convention)\.?\s?))$"
)
_COUNTED = re.compile(
    r"(?:[ -](?i:troops?|soldiers?|men|women|people|persons?|workers?|policemen|officers|fighters"
    r"|civilians|children|dead|wounded|refugees|migrants|prisoners|rebels|militants|protesters"
    r"|demonstrators|students|voters|votes|seats|delegates|sailors|marines|peacekeepers|advisers"
    r"|tonnes?|tons?|kg|km|kilomet\w+|miles?|met(?:re|er)s?|feet|ft|acres|hectares|barrels|litres"
    r"|dollars?|euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|marks|francs|percent|per cent"
    r"|mw|megawatts|hours|hrs|gmt|utc|local time|local|villages|houses|homes|tanks|guns|aircraft"
    r"|ships|vessels|missiles|warheads|rockets|shells|islands|families|cases|deaths|casualties"
    r"|more|other|others|million|billion|thousand|bc|bce|m|x)(?![\w'’])"
    r"|%|°|[,.:]\d|-\d{2,}|-[a-z]{2,}|/\d)"
)
_PLURAL = re.compile(
    r"\s(?!(?:elections|talks|protests|riots|hostilities|negotiations|agreements?|accords|treaties"
    r"|wars|clashes|sanctions|amendments|statistics|borders|lines|lows|highs|levels|figures"
    r"|estimates|reforms|games|uprisings|revolutions|bombings|attacks|skirmishes|disputes"
    r"|proposals|is|was|has|as|this|his|its|does|notes|hearings|killings|massacres|events"
    r"|principles|conventions|protocols|floods|raids|strikes|tests|terms|maps|frontiers"
    r"|ceasefires|arrangements|commitments|decisions|resolutions|declarations|saw|across)\b)"
    r"[a-z]+[^s\W]s\b"
)
_LINE_START = re.compile(r"(?:^|\n)[ \t]*[-*•–]?[ \t]*$")
_SENTENCE_START = re.compile(r"[.!?;:][\"”’)]?\s$|[\"“‘]$")
_AFTER_HEAD = re.compile(r"[ \t]*(?:[:–—.,-]|\n|$|[a-z])")
_CLOSED = re.compile(r"\s?(?:[),;.\n–—-]|$)")
_NOUN = re.compile(r"\s[A-Za-z]")
_PLACE = re.compile(r"[A-Z][\w'’-]{0,30},?\s$")


_LISTED_AFTER = frozenset({"year", "years", "month", "day", "days", "season", "decade"})


def year_tail(ctx: Context, at: int) -> tuple[int, int, bool, bool] | None:
    """Read the year after a day, month or season: ``, 1990``, ``of 1990``, ``of that year``.

    Returns:
        The year, the offset after it, whether the anchor gave it and whether the document's
        date did; None where no year follows.
    """
    plain = _TAIL.match(ctx.text, at)
    if plain and not _COUNTED.match(ctx.text, plain.end()):
        return int(plain[1]), plain.end(), False, False
    said = _TAIL_SAID.match(ctx.text, at)
    if not said:
        return None
    return _said_year(ctx, said)


def _said_year(ctx: Context, said: re.Match[str]) -> tuple[int, int, bool, bool] | None:
    word, turn = said[1].lower(), (said[2] or "").lower()
    steps = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "last": -1}
    step = steps.get(word.split()[-1], 0) + {"before": -1, "after": 1}.get(turn, 0)
    if word == "the" and not turn:
        return None
    if word in ("next", "last", "this"):
        return (ctx.published.year + step, said.end(), False, True) if ctx.published else None
    origin = ctx.origin()
    if origin is None or origin.end is None:
        return None
    return origin.end.year + step, said.end(), True, False


def read_year(ctx: Context, at: int) -> Reading | None:
    """Read a plain year or a span of years (``1904–05``, ``1939/40``) where the words say so."""
    return _read_span(ctx, at) or _read_plain(ctx, at)


def _read_span(ctx: Context, at: int) -> Reading | None:
    match = _SPAN.match(ctx.text, at)
    if not match or _COUNTED.match(ctx.text, match.end()) or _numbered(ctx, at):
        return None
    first, short = int(match[1]), match[2]
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if len(short) == 2 and last <= first and int(short) < 50 and first % 100 == 99:
        last += 100
    if not first < last <= first + 250:
        return None
    period = Period.span(Period.year(first), Period.year(last))
    pull = Pull.WEAK if _owned(ctx, at, match.end()) else Pull.FIRM
    return Reading(at, match.end(), period, "years", pull=pull)


def _read_plain(ctx: Context, at: int) -> Reading | None:
    match = _YEAR.match(ctx.text, at)
    if not match or not is_year(ctx, at, match.end()):
        return None
    pull = Pull.WEAK if _owned(ctx, at, match.end()) else Pull.FIRM
    return Reading(at, match.end(), Period.year(int(match[0])), "year", pull=pull)


def is_year(ctx: Context, start: int, end: int) -> bool:
    """Whether the words around a four-digit number make it a year rather than a count or label."""
    before, after = ctx.text[max(0, start - 40) : start], ctx.text[end : end + 40]
    counted = bool(_COUNTED.match(after))
    if _SURE.search(before):
        return not counted
    if _STRONG.search(before) and not _AMOUNT.search(before):
        people = counted and re.match(r"\s(?:soldiers|troops|people|protesters|students)\b", after)
        in_figures = re.search(r"(?i)\bin\s$", before) and int(ctx.text[start:end]) >= 1800
        return not counted or bool(people and in_figures)
    if counted or _numbered(ctx, start) or _AMOUNT.search(before):
        return False
    return _listed(ctx, start) or _by_position(before, after)


def _by_position(before: str, after: str) -> bool:
    if before.endswith(("(", "[")) or _LINE_START.search(before):
        return bool(_AFTER_HEAD.match(after) or _CLOSED.match(after)) and not _PLURAL.match(after)
    if re.match(r"['’]s\b", after):
        return True
    if re.search(r"(?i)\bof\s$", before):
        return True
    if _OWNER.search(before):
        return bool(_NOUN.match(after)) or bool(_CLOSED.match(after))
    if _PLURAL.match(after):
        return False
    if _SENTENCE_START.search(before):
        return bool(re.match(r"\s[a-z]|[:,]", after))
    closed = bool(_CLOSED.match(after))
    return bool(_WEAK.search(before)) or (
        closed and before.endswith((", ", "; ")) and bool(_PLACE.search(before))
    )


def _listed(ctx: Context, start: int) -> bool:
    before = ctx.previous
    if before is None or start - before.end > 12 or before.rule not in _LISTED_AFTER:
        return False
    return bool(
        re.fullmatch(
            r",?\s?(?:and|or|to|but|until|till|through|thru)?\s", ctx.text[before.end : start]
        )
    )


def _numbered(ctx: Context, start: int) -> bool:
    before = ctx.text[max(0, start - 16) : start]
    return bool(_NUMBERED.search(before)) or before[-1:].isalnum() or before[-1:] == "_"


def _owned(ctx: Context, start: int, end: int) -> bool:
    """Whether a year only tells which thing is meant: "the 1956 treaty", "the treaty of 1904"."""
    before, after = ctx.text[max(0, start - 40) : start], ctx.text[end : end + 12]
    if re.search(r"(?i)\bof\s$", before):
        return not re.search(
            r"(?i)(?:spring|summer|autumn|winter|fall|year|end|start) of\s$", before
        )
    return bool(_OWNER.search(before)) and bool(_NOUN.match(after))
