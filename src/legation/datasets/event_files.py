"""Files of machine-coded events, read piece by piece: GDELT, ICEWS and POLECAT.

Layouts: *GDELT Data Format Codebook* 1.03 (2013) and *GDELT Event Database Data Format Codebook*
2.0 (2015); Boschee et al. 2015, *ICEWS Coded Event Data*; Halterman et al. 2023, *PLOVER and
POLECAT*. Memory is bounded by a piece of the file, whatever its size.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from legation import tables
from legation.datasets import cameo
from legation.datasets.entries import Column
from legation.datasets.errors import DatasetError
from legation.datasets.pieces import EventBatches, Layout, first_lines, width
from legation.datasets.tidying import arrow_type
from legation.model import codebook

if TYPE_CHECKING:
    import pyarrow as pa

TIDY = (
    Column(
        "event_key", "string", "", "the producer's number; in ICEWS with the day, as 17/2013-11-02"
    ),
    Column("date", "date", "day", "when it happened"),
    Column("actor", "string", "ISO 3166-1 alpha-3", "state that acts, or null"),
    Column("recipient", "string", "ISO 3166-1 alpha-3", "state that it is done to, or null"),
    Column("actor_sector", "string", "PLOVER", "role of who acts, or null"),
    Column("recipient_sector", "string", "PLOVER", "role of whom it is done to, or null"),
    Column("type", "string", "PLOVER", "what is done; null for comments, which PLOVER drops"),
    Column("code", "string", "CAMEO or PLOVER", "the producer's code; POLECAT's as TYPE:mode"),
    Column("intensity", "float64", "-10 to 10", "Goldstein score, in POLECAT the PLOVER score"),
    Column("mentions", "int32", "mentions", "null in ICEWS and POLECAT, which count none"),
    Column("latitude", "float64", "degrees", "where it happened"),
    Column("longitude", "float64", "degrees", "where it happened"),
    Column("place", "string", "", "where it happened, from the smallest unit to the country"),
    Column("source", "string", "", "GDELT 1.0, GDELT 2.0, ICEWS or POLECAT"),
)
"""The one layout of the three sources. A row of POLECAT with several states becomes a row for
each pair, of one key, so that key, actor and recipient together tell rows of a source apart."""

FOR_TIDY = ("GlobalEventID", "Day", "Actor1CountryCode", "Actor1Type1Code", "Actor2CountryCode",
            "Actor2Type1Code", "EventCode", "GoldsteinScale", "NumMentions", "ActionGeo_Fullname",
            "ActionGeo_Lat", "ActionGeo_Long")  # fmt: skip
"""The columns of GDELT that the tidy layout is made from."""


def read_gdelt(
    path: Path, version: Literal[1, 2], columns: Sequence[str] | None = None
) -> EventBatches:
    """Read a file of GDELT's events as it stands.

    Args:
        path: an export file, plain, as ``.gz``, or as a ``.zip`` that holds one.
        version: 1 for the daily, monthly and yearly files of GDELT 1.0 (57 or 58 columns), 2 for
            the export files of GDELT 2.0 (61 columns).
        columns: some of :func:`gdelt_columns`, by name; by default all.

    Returns:
        Batches of some thousand rows. Empty cells are null; ``SOURCEURL`` is null in files that
        lack it. Lines and cells that do not fit are counted on the way.

    Raises:
        DatasetError: it is missing, empty, cut off or no such file, or has no such column.

    Examples:
        >>> import tempfile
        >>> cells = dict.fromkeys((c.name for c in gdelt_columns(2)), "")
        >>> cells |= {"GlobalEventID": "7", "Actor1CountryCode": "FRA", "EventCode": "042"}
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "20240101000000.export.CSV"
        ...     _ = path.write_text("\\t".join(cells.values()) + "\\n")
        ...     next(read_gdelt(path, 2, ["GlobalEventID", "EventCode"])).to_pylist()
        [{'GlobalEventID': 7, 'EventCode': '042'}]
    """
    wanted = _wanted(version, columns)
    names = [c.name for c in gdelt_columns(version)]
    widths = (len(names), len(names) - 1) if version == 1 else (len(names),)
    cells = width(path, first_lines(path))
    if cells not in widths:
        raise DatasetError(
            f"{path.name} has {cells} columns, GDELT {version}.0 has {len(names)}",
            f"give version={3 - version}" if cells in _WIDTHS else "this is another file",
        )
    types = {c.name: c.type for c in wanted if c.name in names[:cells]} or {names[0]: "int64"}
    schema = _schema(wanted, source=f"GDELT {version}.0")
    return EventBatches(path, Layout(tuple(names[:cells]), types), partial(_as_gdelt, schema))


def gdelt_columns(version: Literal[1, 2]) -> tuple[Column, ...]:
    """Declare the columns of GDELT's event files, in their order.

    Examples:
        >>> len(gdelt_columns(1)), len(gdelt_columns(2)), gdelt_columns(2)[57].unit
        (58, 61, 'degrees')
    """
    return tuple(c for c, _, versions in _gdelt_table() if str(version) in versions)


def tidy_events(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give rows of GDELT in the layout of :data:`TIDY`.

    Args:
        batches: what :func:`read_gdelt` gives, with the columns :data:`FOR_TIDY` at least.

    Raises:
        DatasetError: a column is missing.

    Examples:
        >>> import pyarrow as pa
        >>> row = {"GlobalEventID": 7, "Day": 20240115, "Actor1CountryCode": "ROM",
        ...        "EventCode": "0841", "GoldsteinScale": 7.0}
        >>> kinds = _schema(c for c in gdelt_columns(2) if c.name in FOR_TIDY)
        >>> tidy = next(tidy_events([pa.RecordBatch.from_pylist([row], schema=kinds)]))
        >>> tidy["actor"].to_pylist(), tidy["type"].to_pylist(), tidy["date"].to_pylist()
        (['ROU'], ['RETREAT'], [datetime.date(2024, 1, 15)])
    """
    for batch in batches:
        missing = [name for name in FOR_TIDY if name not in batch.schema.names]
        if missing:
            raise DatasetError(f"the rows have no {missing[0]}", "read them with columns=FOR_TIDY")
        yield _tidy_gdelt(batch)


def gdelt_events(path: Path, version: Literal[1, 2]) -> Iterator[pa.RecordBatch]:
    """Read a file of GDELT's events in the layout of :data:`TIDY`, with the columns it needs.

    Raises:
        DatasetError: it is missing, empty, cut off or no such file.
    """
    return tidy_events(read_gdelt(path, version, FOR_TIDY))


def read_icews(path: Path) -> EventBatches:
    """Read a yearly or daily file of ICEWS, plain or zipped, in the layout of :data:`TIDY`.

    Raises:
        DatasetError: it is missing, empty, cut off or no such file.

    Examples:
        >>> import tempfile
        >>> cells = dict.fromkeys(_ICEWS, "") | {"Event ID": "17", "Event Date": "2013-11-02"}
        >>> cells |= {"Source Country": "Russian Federation", "CAMEO Code": "042"}
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "events.2013.tab"
        ...     _ = path.write_text("\\t".join(cells) + "\\n" + "\\t".join(cells.values()) + "\\n")
        ...     row = next(read_icews(path)).to_pylist()[0]
        >>> row["event_key"], row["actor"], row["type"], row["place"]
        ('17/2013-11-02', 'RUS', 'CONSULT', None)
    """
    return EventBatches(path, _headed(path, _header(path), _ICEWS), _tidy_icews)


def read_polecat(path: Path) -> EventBatches:
    """Read a weekly file of POLECAT, plain or zipped, in the layout of :data:`TIDY`.

    A row may name several states on a side. It becomes a row for each pair of actor and recipient;
    a meeting (CONSULT) whose states are all actors, a row for each two of them. Where a side has
    more than ten states, as the G20, the event is no event of pairs: actor and recipient are null.

    Raises:
        DatasetError: it is missing, empty, cut off or no such file.

    Examples:
        >>> import tempfile
        >>> cells = dict.fromkeys(_POLECAT, "None") | {"Event Type": "CONSULT"}
        >>> cells |= {"Event ID": "a1", "Actor Country": "USA; JPN; KOR"}
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "ngecEvents.DV.txt"
        ...     _ = path.write_text("\\t".join(cells) + "\\n" + "\\t".join(cells.values()) + "\\n")
        ...     rows = next(read_polecat(path)).to_pylist()
        >>> [(row["actor"], row["recipient"]) for row in rows]
        [('USA', 'JPN'), ('USA', 'KOR'), ('JPN', 'KOR')]
    """
    names = ["Intensity" if name == "Event Intensity" else name for name in _header(path)]
    return EventBatches(path, _headed(path, names, _POLECAT, "None"), _tidy_polecat)


_WIDTHS = (57, 58, 61)
_ICEWS = {
    **dict.fromkeys(("Event ID", "Event Date", "Source Sectors", "Source Country", "CAMEO Code",
                     "Target Sectors", "Target Country", "City", "District", "Province",
                     "Country"), "string"),
    **dict.fromkeys(("Intensity", "Latitude", "Longitude"), "float64"),
}  # fmt: skip
_POLECAT = {
    **dict.fromkeys(("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Country",
                     "Primary Actor Sector", "Recipient Country", "Primary Recipient Sector",
                     "Placename", "Province", "Country"), "string"),
    **dict.fromkeys(("Intensity", "Latitude", "Longitude"), "float64"),
}  # fmt: skip
_EXCESS = ("Headline", "Event Text", "Feed", "Story ID")
"""Names in the first line of some files of POLECAT for which its rows have no cell."""
_GATHERING = 10
"""States on a side beyond which pairs are not made: the PLOVER manual counts 380 for the G20."""


@cache
def _gdelt_table() -> tuple[tuple[Column, str, str], ...]:
    header = ("name", "also", "versions", "type", "unit", "meaning")
    rows = tables.rows("datasets", "gdelt_columns.csv", header)
    return tuple(
        (Column(r["name"], r["type"], r["unit"], r["meaning"]), r["also"], r["versions"])
        for r in rows
    )


def _wanted(version: Literal[1, 2], columns: Sequence[str] | None) -> tuple[Column, ...]:
    declared = gdelt_columns(version)
    if columns is None:
        return declared
    known = {c.name.lower(): c for c in declared}
    known |= {also.lower(): c for c, also, _ in _gdelt_table() if also}
    strange = [name for name in columns if name.lower() not in known]
    if strange or not columns:
        problem = f"has no column {strange[0]}" if strange else "is asked for no column"
        raise DatasetError(f"GDELT {version}.0 {problem}", f"see gdelt_columns({version})")
    return tuple(dict.fromkeys(known[name.lower()] for name in columns))


def _header(path: Path) -> list[str]:
    """Give the names in the first line, of which there may be more or fewer than cells."""
    lines = first_lines(path)
    names = [name.strip().strip('"') for name in lines[0].split("\t")]
    cells = width(path, lines[1:])
    if cells < len(names):
        names = [name for name in names if name not in _EXCESS]
    names += [""] * (cells - len(names))
    if len(names) != cells:
        raise DatasetError(f"{path.name} names {len(names)} columns but has {cells}",
                           "this is another file")  # fmt: skip
    return names


def _headed(path: Path, names: list[str], types: dict[str, str], *nulls: str) -> Layout:
    missing = [name for name in types if name not in names]
    if missing:
        raise DatasetError(f"{path.name} has no column {missing[0]!r}", "this is another file")
    names = [name if name in types else f"column {place}" for place, name in enumerate(names)]
    return Layout(tuple(names), types, True, ("", *nulls))


def _as_gdelt(schema: pa.Schema, batch: pa.RecordBatch) -> pa.RecordBatch:
    import pyarrow as pa

    held = dict(zip(batch.schema.names, batch.columns, strict=True))
    columns = [
        held[field.name] if field.name in held else pa.nulls(batch.num_rows, field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _schema(columns: Iterable[Column], **metadata: str) -> pa.Schema:
    import pyarrow as pa

    return pa.schema(
        [pa.field(c.name, arrow_type(c.type), metadata={"unit": c.unit, "meaning": c.meaning})
         for c in columns],
        metadata=metadata,
    )  # fmt: skip


def _tidy_gdelt(batch: pa.RecordBatch) -> pa.RecordBatch:
    import pyarrow as pa

    source = (batch.schema.metadata or {}).get(b"source", b"GDELT").decode()
    return _tidied(
        event_key=batch["GlobalEventID"].cast(pa.string()),
        date=_mapped(batch["Day"], _day, pa.date32()),
        actor=_mapped(batch["Actor1CountryCode"], cameo.cameo_state),
        recipient=_mapped(batch["Actor2CountryCode"], cameo.cameo_state),
        actor_sector=_mapped(batch["Actor1Type1Code"], cameo.cameo_sector),
        recipient_sector=_mapped(batch["Actor2Type1Code"], cameo.cameo_sector),
        type=_mapped(batch["EventCode"], cameo.plover_type),
        code=batch["EventCode"],
        intensity=batch["GoldsteinScale"],
        mentions=batch["NumMentions"],
        latitude=batch["ActionGeo_Lat"],
        longitude=batch["ActionGeo_Long"],
        place=batch["ActionGeo_Fullname"],
        source=pa.repeat(source, batch.num_rows),
    )


def _tidy_icews(batch: pa.RecordBatch) -> pa.RecordBatch:
    import pyarrow as pa

    return _tidied(
        # The number alone is repeated on other days (Beger, icews, "ICEWS event data").
        event_key=_joined(batch["Event ID"], batch["Event Date"], by="/"),
        date=_mapped(batch["Event Date"], _iso_day, pa.date32()),
        actor=_mapped(batch["Source Country"], cameo.named_state),
        recipient=_mapped(batch["Target Country"], cameo.named_state),
        actor_sector=_mapped(batch["Source Sectors"], cameo.named_sector),
        recipient_sector=_mapped(batch["Target Sectors"], cameo.named_sector),
        type=_mapped(batch["CAMEO Code"], cameo.plover_type),
        code=batch["CAMEO Code"],
        intensity=batch["Intensity"],
        mentions=pa.nulls(batch.num_rows, pa.int32()),
        latitude=batch["Latitude"],
        longitude=batch["Longitude"],
        place=_joined(*(batch[name] for name in ("City", "District", "Province", "Country"))),
        source=pa.repeat("ICEWS", batch.num_rows),
    )


def _tidy_polecat(batch: pa.RecordBatch) -> pa.RecordBatch:
    import pyarrow as pa

    batch, actor, recipient = _by_pair(batch)
    return _tidied(
        event_key=batch["Event ID"],
        date=_mapped(batch["Event Date"], _iso_day, pa.date32()),
        actor=actor,
        recipient=recipient,
        actor_sector=_mapped(batch["Primary Actor Sector"], _sector),
        recipient_sector=_mapped(batch["Primary Recipient Sector"], _sector),
        type=_mapped(batch["Event Type"], _type),
        code=_joined(batch["Event Type"], batch["Event Mode"], by=":"),
        intensity=batch["Intensity"],
        mentions=pa.nulls(batch.num_rows, pa.int32()),
        latitude=batch["Latitude"],
        longitude=batch["Longitude"],
        place=_joined(*(batch[name] for name in ("Placename", "Province", "Country"))),
        source=pa.repeat("POLECAT", batch.num_rows),
    )


def _by_pair(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, pa.Array, pa.Array]:
    """Repeat the rows that name several states, once for each pair."""
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = (batch[name] for name in ("Event Type", "Actor Country", "Recipient Country"))
    coded = pc.binary_join_element_wise(*(c.fill_null("") for c in cells), "\t").dictionary_encode()
    pairs = [_pairs(*text.split("\t")) for text in coded.dictionary.to_pylist()]
    sides = pa.struct([("actor", pa.string()), ("recipient", pa.string())])
    by_row = pa.array(pairs, pa.list_(sides)).take(coded.indices)
    flat = pc.list_flatten(by_row)
    repeated = batch.take(pc.list_parent_indices(by_row))
    return repeated, pc.struct_field(flat, 0), pc.struct_field(flat, 1)


def _pairs(kind: str, actors: str, recipients: str) -> list[tuple[str | None, str | None]]:
    first, second = _states(actors), _states(recipients)
    if max(len(first), len(second)) > _GATHERING:
        return [(None, None)]
    if kind == "CONSULT" and len(first) > 1 and not second:
        return list(combinations(first, 2))
    none: list[str | None] = [None]
    found = list(product(first or none, second or none))
    return [(a, b) for a, b in found if a != b] or found


def _states(cell: str) -> list[str]:
    found = (cameo.named_state(name.strip()) for name in cell.split(";"))
    return list(dict.fromkeys(state for state in found if state))


def _sector(cell: str) -> str | None:
    held = (name.strip() for name in cell.split(";"))
    return next((sector for sector in held if sector in codebook().sectors), None)


def _type(text: str) -> str | None:
    return text if text in codebook().types else None


def _tidied(**columns: pa.Array) -> pa.RecordBatch:
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([columns[c.name] for c in TIDY], schema=_tidy_schema())


@cache
def _tidy_schema() -> pa.Schema:
    return _schema(TIDY)


def _mapped(
    column: pa.Array, give: Callable[[Any], object], kind: pa.DataType | None = None
) -> pa.Array:
    """Map each distinct value of a column, and by it every row."""
    import pyarrow as pa

    coded = column.dictionary_encode()
    given = [give(value) for value in coded.dictionary.to_pylist()]
    return pa.array(given, kind or pa.string()).take(coded.indices)


def _joined(*parts: pa.Array, by: str = ", ") -> pa.Array:
    """Join the texts of a row, but for those that are missing or the same as the one before."""
    import pyarrow as pa
    import pyarrow.compute as pc

    # Not null_handling="skip": in pyarrow 26 it drops rows in which every text is null.
    whole = last = pa.repeat("", len(parts[0]))
    for part in (p.fill_null("") for p in parts):
        longer = pc.if_else(pc.equal(whole, ""), part, pc.binary_join_element_wise(whole, part, by))
        whole = pc.if_else(pc.or_(pc.equal(part, ""), pc.equal(part, last)), whole, longer)
        last = part
    return pc.if_else(pc.equal(whole, ""), None, whole)


def _day(number: int) -> dt.date | None:
    try:
        return dt.date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None


def _iso_day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
