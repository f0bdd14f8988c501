"""The crosswalk of COW and GW numbers, year by year, against two panels that have both."""

from __future__ import annotations

from pathlib import Path

from evals.crosschecks.findings import Findings
from evals.crosschecks.lists import codes, listed, numbers

NEEDED = ("isard_cw_gw_panel", "isard_gw_cw_panel")


def check(folder: Path) -> Findings:
    found, index = Findings(), numbers()
    for name in NEEDED:
        for row in listed(folder, name):
            cow, gw, year = row["ccode"], row["gwcode"], row["year"]
            a = codes(index, "cow", int(cow), year) if cow is not None else set()
            b = codes(index, "gw", int(gw), year) if gw is not None else set()
            if (cow is not None and not a) or (gw is not None and not b):
                found.differ(name, f"{year}: number {cow or gw} unknown to ours")
            elif cow is not None and gw is not None and not a & b:
                found.differ(name, f"{year}: COW {cow}, GW {gw}: {a} / {b}")
            else:
                found.agree(name)
    return found
