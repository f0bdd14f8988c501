"""Every world table holds what it declares: columns, cells, codes, dates, sources."""

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from legation.errors import LegationError, TableError
from legation.model import codebook
from legation.world import (
    capitals,
    coverage,
    disputes,
    named_events,
    names,
    offices,
    organisations,
    places,
    states,
    terms,
)
from legation.world.rows import period, rows

TABLES = Path(__file__).resolve().parents[2] / "src" / "legation" / "world" / "tables"
HOLDERS = [f"office_holders/{path.name}" for path in sorted((TABLES / "office_holders").glob("*"))]
COLUMNS = {
    "capitals.csv": capitals.COLUMNS,
    "cities.csv": places.CITY_COLUMNS,
    "coverage.csv": coverage.COLUMNS,
    "disputed_claims.csv": disputes.CLAIM_COLUMNS,
    "disputed_names.csv": disputes.NAME_COLUMNS,
    "disputed_places.csv": disputes.COLUMNS,
    "memberships.csv": organisations.MEMBERSHIP_COLUMNS,
    "named_events.csv": named_events.COLUMNS,
    "organisations.csv": organisations.ORGANISATION_COLUMNS,
    "places.csv": places.COLUMNS,
    "state_names.csv": names.COLUMNS,
    "state_spells.csv": states.SPELL_COLUMNS,
    "states.csv": states.STATE_COLUMNS,
    "terms.csv": terms.COLUMNS,
    **dict.fromkeys(HOLDERS, offices.COLUMNS),
}
SPANS = {"start": "end", "founded": "dissolved", "administered_since": ""}
