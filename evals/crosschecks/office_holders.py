"""Compare the office-holder tables with Archigos, and check the tables themselves.

    python evals/crosschecks/office_holders.py [FOLDER]

FOLDER holds ``archigos.parquet`` (columns gwcode, leader, startdate, enddate);
without it the folder named by the environment variable LEGATION_DATA is used.
Where neither has the file the script says so and ends with status 0: the
comparison is a development check, and the package does not need it.

For every state in the tables of ``world/tables/office_holders`` each Archigos
spell that falls into the time the table covers is looked for among the holders
of the offices head_of_state, head_of_government and leader. A spell is

  ok         a holder of that name has an office that begins and ends within
             45 days of the spell;
  dates      the name is there, but the begin or the end differs by more;
  missing    no holder of that name has an office in that time;
  outside    as missing, but begun before the table has both formal offices.

Known and explained differences are listed in EXPLAINED and printed apart.
The self-check looks at dates, overlaps and gaps inside each office.
"""

from __future__ import annotations

import csv
import datetime as dt
import difflib
import os
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "src" / "legation" / "world" / "tables"
TOLERANCE = dt.timedelta(days=45)
GAP = dt.timedelta(days=60)
CENSORED = dt.date(2015, 12, 31)
LEADERS = ("head_of_state", "head_of_government", "leader")
OFFICES = (*LEADERS, "foreign_minister", "defence_minister")
COLUMNS = [
    "state", "office", "title", "holder", "surname", "aliases",
    "acting", "start", "end", "note", "source",
]  # fmt: skip
LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "ı": "i", "ə": "a", "œ": "oe"}
)

# (state, surname as Archigos has it, year of the spell's start): why it differs
EXPLAINED: dict[tuple[str, str, int], str] = {
    ("AUT", "Klaus", 1964): "in office until the next cabinet",
    ("AZE", "H. Aliyev", 1993): "remained President until his son's inauguration",
    ("AZE", "Mutalibov", 1991): "President already before independence",
    ("BEL", "Eyskens, G.", 1949): "in office, resigned, until the next cabinet",
    ("BEL", "Pierlot", 1939): "in office until February 1945, in exile in between",
    ("BEL", "Pierlot", 1944): "in office since 1939, in exile in between",
    ("BGR", "Lukanov", 1990): "Prime Minister already before the head of state resigned",
    ("BGR", "Zhivkov", 1956): "party leader since 1954",
    ("CHN", "Chang Tso-lin", 1926): "he left Beijing and was killed in June 1928",
    ("CHN", "Chen Gongbo", 1944): "Japanese-backed government, not listed",
    ("CHN", "Chiang Kai-shek", 1946): "a continued term, begun before",
    ("CHN", "Deng Xiaoping", 1980): "counted here from December 1978 to November 1989",
    ("CHN", "Jiang Zemin", 1997): "counted here from November 1989",
    ("CHN", "Tz'u Hsi", 1861): "counted here from the coup of November 1861",
    ("CHN", "Wang Jingwei", 1940): "Japanese-backed government, not listed",
    ("CHN", "Wang Kemin", 1937): "Japanese-backed government, not listed",
    ("CSK", "Dubcek", 1968): "First Secretary until April 1969, despite the invasion",
    ("CSK", "Husak", 1968): "counted here from First Secretary, April 1969",
    ("CSK", "Svoboda", 1968): "President from March 1968 to May 1975",
    ("CZE", "Klaus", 1993): "headed the republic's government before the end of the federation",
    ("DDR", "Gysi", 1989): "party chairman without an office of state",
    ("DDR", "Ulbricht", 1950): "counted here from the founding of the state",
    ("DDR", "Wilhelm Pieck", 1946): "President until his death",
    ("ESP", "Arias Navarro", 1975): "Prime Minister since 1973",
    ("ESP", "Franco", 1939): "head of the Nationalist state since 1936",
    ("ESP", "Juan Carlos", 1975): "acted for Franco in his last weeks; in a note",
    ("ESP", "Miaja", 1939): "head of the last Republican council, not listed",
    ("EST", "Savisaar", 1991): "in office already before independence",
    ("FIN", "Kekkonen", 1956): "ill, Koivisto acting, until he resigned",
    ("FRA", "De Gaulle", 1944): "headed the Provisional Government at Algiers before",
    ("GEO", "Gamsakhurdia", 1991): "in office already before independence",
    ("GRC", "A. Papandreou", 1993): "in office, though ill, until January 1996",
    ("GRC", "G. Papandreou", 1944): "headed the government in exile before",
    ("GRC", "Stephanopoulos", 1955): "stood in for two days",
    ("JPN", "Hamaguchi", 1929): "in office, though wounded, until April 1931",
    ("JPN", "Kuroda", 1888): "Sanjo held the interim from October 1889",
    ("JPN", "Kuroda", 1897): "Matsukata was Prime Minister without a break",
    ("JPN", "Matsukata", 1896): "Prime Minister without a break to January 1898",
    ("JPN", "Matsukata", 1897): "Prime Minister without a break from September 1896",
    ("JPN", "Mutsuhito (Emperor)", 1868): "the reign, not the time without a prime minister",
    ("JPN", "Yoshida, Shigeru", 1952): "Prime Minister already under the occupation",
    ("LVA", "Lamdota Straujuma", 2014): "Prime Minister until February 2016",
    ("NLD", "De Jong", 1967): "in office, resigned, until the next cabinet",
    ("NLD", "Marijnen", 1963): "in office, resigned, until the next cabinet",
    ("NLD", "Schermerhorn", 1945): "in office, resigned, until the next cabinet",
    ("NLD", "Zijlstra", 1966): "in office, resigned, until the next cabinet",
    ("NLD", "de Quay", 1959): "in office, resigned, until the next cabinet",
    ("NOR", "Bondevik", 1997): "the sick leave of 1998 does not end the term here",
    ("NOR", "Bondevik", 1998): "the sick leave of 1998 does not end the term here",
    ("NOR", "Nygaardsvold", 1935): "in office until 1945, in exile in between",
    ("NOR", "Nygaardsvold", 1945): "in office since 1935, in exile in between",
    ("NOR", "Quisling", 1940): "counted here from February 1942",
    ("POL", "Borusewicz", 2010): "acted for some hours; in a note",
    ("PRT", "Carmona", 1926): "President until his death",
    ("ROU", "Michael", 1944): "King since 1940",
    ("ROU", "Traian Basescu", 2004): "suspensions do not end the term here",
    ("ROU", "Traian Basescu", 2007): "suspensions do not end the term here",
    ("ROU", "Traian Basescu", 2012): "suspensions do not end the term here",
    ("RUS", "Khrushchev", 1953): "counted here from First Secretary, September 1953",
    ("RUS", "Lenin", 1917): "counted here to his death",
    ("RUS", "Malenkov", 1953): "counted here to September 1953",
    ("RUS", "Nicholas II", 1894): "abdicated in March 1917",
    ("RUS", "Stalin", 1923): "counted here from Lenin's death",
    ("SRB", "Kostunica", 2006): "headed the republic's government before the end of the union",
}


def fold(text: str) -> str:
    """Lower case without accents."""
    text = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text: str) -> set[str]:
    return {w for w in re.split(r"[^a-z]+", fold(text).replace("'", "")) if len(w) > 1}


def bounds(text: str) -> tuple[dt.date, dt.date]:
    """First and last day that a date of any precision can mean."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise ValueError(f"not a date: {text!r}")
    part = [int(p) for p in text.split("-")]
    if len(part) == 3:
        day = dt.date(*part)
        return day, day
    if len(part) == 2:
        first = dt.date(part[0], part[1], 1)
        after = (first + dt.timedelta(days=32)).replace(day=1)
        return first, after - dt.timedelta(days=1)
    return dt.date(part[0], 1, 1), dt.date(part[0], 12, 31)


def load(folder: pathlib.Path) -> list[dict]:
    rows = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle)
            if reader.fieldnames != COLUMNS:
                print(f"{path.name}: columns {reader.fieldnames}")
            rows.extend(dict(row, file=path.name) for row in reader)
    return rows


def self_check(rows: list[dict]) -> int:
    """Print what is wrong inside the tables; return how many findings."""
    found = 0

    def say(text: str) -> None:
        nonlocal found
        found += 1
        print("  " + text)

    with (TABLES / "states.csv").open(encoding="utf-8", newline="") as handle:
        codes = {row["code"] for row in csv.DictReader(handle)}  # the rest are organisations
    groups: dict[tuple[str, str], list[dict]] = {}
    for row in rows:
        label = f"{row['state']} {row['office']} {row['holder']} {row['start']}"
        if row["state"] in codes and row["office"] not in OFFICES:
            say(f"office unknown: {label}")
        if row["acting"] not in ("yes", "no"):
            say(f"acting is {row['acting']!r}: {label}")
        for column in ("state", "title", "holder", "surname", "start", "source"):
            if not row[column]:
                say(f"{column} empty: {label}")
        try:
            row["first"], row["first_late"] = bounds(row["start"])
            row["last_early"], row["last"] = (
                bounds(row["end"]) if row["end"] else (dt.date.max, dt.date.max)
            )
        except ValueError as error:
            say(f"{error}: {label}")
            continue
        if row["last"] < row["first"]:
            say(f"ends before it begins: {label}")
        groups.setdefault((row["state"], row["office"]), []).append(row)
    for (state, office), group in sorted(groups.items()):
        group.sort(key=lambda r: (r["first"], r["last"]))
        before = group[0]
        for row in group[1:]:
            if row["first_late"] < before["last_early"] and not (row["note"] or before["note"]):
                say(
                    f"overlap {state} {office}: {before['holder']} to {before['end'] or 'now'},"
                    f" {row['holder']} from {row['start']}"
                )
            if before["last"] < row["first"] - GAP and not (row["note"] or before["note"]):
                say(
                    f"gap {state} {office}: {before['holder']} to {before['end']},"
                    f" {row['holder']} from {row['start']}"
                )
            if row["last"] >= before["last"]:
                before = row
    return found


def state_of(spells: list[dict], number: int, start: dt.date, end: dt.date) -> str | None:
    """The state that has a Gleditsch-Ward (or else COW) number at that time."""
    best = None
    for system in ("gw", "cow"):
        for row in spells:
            if row["system"] != system or int(row["number"]) != number:
                continue
            first = bounds(row["start"])[0]
            last = bounds(row["end"])[1] if row["end"] else dt.date.max
            if first <= end and start <= last:
                return row["code"]
            best = best or row["code"]
    return best


def names_of(row: dict) -> set[str]:
    return words(" ".join((row["holder"], row["surname"], row["aliases"].replace("|", " "))))


def same_name(leader: str, row: dict) -> bool:
    mine = names_of(row)
    theirs = {w for w in words(leader) if len(w) > 2} or words(leader)
    key = [w for w in theirs if w not in {"von", "der", "van", "den", "the", "pope", "iii"}]
    for word in key or theirs:
        if word in mine or difflib.get_close_matches(word, mine, n=1, cutoff=0.8):
            return True
    return "".join(sorted(words(leader))) == "".join(sorted(mine))


def compare(rows: list[dict], spells: list[dict], leaders: list[dict]) -> None:
    by_state: dict[str, list[dict]] = {}
    for row in rows:
        if row["office"] in LEADERS and "first" in row:
            by_state.setdefault(row["state"], []).append(row)
    count = {"ok": 0, "dates": 0, "missing": 0, "explained": 0, "outside": 0}
    used: set[tuple[str, str, int]] = set()
    per_state: dict[str, list[int]] = {}
    shown, explained = [], []
    for spell in leaders:
        start, end = spell["start"], spell["end"]
        state = state_of(spells, spell["number"], start, end)
        table = by_state.get(state or "", [])
        inside = [r for r in table if r["first"] <= end and start <= r["last"]]
        if not inside:
            continue
        begin = min(r["first"] for r in table)
        formal = [
            min((r["first"] for r in table if r["office"] == office), default=begin)
            for office in LEADERS[:2]
        ]
        if end < begin + TOLERANCE:
            continue
        near = [
            r
            for r in table
            if r["first"] - TOLERANCE <= end
            and start <= (r["last"] if r["last"] == dt.date.max else r["last"] + TOLERANCE)
            and same_name(spell["leader"], r)
        ]
        verdict, why = "ok", ""
        if not near:
            who = ", ".join(
                f"{r['holder']} ({r['office']})"
                for r in sorted(inside, key=lambda r: r["first"])[:3]
            )
            verdict, why = "missing", f"the table has {who}"
        else:
            wrong = []
            if start >= begin + TOLERANCE:
                best = min(near, key=lambda r: abs(r["first"] - start))
                early, late = best["first"], best["first_late"]
                if not early - TOLERANCE <= start <= late + TOLERANCE:
                    wrong.append(f"start {start}, table {best['start']} ({best['office']})")
            if end < CENSORED:
                best = min(near, key=lambda r: abs(r["last"] - end))
                early = best["last_early"]
                late = best["last"]
                if early == dt.date.max or not early - TOLERANCE <= end <= late + TOLERANCE:
                    wrong.append(f"end {end}, table {best['end'] or 'open'} ({best['office']})")
            if wrong:
                verdict, why = "dates", "; ".join(wrong)
        if verdict == "missing" and start < max(formal):
            count["outside"] += 1
            continue
        key = (state or "", spell["leader"], start.year)
        line = f"{state} {spell['leader']} {start}..{end} {verdict}: {why}"
        if verdict != "ok" and key in EXPLAINED:
            used.add(key)
            explained.append(f"{line} [{EXPLAINED[key]}]")
            verdict = "explained"
        elif verdict != "ok":
            shown.append(line)
        count[verdict] += 1
        tally = per_state.setdefault(state or "", [0, 0, 0])
        tally[0] += 1
        tally[1] += verdict in ("dates", "missing")
        tally[2] += verdict == "explained"
    print(f"Disagreements ({len(shown)})")
    for line in sorted(shown):
        print("  " + line)
    print(f"Explained ({len(explained)})")
    for line in sorted(explained):
        print("  " + line)
    for key in sorted(set(EXPLAINED) - used):
        print(f"  no longer needed in EXPLAINED: {key}")
    print("State: spells compared / disagreements / explained")
    for state, (total, bad, known) in sorted(per_state.items()):
        print(f"  {state} {total} / {bad} / {known}")
    print("Summary: " + ", ".join(f"{name} {number}" for name, number in count.items()))


def main(arguments: list[str]) -> int:
    rows = load(TABLES / "office_holders")
    states = {row["state"] for row in rows}
    print(f"{len(rows)} rows for {len(states)} states")
    print("Self-check")
    found = self_check(rows)
    print(f"  {found} findings")
    folder = arguments[0] if arguments else os.environ.get("LEGATION_DATA", "")
    path = pathlib.Path(folder) / "archigos.parquet"
    if not folder or not path.is_file():
        print(
            "No archigos.parquet: give its folder as the argument or in LEGATION_DATA"
            f" (looked for {path if folder else 'nothing'}); the comparison is left out."
        )
        return 0
    number_map = TABLES / "state_spells.csv"
    if not number_map.is_file():
        print(f"No {number_map}; the comparison is left out.")
        return 0
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        print("pyarrow is not installed; the comparison is left out.")
        return 0
    with number_map.open(encoding="utf-8", newline="") as handle:
        spells = list(csv.DictReader(handle))
    table = parquet.read_table(path, columns=["gwcode", "leader", "startdate", "enddate"])
    leaders = [
        {
            "number": int(row["gwcode"]),
            "leader": row["leader"],
            "start": dt.date.fromisoformat(str(row["startdate"])[:10]),
            "end": dt.date.fromisoformat(str(row["enddate"])[:10]),
        }
        for row in table.to_pylist()
    ]
    compare(rows, spells, leaders)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
