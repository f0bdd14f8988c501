"""Compare the state tables with independently prepared lists of the state system.

    python evals/crosschecks/states.py [FOLDER]

FOLDER (or the environment variable LEGATION_DATA) holds Parquet tables: cow_states,
isard_gw_system, cow_capitals, gw_capitals, isard_cw_gw_panel and isard_gw_cw_panel. Those lists are
not part of the package; without them this script says so and exits 0.

Every disagreement is printed, with its explanation when EXPLAINED has one. The exit code is 1 when
an unexplained disagreement remains.
"""

from __future__ import annotations

import csv
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

TABLES = Path(__file__).resolve().parents[2] / "src" / "legation" / "world" / "tables"
NEEDED = (
    "cow_states",
    "isard_gw_system",
    "cow_capitals",
    "gw_capitals",
    "isard_cw_gw_panel",
    "isard_gw_cw_panel",
)
# The lists' own last day, which means "still open".
LAST_DAY = {"cow": "2016-12-31", "gw": "2020-12-31"}
FAR_KM = 40.0
Index = dict[tuple[str, int], list[tuple[str, str, str]]]

# Why a list and our table differ: state, what is compared, the capital as the list names it.
_GIVEN = """
BRA place Brasilia: the point in the list is the centre of Brazil, not of the city
DJI place Djibouti: the point in the list lies inland, west of the city
PLW place Koror: the point in the list lies in the sea, west of the town
SAU place Riyadh: the point in the list is the centre of the province
TUN place Tunis: the point in the list is the centre of Tunisia
ALB dates Vlore: Durrës was the seat from March 1914 to February 1920
BGR dates Sofia: Tarnovo until the assembly chose Sofia in April 1879
BTN dates Thimphu: Punakha was the winter seat until 1961
DEU dates Berlin: capital again with unification, not with the Bundestag's vote of June 1991
DEU dates Bonn: chosen in May 1949; seat of government only after unification
ETH dates Addis Ababa: founded in the 1880s; the court moved before Menelik
FRA dates Paris: government left in June 1940 and came back in August 1944
FRA dates Vichy: government sat there until August 1944, also under full occupation
FSM dates Palikir: Kolonia until the new capital opened in 1989
GRC dates Nafplion: Aegina before 1829; the court moved to Athens in December 1834
HND dates Tegucigalpa: Comayagua was the chief seat until 1880
ISR dates Jerusalem: government sat in Tel Aviv until December 1949
KAZ dates Almaty: the move was on 1997-12-10; 1998-05-06 is the renaming to Astana
KAZ dates Astana: the move was on 1997-12-10; 1998-05-06 is the renaming to Astana
LTU dates Kaunas: government left Vilnius for Kaunas on 1919-01-02
MAR dates Rabat: Fez, Marrakesh and Meknes before 1912; Rabat dates from the protectorate
MWI dates Lilongwe: Zomba was the capital until 1975
NIC dates Managua: León and Granada alternated before 1852
PHL dates Quezon City: made the capital by law in July 1948; Manila before
PLW dates Koror: Ngerulmud is the capital since October 2006
TRA dates Pretoria: Potchefstroom was the capital until 1860
TUR dates Ankara: Constantinople was the capital until October 1923
TZA dates Dodoma: Dar es Salaam was the capital until the 1990s; Dodoma was chosen in 1973
UPC dates Sonsonate: we follow February 1834; sources differ by some months
VEN dates Caracas: Valencia was the seat of 1830-1831
XVN capital Ho Chi Minh City: Huế was the capital of the Nguyen empire; Saigon became French
"""
EXPLAINED: dict[tuple[str, str, str], str] = {
    (state, what, capital): reason
    for line in _GIVEN.strip().splitlines()
    for given, reason in [line.split(": ", 1)]
    for state, what, capital in [given.split(" ", 2)]
}


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as parquet

    found: list[dict[str, Any]] = parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def plain(text: str) -> str:
    """Letters only, lower case, without accents."""
    folded = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z]", "", folded.lower().replace("ı", "i"))


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a = (
        sin(radians(lat2 - lat1) / 2) ** 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371 * asin(sqrt(a))


def first_day(text: str) -> str:
    return (text + "-01-01"[len(text) - 4 :]) if text else "0001-01-01"


def last_day(text: str) -> str:
    if not text:
        return "9999-12-31"
    return text if len(text) == 10 else text + {4: "-12-31", 7: "-31"}[len(text)]


class Report:
    def __init__(self) -> None:
        self.count: Counter[tuple[str, str]] = Counter()

    def agree(self, part: str, number: int = 1) -> None:
        self.count[part, "agree"] += number

    def differ(self, part: str, state: str, what: str, text: str, name: str = "") -> None:
        reason = EXPLAINED.get((state, what, name))
        kind = "explained" if reason else "UNEXPLAINED"
        self.count[part, kind] += 1
        print(f"{kind:11} {part}: {state} {text}" + (f"  [{reason}]" if reason else ""))


def merged(spells: list[dict[str, str]]) -> dict[tuple[int, str], dict[str, str]]:
    """Spells by (number, start); the two parts of GW 678 become one again."""
    out: dict[tuple[int, str], dict[str, str]] = {}
    for row in sorted(spells, key=lambda r: (int(r["number"]), r["start"])):
        number = int(row["number"])
        if number == 678 and row["start"] == "1990-05-22" and (678, "1918-10-30") in out:
            out[678, "1918-10-30"] = {**out[678, "1918-10-30"], "end": row["end"]}
            continue
        out[number, row["start"]] = row
    return out


def check_spells(
    report: Report,
    system: str,
    ours: list[dict[str, str]],
    theirs: dict[tuple[int, str], tuple[str, str]],
) -> None:
    mine = merged([r for r in ours if r["system"] == system])
    part = f"{system} spells"
    for key in sorted(set(mine) | set(theirs)):
        number, start = key
        if key not in mine:
            report.differ(part, str(number), "spell", f"{start} is missing from our table")
        elif key not in theirs:
            report.differ(
                part, mine[key]["code"], "spell", f"{number} {start} is only in our table"
            )
        else:
            end, abbreviation = theirs[key]
            if (mine[key]["end"] or LAST_DAY[system]) != end:
                report.differ(
                    part, mine[key]["code"], "end", f"{start}: ends {mine[key]['end']} / {end}"
                )
            elif mine[key]["abbreviation"] != abbreviation:
                report.differ(
                    part,
                    mine[key]["code"],
                    "abbreviation",
                    f"{mine[key]['abbreviation']} / {abbreviation}",
                )
            else:
                report.agree(part)


def numbers(spells: list[dict[str, str]]) -> Index:
    out: Index = defaultdict(list)
    for row in spells:
        out[row["system"], int(row["number"])].append(
            (row["code"], row["start"], last_day(row["end"]))
        )
    return out


def codes(index: Index, system: str, number: int, year: int) -> set[str]:
    """Our codes for a number in a year; where it is no member that year, whatever it stands for."""
    found = index.get((system, number), [])
    here = {code for code, start, end in found if start[:4] <= str(year) <= end[:4]}
    return here or {code for code, _, _ in found}


def check_crosswalk(report: Report, name: str, panel: list[dict[str, Any]], index: Index) -> None:
    for row in panel:
        cow, gw, year = row["ccode"], row["gwcode"], row["year"]
        a = codes(index, "cow", int(cow), year) if cow is not None else set()
        b = codes(index, "gw", int(gw), year) if gw is not None else set()
        if (cow is not None and not a) or (gw is not None and not b):
            report.differ(name, str(cow or gw), "number", f"{year}: number unknown to our table")
        elif cow is not None and gw is not None and not a & b:
            report.differ(
                name, "/".join(sorted(a | b)), "crosswalk", f"{year}: COW {cow}, GW {gw}: {a} / {b}"
            )
        else:
            report.agree(name)


def check_capitals(
    report: Report,
    system: str,
    theirs: list[dict[str, Any]],
    ours: list[dict[str, str]],
    index: Index,
) -> None:
    by_state: dict[str, list[dict[str, str]]] = defaultdict(list)
    for capital in ours:
        by_state[capital["code"]].append(capital)
    key = "ccode" if system == "cow" else "gwcode"
    part = f"{system} capitals"
    for row in theirs:
        start, end = str(row["stdate"]), str(row["enddate"])
        for code in sorted({c for c, _, _ in index.get((system, int(row[key])), [])}):
            spans = [s for s in index[system, int(row[key])] if s[0] == code]
            low, high = max(start, min(s[1] for s in spans)), min(end, max(s[2] for s in spans))
            if low > high:
                continue  # the row lies outside the state's years in the system
            wanted = plain(row["capital"])
            named = [
                r
                for r in by_state[code]
                if wanted in {plain(n) for n in [r["capital"], *r["aliases"].split("|")] if n}
            ]
            label = f"{row['capital']} {start}..{end}"
            if not named:
                report.differ(part, code, "capital", f"{label}: not among ours", row["capital"])
                continue
            covered = [
                r for r in named if first_day(r["start"]) <= high and last_day(r["end"]) >= low
            ]
            begin = min((first_day(r["start"]) for r in covered), default="9999")
            finish = max((last_day(r["end"]) for r in covered), default="0000")
            slack_begin = begin[:4] > low[:4] and begin > min(s[1] for s in spans)
            slack_end = finish[:4] < high[:4]
            moved_begin = low == start and start[4:] != "-01-01" and begin[:4] != start[:4]
            moved_end = high == end and end[4:] != "-12-31" and finish[:4] != end[:4]
            if not covered or slack_begin or slack_end or moved_begin or moved_end:
                mine = ", ".join(f"{r['start']}..{r['end']}" for r in named)
                report.differ(part, code, "dates", f"{label}: ours {mine}", row["capital"])
            far = min(
                kilometres(row["lat"], row["lng"], float(r["latitude"]), float(r["longitude"]))
                for r in named
            )
            if far > FAR_KM:
                report.differ(
                    part, code, "place", f"{row['capital']}: {far:.0f} km apart", row["capital"]
                )
            elif covered and not (slack_begin or slack_end or moved_begin or moved_end):
                report.agree(part)


def main(arguments: list[str]) -> int:
    given = arguments[0] if arguments else os.environ.get("LEGATION_DATA", "")
    folder = Path(given) if given else None
    if folder is None or not all((folder / f"{name}.parquet").is_file() for name in NEEDED):
        print("states: skipped, no comparison data (give a folder, or set LEGATION_DATA)")
        return 0
    spells, capitals = rows("state_spells.csv"), rows("capitals.csv")
    states = {row["code"]: row for row in rows("states.csv")}
    index = numbers(spells)
    report = Report()

    cow = {
        (r["ccode"], f"{r['styear']:04}-{r['stmonth']:02}-{r['stday']:02}"): (
            f"{r['endyear']:04}-{r['endmonth']:02}-{r['endday']:02}",
            r["stateabb"],
        )
        for r in table(folder, "cow_states")
    }
    system = table(folder, "isard_gw_system")
    gw = {(r["gwcode"], str(r["start"])): (str(r["end"]), r["gw_abb"]) for r in system}
    check_spells(report, "cow", spells, cow)
    check_spells(report, "gw", spells, gw)
    for row in system:
        for code in {c for c, _, _ in index["gw", row["gwcode"]]}:
            if (states[code]["microstate"] == "yes") == bool(row["microstate"]):
                report.agree("microstates")
            else:
                report.differ(
                    "microstates", code, "microstate", f"{states[code]['microstate']} in ours"
                )
    for name in ("isard_cw_gw_panel", "isard_gw_cw_panel"):
        check_crosswalk(report, name, table(folder, name), index)
    check_capitals(report, "cow", table(folder, "cow_capitals"), capitals, index)
    check_capitals(report, "gw", table(folder, "gw_capitals"), capitals, index)

    print()
    for part in sorted({p for p, _ in report.count}):
        print(
            f"{part:20} agree {report.count[part, 'agree']:6}"
            f"  explained {report.count[part, 'explained']:4}"
            f"  unexplained {report.count[part, 'UNEXPLAINED']:4}"
        )
    return 1 if any(kind == "UNEXPLAINED" for _, kind in report.count) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
