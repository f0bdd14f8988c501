"""Established data sets: what is known of each, getting them, and their tidy tables.

Examples:
    >>> from legation.datasets import dataset
    >>> dataset("atop_dyads").unit
    'dyad-year (directed)'
"""

from legation.datasets.citing import bibliography
from legation.datasets.entries import Column, Dataset, File, catalogue, dataset, names
from legation.datasets.errors import DatasetError
from legation.datasets.loading import load
from legation.datasets.pulling import in_folder, pull
from legation.datasets.store import Receipt, Store

__all__ = [
    "Column",
    "Dataset",
    "DatasetError",
    "File",
    "Receipt",
    "Store",
    "bibliography",
    "catalogue",
    "dataset",
    "in_folder",
    "load",
    "names",
    "pull",
]
