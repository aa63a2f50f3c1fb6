"""Where an article begins: what the rules for title, dates, byline and dateline share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.document import Document, Line
from cleaner.lazy import lazy
from cleaner.rules._rows import current
from cleaner.text.scripts import EASTERN

_STOPS, _CLOSERS = ".。．।۔…", "\"'”’“‘»«）)]」』"
_END = lazy(rf"[{_STOPS}!?！？؟:：][{re.escape(_CLOSERS)}]{{0,3}}$")
_FULL_STOP = lazy(rf"[{_STOPS}][{re.escape(_CLOSERS)}]{{1,3}}$")
_WIDE = lazy(f"[{EASTERN}]")
_QUOTES = "\"'“”„«»‘’‚「『【（([¿¡—-"
_LONG, _PARAGRAPH, _MOST, _PROSES, _CLOSING = 60, 200, 12, 3, 2
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
    head = _head(doc)
    return head.lines(doc)[: head.ends[proses - 1]]


def opening_texts(doc: Document, proses: int = 1) -> list[str]:
    """What the lines of `opening` say: for tests before any line is looked at."""
    head = _head(doc)
    return head.texts[: head.ends[proses - 1]]


def closing(doc: Document) -> list[Line]:
    """The last lines that hold something, up to and with the last but one that is prose, in reading order."""
    return _tail(doc).lines(doc)


def closing_texts(doc: Document) -> list[str]:
    """What the lines of `closing` say, the last one first."""
    return _tail(doc).texts


class _Part:
    """Lines at one end of a text: their indices, what they say, and how many stand there up to each line of prose."""

    __slots__ = ("_lines", "ends", "places", "texts")

    def __init__(self, places: list[int], texts: list[str], ends: list[int]) -> None:
        self.places = places
        self.texts = texts
        self.ends = ends
        self._lines: list[Line] | None = None

    def lines(self, doc: Document) -> list[Line]:
        """The lines themselves, made when they are first asked for."""
        if self._lines is None:
            self._lines = list(map(doc.lines.__getitem__, self.places))
        return self._lines


def _head(doc: Document) -> _Part:
    known: _Part | None = doc.recall(_head)
    if known is None:
        known = _part(enumerate(current(doc)), _PROSES)
        whole = len(known.places) < _MOST and len(known.ends) < _PROSES
        known.ends += [len(known.places)] * (_PROSES - len(known.ends))
        doc.keep(_head, known, 0, len(doc.rows) if whole else known.places[-1])
    return known


def _tail(doc: Document) -> _Part:
    known: _Part | None = doc.recall(_tail)
    if known is None:
        rows = current(doc)
        known = _part(zip(range(len(rows) - 1, -1, -1), reversed(rows), strict=True), _CLOSING)
        whole = len(known.places) < _MOST and len(known.ends) < _CLOSING
        known.places.reverse()
        doc.keep(_tail, known, 0 if whole else known.places[0], len(rows))
    return known


def _part(rows: Iterable[tuple[int, str]], proses: int) -> _Part:
    """Of ``rows`` (index, text) those that hold something, up to a number of lines of prose, `_MOST` at most."""
    places: list[int] = []
    texts: list[str] = []
    ends: list[int] = []
    for at, text in rows:
        if not text or text.isspace():
            continue
        places.append(at)
        texts.append(text)
        if prose(text):
            ends.append(len(places))
        if len(ends) == proses or len(places) == _MOST:
            break
    return _Part(places, texts, ends)


def starts(text: str) -> bool:
    """Whether ``text`` begins as a sentence does: with a capital, a digit, or a letter of a script without case."""
    first = text.lstrip(_QUOTES + " \u00a0")[:1]
    return bool(first) and first.isalnum() and not first.islower()
