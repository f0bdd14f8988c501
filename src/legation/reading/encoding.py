"""Bytes to characters: byte-order marks, declarations, UTF-8, then a guess. Never raises."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels mean what browsers take them to mean: https://encoding.spec.whatwg.org/#names-and-labels
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""")
_DECLARED_WITHIN = 2048  # bytes; HTML asks for the first 1,024, old pages are later
_SAMPLE = 65_536  # bytes given to the guess, whose time grows with them
# A wrong label shows: more than one character in a hundred cannot be decoded.
_TOLERATED = 0.01
_WESTERN_PUNCTUATION = set("€‚„…‘’“”•–—™§©«»°·¿¡£½\xa0\xad®´")


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode bytes into text, whatever they are.

    The order is: byte-order mark; UTF-16 seen from its zeros; UTF-8, which other encodings
    practically never satisfy by chance; the declared charset (``declared`` from an HTTP header,
    then the page's own); Windows-1252 where few bytes are beyond ASCII and all make sense in it;
    charset-normalizer; Windows-1252 with replacement characters.

    Args:
        data: the bytes.
        declared: a charset label from outside, such as an HTTP header.

    Examples:
        >>> decode("Köln".encode("utf-16")), decode("Москва".encode("koi8-r"), "koi8-r")
        ('Köln', 'Москва')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := _bare_utf16(data):
        return data.decode(wide, "replace")
    labels = [label for label in (declared, _declaration(data)) if label]
    if (text := _utf8(data, labels)) is not None:
        return text
    for label in labels:
        if (text := _tolerant(data, label)) is not None:
            return text
    return _guess(data)


def _bare_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: Western text in it has a zero as every other byte."""
    head = data[:4096]
    if len(head) < 4 or head.count(0) < len(head) * 0.2:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > 0.4 * len(head) / 2 and even * 10 < odd:
        return "utf-16-le"
    if even > 0.4 * len(head) / 2 and odd * 10 < even:
        return "utf-16-be"
    return None


def _declaration(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return found.group(1).decode("ascii") if found else None


def _utf8(data: bytes, labels: list[str]) -> str | None:
    if b"\x1b$" in data and any(_codec(label) == "iso2022_jp" for label in labels):
        return None
    try:
        # A character cut in two at the very end is no reason to doubt the rest.
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return None


def _tolerant(data: bytes, label: str) -> str | None:
    name = _codec(label)
    if name is None:
        return None
    try:
        text = data.decode(name, "replace")
    except (UnicodeError, LookupError):  # utf-16 of an odd length, codecs that are not text
        return None
    return text if text.count("\ufffd") <= max(2, len(text) * _TOLERATED) else None


def _codec(label: str) -> str | None:
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding:  # "hex" or "zip" as a charset is a joke or an attack
        return None
    return _LABELS.get(info.name, info.name)


def _guess(data: bytes) -> str:
    western = data.decode("cp1252", "replace")
    if _is_western(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best else western


def _is_western(text: str) -> bool:
    """Whether few characters are beyond ASCII, and all are Western letters or punctuation."""
    beyond = [c for c in text[:_SAMPLE] if c > "\x7f"]
    letters = sum(c.isalpha() for c in text[:_SAMPLE])
    sane = all(c in _WESTERN_PUNCTUATION or c.isalpha() for c in beyond)
    return sane and len(beyond) <= 0.2 * letters
