"""The spells of states against the system lists of COW and of Gleditsch and Ward."""

from __future__ import annotations

from pathlib import Path

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import listed, numbers, own

NEEDED = ("cow_states", "isard_gw_system")
# The lists' own last day, which means "still open".
LAST_DAY = {"cow": "2016-12-31", "gw": "2020-12-31"}
Key = tuple[int, str]


def check(folder: Path) -> Findings:
    found = Findings()
    cow = {
        (r["ccode"], f"{r['styear']:04}-{r['stmonth']:02}-{r['stday']:02}"): (
            f"{r['endyear']:04}-{r['endmonth']:02}-{r['endday']:02}",
            r["stateabb"],
        )
        for r in listed(folder, "cow_states")
    }
    system = listed(folder, "isard_gw_system")
    gw = {(r["gwcode"], str(r["start"])): (str(r["end"]), r["gw_abb"]) for r in system}
    _compare(found, "cow", cow)
    _compare(found, "gw", gw)
    states, index = {row["code"]: row for row in own("states.csv")}, numbers()
    for row in system:
        for code in {c for c, _, _ in index["gw", row["gwcode"]]}:
            ours = states[code]["microstate"]
            if (ours == "yes") == bool(row["microstate"]):
                found.agree("microstates")
            else:
                found.differ("microstates", f"{code} {ours} in ours", f"{code} microstate")
    return found


def _compare(found: Findings, system: str, theirs: dict[Key, tuple[str, str]]) -> None:
    mine, part = _merged(system), f"{system} spells"
    for key in sorted(set(mine) | set(theirs)):
        if key not in mine:
            found.differ(part, f"{key[0]} {key[1]} is missing from ours", f"{key[0]} spell")
        elif key not in theirs:
            code = mine[key]["code"]
            found.differ(part, f"{code} {key[0]} {key[1]} is only in ours", f"{code} spell")
        else:
            ours = mine[key]["end"] or LAST_DAY[system], mine[key]["abbreviation"]
            code = mine[key]["code"]
            if ours == theirs[key]:
                found.agree(part)
            else:
                found.differ(part, f"{code} {key[1]}: {ours} / {theirs[key]}", f"{code} end")


def _merged(system: str) -> dict[Key, dict[str, str]]:
    """Give our spells by number and start; the two parts of GW 678 become one again."""
    out: dict[Key, dict[str, str]] = {}
    spells = [row for row in own("state_spells.csv") if row["system"] == system]
    for row in sorted(spells, key=lambda r: (int(r["number"]), r["start"])):
        number = int(row["number"])
        if number == 678 and row["start"] == "1990-05-22" and (678, "1918-10-30") in out:
            out[678, "1918-10-30"] = {**out[678, "1918-10-30"], "end": row["end"]}
            continue
        out[number, row["start"]] = row
    return out
