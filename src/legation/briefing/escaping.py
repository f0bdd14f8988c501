"""Text from outside is data: what each kind of output needs so that it stays data."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import urlsplit

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, changes of writing direction, and halves of characters."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~&$^=@:-])")
_ORDERED = re.compile(r"^(\s*\d+)([.)])")

_JSON_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Replace what could steer a terminal or reorder a line by the sign for a lost character.

    Examples:
        >>> visible("red\\x1b[31m")
        'red�[31m'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """Make text visible and put it on one line.

    Examples:
        >>> one_line("They met.\\n\\tThey parted.")
        'They met. They parted.'
    """
    return visible(" ".join(text.split()))


def for_html(text: str) -> str:
    """Escape text for an HTML element or a quoted attribute.

    Examples:
        >>> for_html("<b onclick='x'>")
        '&lt;b onclick=&#x27;x&#x27;&gt;'
    """
    return html.escape(visible(text), quote=True)


def for_markdown(text: str) -> str:
    """Escape text for one line of Markdown, HTML and tables included.

    Examples:
        >>> for_markdown("[a](javascript:x) | <b>")
        '\\\\[a\\\\]\\\\(javascript\\\\:x\\\\) \\\\| \\\\<b\\\\>'
    """
    return _ORDERED.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", one_line(text)))


def for_csv(text: str) -> str:
    """Keep a spreadsheet from running a cell as a formula.

    Examples:
        >>> for_csv("=1+1"), for_csv("Russia")
        ("'=1+1", 'Russia')
    """
    plain = visible(text)
    start = unicodedata.normalize("NFKC", plain.lstrip())[:1]
    return f"'{plain}" if start and start in "=+-@\N{REPLACEMENT CHARACTER}" else plain


def for_json(text: str) -> str:
    """Write the characters of JSON text that steer a terminal as escapes; it stays the same JSON.

    Examples:
        >>> for_json('"\\x9b31m"')
        '"\\\\u009b31m"'
    """
    return _JSON_UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def link(address: str) -> str | None:
    """Give an address that may be linked to: http and https only, and nothing hidden in it.

    Examples:
        >>> link("https://example.org/a"), link("javascript:alert(1)"), link("notes.txt")
        ('https://example.org/a', None, None)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or "@" in parts.netloc:
        return None
    if _UNSAFE.search(address) or any(c.isspace() or c in "\"'<>\\" for c in address):
        return None
    return address
