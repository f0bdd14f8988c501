"""Who and where: states over time, their names, office holders, organisations and places."""

from legation.world.capitals import Capital, capitals
from legation.world.disputes import Claim, DisputedPlace, disputed_places
from legation.world.find import find_state
from legation.world.gazetteer import find_places, place_names
from legation.world.localities import is_abbreviation, localities
from legation.world.named_events import NamedEvent, named_events
from legation.world.names import Name, NameKind, names
from legation.world.offices import Holder, holders, in_office
from legation.world.organisations import (
    Membership,
    Organisation,
    allies_by_accession,
    members,
    memberships,
    organisations,
)
from legation.world.places import Place
from legation.world.rows import period
from legation.world.spelling import folded
from legation.world.states import by_number, number, states
from legation.world.terms import Terms, terms

__all__ = [
    "Capital",
    "Claim",
    "DisputedPlace",
    "Holder",
    "Membership",
    "Name",
    "NameKind",
    "NamedEvent",
    "Organisation",
    "Place",
    "Terms",
    "allies_by_accession",
    "by_number",
    "capitals",
    "disputed_places",
    "find_places",
    "find_state",
    "folded",
    "holders",
    "in_office",
    "is_abbreviation",
    "localities",
    "members",
    "memberships",
    "named_events",
    "names",
    "number",
    "organisations",
    "period",
    "place_names",
    "states",
    "terms",
]
