"""Compressed bodies, inflated as they arrive and no further than a limit."""

from __future__ import annotations

import zlib
from typing import Any

from legation.errors import UnreadableError

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_RAW_DEFLATE = -zlib.MAX_WBITS


class Inflater:
    """Takes a body in pieces and gives it whole.

    Args:
        encoding: the ``Content-Encoding`` header.
        limit: bytes, for what comes in and for what comes out.
        url: for messages.

    Raises:
        UnreadableError: an encoding that was not asked for.

    Examples:
        >>> inflater = Inflater("deflate", 100, "u")
        >>> inflater.feed(zlib.compress(b"They met."))
        >>> inflater.finish()
        b'They met.'
    """

    def __init__(self, encoding: str | None, limit: int, url: str) -> None:
        self._encoding = (encoding or "identity").strip().lower().removeprefix("x-")
        if self._encoding not in ("identity", "gzip", "deflate"):
            raise UnreadableError(f"{url[:200]} is compressed as {self._encoding}", "save the page")
        self._limit = limit
        self._url = url[:200]
        self._taken = 0
        self._data = bytearray()
        self._stream: Any = (
            None if self._encoding == "identity" else zlib.decompressobj(_GZIP_OR_ZLIB)
        )

    def feed(self, piece: bytes) -> None:
        """Take the next piece.

        Raises:
            UnreadableError: the body is too big, packed or unpacked, or is not what it says.
        """
        self._taken += len(piece)
        if self._stream is None:
            self._data += piece
        else:
            self._inflate(piece)
        if max(self._taken, len(self._data)) > self._limit:
            raise UnreadableError(
                f"{self._url} is too big: more than {self._limit:,} bytes",
                "save it and read the file",
            )

    def finish(self) -> bytes:
        """Give the whole body.

        Raises:
            UnreadableError: the compressed stream stops before its end.
        """
        if self._stream is not None and self._taken and not self._stream.eof:
            raise UnreadableError(f"{self._url} was cut off on the way", "try again")
        return bytes(self._data)

    def _inflate(self, piece: bytes) -> None:
        try:
            while piece:
                if self._stream.eof:  # gzip files may be chained
                    self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
                room = self._limit + 1 - len(self._data)
                if room <= 0:
                    return
                self._data += self._stream.decompress(piece, room)
                piece = self._stream.unconsumed_tail or self._stream.unused_data
        except zlib.error as error:
            if self._encoding == "deflate" and not self._data and self._stream is not None:
                self._retry_raw(piece, error)
                return
            raise UnreadableError(f"{self._url} is badly compressed", "save the page") from error

    def _retry_raw(self, piece: bytes, error: zlib.error) -> None:
        """Some servers send deflate without its zlib wrapper; RFC 9110, section 8.4.1.2."""
        self._stream = zlib.decompressobj(_RAW_DEFLATE)
        try:
            self._data += self._stream.decompress(piece, self._limit + 1)
        except zlib.error:
            raise UnreadableError(f"{self._url} is badly compressed", "save the page") from error
