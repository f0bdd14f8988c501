"""Terms of what the tables rest on."""

from legation.world import terms


def test_geonames_is_credited() -> None:
    found = [t for t in terms() if t.source == "GeoNames"]
    assert {t.table for t in found} == {"cities.csv", "places.csv", "localities.parquet"}
    for credit in found:
        assert credit.terms == "CC BY 4.0" and "https://www.geonames.org" in credit.citation
