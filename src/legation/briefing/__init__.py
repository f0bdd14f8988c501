"""The answers as structured objects, and their rendering."""

from legation.briefing.structure import (
    Brief,
    Coverage,
    Group,
    Listing,
    Page,
    Part,
    Quote,
    Reference,
    Sentence,
)

__all__ = [
    "Brief",
    "Coverage",
    "Group",
    "Listing",
    "Page",
    "Part",
    "Quote",
    "Reference",
    "Sentence",
]
