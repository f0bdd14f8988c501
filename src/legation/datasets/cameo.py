"""What the codes of CAMEO, and of the data sets that use it, are in Legation's terms.

Codes: Schrodt 2012, *CAMEO: Conflict and Mediation Event Observations, Event and Actor
Codebook*, version 1.1b3. Types: the conversion by Schrodt of 2021 (``CAMEO2PLOVER-2021.txt``)
and section "CAMEO to PLOVER translation" of the PLOVER manual 2.0; where that section and the
manual's definitions agree against the conversion, they hold. Each row of ``cameo_plover.csv``
on which the sources differ says so.
"""

from __future__ import annotations

from functools import cache, lru_cache

from legation import tables
from legation.errors import UnknownStateError
from legation.model import codebook
from legation.world import find_state, states

_LONGEST = 4  # digits of a code

_STATES = {"ROM": "ROU", "TMP": "TLS", "MTN": "MNE", "IMY": "IMN",
           "WSB": "PSE", "GZS": "PSE", "BAG": "IRQ"}  # fmt: skip
"""CAMEO's codes of states, or of parts of one, that are not ISO's. Its codes of regions (AFR,
EUR, WST) are no state's."""

_NAMED = {"Congo": "COG", "Cook Island": "COK", "Aeolian Islands": "ITA", "Bavaria": "DEU",
          "Palestinian Territory, Occupied": "PSE"}  # fmt: skip
"""Names that mean another state in ICEWS than by themselves: its Congo is not the Democratic
Republic, and its Bavaria is of today."""

_SECTORS = {"INS": "REB", "SEP": "REB", "MED": "JRN", "HLH": "MED", "MNC": "BUS", "UNO": "IGO",
            "NGM": "NGO", "AMN": "NGO", "IRC": "NGO", "GRP": "NGO", "DEV": "SOC", "ENV": "SOC",
            "HRI": "SOC", "SET": "CVL", "UIS": "UNK"}  # fmt: skip
"""CAMEO's roles that PLOVER calls otherwise; beware of MED, the media here and medicine there."""

_SECTORS_NAMED = (
    ("International Government Organization", "IGO"),
    ("Police", "COP"),
    ("Military", "MIL"),
    ("Judicial", "JUD"),
    ("Legislative / Parliamentary", "LEG"),
    ("Unidentified Forces", "UAF"),
    ("Insurgents", "REB"),
    ("Separatists", "REB"),
    ("Rebel", "REB"),
    ("Organized Violent", "REB"),
    ("Radicals / Extremists / Fundamentalists", "REB"),
    ("Criminals / Gangs", "CRM"),
    ("Opposition Major Party (Out Of Government)", "OPP"),
    ("Banned Parties", "OPP"),
    ("Protestors / Popular Opposition / Mobs", "CVL"),
    ("Dissident", "OPP"),
    ("Exiles", "OPP"),
    ("Government", "GOV"),
    ("Executive", "GOV"),
    ("Parties", "PTY"),
    ("Media", "JRN"),
    ("Business", "BUS"),
    ("Labor", "LAB"),
    ("Education", "EDU"),
    ("Elite", "ELI"),
    ("General Population / Civilian / Social", "CVL"),
    ("Social", "SOC"),
)
"""ICEWS's sectors, the telling before the general: it lists an actor's in no fixed order."""


@lru_cache(maxsize=4096)
def plover_type(code: str) -> str | None:
    """Give the PLOVER type of a CAMEO code, by its longest beginning in ``cameo_plover.csv``.

    Returns:
        The type; None for comments (root 01), which PLOVER drops, and for what is no code.

    Examples:
        >>> plover_type("042"), plover_type("0841"), plover_type("0831"), plover_type("13y")
        ('CONSULT', 'RETREAT', 'CONCEDE', 'THREATEN')
        >>> plover_type("012") is None, plover_type("---") is None
        (True, True)
    """
    if len(code) > _LONGEST:
        return None
    return next((_types()[code[:n]] for n in (4, 3, 2) if code[:n] in _types()), "") or None


@lru_cache(maxsize=4096)
def cameo_state(code: str) -> str | None:
    """Give the state that one of CAMEO's country codes stands for, or None for a region.

    Examples:
        >>> cameo_state("ROM"), cameo_state("FRA"), cameo_state("EUR"), cameo_state("BAV")
        ('ROU', 'FRA', None, None)
    """
    if code in _STATES:
        return _STATES[code]
    state = states().get(code)
    # Legation's own codes of former states are no CAMEO codes, whatever the letters.
    return code if state is not None and state.iso2 else None


@lru_cache(maxsize=4096)
def cameo_sector(code: str) -> str | None:
    """Give the PLOVER sector of a CAMEO role, or None where it has none.

    Examples:
        >>> cameo_sector("GOV"), cameo_sector("MED"), cameo_sector("HLH"), cameo_sector("RAD")
        ('GOV', 'JRN', 'MED', None)
    """
    sector = _SECTORS.get(code, code)
    return sector if sector in codebook().sectors else None


@lru_cache(maxsize=4096)
def named_state(name: str) -> str | None:
    """Give the state that ICEWS or POLECAT mean by a name or code, or None.

    Examples:
        >>> named_state("Russian Federation"), named_state("Congo"), named_state("KOR")
        ('RUS', 'COG', 'KOR')
        >>> named_state("European Union") is None
        True
    """
    if name in _NAMED:
        return _NAMED[name]
    try:
        return find_state(name).code
    except UnknownStateError:
        return None


@lru_cache(maxsize=4096)
def named_sector(names: str) -> str | None:
    """Give the PLOVER sector of an actor from ICEWS's list of its sectors, or None.

    Examples:
        >>> named_sector("Government,Military"), named_sector("Executive,Government")
        ('MIL', 'GOV')
    """
    held = {name.strip().lower() for name in names.split(",")}
    return next((sector for name, sector in _SECTORS_NAMED if name.lower() in held), None)


@cache
def _types() -> dict[str, str]:
    found = tables.rows("datasets", "cameo_plover.csv", ("cameo", "plover", "note"))
    return {row["cameo"]: row["plover"] for row in found}
