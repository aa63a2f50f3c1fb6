"""Where an article begins: what the rules for title, dates, byline and dateline share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from cleaner.document import Document, Line
from cleaner.lazy import lazy

_STOPS, _CLOSERS = ".。．।۔…", "\"'”’“‘»«）)]」』"
_END = lazy(rf"[{_STOPS}!?！？؟:：][{re.escape(_CLOSERS)}]{{0,3}}$")
_FULL_STOP = lazy(rf"[{_STOPS}][{re.escape(_CLOSERS)}]{{1,3}}$")
_WIDE = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUOTES = "\"'“”„«»‘’‚「『【（([¿¡—-"
_LONG, _PARAGRAPH, _MOST, _PROSES = 60, 200, 12, 3
_ENDING = 4
"""As many characters as `_END` and `_FULL_STOP` may match."""


def wide(text: str) -> bool:
    """Whether ``text`` is in a script whose characters stand for more than a letter each."""
    first = text[:40]
    return not first.isascii() and _WIDE.search(first) is not None


def prose(text: str) -> bool:
    """Whether a line is a sentence of running text: long, and closed by a full stop, or longer than any headline."""
    text = text.strip()
    length = len(text)
    if length >= _PARAGRAPH or 2 * length < _LONG:
        return length >= _PARAGRAPH
    if not text.isascii() and wide(text):
        length *= 2
    if not _LONG <= length < _PARAGRAPH:
        return length >= _PARAGRAPH
    return text[-1] in _STOPS or (text[-1] in _CLOSERS and _FULL_STOP.search(text[-_ENDING:]) is not None)


def closed(text: str) -> bool:
    """Whether ``text`` ends like a sentence or an announcement."""
    return bool(_END.search(text.rstrip()[-_ENDING:]))


def opening(doc: Document, proses: int = 1) -> list[Line]:
    """The first lines that hold something, down to and with the ``proses``-th line of prose, of three at most.

    They are twelve at most.  Prose is what other rules leave alone, so that taking a credit or a button between does
    not move the end.
    """
    known: list[list[Line]] | None = doc.recall(opening)
    if known is None:
        head, lines = _head(doc), doc.lines
        found = [lines[at] for at in head.places]
        known = [found[:end] for end in head.ends]
        doc.keep(opening, known, 0, head.last)
    return known[proses - 1]


def opening_texts(doc: Document, proses: int = 1) -> list[str]:
    """What the lines of `opening` say: for tests before any line is looked at."""
    head = _head(doc)
    return head.texts[: head.ends[proses - 1]]


class _Head(NamedTuple):
    """The first lines of a text: their indices, what they say, how many stand down to the first, second and third line
    of prose, and up to which index all this holds.
    """

    places: list[int]
    texts: list[str]
    ends: list[int]
    last: int


def _head(doc: Document) -> _Head:
    known: _Head | None = doc.recall(_head)
    if known is not None:
        return known
    places: list[int] = []
    texts: list[str] = []
    ends: list[int] = []
    last = len(doc.rows)
    for at, text in _filled(doc):
        places.append(at)
        texts.append(text)
        if prose(text[: 4 * _PARAGRAPH]):
            ends.append(len(places))
        if len(ends) == _PROSES or len(places) == _MOST:
            last = at
            break
    ends += [len(places)] * (_PROSES - len(ends))
    found = _Head(places, texts, ends, last)
    doc.keep(_head, found, 0, last)
    return found


def _filled(doc: Document) -> Iterable[tuple[int, str]]:
    """The lines that still hold something, first to last: index and text."""
    if doc.touched:
        return ((line.index, line.text) for line in doc.forward())
    return ((at, row) for at, row in enumerate(doc.rows) if row and not row.isspace())


def closing(doc: Document) -> list[Line]:
    """The last lines that hold something, up to and with the last but one that is prose, in reading order."""
    known: list[Line] | None = doc.recall(closing)
    if known is not None:
        return known
    found: list[Line] = []
    proses = first = 0
    for line in doc.backward():
        found.append(line)
        proses += prose(line.text[-4 * _PARAGRAPH :])
        if proses == 2 or len(found) == _MOST:
            first = line.index
            break
    found.reverse()
    doc.keep(closing, found, first, len(doc.rows))
    return found


def starts(text: str) -> bool:
    """Whether ``text`` begins as a sentence does: with a capital, a digit, or a letter of a script without case."""
    first = text.lstrip(_QUOTES + " \u00a0")[:1]
    return bool(first) and first.isalnum() and not first.islower()
