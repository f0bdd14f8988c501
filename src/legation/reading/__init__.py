"""Bytes to Document: text, HTML, PDF, feeds and URLs, freed of what is not the text itself."""

from legation.reading.fetch import Fetcher, Limits
from legation.reading.reader import OnProblem, paths, read, read_bytes, read_text

__all__ = ["Fetcher", "Limits", "OnProblem", "paths", "read", "read_bytes", "read_text"]
