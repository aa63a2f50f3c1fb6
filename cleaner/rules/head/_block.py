"""The lines above a story, and the names among them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.document import Document
from cleaner.lazy import lazy
from cleaner.rules.metadata._names import agency, staff, titled
from cleaner.rules.metadata._places import is_known
from cleaner.text.headings import folded
from cleaner.text.names import is_full_name
from cleaner.text.prose import prose
from cleaner.words import words

REACH, NAMES = 700, 160
"""Characters of a line that are read, and of the longest line of names."""

_LINES = 12


class Written(NamedTuple):
    """A line by its index and what it said before any edit, up to `REACH` characters."""

    at: int
    text: str


def first(doc: Document) -> list[Written]:
    """The first lines that held something, whether or not another rule has taken them, down to the story."""
    known: list[Written] | None = doc.recall(first)
    if known is not None:
        return known
    found: list[Written] = []
    for at in doc.filled:
        if text := doc.rows[at][:REACH].strip():
            found.append(Written(at, text))
            if len(found) > _LINES or prose(text):
                break
    doc.keep(first, found, 0, -1)
    return found


def names(text: str, told: str) -> list[str]:
    """The people of a line that names nobody and nothing else; empty when it does, or when ``told`` speaks of them."""
    if len(text) > NAMES:
        return []
    found = []
    for piece in filter(None, (piece.strip(" .") for piece in _joint().split(text))):
        if agency(piece) or staff(piece):
            continue
        if not is_full_name(piece) or is_known(piece) or folded(piece) in told:
            return []
        found.append(titled(piece))
    return found


@cache
def _joint() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, words("byline_join")))
    return lazy(rf"\s{{0,9}}[,;/&|·]\s{{0,9}}|\s{{1,9}}(?:{joined})\s{{1,9}}", re.IGNORECASE)
