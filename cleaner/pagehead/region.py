"""Where the article stands in the text of a whole page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from cleaner.document import Document
from cleaner.lazy import lazy
from cleaner.text.headings import folded
from cleaner.wholepage import region as wholepage

_ITEM = lazy(r"[*+•·▪–-]\s+")
_EAST = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_WORD = lazy(r"\w+")
_MOST, _LINES = 4000, 10


class Piece(NamedTuple):
    """A line that holds something: its place, and its ``text`` from ``begin`` on, without the sign of a list item."""

    start: int
    end: int
    begin: int
    text: str


class Region:
    """The lines of a whole page with the run that is the story: the lines ``first`` up to ``last``."""

    def __init__(self, pieces: Sequence[Piece], first: int, last: int) -> None:
        self.pieces = pieces
        self.first = first
        self.last = last

    def text(self, at: int) -> str:
        """The text of the line ``at``."""
        return self.pieces[at].text

    @cached_property
    def folds(self) -> list[str]:
        """All lines as headlines are compared."""
        return [folded(piece.text) for piece in self.pieces]

    def stands(self, text: str) -> bool:
        """Whether ``text`` is a line below the first, or follows a copyright sign in one."""
        fold = folded(text)
        return fold in self.folds[1:] or any(fold in line for line in self.folds if "©" in line)

    @cached_property
    def story(self) -> frozenset[str]:
        """The words of the story, also those that say nothing: what `words_of` leaves out is not looked for here."""
        text = " ".join(self.folds[self.first : self.last])
        return frozenset(_WORD.findall(text)).union(*map(_pairs, _runs(text)))


def words_of(text: str) -> frozenset[str]:
    """The words of a folded text that say something; in scripts without spaces, pairs of characters."""
    found = frozenset([word for word in _WORD.findall(text) if len(word) > 2 or not word.isascii()])
    runs = _runs(text)
    return found.difference(runs).union(*map(_pairs, runs)) if runs else found


def _runs(text: str) -> list[str]:
    """The runs of characters without spaces between their words."""
    return [] if text.isascii() else _EAST.findall(text)


def _pairs(run: str) -> Iterator[str]:
    return map("".join, pairwise(run))


def region(doc: Document) -> Region | None:
    """Where the story stands in ``doc``; None when the text is not that of a whole page, as lines."""
    if doc.text.count("\n") < _LINES:
        return None
    found = wholepage.region(doc.text)
    if not found.pieces:
        return None
    pieces = list(_pieces(doc.rows[:_MOST]))
    above = max((piece.end for piece in found.pieces if piece.place == wholepage.HEAD), default=0)
    below = min((piece.start for piece in found.pieces if piece.place == wholepage.TAIL), default=len(doc.text))
    starts = [piece.start for piece in pieces]
    first, last = bisect_left(starts, above), bisect_left(starts, below)
    return Region(pieces, first, max(first, last)) if first < len(pieces) else None


def _pieces(rows: Sequence[str]) -> Iterator[Piece]:
    end = -1
    for row in rows:
        start, end = end + 1, end + 1 + len(row)
        left = row.lstrip()
        if left and not left[0].isalnum() and (mark := _ITEM.match(left)):
            left = left[mark.end() :]
        if text := left.rstrip():
            yield Piece(start, end, end - len(left), text)
