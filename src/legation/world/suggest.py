"""The likeliest states behind a name that none has."""

from __future__ import annotations

from collections.abc import Mapping

from legation.world.names import Name, NameKind
from legation.world.states import states

_CUTOFF = 70.0  # calibrated on 40 misspellings: below it the guesses are no longer meant
_OF_TODAY = 10.0  # what a state that still exists is preferred by
_USUAL_NAME = 5.0  # what its usual name is preferred by to an alias
_SOUNDS = str.maketrans("ykqz", "iccs")  # Lybia, Irak, Brasil


def suggest(key: str, by_name: Mapping[str, tuple[Name, ...]]) -> str:
    """Say which states a misspelt name may mean, those of today first.

    Args:
        key: the name, folded.
        by_name: the bearers of each folded name.

    Examples:
        >>> from legation.world.names import ordered, state_names
        >>> suggest("germny", ordered(state_names(), key=str.casefold))
        'did you mean Germany (DEU)?'
    """
    from rapidfuzz import fuzz, process

    bearers = [ns[0] for ns in by_name.values() if ns[0].kind.is_state]
    spelt = [text.translate(_SOUNDS) for text, ns in by_name.items() if ns[0].kind.is_state]
    likely: dict[str, float] = {}
    for _, ratio, place in process.extract(
        key.translate(_SOUNDS), spelt, scorer=fuzz.ratio, limit=20, score_cutoff=_CUTOFF
    ):
        name = bearers[place]
        score = ratio + _OF_TODAY * _lasts(name.code) + _USUAL_NAME * (name.kind is NameKind.NAME)
        likely[name.code] = max(score, likely.get(name.code, 0.0))
    if not likely:
        return "give its name or its three-letter code; `legation states` lists them"
    best = max(likely.values())
    told = [c for c in sorted(likely, key=lambda c: -likely[c]) if likely[c] >= best - _OF_TODAY]
    return f"did you mean {' or '.join(f'{states()[c].name} ({c})' for c in told[:3])}?"


def _lasts(code: str) -> bool:
    return any(spell.end is None for spell in states()[code].spells)
