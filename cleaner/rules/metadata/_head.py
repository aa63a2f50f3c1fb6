"""Where an article begins: what the rules for title, dates, byline and dateline share."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.document import Document, Line
from cleaner.rules._rows import current
from cleaner.text.prose import prose

_MOST, _PROSES, _CLOSING = 12, 3, 2


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
