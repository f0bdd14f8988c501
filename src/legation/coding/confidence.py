"""How far a row is to be trusted, by the family of the rule that fired."""

from __future__ import annotations

from functools import cache

from legation import tables


def confidence(rule: str, lasting: bool) -> float:
    """Give the share of a rule family's rows that were right on the development articles.

    Args:
        rule: the rule, as it stands in a row's ``coder``.
        lasting: whether the row is a relation.

    Returns:
        Between 0 and 1, rounded to the twentieth: the sets are too small for more.

    Examples:
        >>> confidence("impose+sanction", False) > confidence("loose impose+sanction", False)
        True
    """
    return _shares()[_family(rule, lasting)]


def _family(rule: str, lasting: bool) -> str:
    for family in ("named", "loose"):
        if rule.startswith(f"{family} "):
            return family
    if lasting:
        return "relation"
    if "implied" in rule:
        return "implied"
    if ">" in rule:
        return "act"
    if rule.endswith(" to"):
        return "bare act"
    return "combination" if "+" in rule else "single"


@cache
def _shares() -> dict[str, float]:
    rows = tables.rows("coding", "confidence.csv", ("family", "confidence", "note"))
    return {r["family"]: float(r["confidence"]) for r in rows}
