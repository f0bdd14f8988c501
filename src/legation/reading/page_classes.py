"""What an element's class and id say of its part in the page."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from legation import tables

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_LONGEST = 400  # characters of class and id; more is generated


@lru_cache(maxsize=4096)
def kinds(classes: str) -> frozenset[str]:
    """Name the parts that a class or id attribute stands for.

    Args:
        classes: the attributes as written, joined by spaces.

    Returns:
        Any of ``junk``, ``comments``, ``byline``, ``date``, ``caption``, ``subtitle``.

    Examples:
        >>> sorted(kinds("wp-caption-text")), sorted(kinds("shareTools")), sorted(kinds("story"))
        (['caption'], ['junk'], [])
    """
    found: set[str] = set()
    for name in _CAMEL.sub("-", classes[:_LONGEST]).lower().split():
        spelled = f"-{_BETWEEN.sub('-', name).strip('-')}-"
        found.update(kind for kind, pattern in _patterns().items() if pattern.search(spelled))
    return frozenset(found)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names: dict[str, list[str]] = {}
    for row in tables.rows("reading", "page_classes.csv", ("kind", "name")):
        names.setdefault(row["kind"], []).append(re.escape(row["name"]))
    return {kind: re.compile(f"-(?:{'|'.join(found)})-") for kind, found in names.items()}
