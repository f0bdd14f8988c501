"""What is known of leaders, by the spell in office that Archigos numbers.

Sources: Ellis, Horowitz and Stam 2015, "Introducing the LEAD data set", International Interactions
41(4); Carter and Smith 2020, "A framework for measuring leaders' willingness to use force", APSR
114(4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legation.panel.additions.columns import NewColumn, several
from legation.panel.additions.offer import Offer
from legation.panel.rows import Rows
from legation.panel.units import Unit


def offers() -> Iterator[Offer]:
    """Offer LEAD and the willingness to use force."""
    yield Offer("lead", "a leader's background", ("lead",), _leaders, _builder("lead"))
    yield Offer("lwuf", "a leader's latent willingness to use force; theta2_mean is recommended",
                ("lwuf",), _leaders, _builder("lwuf"))  # fmt: skip


def _leaders(unit: Unit) -> bool:
    return "obsid" in unit.own


def _builder(name: str) -> Callable[..., list[NewColumn]]:
    def build(rows: Rows) -> list[NewColumn]:
        import pyarrow as pa
        import pyarrow.compute as pc

        table = rows.load(name)
        spots = pc.index_in(rows.table.column("obsid"), value_set=table.column("obsid"))
        places = pc.fill_null(spots.cast(pa.int64()), -1).to_numpy()
        return several(table, [c for c in table.column_names if c != "obsid"], places)

    return build
