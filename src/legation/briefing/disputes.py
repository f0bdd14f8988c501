"""Places that both of a pair claim: each side's names, and who administers them since when."""

from __future__ import annotations

from legation.briefing.material import Material
from legation.briefing.periods import bound_text, clip, period_text
from legation.briefing.structure import Group, Part, Sentence
from legation.briefing.wording import name
from legation.model import Period
from legation.world import Claim, DisputedPlace, disputed_places

TABLE = "disputed places"

SHOWN = 6
"""How many names of one claimant are shown; the tables hold every spelling."""


def disputes(material: Material) -> Part:
    """Tell of each place that both claim, or claimed; whose it is, Legation does not say."""
    own = {material.a.code, material.b.code}
    shared = [p for p in disputed_places().values() if own <= _claimants(p, material)]
    shared.sort(key=lambda p: (not _open(p, own, material), p.place.name))
    groups = tuple(_group(material, place, own) for place in shared)
    return Part(
        "disputes",
        "Places that both claim",
        groups,
        "The world tables list no place that both claim or have claimed.",
    )


def _group(material: Material, disputed: DisputedPlace, own: set[str]) -> Group:
    state = disputed.status if _open(disputed, own, material) else "not between them on that day"
    heading = f"{disputed.place.name} ({state})"
    sentences = [_names(material, disputed), _administered(material, disputed)]
    begun = (c for c in disputed.claims if not _later(c, material))
    sentences += [_claim(material, c) for c in begun]
    return Group(heading, tuple(sentences))


def _claimants(disputed: DisputedPlace, material: Material) -> set[str]:
    return {c.claimant for c in disputed.claims if not _later(c, material)}


def _open(disputed: DisputedPlace, own: set[str], material: Material) -> bool:
    day = Period.day(material.as_of)
    live = {c.claimant for c in disputed.claims if c.period.overlaps(day)}
    return own <= live and disputed.status != "settled"


def _later(claim: Claim, material: Material) -> bool:
    return claim.period.start is not None and claim.period.start > material.as_of


def _names(material: Material, disputed: DisputedPlace) -> Sentence:
    said = [
        f"{name(claimant) if claimant else 'of neither side'}: {', '.join(found[:SHOWN])}"
        for claimant, found in sorted(disputed.names.items())
    ]
    return _sentence(material, f"Names — {'; '.join(said)}.", disputed.source)


def _administered(material: Material, disputed: DisputedPlace) -> Sentence:
    since = disputed.administered_since
    if disputed.administered_by is None:
        text = "The tables name no single state that administers it."
    elif since.start and since.start > material.as_of:
        first = bound_text(since.start, since.start_precision)
        text = f"Who administered it on that day the tables do not say; {first} is their first day."
    else:
        when = f" {period_text(since)}" if since.dated else ""
        text = f"Administered by {name(disputed.administered_by)}{when}."
    return _sentence(material, text, disputed.source)


def _claim(material: Material, claim: Claim) -> Sentence:
    when = period_text(clip(claim.period, material.as_of))
    basis = claim.basis or "no basis given"
    return _sentence(material, f"Claimed by {name(claim.claimant)}, {when}: {basis}.", claim.source)


def _sentence(material: Material, text: str, source: str) -> Sentence:
    return Sentence(text, (material.references.cite_table(TABLE, source),), "table")
