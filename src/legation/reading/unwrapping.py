"""Lines to paragraphs: hard-wrapped lines are joined, list items and headings stay apart."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from legation.reading.blocks import Block, Role
from legation.reading.characters import glue, one_line

# Mail and typewriters wrap at 60 to 80 characters, PDF columns at 40 to 100.
_NARROWEST_WRAP, _WIDEST_WRAP = 30, 110
# In a wrapped text most breaks within a block had to be; the others end its paragraphs.
_FORCED = 0.55
# A line break was forced if the next word would not have fitted; ragged setting varies by this.
_SLACK = 4
_BULLET = re.compile(r"^\s*(?:[-*•‣▪●○·–—]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|#{1,6}\s+)")
_YEAR_FIRST = re.compile(r"^\s*(?:\d{1,2} \w+ )?(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?\s*[:–—-]\s")
_STOP = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LONGEST_WORD = 60
_HYPHEN = re.compile(r"([^\W\d_]+)[-‐]$")
# Words that keep their hyphen when a line breaks at it.
_PREFIXES = re.compile(
    r"two|three|four|five|six|seven|self|non|co|ex|ever|pro|anti|post|pre|vice|well|so|first|second|"
    r"long|short|high|low|north|south|east|west|sino|russo|franco|anglo|euro|half|cross|mid|all|one|"
    r"semi|plus",
    re.I,
)


def blocks_of(text: str) -> list[Block]:
    r"""Cut clean plain text into blocks.

    Args:
        text: text with ``\n`` line ends.

    Examples:
        >>> for b in blocks_of("The two ministers met in the\ncapital.\n\n- first item\n- second"):
        ...     print(b.role.value, b.text)
        paragraph The two ministers met in the capital.
        item first item
        item second
    """
    lines = text.expandtabs(4).split("\n")
    width = _wrap_width(lines)
    spelling = _Spelling(text)
    blocks: list[list[str]] = []
    previous = ""
    for line in lines:
        if line.strip():
            if previous.strip() and _continues(previous, line, width):
                blocks[-1][-1:] = spelling.join(blocks[-1][-1], one_line(line))
            else:
                blocks.append([one_line(line)])
        previous = line
    return [_block("".join(parts)) for parts in blocks]


def _block(text: str) -> Block:
    bullet = _BULLET.match(text)
    if bullet and text[bullet.end() :].strip():
        # A number says where in a treaty or list an item stands, so it stays; a bullet goes.
        kept = text if any(c.isalnum() for c in bullet.group()) else text[bullet.end() :]
        role = Role.HEADING if bullet.group().lstrip().startswith("#") else Role.ITEM
        return Block(role, kept.strip())
    return Block(Role.ITEM if _YEAR_FIRST.match(text) else Role.PARAGRAPH, text)


def _wrap_width(lines: list[str]) -> int:
    """Give the column where lines were wrapped, 0 where each line is a paragraph of its own."""
    inner = [
        (a.rstrip(), b.lstrip())
        for a, b in pairwise(lines)
        if a.strip() and b.strip() and not _starts_item(b)
    ]
    if not inner:
        return 0
    width = sorted(len(a) for a, _ in inner)[int(len(inner) * 0.95)]
    open_ended = [(a, b) for a, b in inner if not _STOP.search(a)]
    forced = sum(
        b[0].islower() or len(a) + 1 + len(b.split()[0]) > width - _SLACK for a, b in open_ended
    )
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and forced >= _FORCED * len(open_ended)
    return width if wrapped else 0


def _starts_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _YEAR_FIRST.match(line))


def _continues(previous: str, line: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if _starts_item(line):
        return False
    start = line.lstrip()
    ended = _STOP.search(previous.rstrip()) is not None
    if not ended and (start[0].islower() or previous.rstrip().endswith(("-", ","))):
        return True
    if not width:
        return False
    indented = len(line) - len(start) >= 2 and not previous.startswith(" ")
    if indented and not _BULLET.match(previous):
        return False
    room = width - len(previous.rstrip()) - 1
    return len(start.split()[0]) > room - (_SLACK if not ended else 0)


class _Spelling:
    """Joins lines, deciding at a hyphen by how the word is written elsewhere in the text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def join(self, left: str, right: str) -> tuple[str, str]:
        """Give the end of one line and the next line, made to follow each other."""
        broken = _HYPHEN.search(left[-_LONGEST_WORD:])
        after = _WORD.match(right)
        if not broken or not after or not after.group()[0].islower():
            # "Franco-" + "Japanese" and "2013-" + "14" go together without a space as well.
            together = len(left) > 1 and left[-1] in "-‐" and left[-2].isalnum()
            return left, right if together else glue(left[-1:], right)[1:]
        solid = (broken.group(1) + after.group()).casefold()
        hyphened = f"{broken.group(1)}-{after.group()}".casefold()
        if solid not in self._words and (
            hyphened in self._words or _PREFIXES.fullmatch(broken.group(1))
        ):
            return left, right
        return left[:-1], right

    @cached_property
    def _words(self) -> frozenset[str]:
        text = self._text.casefold()
        pairs = _HYPHENED.findall(text)
        return frozenset(_WORD.findall(text)) | frozenset(pairs)
