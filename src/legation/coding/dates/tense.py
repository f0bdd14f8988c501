"""Whether the words around a date look ahead or back."""

from __future__ import annotations

import re

_REACH = 160
"""Characters looked at on each side; a clause is seldom longer."""

_PLAN = r"agree|due|set|plan|hop|expect|schedul|want|vow|pledg|promis|ready|prepar|intend|poised"
_AUXILIARY = rf"""(?:
    (?:will|shall|would|won['’]t|may|might|is|are)\s(?:not\s|also\s|then\s)?(?:be\s)?
        (?:\w+ing\b|(?<=will\s)\w+|(?<=shall\s)\w+|(?<=would\s)\w+|(?<=may\s)\w+|(?<=might\s)\w+
        |(?<=be\s)\w+|(?:(?:{_PLAN})\w*|to)\s(?:to\s)?(?:be\s)?\w+)
    |(?:will|shall|would|won['’]t|['’]ll)\b)"""
_AHEAD = re.compile(
    rf"""(?ix)\b(?:{_AUXILIARY}
    |(?:{_PLAN})\w*\s(?:to|for)\s(?:be\s)?\w+ | scheduled | upcoming | forthcoming | looms?
    |coming | planned | ahead\sof | (?:next|future)\s(?:meeting|round|summit|talks|visit)
    |(?:until|before)\s(?:next\s)?$ )"""
)
_AHEAD_AFTER = re.compile(rf"(?ix)\b{_AUXILIARY}")
_BACK = re.compile(
    r"""(?ix)\b(?:was|were|had|said|told|met|began|held|took|made|left|came|went|gave|broke
    |fell|won|lost|saw|sent|flew|drove|rose|wrote|spoke|struck|shot|withdrew|sought|did|has|have
    |(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?!(?:re|un)?(?:ne|fe|see|excee|procee|succee|bre|spee|ble)d)[a-z]{2,}ed)\b"""
)
_SENTENCE = re.compile(r"[.!?][\"'”’)]?\s(?=[\"“‘(]?[A-Z])|\n|;\s")


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Tell whether the nearest verb puts a span in the future (True), the past (False) or neither.

    A verb before the span counts as nearer than one after it, for English mostly puts dates
    after what they date.

    Examples:
        >>> looks_ahead("They will meet on Friday.", 18, 24)
        True
        >>> looks_ahead("On Friday, ministers met in Vienna.", 3, 9)
        False
    """
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE.split(text[end : end + _REACH], maxsplit=1)[0]
    ahead = _distance(_AHEAD, _AHEAD_AFTER, before, after)
    plain = _AHEAD.sub(_blank, before), _AHEAD_AFTER.sub(_blank, after)
    back = _distance(_BACK, _BACK, *plain)
    if before.lower().endswith("by ") and (ahead is not None or back is None):
        return True  # a deadline
    if ahead is None and back is None:
        return None
    return back is None or (ahead is not None and ahead <= back)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _distance(
    cue: re.Pattern[str], cue_after: re.Pattern[str], before: str, after: str
) -> int | None:
    last = max((m.end() for m in cue.finditer(before)), default=None)
    first = cue_after.search(after)
    distances = [len(before) - last] if last is not None else []
    distances += [int(first.start() * 1.5) + 1] if first else []
    return min(distances, default=None)
