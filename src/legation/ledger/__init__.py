"""The only writer of storage and the only speaker to a query engine."""

from legation.ledger.duckdb import DuckDBEngine
from legation.ledger.engine import Engine, EngineError
from legation.ledger.ledger import Added, Ledger
from legation.ledger.query import Query
from legation.ledger.recorded import Citation, Recorded
from legation.ledger.summary import Coverage, Summary

__all__ = [
    "Added",
    "Citation",
    "Coverage",
    "DuckDBEngine",
    "Engine",
    "EngineError",
    "Ledger",
    "Query",
    "Recorded",
    "Summary",
]
