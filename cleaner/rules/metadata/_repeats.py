"""What says a title again: lines of their own, and the begin of the story."""

from __future__ import annotations

from collections.abc import Iterator
from string import whitespace

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.rules.metadata._headlines import tag_pattern
from cleaner.text.headings import folded
from cleaner.text.prose import starts, wide

_CHARACTERISTIC = 20
"""Characters of a title whose repetition is no chance."""

_BLANK = whitespace + ".\x1c\x1d\x1e\x1f"
_WIDEST = 3
"""Characters at most that one becomes when a line is folded."""


def begins_again(head: list[Line]) -> bool:
    """Whether the second line begins with all that the first says, and goes on with the story."""
    if len(head) < 2 or head[0].touched or len(head[1].text) < 3 * _CHARACTERISTIC:
        return False
    said = head[0].text.strip()
    return len(said) >= _CHARACTERISTIC and head[1].text.lstrip().startswith(said) and len(head[1].text) > 2 * len(said)


def repeated(doc: Document, title: str, above: set[int]) -> Iterator[Edit]:
    """Later lines that say nothing but the title."""
    if len(title) < _CHARACTERISTIC:
        return
    wanted = folded(title)
    longest = 2 * len(title) + 20
    for line in doc.at(_beginning_with(wanted[:1], doc.rows, len(wanted) // _WIDEST, longest)):
        if line.index not in above and len(line.text) <= longest and folded(line.text) == wanted:
            yield line.cut()


def _beginning_with(first: str, rows: list[str], shortest: int, longest: int) -> list[int]:
    """The rows of such lengths that may begin with the character ``first`` when they are folded: a cheap test."""
    known = first + first.upper()
    return [
        at
        for at, row in enumerate(rows)
        if shortest <= len(row) <= longest
        and (row[0] in known or not (begin := row.lstrip(_BLANK))[:2].isascii() or begin[:1] in known)
    ]


def glued(line: Line, title: str) -> Iterator[Edit]:
    """The title in front of the first sentence of the same line."""
    text = line.text
    start = len(text) - len(text.lstrip())
    if len(title) < 15 or folded(text[start : start + len(title)]) != folded(title):
        return
    tag = tag_pattern("").match(text, start + len(title))
    end = tag.end() if tag else start + len(title)
    gap = len(text[end:]) - len(text[end:].lstrip(" .|:-–—\u00a0"))
    if len(text) - end > 60 and starts(text[end + gap :]) and (tag or _begins(text, end, end + gap)):
        yield line.span(0, end + gap)


def _begins(text: str, end: int, rest: int) -> bool:
    """Whether the story begins at ``rest``, behind a title that ends at ``end``.

    Where no letter is a capital its first words may just be the title's; then they must be glued to it, or begin like
    it.
    """
    first = next(filter(str.isalnum, text[rest:]), "")
    if text[end:rest].strip() or first.isdigit() or first.upper() != first.lower():
        return rest > end or not text[end].isspace()
    return (rest == end and not wide(text)) or text.startswith(text.split(maxsplit=1)[0], rest)


def again(line: Line, title: str) -> Iterator[Edit]:
    """The title said a second time, alone on the next line or glued to the story."""
    if folded(line.text) == folded(title):
        yield line.cut()
    else:
        yield from glued(line, title)
