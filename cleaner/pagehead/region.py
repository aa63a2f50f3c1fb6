"""Where the article stands in the text of a whole page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, pairwise

from cleaner.document import Document, Line
from cleaner.headings import folded
from cleaner.lazy import lazy
from cleaner.rules.metadata._head import wide
from cleaner.words import any_of, words

_ITEM = re.compile(r"[*+•·▪–-]\s+")
_EAST = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…。！？۔।][\"'”’»）)\]」』]{0,3}(?=\s|$|[^\W\d_])")
_LONG, _CAP, _SHORT = 60, 400, -22
_MOST = 4000
_MARKED = 48
"""Characters of a menu's entry with the sign before it."""
_LINES, _MENU, _FEW, _ITEM_LONGEST = 18, 10, 8, 40
_BUTTONS = (
    "page_label", "comments_label", "share_button", "share_line", "follow_verb", "related_block", "tail_label",
    "media_notice", "newsletter_prompt", "page_notice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that holds something, without the sign of a list item; ``start`` is where its text begins in the line."""

    line: Line
    text: str
    start: int


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
        """The words of the story."""
        return words_of(" ".join(self.folds[self.first : self.last]))


def words_of(text: str) -> frozenset[str]:
    """The words of a folded text that say something; in scripts without spaces, pairs of characters."""
    found = {word for word in _WORD.findall(text) if len(word) > 2 or not word.isascii()}
    if not text.isascii():
        for run in _EAST.findall(text):
            found.discard(run)
            found.update(map("".join, pairwise(run)))
    return frozenset(found)


def region(doc: Document) -> Region | None:
    """Where the story stands in ``doc``; None when the text is not that of a whole page."""
    if (
        len(doc.rows) <= _LINES
        or sum(len(row) <= _MARKED or len(row.strip()) <= _MARKED for row in doc.rows if row) < _FEW
    ):
        return None
    pieces = [piece for line in doc.lines[:_MOST] if not line.blank and (piece := _piece(line))]
    if len(pieces) < _LINES:
        return None
    first, last = _longest_run([_gain(piece.text) for piece in pieces])
    return Region(pieces, first, last) if _is_page(pieces, first, last) else None


def _is_page(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether menus stand around the story: runs of short lines, and among them words of buttons and notices.

    A list in an article has the one, a note below it the other; both, and some above the story, only pages have.
    """
    above, below = _menu(pieces[:first]), _menu(pieces[last:])
    if above + below < _FEW:
        return False
    needed = 1 if above + below >= _MENU and above > 3 else 2 if above + below >= _MENU and above > 2 else 4
    said = (True for piece in (*pieces[:first], *pieces[last:]) if _is_button(piece.text))
    return sum(islice(said, needed)) == needed


def _menu(pieces: Sequence[Piece]) -> int:
    """The longest run of lines that could be those of a menu."""
    longest = length = 0
    for piece in pieces:
        text = piece.text
        length = (
            length + 1 if len(text) <= _ITEM_LONGEST and text[-1] not in ".,;:!?。…" and not text[0].islower() else 0
        )
        longest = max(longest, length)
    return longest


def _is_button(text: str) -> bool:
    if len(text) > 80:
        return False
    return text[0] == "©" or text.casefold().strip(" .:»›>") in _buttons() or _rights().search(text) is not None


@cache
def _rights() -> re.Pattern[str]:
    return lazy(any_of("rights_reserved"), re.IGNORECASE)


@cache
def _buttons() -> frozenset[str]:
    return frozenset(word.casefold() for word in words(*_BUTTONS))


def _piece(line: Line) -> Piece | None:
    text = line.text
    start = len(text) - len(text.lstrip())
    mark = _ITEM.match(text, start)
    start = mark.end() if mark else start
    return Piece(line, text[start:].rstrip(), start) if text[start:].strip() else None


def _gain(text: str) -> int:
    """What a line adds to the evidence that a story runs through it: long ones speak for it, short ones against."""
    length = len(text) * (2 if wide(text) else 1)
    if length < _LONG:
        return _SHORT
    return min(length, _CAP) if _STOP.search(text) else min(length, _CAP) // 2


def _longest_run(gains: Sequence[int]) -> tuple[int, int]:
    """The run with the greatest sum, as the index of its first line and the one behind its last."""
    best, first, last = 0, 0, 0
    total = start = 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0, at
        total += gain
        if total > best:
            best, first, last = total, start, at + 1
    return first, last
