"""The lines above a story, and the names among them."""

from __future__ import annotations

import re
from functools import cache

from cleaner.document import Document, Line
from cleaner.pagehead.people import is_name
from cleaner.rules.metadata._head import prose
from cleaner.rules.metadata._names import agency, staff, titled
from cleaner.rules.metadata._places import is_known
from cleaner.text.headings import folded
from cleaner.words import words

REACH, NAMES = 700, 160
"""Characters of a line that are read, and of the longest line of names."""

_LINES = 12


def first(doc: Document) -> list[Line]:
    """The first lines that held something, whether or not another rule has taken them, down to the story."""
    known: list[Line] | None = doc.recall(first)
    if known is not None:
        return known
    found: list[int] = []
    for at in doc.filled:
        if text := doc.rows[at][:REACH].strip():
            found.append(at)
            if len(found) > _LINES or prose(text):
                break
    lines = [doc.lines[at] for at in found]
    doc.keep(first, lines, 0, -1)
    return lines


def written(line: Line) -> str:
    """What a line said before any edit, up to `REACH` characters."""
    return line.doc.rows[line.index][:REACH].strip()


def names(text: str, told: str) -> list[str]:
    """The people of a line that names nobody and nothing else; empty when it does, or when ``told`` speaks of them."""
    if len(text) > NAMES:
        return []
    found = []
    for piece in filter(None, (piece.strip(" .") for piece in _joint().split(text))):
        if agency(piece) or staff(piece):
            continue
        if not is_name(piece) or is_known(piece) or folded(piece) in told:
            return []
        found.append(titled(piece))
    return found


@cache
def _joint() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, words("byline_join")))
    return re.compile(rf"\s{{0,9}}[,;/&|·]\s{{0,9}}|\s{{1,9}}(?:{joined})\s{{1,9}}", re.IGNORECASE)
